import GaitModel

/// Finds a sensor's sampling rate from its time stamps.
struct SamplingClock {
  /// A step longer than this many periods is a gap, unless a short step beside it makes up for it: then a stamp was
  /// late and no sample is missing.
  static let gapPeriods = 1.5
  /// Lowest rate in Hz at which strides can be measured: a swing of 0.3 s needs half a dozen samples.
  static let lowestRate = 20.0
  /// Highest rate in Hz that is believed: inertial sensors give at most 8 kHz.
  static let highestRate = 10_000.0

  /// What is wrong with a time axis.
  enum Fault: Error, Equatable {
    /// The stamp of this row is before that of the row above.
    case decreasing(row: Int)
    /// Too many stamps repeat for a rate to be found.
    case tooCoarse
    case tooSlow(rate: Double)
    case tooFast(rate: Double)
    case tooShort(seconds: Double)
  }

  /// Shortest recording in seconds that can hold a stride.
  static let shortest = 1.0

  /// Rate, jitter and gaps of `time` in seconds.
  ///
  /// The period is the mean step, leaving out gaps, so that stamps that are rounded, jitter, or repeat now and then do
  /// not bias it; jitter is what remains around an even grid of that period between gaps.
  static func timing(of time: [Double]) throws(Fault) -> SampleTiming {
    guard let first = time.first, let last = time.last else { throw .tooShort(seconds: 0) }
    for i in time.indices.dropFirst() where time[i] < time[i - 1] { throw .decreasing(row: i) }
    guard last - first >= shortest else { throw .tooShort(seconds: last - first) }
    let steps = Steps(time: time)
    let typical = steps.middle
    guard typical > 0 else { throw .tooCoarse }
    var period = typical
    // The limit for gaps and the period depend on each other; two rounds settle both.
    for _ in 0..<2 {
      var sum = 0.0
      var count = 0
      for i in 0..<steps.count where !steps.isGap(i, period: max(period, typical)) {
        sum += steps[i]
        count += 1
      }
      if count > 0, sum > 0 { period = sum / Double(count) }
    }
    let limit = max(period, typical)
    var gaps: [SampleTiming.Gap] = []
    for i in 0..<steps.count where steps.isGap(i, period: limit) {
      gaps.append(.init(start: time[i], end: time[i + 1]))
    }
    let rate = 1 / period
    guard rate >= lowestRate else { throw .tooSlow(rate: rate) }
    guard rate <= highestRate else { throw .tooFast(rate: rate) }
    return SampleTiming(rate: rate, jitter: jitter(of: steps, limit: limit, period: period), gaps: gaps)
  }

  /// The time between neighbouring samples, in seconds.
  private struct Steps {
    let time: [Double]

    var count: Int { time.count - 1 }
    subscript(i: Int) -> Double { time[i + 1] - time[i] }

    func isGap(_ i: Int, period: Double) -> Bool {
      guard self[i] > gapPeriods * period else { return false }
      let before = i > 0 ? self[i - 1] : period
      let after = i + 1 < count ? self[i + 1] : period
      return self[i] + min(before, after) > (gapPeriods + 1) * period
    }

    /// The middle of the steps, from some of them.
    var middle: Double {
      // A thousand steps from all over are enough for a start that is refined by the mean.
      let interval = max(1, count / 1000)
      let sampled = stride(from: 0, to: count, by: interval).map { self[$0] }.sorted()
      return sampled[sampled.count / 2]
    }
  }

  private static func jitter(of steps: Steps, limit: Double, period: Double) -> Double {
    let time = steps.time
    var squares = 0.0
    var runStart = 0
    var sum = 0.0
    var sumOfSquares = 0.0
    func close(_ end: Int) {
      let n = Double(end - runStart)
      if n > 0 { squares += max(0, sumOfSquares - sum * sum / n) }
    }
    for i in time.indices {
      if i > 0, steps.isGap(i - 1, period: limit) {
        close(i)
        runStart = i
        sum = 0
        sumOfSquares = 0
      }
      let residual = time[i] - time[runStart] - Double(i - runStart) * period
      sum += residual
      sumOfSquares += residual * residual
    }
    close(time.count)
    return (squares / Double(max(1, time.count))).squareRoot()
  }
}
