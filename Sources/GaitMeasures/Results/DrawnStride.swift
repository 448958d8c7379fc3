import GaitModel

/// What a figure of one stride needs: what the sensor measured, and the foot's path if it is known.
public struct DrawnStride: Sendable, Equatable {
  public var signals: StrideSignals
  /// Over the time that `signals.swing` says; `nil` where the path is not known.
  public var path: StrideCurve?

  public var foot: Side { signals.foot }
  public var number: Int { signals.number }

  /// Whether the lower back gave it.
  package var isTrunk: Bool {
    if case .leftward = signals.third { true } else { false }
  }

  /// Foot-flat before and after the swing, and the time of the path.
  package var spans: [ClosedRange<Double>?] {
    (0..<2).map { $0 < signals.footFlat.count ? signals.footFlat[$0] : nil } + [signals.swing]
  }

  public init(signals: StrideSignals, path: StrideCurve? = nil) {
    self.signals = signals
    self.path = path
  }

  /// The strides of a result, in the order of its strides; of the feet alone where the lower back gave others.
  public static func all(of result: GaitResult) -> [DrawnStride] {
    struct Key: Hashable {
      var foot: Side
      var number: Int
    }
    let paths = Dictionary(
      result.curves.map { (Key(foot: $0.foot, number: $0.number), $0) }, uniquingKeysWith: { first, _ in first })
    let signals = Dictionary(
      result.signals.map { (Key(foot: $0.foot, number: $0.number), $0) }, uniquingKeysWith: { first, _ in first })
    let all = result.strides.compactMap { stride in
      let key = Key(foot: stride.foot, number: stride.number)
      return signals[key].map { DrawnStride(signals: $0, path: paths[key]) }
    }
    return all.allSatisfy(\.isTrunk) ? all : all.filter { !$0.isTrunk }
  }
}

/// The curves of a stride as whole numbers, fine enough for any figure: a fourth of the room of `Double`.
package struct CurveNumbers: Sendable, Equatable {
  /// Stands where a value is not known.
  package static let missing = Int16.min

  /// A column of curves: its name with its unit, how many of its steps make one SI unit, and the number of its points.
  package struct Column: Sendable, Equatable {
    package var name: String
    package var perUnit: Double
    package var points: Int
  }

  private static let degrees = 180 / Double.pi
  private static let trunk = [
    Column(name: "acc_forward_m_s2_x100", perUnit: 100, points: StrideSignals.points),
    Column(name: "acc_up_m_s2_x100", perUnit: 100, points: StrideSignals.points),
    Column(name: "acc_left_m_s2_x100", perUnit: 100, points: StrideSignals.points),
  ]
  private static let foot =
    trunk.prefix(2) + [
      Column(name: "pitch_rate_deg_s", perUnit: degrees, points: StrideSignals.points),
      Column(name: "path_forward_mm", perUnit: 1000, points: StrideCurve.points),
      Column(name: "path_height_mm_x10", perUnit: 10_000, points: StrideCurve.points),
      Column(name: "foot_pitch_deg_x100", perUnit: 100 * degrees, points: StrideCurve.points),
    ]

  /// The columns of a foot or of the trunk.
  package static func columns(ofTrunk isTrunk: Bool) -> [Column] { isTrunk ? trunk : Array(foot) }

  package var isTrunk: Bool
  /// One array per column; those of an unknown path are all `missing`.
  package var values: [[Int16]]

  package init(isTrunk: Bool, values: [[Int16]]) {
    self.isTrunk = isTrunk
    self.values = values
  }

  package init(_ stride: DrawnStride) {
    let signals = stride.signals
    let third: [Float]
    switch signals.third {
    case .pitchRate(let rate): (isTrunk, third) = (false, rate)
    case .leftward(let acceleration): (isTrunk, third) = (true, acceleration)
    }
    let unknown = [Double](repeating: .nan, count: StrideCurve.points)
    var curves = [signals.forward.map(Double.init), signals.upward.map(Double.init), third.map(Double.init)]
    if !isTrunk {
      curves += [stride.path?.forward ?? unknown, stride.path?.height ?? unknown, stride.path?.pitch ?? unknown]
    }
    values = zip(Self.columns(ofTrunk: isTrunk), curves).map { column, curve in
      curve.map { Self.number($0 * column.perUnit) }
    }
  }

  private static func number(_ value: Double) -> Int16 {
    value.isFinite ? Int16(min(32_767, max(-32_767, value.rounded()))) : missing
  }

  /// The stride again; `nil` where the numbers are not those of one.
  package func stride(
    foot: Side, number: Int, start: Double, end: Double, footFlat: [ClosedRange<Double>], swing: ClosedRange<Double>?
  ) -> DrawnStride? {
    let columns = Self.columns(ofTrunk: isTrunk)
    guard values.count == columns.count, zip(values, columns).allSatisfy({ $0.count == $1.points }) else { return nil }
    let curves = zip(values, columns).map { values, column in values.map { Double($0) / column.perUnit } }
    let floats = curves.prefix(3).map { $0.map { Float($0) } }
    let signals = StrideSignals(
      foot: foot, number: number, start: start, end: end, forward: floats[0], upward: floats[1],
      third: isTrunk ? .leftward(floats[2]) : .pitchRate(floats[2]), footFlat: footFlat, swing: swing)
    guard !isTrunk, !values[3].contains(Self.missing) else { return DrawnStride(signals: signals) }
    return DrawnStride(
      signals: signals,
      path: StrideCurve(foot: foot, number: number, forward: curves[3], height: curves[4], pitch: curves[5]))
  }
}
