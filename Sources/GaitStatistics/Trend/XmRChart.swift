/// The chart of individual values and moving ranges: what ordinary variation from session to session looks like, and
/// what lies outside of it (Wheeler 1993, Understanding Variation, SPC Press).
public struct XmRChart: Sendable, Equatable {
  public var mean: Double
  /// Mean amount of the difference between neighboring values.
  public var meanMovingRange: Double
  /// Natural process limits: mean ± 2.66 mean moving ranges, three standard deviations of a process without trend.
  public var limits: ClosedRange<Double>
  /// Indices of the values outside `limits`.
  public var beyond: [Int]
  /// Stretches of eight or more values in a row on the same side of the mean, as indices.
  public var runs: [Range<Int>]

  /// Standard deviations in three, over the mean moving range of two normal values in standard deviations, 2 / √π.
  public static let limitFactor = 2.66
  /// Values in a row on one side of the mean that count as a run; chance gives that in 1 of 128 stretches.
  public static let runLength = 8

  /// The chart of values in the order of time.
  ///
  /// - Parameters:
  ///   - values: Finite values.
  ///   - baseline: Number of first values that mean and limits are taken from; all, if `nil`.
  /// - Returns: `nil` with fewer than two values to take limits from, or with a value that is not finite.
  public init?(_ values: [Double], baseline: Int? = nil) {
    let reference = values.prefix(max(baseline ?? values.count, 0))
    guard reference.count >= 2, values.allSatisfy(\.isFinite) else { return nil }
    let center = reference.reduce(0, +) / Double(reference.count)
    let range =
      zip(reference, reference.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) } / Double(reference.count - 1)
    mean = center
    meanMovingRange = range
    let limits = (center - Self.limitFactor * range)...(center + Self.limitFactor * range)
    self.limits = limits
    beyond = values.indices.filter { !limits.contains(values[$0]) }
    runs = []
    var start = 0
    func side(_ index: Int) -> Int { values[index] > center ? 1 : (values[index] < center ? -1 : 0) }
    for index in 1...values.count {
      if index < values.count, side(index) == side(start) { continue }
      if index - start >= Self.runLength, side(start) != 0 { runs.append(start..<index) }
      start = index
    }
  }
}
