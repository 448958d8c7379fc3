#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An estimate with its confidence interval.
public struct Estimate: Sendable, Equatable, Codable {
  public var value: Double
  /// 95 % confidence interval unless said otherwise; `nil` where too little is known for one.
  public var interval: ClosedRange<Double>?

  public init(value: Double, interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }
}

/// Backward against forward walking of one person in one session.
///
/// Strides that follow each other resemble each other, and those of one bout resemble each other more than those of
/// another. The standard errors are therefore those of a bootstrap that draws whole bouts (Davison & Hinkley 1997,
/// Bootstrap Methods, section 3.8), or, with fewer than `PairedComparison.fewestBouts` of them, blocks of neighboring
/// strides, which leaves out what differs from bout to bout. Intervals are the estimate ± Student's t, with Welch's degrees
/// of freedom for two spreads that differ (Welch 1947, doi 10.1093/biomet/34.1-2.28).
public struct PairedComparison: Sendable, Equatable {
  /// What one direction rests on.
  public struct Side: Sendable, Equatable {
    public var strides: Int
    public var bouts: Int
    public var mean: Double
    public var sd: Double?
  }

  /// Fewest bouts of a direction from which whole bouts are drawn.
  public static let fewestBouts = 3
  /// Fewest strides of each direction of which intervals are given.
  public static let fewestStrides = 5

  public var backward: Side
  public var forward: Side
  /// Backward less forward mean.
  public var difference: Estimate
  /// Backward over forward mean; `nil` unless both are above 0.
  public var ratio: Estimate?
  /// Hedges' g: the difference in standard deviations of single strides, the root of the mean of both directions'
  /// variances, less its bias in small samples (Hedges 1981, doi 10.3102/10769986006002107; Cumming 2012 on the mean of
  /// variances). Not the pooled SD: backward strides vary more, and the number of strides of a direction should not weigh.
  /// `nil` where strides do not vary.
  public var effectSize: Estimate?
  /// Whether whole bouts were drawn in both directions.
  public var drawsWholeBouts: Bool

  /// - Parameters:
  ///   - backward: Values of backward strides by walking bout, in the order of time.
  ///   - forward: Those of forward strides.
  ///   - level: Share of intervals that are to hold the true value.
  ///   - resamplings: Number of bootstrap samples.
  ///   - seed: The same seed gives the same intervals.
  /// - Returns: `nil` where a direction has no stride, or a value is not finite.
  public init?(
    backward: [[Double]], forward: [[Double]], level: Double = 0.95, resamplings: Int = 2000, seed: UInt64 = 1
  ) {
    guard let b = Side(backward), let f = Side(forward), b.mean.isFinite, f.mean.isFinite else { return nil }
    self.backward = b
    self.forward = f
    difference = Estimate(value: b.mean - f.mean)
    let isPositive = b.mean > 0 && f.mean > 0
    ratio = isPositive ? Estimate(value: b.mean / f.mean) : nil
    let correction = Self.smallSampleCorrection(freedom: Double(b.strides + f.strides - 2))
    effectSize = Self.standardized(b.mean - f.mean, b.variance, f.variance).map { Estimate(value: correction * $0) }
    drawsWholeBouts = b.bouts >= Self.fewestBouts && f.bouts >= Self.fewestBouts

    guard min(b.strides, f.strides) >= Self.fewestStrides, resamplings > 1,
      let sideB = ResampledSide(bouts: backward.filter { !$0.isEmpty }, fewestBouts: Self.fewestBouts),
      let sideF = ResampledSide(bouts: forward.filter { !$0.isEmpty }, fewestBouts: Self.fewestBouts)
    else { return }
    var random = SplitMix64(seed: seed)
    var meansB: [Double] = []
    var meansF: [Double] = []
    var effects: [Double] = []
    for _ in 0..<resamplings {
      let drawnB = sideB.sample(using: &random)
      let drawnF = sideF.sample(using: &random)
      meansB.append(drawnB.mean)
      meansF.append(drawnF.mean)
      if let g = Self.standardized(drawnB.mean - drawnF.mean, drawnB.variance, drawnF.variance) {
        effects.append(correction * g)
      }
    }
    guard let seB = Spread(meansB)?.sd, let seF = Spread(meansF)?.sd else { return }
    let freedoms = (sideB.freedom, sideF.freedom)
    difference.interval = Self.interval(difference.value, (seB, seF), freedoms, level)
    if isPositive {
      // On the logarithmic scale, where the interval is even and above 0.
      let interval = Self.interval(log(b.mean / f.mean), (seB / b.mean, seF / f.mean), freedoms, level)
      ratio?.interval = interval.map { exp($0.lowerBound)...exp($0.upperBound) }
    }
    if let g = effectSize?.value, effects.count == resamplings, let se = Spread(effects)?.sd, seB + seF > 0 {
      let freedom = Self.welchFreedom((seB, seF), freedoms)
      effectSize?.interval = Self.interval(g, (se, 0), (freedom, freedom), level)
    }
  }

  /// Hedges' J: 1 − 3 / (4 · freedom − 1), to first order.
  static func smallSampleCorrection(freedom: Double) -> Double {
    freedom > 1 ? 1 - 3 / (4 * freedom - 1) : 1
  }

  private static func standardized(_ difference: Double, _ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b, a + b > 0 else { return nil }
    return difference / ((a + b) / 2).squareRoot()
  }

  private static func welchFreedom(_ errors: (Double, Double), _ freedoms: (Double, Double)) -> Double {
    let a = errors.0 * errors.0
    let b = errors.1 * errors.1
    guard a + b > 0 else { return min(freedoms.0, freedoms.1) }
    return (a + b) * (a + b) / (a * a / freedoms.0 + b * b / freedoms.1)
  }

  private static func interval(
    _ value: Double, _ errors: (Double, Double), _ freedoms: (Double, Double), _ level: Double
  ) -> ClosedRange<Double>? {
    let error = (errors.0 * errors.0 + errors.1 * errors.1).squareRoot()
    guard error > 0, let t = StudentT(freedom: welchFreedom(errors, freedoms))?.quantile((1 + level) / 2)
    else { return nil }
    return (value - t * error)...(value + t * error)
  }
}

extension PairedComparison.Side {
  init?(_ bouts: [[Double]]) {
    guard let spread = Spread(bouts.flatMap { $0 }) else { return nil }
    self.init(strides: spread.n, bouts: bouts.count { !$0.isEmpty }, mean: spread.mean, sd: spread.sd)
  }

  var variance: Double? { sd.map { $0 * $0 } }
}
