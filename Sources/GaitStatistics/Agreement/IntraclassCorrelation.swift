/// How well two methods tell targets apart, for one measurement by each: ICC(2,1), absolute agreement, and ICC(3,1),
/// consistency, with their intervals (Shrout & Fleiss 1979, doi 10.1037/0033-2909.86.2.420).
public struct IntraclassCorrelation: Sendable, Equatable {
  /// Number of targets.
  public var n: Int
  /// A constant difference of the methods counts as error.
  public var agreement: Double
  public var agreementInterval: ClosedRange<Double>?
  /// A constant difference of the methods does not count.
  public var consistency: Double
  public var consistencyInterval: ClosedRange<Double>?

  /// Fewest targets.
  public static let fewest = 3
  /// Share of the intervals' misses on each side.
  private static let tail = 0.025
  /// Number of methods.
  private static let methods = 2.0

  /// - Parameter pairs: What each method found of each target.
  /// - Returns: `nil` with fewer than three targets, or where all measurements are alike.
  public init?(_ pairs: [(Double, Double)]) {
    guard pairs.count >= Self.fewest else { return nil }
    n = pairs.count
    let (n, k) = (Double(pairs.count), Self.methods)
    let columns = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    let grand = (columns.0 + columns.1) / k
    func square(_ value: Double) -> Double { value * value }
    let targets = k * pairs.reduce(0) { $0 + square(($1.0 + $1.1) / k - grand) } / (n - 1)
    let raters = n * (square(columns.0 - grand) + square(columns.1 - grand)) / (k - 1)
    let residual =
      pairs.reduce(0) { sum, pair in
        let mean = (pair.0 + pair.1) / k
        return sum + square(pair.0 - mean - columns.0 + grand) + square(pair.1 - mean - columns.1 + grand)
      } / ((n - 1) * (k - 1))
    guard targets + residual > 0 else { return nil }
    agreement = (targets - residual) / (targets + (k - 1) * residual + k * (raters - residual) / n)
    consistency = (targets - residual) / (targets + (k - 1) * residual)
    guard residual > 0, let f = FRatio(freedom: n - 1, (n - 1) * (k - 1)) else { return }
    let quantile = f.quantile(1 - Self.tail)
    let (low, high) = (targets / residual / quantile, targets / residual * quantile)
    consistencyInterval = (low - 1) / (low + k - 1)...(high - 1) / (high + k - 1)
    // Satterthwaite's degrees of freedom of the error of absolute agreement.
    let ratio = raters / residual
    let a = k * ratio * agreement
    let b = n * (1 + (k - 1) * agreement) - k * agreement
    let freedom = (n - 1) * (k - 1) * square(a + b) / ((n - 1) * k * k * square(agreement * ratio) + square(b))
    guard let above = FRatio(freedom: n - 1, freedom)?.quantile(1 - Self.tail),
      let below = FRatio(freedom: freedom, n - 1)?.quantile(1 - Self.tail)
    else { return }
    let spread = k * raters + (k * n - k - n) * residual
    let from = n * (targets - above * residual) / (above * spread + n * targets)
    let to = n * (below * targets - residual) / (spread + n * below * targets)
    if from <= to { agreementInterval = from...to }
  }
}
