import GaitModel
import GaitSignal

/// Finds a sensor's sampling rate, and when it sampled, from its time stamps.
struct SamplingClock {
  /// A step longer than this many periods is a gap, unless a short step beside it makes up for it: then a stamp was
  /// late and no sample is missing.
  static let gapPeriods = 1.5
  /// Lowest rate in Hz that is read: of a swing of 0.3 s it sees two or three samples. Below 20 Hz a warning stands.
  static let lowestRate = 8.0
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

  /// Steps that are this share of a period longer or shorter than one are those of even stamps.
  private static let evenStep = 0.25
  /// Delay in periods from which stamps are said to be times of arrival; less is jitter or rounding.
  private static let clearDelay = 1.0

  /// When the samples of `stamps` in seconds were taken, if that is not what the stamps say, and rate, jitter and gaps.
  ///
  /// Even stamps are taken as they are. Others are observations of the sensor's clock, if an even one explains them; else
  /// the sensor did not sample evenly, and they stand.
  static func reading(of stamps: [Double]) throws(Fault) -> (time: [Double]?, timing: SampleTiming) {
    try check(stamps)
    if !isEven(stamps), let clock = SampleClock(stamps: stamps), !hasGaps(stamps, clock: clock) {
      var gaps: [SampleTiming.Gap] = []
      for i in clock.numbers.indices.dropFirst() where clock.numbers[i] - clock.numbers[i - 1] > 1 {
        gaps.append(.init(start: clock.times[i - 1], end: clock.times[i]))
      }
      try check(rate: 1 / clock.period)
      var timing = SampleTiming(rate: 1 / clock.period, jitter: clock.residual, gaps: gaps)
      if clock.isCut {
        timing.stamps = .wholeSeconds
      } else if clock.usualDelay > clearDelay * clock.period {
        timing.stamps = .arrivals(delay: clock.usualDelay)
      }
      return (clock.times, timing)
    }
    return (nil, try timing(of: stamps))
  }

  /// - Throws: `Fault` if time goes back, or there is too little of it.
  static func check(_ time: [Double]) throws(Fault) {
    guard let first = time.first, let last = time.last else { throw .tooShort(seconds: 0) }
    for i in time.indices.dropFirst() where time[i] < time[i - 1] { throw .decreasing(row: i) }
    guard last - first >= shortest else { throw .tooShort(seconds: last - first) }
  }

  private static func check(rate: Double) throws(Fault) {
    guard rate >= lowestRate else { throw .tooSlow(rate: rate) }
    guard rate <= highestRate else { throw .tooFast(rate: rate) }
  }

  /// Share of the period of an even clock that steps within a packet stay below: they are stamped one after the other.
  private static let packetStep = 0.5
  /// Share of the steps that are alike where the sensor stamped them itself, and how alike.
  private static let alikeShare = 0.8
  private static let alike = 0.02

  /// Share of the steps that may be short where delayed samples never catch up.
  private static let mostShort = 0.01

  /// Whether samples are missing, so that the clock of most steps is the sensor's, and not the even one.
  ///
  /// Either most steps are alike and clearly shorter than the even clock's, but not as short as those within packets; or an
  /// even clock would be clearly late now and then, and no step is short. What arrives late is followed by samples that
  /// arrive sooner after each other; where they never do, the time passed without samples.
  private static func hasGaps(_ time: [Double], clock: SampleClock) -> Bool {
    let steps = Steps(time: time)
    let typical = steps.middle
    guard typical > packetStep * clock.period, typical < clock.period else { return false }
    let same = (0..<steps.count).count { abs(steps[$0] / typical - 1) <= alike }
    if typical < (1 - evenStep / 2) * clock.period, Double(same) >= alikeShare * Double(steps.count) { return true }
    let short = (0..<steps.count).count { steps[$0] < (1 - evenStep) * typical }
    return clock.usualDelay > clearDelay * typical && Double(short) <= mostShort * Double(steps.count)
  }

  /// Share of the time, and of the steps, that gaps may take where stamps are even; more are packets that arrive at once.
  private static let mostGaps = 0.2
  private static let mostGapSteps = 0.05

  /// Whether no step is much longer or shorter than the middle one but for a few gaps.
  private static func isEven(_ time: [Double]) -> Bool {
    let steps = Steps(time: time)
    let typical = steps.middle
    guard typical > 0 else { return false }
    var (gaps, seconds, all) = (0, 0.0, 0.0)
    for i in 0..<steps.count where steps[i] <= SampleTiming.longestLoss {
      all += steps[i]
      if abs(steps[i] / typical - 1) <= evenStep { continue }
      guard steps[i] > gapPeriods * typical else { return false }
      gaps += 1
      seconds += steps[i]
    }
    return seconds <= mostGaps * all && Double(gaps) <= mostGapSteps * Double(steps.count)
  }

  /// Rate, jitter and gaps of stamps in seconds that are taken for the times of the samples.
  ///
  /// The period is the mean step, leaving out gaps, so that stamps that are rounded, jitter, or repeat now and then do
  /// not bias it; jitter is what remains around an even grid of that period between gaps.
  static func timing(of time: [Double]) throws(Fault) -> SampleTiming {
    try check(time)
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
    try check(rate: rate)
    return SampleTiming(rate: rate, jitter: jitter(of: steps, limit: limit, period: period), gaps: gaps)
  }

  /// The time between neighboring samples, in seconds.
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
