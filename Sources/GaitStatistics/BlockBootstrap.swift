import GaitSignal

/// The confidence interval of a mean by resampling blocks of neighboring values.
///
/// Strides that follow each other resemble each other, so an interval that takes them for independent is too narrow.
/// Whole blocks of about the cube root of their number are drawn instead (Künsch 1989, doi 10.1214/aos/1176347265),
/// from the values laid end to end in a circle, so that the first and last count as often as the rest (Politis & Romano
/// 1992). The interval lies between percentiles of the resampled means, widened for the small
/// number of blocks and for the ties between neighbors that are cut at their ends.
public struct BlockBootstrap: Sendable {
  /// Number of resamplings.
  public var resamplings: Int
  /// Share of intervals that are to hold the true mean.
  public var level: Double
  /// Fewest values of which an interval is given.
  public var fewest: Int
  /// The same seed gives the same interval.
  public var seed: UInt64

  public init(resamplings: Int = 2000, level: Double = 0.95, fewest: Int = 5, seed: UInt64 = 1) {
    self.resamplings = resamplings
    self.level = level
    self.fewest = fewest
    self.seed = seed
  }

  /// The interval of the mean of `values`, which stand in the order they were measured in.
  ///
  /// - Returns: `nil` where there are too few values, or one is not finite.
  public func interval(of values: [Double]) -> ClosedRange<Double>? {
    let n = values.count
    guard n >= fewest, n > 0, resamplings > 1, values.allSatisfy(\.isFinite) else { return nil }
    var length = 1
    while length * length * length < n { length += 1 }
    // Laid out twice, so that a block that runs over the end goes on at the beginning.
    let sums = prefixSums(values + values)
    let mean = sums[n] / Double(n)
    var random = SplitMix64(seed: seed)
    var means: [Double] = []
    means.reserveCapacity(resamplings)
    for _ in 0..<resamplings {
      var sum = 0.0
      var drawn = 0
      while drawn < n {
        let size = min(length, n - drawn)
        let start = Int.random(in: 0..<n, using: &random)
        sum += sums[start + size] - sums[start]
        drawn += size
      }
      means.append(sum / Double(n))
    }
    means.sort()
    let tail = (1 - level) / 2
    guard let low = quantile(tail, ofSorted: means), let high = quantile(1 - tail, ofSorted: means) else { return nil }
    // A resampling has the variance of n, not n − 1, values per block; small samples need this most.
    let blocks = Double(n) / Double(length)
    let freedom = max(1, blocks - 1)
    // Student's t over the normal quantile, to first order (Fisher & Cornish 1960, doi 10.1080/00401706.1960.10489895),
    // because the spread itself is estimated from few blocks.
    let student = 1 + (1.96 * 1.96 + 1) / (4 * freedom)
    // The shorter blocks are, the more ties are cut.
    let correlation = NeighborCorrelation.ofStrides(values.map { $0 - mean })
    let cutTies = (correlation.varianceOfMean(n) / correlation.varianceOfMean(length)).squareRoot()
    let widening = (blocks / freedom).squareRoot() * student * cutTies
    return (mean + (low - mean) * widening)...(mean + (high - mean) * widening)
  }

  private func prefixSums(_ values: [Double]) -> [Double] {
    var sums = [0.0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums[sums.count - 1] + value) }
    return sums
  }
}
