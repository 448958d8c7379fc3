import GaitModel
import GaitSignal

/// Cuts a sensor's samples into segments on an even time grid.
///
/// Lost packets up to `longestBridge` are interpolated and remembered; longer gaps split the recording, because a
/// path cannot be integrated over a swing that was not measured.
package struct StreamSegmentation: Sendable, Equatable, Codable {
  /// Longest gap that is interpolated, in seconds: a fifth of a slow swing.
  package var longestBridge = 0.2
  /// Shortest segment that can hold two foot-flat phases and the swing between them, in seconds.
  package var shortestSegment = 0.8
  /// Number of time stamps before and after a step over which the median of their offsets from an even grid is taken,
  /// where stamps jitter little.
  package var stampsAveraged = 8
  /// Largest number of time stamps before and after a step over which the median of their offsets from an even grid is
  /// taken: more where stamps jitter, so that the median is within a sixth of a period.
  package var mostStampsAveraged = 64
  /// Average offset from the even grid, in periods, up to which no sample is missing, whatever the single stamps say.
  package var noneMissing = 0.5
  /// Share by which the rate of a segment may differ from that of its recording: clocks drift far less.
  package var rateTolerance = 0.02
  /// Offset of each stamp from the even grid, in periods, up to which nothing needs to be averaged.
  package var onGrid = 0.25
  /// Average offset from the even grid, in periods, above which the sensor did not sample evenly and the samples
  /// are interpolated at their stamps.
  package var evenTolerance = 1.0

  package init() {}

  /// Runs of averaged stamps that must agree that nothing is missing: one alone strays by half a period now and then.
  private static let completeRuns = 4

  package func segments(of stream: SensorStream) -> [EvenStream] {
    let rate = stream.timing.rate
    guard rate > 0 else { return [] }
    let clipping = ClippingDetector()
    let accelerationClips = clipping.clippedSamples(
      of: stream.acceleration, range: stream.accelerationRange, smallestRange: ClippingDetector.smallestAcceleration)
    let rateClips = clipping.clippedSamples(
      of: stream.angularVelocity, range: stream.angularVelocityRange,
      smallestRange: ClippingDetector.smallestAngularVelocity)

    var segments: [EvenStream] = []
    var run = SampleRun()
    func close() {
      defer { run = SampleRun() }
      guard let a = run.first, let b = run.last,
        stream.time[b] - stream.time[a] >= shortestSegment
      else { return }
      segments.append(even(run, of: stream, rate: rate, clippedForce: accelerationClips, clippedRotation: rateClips))
    }
    for i in 0..<stream.count where isPresent(i, in: stream) {
      if let last = run.last, stream.time[i] - stream.time[last] > longestBridge { close() }
      run.append(i)
    }
    close()
    return segments
  }

  private func isPresent(_ i: Int, in stream: SensorStream) -> Bool {
    stream.time[i].isFinite && stream.acceleration.x[i].isFinite && stream.acceleration.y[i].isFinite
      && stream.acceleration.z[i].isFinite && stream.angularVelocity.x[i].isFinite
      && stream.angularVelocity.y[i].isFinite && stream.angularVelocity.z[i].isFinite
  }

  private func even(
    _ run: SampleRun, of stream: SensorStream, rate: Double, clippedForce: [Int], clippedRotation: [Int]
  ) -> EvenStream {
    let start = stream.time[run[0]]
    var result: EvenStream
    if let range = run.wholeRange, isOnGrid(range, of: stream, rate: rate) {
      result = whole(range, of: stream, start: start, rate: rate)
    } else {
      result = resampled(run, of: stream, rate: rate)
    }
    let last = result.count - 1
    func places(_ indices: [Int]) -> [Range<Int>] {
      var found = Set<Int>()
      for index in indices where index >= run[0] && index <= run[run.count - 1] {
        let position = (stream.time[index] - start) * rate
        found.insert(min(max(Int(position.rounded()), 0), last))
      }
      return ranges(of: found.sorted())
    }
    result.clippedForce = places(clippedForce)
    result.clippedRotation = places(clippedRotation)
    return result
  }

  /// Whether the stamps of neighboring samples, of which none is missing, are those of an even grid.
  private func isOnGrid(_ range: Range<Int>, of stream: SensorStream, rate: Double) -> Bool {
    let start = stream.time[range.lowerBound]
    return stream.time.withUnsafeBufferPointer { time in
      for i in range where abs((time[i] - start) * rate - Double(i - range.lowerBound)) > onGrid {
        return false
      }
      return true
    }
  }

  /// The samples as they are; all of a stream are not copied.
  private func whole(_ range: Range<Int>, of stream: SensorStream, start: Double, rate: Double) -> EvenStream {
    let isAll = range == 0..<stream.count
    return EvenStream(
      placement: stream.placement, start: start, rate: rate,
      acceleration: isAll ? stream.acceleration : stream.acceleration[range],
      angularVelocity: isAll ? stream.angularVelocity : stream.angularVelocity[range], bridged: [])
  }

  private func resampled(_ run: SampleRun, of stream: SensorStream, rate: Double) -> EvenStream {
    let times = run.map { stream.time[$0] }
    if let clock = SteadyClock(times, near: rate) {
      var result = placed(run, at: clock.positions, of: stream, start: times[0], rate: clock.rate)
      result.drift = clock.drift
      return result
    }
    if let range = run.wholeRange, let complete = completeRate(of: times, near: rate) {
      return whole(range, of: stream, start: times[0], rate: complete)
    }
    if let positions = gridPositions(of: times, rate: rate) {
      return placed(run, at: positions, of: stream, start: times[0], rate: rate)
    }
    return interpolated(run, times: times, of: stream, rate: rate)
  }

  /// The rate of samples of which none is missing, from their number and the time they took; `nil` if their stamps,
  /// averaged, do not keep to an even grid of that rate.
  ///
  /// Stamps that jitter look like gaps one by one, and a rate that leaves gaps out comes out too high.
  private func completeRate(of times: [Double], near rate: Double) -> Double? {
    let span = times[times.count - 1] - times[0]
    guard span > 0 else { return nil }
    let own = Double(times.count - 1) / span
    guard abs(own / rate - 1) < rateTolerance else { return nil }
    let offsets = times.indices.map { (times[$0] - times[0]) * own - Double($0) }
    let reach = Self.completeRuns * stampsAveraged(offsets)
    let starts = Swift.stride(from: 0, through: max(0, offsets.count - reach), by: max(1, reach / 2))
    let averages = starts.map { median(of: Array(offsets[$0..<min($0 + reach, offsets.count)])) ?? 0 }
    // The first stamp jitters too.
    let middle = median(of: averages) ?? 0
    return averages.allSatisfy { abs($0 - middle) <= noneMissing } ? own : nil
  }

  /// The places of samples on an even grid, with places left free where samples were lost; `nil` if the stamps do not
  /// fit such a grid.
  private func gridPositions(of times: [Double], rate: Double) -> [Int]? {
    let offsets = times.indices.map { (times[$0] - times[0]) * rate - Double($0) }
    let reach = stampsAveraged(offsets)
    func average(_ range: Range<Int>) -> Double {
      median(of: Array(offsets[range.clamped(to: 0..<offsets.count)])) ?? 0
    }
    var positions: [Int] = []
    positions.reserveCapacity(times.count)
    var lost = 0
    for i in times.indices {
      if i > 0, (times[i] - times[i - 1]) * rate > 1.5 {
        let step = average(i..<(i + reach)) - average((i - reach)..<i)
        lost += max(0, Int(step.rounded()))
      }
      positions.append(i + lost)
      if i % reach == 0 {
        let offset = average(i..<(i + reach)) - Double(lost)
        // The few stamps behind the next loss belong to the next average.
        let next = average((i - reach)..<i) - Double(lost)
        if min(abs(offset), abs(next)) > evenTolerance { return nil }
      }
    }
    return positions
  }

  /// Number of stamps over which their offset from an even grid is averaged.
  ///
  /// - Parameter offsets: In periods.
  private func stampsAveraged(_ offsets: [Double]) -> Int {
    // Every eighth difference is enough for a median.
    let changes = Swift.stride(from: 1, to: offsets.count, by: 8).map { abs(offsets[$0] - offsets[$0 - 1]) }
    // The median absolute difference of two normal deviates is 0.95 of their standard deviation.
    let jitter = (median(of: changes) ?? 0) / 0.95
    // The difference of two medians of n has a standard deviation of 1.8 σ/√n.
    let needed = 11 * jitter
    return min(max(self.stampsAveraged, Int(needed * needed)), mostStampsAveraged)
  }

  /// Samples at their places, free places interpolated.
  private func placed(
    _ run: SampleRun, at positions: [Int], of stream: SensorStream, start: Double, rate: Double
  ) -> EvenStream {
    if let range = run.wholeRange, positions[positions.count - 1] == run.count - 1 {
      return whole(range, of: stream, start: start, rate: rate)
    }
    var bridged: [Range<Int>] = []
    for (a, b) in zip(positions, positions.dropFirst()) where b - a > 1 { bridged.append((a + 1)..<b) }
    func column(_ values: [Double]) -> [Double] {
      var result: [Double] = []
      result.reserveCapacity(positions[positions.count - 1] + 1)
      for (k, place) in positions.enumerated() {
        let value = values[run[k]]
        if let previous = result.last {
          let step = place - result.count + 1
          for missing in 1..<max(1, step) {
            result.append(previous + (value - previous) * Double(missing) / Double(step))
          }
        }
        result.append(value)
      }
      return result
    }
    func series(_ s: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: column(s.x), y: column(s.y), z: column(s.z))
    }
    return EvenStream(
      placement: stream.placement, start: start, rate: rate, acceleration: series(stream.acceleration),
      angularVelocity: series(stream.angularVelocity), bridged: bridged)
  }

  private func interpolated(_ run: SampleRun, times: [Double], of stream: SensorStream, rate: Double) -> EvenStream {
    let start = times[0]
    let count = Int(((times[times.count - 1] - start) * rate).rounded(.down)) + 1
    var lower = [Int](repeating: 0, count: count)
    var share = [Double](repeating: 0, count: count)
    var bridged: [Int] = []
    var j = 0
    for i in 0..<count {
      let t = start + Double(i) / rate
      while j + 2 < times.count && times[j + 1] <= t { j += 1 }
      let span = times[j + 1] - times[j]
      lower[i] = j
      share[i] = span > 0 ? min(max((t - times[j]) / span, 0), 1) : 0
      // A sample is bridged when both of its neighbors are more than a period away from each other by half.
      if span * rate > 1.5 && share[i] > 0.01 && share[i] < 0.99 { bridged.append(i) }
    }
    func column(_ values: [Double]) -> [Double] {
      (0..<count).map { i in
        let a = values[run[lower[i]]]
        let b = values[run[min(lower[i] + 1, run.count - 1)]]
        return a + share[i] * (b - a)
      }
    }
    func series(_ s: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: column(s.x), y: column(s.y), z: column(s.z))
    }
    return EvenStream(
      placement: stream.placement, start: start, rate: rate, acceleration: series(stream.acceleration),
      angularVelocity: series(stream.angularVelocity), bridged: ranges(of: bridged))
  }

  /// Ascending indices as ranges of neighbors.
  private func ranges(of indices: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for index in indices {
      if let last = result.last, last.upperBound == index {
        result[result.count - 1] = last.lowerBound..<(index + 1)
      } else {
        result.append(index..<(index + 1))
      }
    }
    return result
  }
}
