/// A least-squares line through values that follow each other and resemble their neighbors, such as those of strides.
///
/// The values of each group, for example those of each foot, may have their own level; the slope is common. Neighbors are
/// taken to correlate by a first-order autoregression, which is estimated from the residuals (Marriott & Pope 1954,
/// doi 10.1093/biomet/41.3-4.390). The residual variance and its degrees of freedom allow for it (Satterthwaite 1946,
/// doi 10.2307/3002019).
public struct CorrelatedLine: Sendable, Equatable {
  /// Number of values.
  public let n: Int
  /// Change of the value per unit of `x`.
  public let slope: Double
  /// Standard error of `slope`.
  public let slopeError: Double
  /// Degrees of freedom of the standard errors.
  public let freedom: Double
  private let meanX: Double
  private let meanY: Double
  /// Variance of `meanY`.
  private let meanVariance: Double

  /// - Parameters:
  ///   - x: Where the values were taken, for example times, in the order in which they were measured.
  ///   - y: The values.
  ///   - groups: The group of each value.
  /// - Returns: `nil` with fewer than five values, or where all of `x` are the same.
  public init?(x: [Double], y: [Double], groups: [Int]) {
    let n = x.count
    guard n >= Self.fewest, y.count == n, groups.count == n, (x + y).allSatisfy(\.isFinite) else { return nil }
    let (dx, dy) = (Self.centered(x, groups), Self.centered(y, groups))
    let square = zip(dx, dx).reduce(0) { $0 + $1.0 * $1.1 }
    guard square > 0 else { return nil }
    let slope = zip(dx, dy).reduce(0) { $0 + $1.0 * $1.1 } / square
    let residuals = zip(dx, dy).map { $1 - slope * $0 }
    let correlation = NeighborCorrelation.ofStrides(residuals)
    guard let spread = correlation.spreadAboutLine(times: dx), spread.share > 0 else { return nil }
    let levels = Set(groups).count
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    let variance = squares / Double(max(1, n - 1 - levels)) / spread.share
    self.n = n
    self.slope = slope
    slopeError = (variance * correlation.variance(ofSumWith: dx.map { $0 / square })).squareRoot()
    freedom = spread.freedom
    meanX = x.reduce(0, +) / Double(n)
    meanY = y.reduce(0, +) / Double(n)
    meanVariance = variance * correlation.varianceOfMean(n) / Double(n)
  }

  /// The 95 % interval of the slope.
  public var slopeInterval: ClosedRange<Double>? {
    guard let t = StudentT(freedom: freedom)?.quantile(0.975) else { return nil }
    return slope - t * slopeError...slope + t * slopeError
  }

  /// The value of the line at `x`.
  public func value(at x: Double) -> Double { meanY + slope * (x - meanX) }

  /// The variance of `value(at:)`. Level and slope of a line about the mean of `x` are uncorrelated.
  public func variance(at x: Double) -> Double {
    meanVariance + slopeError * slopeError * (x - meanX) * (x - meanX)
  }

  /// Two points make any line; three more leave something to estimate its error from.
  private static let fewest = 5

  /// `values` less the mean of their group.
  private static func centered(_ values: [Double], _ groups: [Int]) -> [Double] {
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for (value, group) in zip(values, groups) {
      let before = sums[group] ?? (0, 0)
      sums[group] = (before.sum + value, before.count + 1)
    }
    return zip(values, groups).map { value, group in
      sums[group].map { value - $0.sum / $0.count } ?? value
    }
  }
}
