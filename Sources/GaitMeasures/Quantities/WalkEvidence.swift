import GaitModel

/// What a measure of a whole walk is taken from: its strides and bouts, the curves of the feet, and what is known of the
/// person and the ground.
public struct WalkEvidence: Sendable {
  /// Of all directions, sorted by end, each with whether it is steady.
  public let strides: [Stride]
  public let bouts: [WalkingBout]
  public let curves: [StrideCurve]
  /// The means by direction.
  public let summary: WalkSummary
  /// Slope of the ground in percent, positive uphill, as given.
  public let inclinePercent: Double?
  /// Mass of the person in kg, as given.
  public let mass: Double?
  /// Time of the recording's first sample, in s; before it nobody is known to have stood.
  public let recordingStart: Double

  public init(
    strides: [Stride], bouts: [WalkingBout], curves: [StrideCurve] = [], summary: WalkSummary,
    inclinePercent: Double? = nil, mass: Double? = nil, recordingStart: Double = 0
  ) {
    self.strides = strides
    self.bouts = bouts
    self.curves = curves
    self.summary = summary
    self.inclinePercent = inclinePercent
    self.mass = mass
    self.recordingStart = recordingStart
  }

  /// The evidence of `result`, whose strides are marked, with the means of it.
  init(_ result: GaitResult, of recording: Recording, summary: WalkSummary) {
    let details = recording.details
    self.init(
      strides: result.strides, bouts: result.bouts, curves: result.curves, summary: summary,
      inclinePercent: details.inclinePercent, mass: Self.mass(details.other),
      recordingStart: recording.sensors.compactMap(\.time.first).min() ?? 0)
  }

  /// The strides of `direction` that enter means.
  func counted(_ direction: Direction) -> [Stride] {
    strides.filter { $0.isCounted && $0.direction == direction }
  }

  /// Mass of a person, in kg; a value outside it is a slip of the pen.
  private static let possibleMass = 10.0...400.0

  private static func mass(_ details: [String: JSONValue]) -> Double? {
    guard case .number(let mass) = details["mass_kg"], possibleMass.contains(mass) else { return nil }
    return mass
  }
}
