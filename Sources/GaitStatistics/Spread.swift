import GaitSignal

/// Center and spread of a set of values.
public struct Spread: Sendable, Equatable {
  public var n: Int
  public var mean: Double
  /// Sample standard deviation (n − 1); `nil` for a single value.
  public var sd: Double?
  public var median: Double

  /// - Returns: `nil` without values.
  public init?(_ values: [Double]) {
    guard let middle = GaitSignal.median(of: values) else { return nil }
    n = values.count
    mean = values.reduce(0, +) / Double(values.count)
    median = middle
    if n > 1 {
      let center = mean
      sd = (values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(n - 1)).squareRoot()
    }
  }

  /// Coefficient of variation in percent; `nil` where the mean is not positive.
  public var cvPercent: Double? {
    guard let sd, mean > 0 else { return nil }
    return 100 * sd / mean
  }
}
