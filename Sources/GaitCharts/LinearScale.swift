/// Maps a range of values onto a range of positions, with ticks at round values.
public struct LinearScale: Sendable, Equatable {
  public var values: ClosedRange<Double>
  public var positions: (start: Double, end: Double) {
    get { (first, last) }
    set { (first, last) = newValue }
  }
  private var first: Double
  private var last: Double
  /// Round values within the range, ascending.
  public let ticks: [Double]
  /// Decimals that the ticks need.
  public let decimals: Int

  /// A scale for `data` that begins and ends at ticks, or with the data.
  ///
  /// - Parameters:
  ///   - includesZero: Whether zero must be seen, as for bars.
  ///   - about: The number of steps wanted.
  ///   - isTight: Whether it begins and ends with the data instead, with the ticks in between.
  public init(
    data: [Double], includesZero: Bool = false, from start: Double, to end: Double, about steps: Int = 4,
    isTight: Bool = false
  ) {
    let finite = data.filter(\.isFinite) + (includesZero ? [0] : [])
    let low = finite.min() ?? 0
    let high = finite.max() ?? 1
    let span = high > low ? high - low : max(abs(high) * 0.2, 1e-3)
    let (step, decimals) = Self.roundStep(span / Double(steps))
    let lowest = (low / step + Self.overhang).rounded(.down)
    let highest = max((high / step - Self.overhang).rounded(.up), lowest + 1)
    let all = stride(from: lowest, through: highest, by: 1).map { $0 * step }
    let isTight = isTight && high > low
    // Sums of steps are not exact.
    let tolerance = step * 1e-6
    ticks = isTight ? all.filter { $0 >= low - tolerance && $0 <= high + tolerance } : all
    values = isTight ? low...high : lowest * step...highest * step
    self.decimals = decimals
    (first, last) = (start, end)
  }

  /// The position of `value`.
  public func position(_ value: Double) -> Double {
    first + (value - values.lowerBound) / (values.upperBound - values.lowerBound) * (last - first)
  }

  /// Share of a step by which data may go beyond the last tick: a foot that ends some millimeters lower than it began needs
  /// no further tick.
  private static let overhang = 0.1

  /// 1, 2 or 5 times a power of ten, at least `wanted`, and the decimals it needs.
  private static func roundStep(_ wanted: Double) -> (Double, Int) {
    var magnitude = 1.0
    var decimals = 0
    while magnitude > wanted && decimals < 9 {
      magnitude /= 10
      decimals += 1
    }
    while magnitude * 10 <= wanted { magnitude *= 10 }
    for factor in [1.0, 2, 5] where magnitude * factor >= wanted * 0.999 {
      return (magnitude * factor, decimals)
    }
    return (magnitude * 10, max(0, decimals - 1))
  }
}
