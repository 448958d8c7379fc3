#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The even clock of a sensor behind the time stamps of its samples.
///
/// A sensor samples evenly, by a quartz whose rate drifts slowly. A stamp is an observation of that clock by whoever
/// received the sample: it may be late, never early, and many samples of one packet may be stamped at once. A packet that
/// was lost was lost whole. So the stamps less an even count of samples have a lower envelope that is the clock; what lies
/// above it is delay, and where the envelope itself rises by whole periods and stays there, samples were lost.
///
/// The envelope as the clock of packets that arrive with delays: Moon, Skelly & Towsley 1999
/// (doi 10.1109/INFCOM.1999.749287). Slopes by the median of pairs: Sen 1968 (doi 10.1080/01621459.1968.10480934).
package struct SampleClock: Sendable, Equatable {
  /// Seconds between samples.
  package private(set) var period: Double
  /// The number of each sample from 0, lost ones counted.
  package private(set) var numbers: [Int]
  /// When each sample was taken, in seconds on the clock of the stamps; the least delay is not known and is in it.
  package private(set) var times: [Double]
  /// Standard deviation in seconds of the stamps around `times`.
  package private(set) var residual: Double
  /// Delay in seconds that 19 of 20 stamps do not exceed, above the least.
  package private(set) var usualDelay: Double
  /// Whether stamps are whole seconds, of which the part was cut off, and not times of arrival.
  package private(set) var isCut: Bool

  /// Seconds in which a stamp with the least delay is looked for: a few hundred packets of a radio link.
  private static let block = 2.0
  /// Seconds for which a rise must last to be a loss of samples and not a delay: a link that stalls for longer is lost.
  private static let persistence = 5.0
  /// The same two in steps between packets, where these are long.
  private static let blockSteps = 2.0
  private static let persistenceSteps = 5.0
  /// Rate by which clocks of sensor and receiver drift apart at most; quartzes are within 1e-4, and what the period is not
  /// known to adds to it.
  private static let drift = 2e-3
  /// Rise of the envelope in periods that is a loss, where the envelope is quiet.
  private static let leastLoss = 0.75
  /// Scatter of the envelope in periods up to which losses that were found are beyond doubt: if they were not there,
  /// what is left of whole periods would scatter by 0.3.
  private static let beyondDoubt = 0.15
  /// Rounds in which period and losses are found from each other.
  private static let rounds = 6
  /// Seconds over which the offset of the clock is averaged to either side.
  private static let steadiness = 30.0
  /// Delay in seconds, and in steps between packets, that half of the stamps may have if the sensor samples evenly.
  private static let longestUsualDelay = 0.3
  private static let fewestSamples = 32

  /// The clock behind `stamps`, which never decrease.
  ///
  /// - Returns: `nil` if there are too few stamps, or they are not those of a sensor that samples evenly.
  package init?(stamps: [Double]) {
    guard stamps.count >= Self.fewestSamples, let first = stamps.first, let last = stamps.last, last > first else {
      return nil
    }
    let steps = zip(stamps.dropFirst(), stamps).map(-)
    let positive = steps.filter { $0 > 0 }
    guard let packetStep = quantile(0.9, of: positive) else { return nil }
    // Whole seconds that repeat are cut, not rounded: nobody rounds a time of day up.
    let isCut = packetStep >= 1 && stamps.allSatisfy { $0 == $0.rounded() }
    // The upper envelope of stamps that are early is the lower one with time run backward.
    let observed = isCut ? stamps.reversed().map { first + last - $0 } : stamps
    let fitting = Fitting(stamps: observed, packetStep: packetStep)
    guard let fit = fitting.best() else { return nil }
    period = fit.period
    self.isCut = isCut
    let offsets = fitting.smoothOffsets(fit)
    let found = observed.indices.map { Double(fit.numbers[$0]) * fit.period + offsets[$0] }
    if isCut {
      let whole = fit.numbers[fit.numbers.count - 1]
      numbers = fit.numbers.reversed().map { whole - $0 }
      times = found.reversed().map { first + last - $0 }
    } else {
      numbers = fit.numbers
      times = found
    }
    let delays = zip(stamps, times).map { $0 - $1 }
    let mean = delays.reduce(0, +) / Double(delays.count)
    residual = (delays.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(delays.count)).squareRoot()
    let amounts = delays.map { isCut ? -$0 : $0 }
    usualDelay = quantile(0.95, of: amounts) ?? 0
    let middle = median(of: amounts) ?? 0
    guard abs(middle) <= max(Self.longestUsualDelay, packetStep) else { return nil }
    // Less than a period is jitter or rounding, which is to both sides.
    if !isCut, usualDelay < period {
      for i in times.indices { times[i] += middle }
    }
  }

  /// Period and losses that explain the stamps.
  private struct Fit {
    var period: Double
    var numbers: [Int]
    /// Scatter of the envelope in seconds.
    var scatter: Double
    /// Places at which samples were lost.
    var losses: Int
    /// How badly the stamps are explained: twice the negative logarithm of their likelihood and a price for each loss.
    var cost: Double
  }

  /// A point at which the envelope touches the stamps.
  private struct Touch {
    var number: Double
    var offset: Double
  }

  private struct Fitting {
    let stamps: [Double]
    let packetStep: Double

    var blockDuration: Double { max(SampleClock.block, SampleClock.blockSteps * packetStep) }

    func best() -> Fit? {
      let span = stamps[stamps.count - 1] - stamps[0]
      let mean = span / Double(stamps.count - 1)
      // Over ten packets delays matter little; the middle of such slopes is the period where losses are rare.
      let width = min(max(32, Int((10 * packetStep / mean).rounded(.up))), max(1, stamps.count / 4))
      let slopes = (width..<stamps.count).map { (stamps[$0] - stamps[$0 - width]) / Double(width) }
      guard let middle = median(of: slopes), middle > 0 else { return nil }
      // Where they are not rare, the slopes without a loss are still the most common.
      var common = middle
      let whole = Array(stamps.indices)
      for _ in 0..<3 {
        let touches = touches(whole, period: common, duration: max(1, SampleClock.blockSteps * packetStep))
        guard touches.count > 8 else { break }
        let between = zip(touches.dropFirst(), touches).map { ($0.offset - $1.offset) / ($0.number - $1.number) }
        common += Self.mode(of: between) ?? 0
      }
      let found = [
        fit(from: middle, scatterQuantile: 0.5), common > 0 ? fit(from: common, scatterQuantile: 0.25) : nil,
      ]
      .compactMap { $0 }
      let certain = found.filter { $0.scatter < SampleClock.beyondDoubt * $0.period }
      return certain.min { $0.losses < $1.losses } ?? found.min { $0.cost < $1.cost }
    }

    private func fit(from start: Double, scatterQuantile: Double) -> Fit? {
      var period = start
      var numbers = Array(stamps.indices)
      var losses = 0
      for round in 0..<SampleClock.rounds {
        if round > 0 { period += slope(touches(numbers, period: period, duration: blockDuration)) }
        guard period > 0, blockDuration / period < 1e9 else { return nil }
        let scatter = Self.scatter(touches(numbers, period: period, duration: blockDuration), scatterQuantile)
        let before = numbers
        (numbers, losses) = counted(
          period: period, leastRise: max(SampleClock.leastLoss * period, 4 * scatter + 0.5 * period))
        if round > 1, numbers == before { break }
      }
      period += slope(touches(numbers, period: period, duration: blockDuration))
      guard period > 0 else { return nil }
      let touches = touches(numbers, period: period, duration: blockDuration)
      let scatter = max(Self.scatter(touches, 0.5), 0.02 * period)
      return Fit(
        period: period, numbers: numbers, scatter: scatter, losses: losses,
        cost: 2 * Double(touches.count) * log(scatter) + 2 * Double(losses) * log(Double(stamps.count)))
    }

    /// The lowest stamp of each block, as the number of its sample and what it lies above an even count.
    private func touches(_ numbers: [Int], period: Double, duration: Double) -> [Touch] {
      let width = max(8, Int(min((duration / period).rounded(), 1e9)))
      var touches: [Touch] = []
      var start = 0
      while start < stamps.count {
        // What is left at the end belongs to the last block.
        let end = stamps.count - start < width + width / 2 ? stamps.count : start + width
        var lowest = Touch(number: 0, offset: .infinity)
        for i in start..<end {
          let offset = stamps[i] - Double(numbers[i]) * period
          if offset < lowest.offset { lowest = Touch(number: Double(numbers[i]), offset: offset) }
        }
        touches.append(lowest)
        start = end
      }
      return touches
    }

    /// The number of each sample with the lost ones counted, and at how many places some were lost.
    private func counted(period: Double, leastRise: Double) -> (numbers: [Int], losses: Int) {
      let count = stamps.count
      let reach = Int((max(SampleClock.persistence, SampleClock.persistenceSteps * packetStep) / period).rounded())
      let tilt = SampleClock.drift * period
      func offset(_ i: Int) -> Double { stamps[i] - Double(i) * period }
      // The lowest offset from here on, for which drift is made up.
      var later = [Double](repeating: 0, count: count)
      var queue: [(index: Int, value: Double)] = []
      var head = 0
      for i in (0..<count).reversed() {
        let value = offset(i) + tilt * Double(i)
        while queue.count > head, queue[queue.count - 1].value >= value { queue.removeLast() }
        queue.append((i, value))
        while queue[head].index > i + reach { head += 1 }
        later[i] = queue[head].value - tilt * Double(i)
      }
      // What is seen of a rise at the very end does not tell whether it lasts.
      let open = Int((max(1, SampleClock.blockSteps * packetStep) / period).rounded())
      var numbers = [Int](repeating: 0, count: count)
      var lost = 0
      var losses = 0
      queue.removeAll()
      head = 0
      for i in 0..<count {
        if i > 0, i < count - open {
          let rise = later[i] - (queue[head].value + tilt * Double(i))
          if rise > leastRise, rise / period < 1e9 {
            lost += Int((rise / period).rounded())
            losses += 1
            queue.removeAll()
            head = 0
          }
        }
        let value = offset(i) - tilt * Double(i)
        while queue.count > head, queue[queue.count - 1].value >= value { queue.removeLast() }
        queue.append((i, value))
        while queue[head].index < i - reach { head += 1 }
        numbers[i] = i + lost
      }
      return (numbers, losses)
    }

    /// By how much the envelope rises a sample: the middle of the slopes between all pairs.
    private func slope(_ touches: [Touch]) -> Double {
      let interval = max(1, touches.count / 300)
      let chosen = Swift.stride(from: 0, to: touches.count, by: interval).map { touches[$0] }
      var slopes: [Double] = []
      for (n, a) in chosen.enumerated() {
        for b in chosen[(n + 1)...] where b.number > a.number {
          slopes.append((b.offset - a.offset) / (b.number - a.number))
        }
      }
      return median(of: slopes) ?? 0
    }

    /// Standard deviation of the envelope, from the differences of neighboring blocks: from their middle, or from the
    /// quarter that agrees best, which losses do not touch.
    private static func scatter(_ touches: [Touch], _ share: Double) -> Double {
      let differences = zip(touches.dropFirst(), touches).map { $0.offset - $1.offset }
      guard differences.count >= 3,
        let center = share < 0.5 ? mode(of: differences) : median(of: differences),
        let amount = quantile(share, of: differences.map { abs($0 - center) })
      else { return 0 }
      // Quantiles of the amount of a standard normal variable.
      return amount / (share < 0.5 ? 0.3186 : 0.6745) / 2.0.squareRoot()
    }

    /// The most common value: the middle of the shortest half, again and again (Robertson & Cryer 1974,
    /// doi 10.1080/01621459.1974.10480246).
    private static func mode(of values: [Double]) -> Double? {
      var sorted = values.sorted()
      while sorted.count > 8 {
        let half = (sorted.count + 1) / 2
        let starts = 0...(sorted.count - half)
        guard
          let start = starts.min(by: { sorted[$0 + half - 1] - sorted[$0] < sorted[$1 + half - 1] - sorted[$1] })
        else { break }
        sorted = Array(sorted[start..<(start + half)])
      }
      return median(of: sorted)
    }

    /// What the clock is off an even count at each sample, in seconds.
    func smoothOffsets(_ fit: Fit) -> [Double] {
      let touches = touches(fit.numbers, period: fit.period, duration: blockDuration)
      let reach = Int((SampleClock.steadiness / blockDuration).rounded())
      guard touches.count > 2 * reach else {
        let middle = median(of: touches.map(\.offset)) ?? 0
        return [Double](repeating: middle, count: stamps.count)
      }
      let offsets = touches.map(\.offset)
      let knots = offsets.indices.map { k in
        let side = max(2, min(reach, k, offsets.count - 1 - k))
        return median(of: Array(offsets[max(0, k - side)...min(offsets.count - 1, k + side)])) ?? 0
      }
      var result: [Double] = []
      result.reserveCapacity(stamps.count)
      var k = 0
      for number in fit.numbers {
        let place = Double(number)
        while k + 2 < touches.count, touches[k + 1].number <= place { k += 1 }
        let (a, b) = (touches[k], touches[k + 1])
        let share = min(max((place - a.number) / (b.number - a.number), 0), 1)
        result.append(knots[k] + share * (knots[k + 1] - knots[k]))
      }
      return result
    }
  }
}
