import GaitModel

/// A measure of how the trunk moves, taken from part of a walk.
public struct TrunkMeasureDefinition: Sendable, Identifiable {
  /// Name in files: `trunk_harmonic_ratio_v`; `ap`, `ml` and `v` are anteroposterior, mediolateral and vertical.
  public var id: String
  /// Name for people.
  public var title: String
  /// Unit as printed; empty for a number without one.
  public var unit: String
  /// How it is measured, in one or two sentences.
  public var method: String
  /// Author, year and DOI of the method.
  public var source: String
  /// The value in `unit`, or `nil` where it was not measured.
  public var value: @Sendable (TrunkMeasures) -> Double?

  public init(
    id: String, title: String, unit: String, method: String, source: String,
    value: @escaping @Sendable (TrunkMeasures) -> Double?
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.method = method
    self.source = source
    self.value = value
  }

  /// What a recording must have for trunk measures, as the end of "not measured: …".
  public static let requirement = "the lower back must carry a sensor and a bout must hold eight of its steps"

  /// All measures of the trunk, in the order in which they are shown.
  public static let all: [TrunkMeasureDefinition] =
    byAxis(
      "trunk_rms", "Trunk acceleration, root mean square", unit: "m/s²", suffix: "_m_s2",
      method: "Root mean square of the specific force along the axis less its mean over the bout.",
      source: "Menz et al. 2003, doi 10.1016/S0966-6362(02)00159-5", \.rms)
    + byAxis(
      "trunk_harmonic_ratio", "Harmonic ratio",
      method: "Per stride, sum of the amplitudes of the even harmonics among the first twenty over that of the odd "
        + "ones (mediolateral: odd over even); median over strides. Larger is smoother.",
      source: "Menz et al. 2003, doi 10.1016/S0966-6362(02)00159-5; Bellanca et al. 2013, "
        + "doi 10.1016/j.jbiomech.2012.12.008", \.harmonicRatio)
    + byAxis(
      "trunk_step_regularity", "Step regularity",
      method: "Unbiased autocorrelation of the acceleration after one step, 1 at lag zero, mean over stretches of 16 "
        + "steps; mediolateral with its sign turned, because the steps of the two feet are opposite there. 1 means "
        + "that steps are alike.",
      source: "Moe-Nilssen & Helbostad 2004, doi 10.1016/S0021-9290(03)00233-1", \.stepRegularity)
    + byAxis(
      "trunk_stride_regularity", "Stride regularity",
      method: "Unbiased autocorrelation of the acceleration after one stride, 1 at lag zero, mean over windows of "
        + "16 steps. 1 means that strides are alike.",
      source: "Moe-Nilssen & Helbostad 2004, doi 10.1016/S0021-9290(03)00233-1", \.strideRegularity)
    + [
      TrunkMeasureDefinition(
        id: "trunk_vertical_displacement_m", title: "Vertical displacement of the trunk", unit: "m",
        method: "Height by which the trunk rises and falls in a step, from the vertical acceleration integrated twice "
          + "above 0.5 Hz; median over steps.",
        source: "Zijlstra & Hof 2003, doi 10.1016/S0966-6362(02)00190-X", value: { $0.verticalDisplacement }),
      inclination,
    ]

  /// Came after other columns of `bouts.csv`, so it stands behind them there.
  package static let inclination = TrunkMeasureDefinition(
    id: "trunk_inclination_deg", title: "Trunk leaning forward", unit: "°",
    method: "Angle by which the trunk leans farther forward in walking than where the person stands before and after "
      + "it, from the direction of the mean specific force. A sensor that slips on the belt is not posture.",
    source: "RetroGait; gravity is the reference",
    value: { $0.inclination.map { $0 * 180 / .pi } })

  private static func byAxis(
    _ id: String, _ title: String, unit: String = "", suffix: String = "", method: String, source: String,
    _ value: @escaping @Sendable (TrunkMeasures) -> BodyAxes
  ) -> [TrunkMeasureDefinition] {
    let axes: [(id: String, title: String, value: @Sendable (BodyAxes) -> Double?)] = [
      ("ap", "anteroposterior", { $0.front }), ("ml", "mediolateral", { $0.left }), ("v", "vertical", { $0.up }),
    ]
    return axes.map { axis in
      TrunkMeasureDefinition(
        id: "\(id)_\(axis.id)\(suffix)", title: "\(title), \(axis.title)", unit: unit, method: method, source: source,
        value: { axis.value(value($0)) })
    }
  }
}
