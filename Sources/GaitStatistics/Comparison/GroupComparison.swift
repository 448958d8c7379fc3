#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Backward against forward walking in a group of persons, each of whom counts once.
///
/// The interval of the difference is that of the paired t test (Student 1908, doi 10.1093/biomet/6.1.1); that of the ratio
/// is the same on the logarithmic scale, about the geometric mean of the persons' ratios.
public struct GroupComparison: Sendable, Equatable {
  /// Number of persons.
  public var persons: Int
  public var backwardMean: Double
  public var forwardMean: Double
  /// Mean of the persons' differences, backward less forward; interval with two persons or more.
  public var difference: Estimate
  /// Geometric mean of the persons' ratios, backward over forward; `nil` unless all values are above 0.
  public var ratio: Estimate?
  /// Hedges' g of paired values: the mean difference in standard deviations between persons (the root of the mean of both
  /// directions' variances), less its bias; interval by the delta method for paired values with unlike variances (Bonett
  /// 2008, doi 10.1037/1082-989X.13.2.99). `nil` with fewer than three persons.
  public var effectSize: Estimate?

  /// - Parameter pairs: Each person's mean backward and forward value, over comparable sessions.
  /// - Returns: `nil` without persons, or with a value that is not finite.
  public init?(_ pairs: [(backward: Double, forward: Double)], level: Double = 0.95) {
    guard let backward = Spread(pairs.map(\.backward)), let forward = Spread(pairs.map(\.forward)),
      let differences = Spread(pairs.map { $0.backward - $0.forward }), differences.mean.isFinite
    else { return nil }
    persons = pairs.count
    backwardMean = backward.mean
    forwardMean = forward.mean
    difference = Estimate(value: differences.mean, interval: differences.interval(level: level))
    if pairs.allSatisfy({ $0.backward > 0 && $0.forward > 0 }),
      let logarithms = Spread(pairs.map { log($0.backward / $0.forward) })
    {
      ratio = Estimate(
        value: exp(logarithms.mean),
        interval: logarithms.interval(level: level).map { exp($0.lowerBound)...exp($0.upperBound) })
    }
    effectSize = Self.effectSize(differences, backward, forward, level: level)
  }

  private static func effectSize(_ d: Spread, _ b: Spread, _ f: Spread, level: Double) -> Estimate? {
    guard d.n >= 3, let sd = d.sd, let sdB = b.sd, let sdF = f.sd,
      sdB + sdF > Spread.rounding * (abs(b.mean) + abs(f.mean))
    else { return nil }
    let variance = (sdB * sdB + sdF * sdF) / 2
    let correction = PairedComparison.smallSampleCorrection(freedom: Double(d.n - 1))
    let standardized = d.mean / variance.squareRoot()
    let covariance = (sdB * sdB + sdF * sdF - sd * sd) / 2
    let fourth = sdB * sdB * sdB * sdB + sdF * sdF * sdF * sdF + 2 * covariance * covariance
    let ofDenominator = standardized * standardized * fourth / (8 * variance * variance)
    let error = ((ofDenominator + sd * sd / variance) / Double(d.n - 1)).squareRoot()
    let half = normalQuantile((1 + level) / 2) * error
    let g = correction * standardized
    return Estimate(value: g, interval: half > 0 ? (g - half)...(g + half) : nil)
  }
}

extension Spread {
  /// Standard deviations below this share of the mean are what summing rounds off, and no spread.
  static let rounding = 1e-12

  /// Student's interval of the mean; `nil` for a single value, or values without spread.
  func interval(level: Double) -> ClosedRange<Double>? {
    guard let sd, sd > Self.rounding * abs(mean), let t = StudentT(freedom: Double(n - 1))?.quantile((1 + level) / 2)
    else { return nil }
    let half = t * sd / Double(n).squareRoot()
    return (mean - half)...(mean + half)
  }
}
