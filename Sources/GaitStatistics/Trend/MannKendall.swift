import GaitSignal

/// Kendall's test of whether values rise or fall over time, whatever the shape of the rise
/// (Mann 1945, doi 10.2307/1907187; Kendall 1975, Rank Correlation Methods).
public struct MannKendall: Sendable, Equatable {
  /// Number of values.
  public var n: Int
  /// Pairs in which the later value is higher, less those in which it is lower.
  public var s: Int
  /// `s` over its greatest amount without ties, n (n − 1) / 2, as in the test's usual table; −1 to 1.
  public var tau: Double
  /// Variance of `s` if the order were chance, corrected for ties.
  public var variance: Double
  /// Two-sided p if the values were independent: exact where no values are tied and `n` is at most `mostForExact`, else by
  /// the normal approximation with continuity correction.
  public var p: Double
  /// Whether `p` is exact.
  public var isExact: Bool
  /// Factor by which autocorrelation changes `variance` (Hamed & Rao 1998, doi 10.1016/S0022-1694(97)00125-X).
  public var varianceRatio: Double
  /// Two-sided p by the normal approximation with the variance so corrected.
  public var correctedP: Double

  /// Most values of which the exact distribution of `s` is computed; beyond, the normal approximation is within 0.0003.
  public static let mostForExact = 60

  /// The test on values in the order of time.
  ///
  /// - Parameters:
  ///   - values: Finite values in the order of time.
  ///   - significance: Level at which an autocorrelation of the ranks enters the correction; Hamed and Rao take 0.05.
  /// - Returns: `nil` with fewer than three values, or with one that is not finite.
  public init?(_ values: [Double], significance: Double = 0.05) {
    guard values.count >= 3, values.allSatisfy(\.isFinite) else { return nil }
    n = values.count
    var s = 0
    for i in values.indices {
      for j in values.index(after: i)..<values.endIndex {
        s += values[j] > values[i] ? 1 : (values[j] < values[i] ? -1 : 0)
      }
    }
    self.s = s
    let count = Double(n)
    tau = Double(s) / (count * (count - 1) / 2)
    let ties = Self.tieSizes(values)
    variance = Self.variance(n: n, ties: ties)
    isExact = ties.isEmpty && n <= Self.mostForExact
    p = isExact ? KendallDistribution(n: n).twoSided(s) : Self.normalP(s: s, variance: variance)
    varianceRatio = Self.varianceRatio(values, significance: significance)
    correctedP = Self.normalP(s: s, variance: variance * varianceRatio)
  }

  /// Sizes of the groups of equal values.
  static func tieSizes(_ values: [Double]) -> [Int] {
    Dictionary(grouping: values) { $0 }.values.map(\.count).filter { $0 > 1 }
  }

  /// Variance of S among all orders of `n` values, of which groups of the sizes `ties` are equal.
  static func variance(n: Int, ties: [Int]) -> Double {
    let term = { (k: Int) in k * (k - 1) * (2 * k + 5) }
    return Double(term(n) - ties.map(term).reduce(0, +)) / 18
  }

  private static func normalP(s: Int, variance: Double) -> Double {
    guard variance > 0, s != 0 else { return 1 }
    return min(1, 2 * normalProbability(below: -(abs(Double(s)) - 1) / variance.squareRoot()))
  }

  /// Hamed and Rao's n / n*, from the autocorrelation of the ranks of the values less their Theil–Sen line.
  private static func varianceRatio(_ values: [Double], significance: Double) -> Double {
    let n = values.count
    let times = (0..<n).map(Double.init)
    guard n > 3, let line = TheilSen(times: times, values: values) else { return 1 }
    let ranks = midRanks(zip(times, values).map { $1 - line.slope * $0 })
    let mean = Double(n + 1) / 2
    let deviations = ranks.map { $0 - mean }
    let square = deviations.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return 1 }
    let limit = normalQuantile(1 - significance / 2) / Double(n).squareRoot()
    let count = Double(n)
    var sum = 0.0
    for lag in 1..<(n - 2) {
      var product = 0.0
      for i in 0..<(n - lag) { product += deviations[i] * deviations[i + lag] }
      let correlation = product / square
      let k = Double(lag)
      if abs(correlation) > limit { sum += (count - k) * (count - k - 1) * (count - k - 2) * correlation }
    }
    let ratio = 1 + 2 / (count * (count - 1) * (count - 2)) * sum
    // Negative autocorrelation can take the estimate to 0 or below, where the formula means nothing.
    return ratio > 0 ? ratio : 1
  }
}

/// Ranks from 1, equal values with the mean of theirs. Values are equal if they differ by no more than rounding does: by
/// 10⁻¹⁰ of their range.
func midRanks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  guard let lowest = order.first, let highest = order.last else { return [] }
  let rounding = 1e-10 * (values[highest] - values[lowest])
  var start = 0
  while start < order.count {
    var end = start
    while end + 1 < order.count, values[order[end + 1]] - values[order[end]] <= rounding { end += 1 }
    for k in start...end { ranks[order[k]] = Double(start + end) / 2 + 1 }
    start = end + 1
  }
  return ranks
}
