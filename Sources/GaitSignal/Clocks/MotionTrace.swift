import GaitModel

/// How much a body part moves over time, whatever the orientation of its sensor: for setting clocks against each other.
package struct MotionTrace: Sendable {
  /// Samples per second of the traces.
  package static let rate = 50.0

  /// Seconds over which a value is held where samples are missing; then it is taken for rest.
  private static let longestHold = 0.5

  /// Time of the first sample in seconds, on the sensor's own clock.
  package let start: Double
  /// Square root of how fast the magnitude of the force changes; jolts do not outweigh the rest.
  let jolts: [Double]

  /// - Returns: `nil` without samples.
  package init?(time: [Double], acceleration: TriaxialSeries) {
    guard let first = time.first, let last = time.last, last > first, (last - first) * Self.rate < 1e8,
      acceleration.count == time.count
    else { return nil }
    start = first
    let count = Int((last - first) * Self.rate) + 1
    // The mean over the samples that fall into each step; where none does, the one before, for a while.
    var sums = [Double](repeating: 0, count: count)
    var counts = [Double](repeating: 0, count: count)
    var previous = acceleration[0].norm
    for i in 1..<max(1, time.count) {
      let force = acceleration[i].norm
      let step = time[i] - time[i - 1]
      let jolt = abs(force - previous) / step
      previous = force.isFinite ? force : previous
      guard step > 0, jolt.isFinite else { continue }
      let k = min(count - 1, Int((time[i] - first) * Self.rate))
      sums[k] += jolt
      counts[k] += 1
    }
    var held = 0.0
    var seen = 0
    for k in 0..<count {
      if counts[k] > 0 {
        held = sums[k] / counts[k]
        seen = k
      } else if Double(k - seen) > Self.longestHold * Self.rate {
        held = 0
      }
      sums[k] = held.squareRoot()
    }
    jolts = sums
  }

  /// `values` averaged with a raised cosine of `halfWidth` seconds to either side.
  static func smoothed(_ values: [Double], halfWidth: Double) -> [Double] {
    let n = max(1, Int((halfWidth * rate).rounded()))
    // A raised cosine is close to three running means of a third of its width each; these cost the same for any width.
    var result = values
    let reach = max(1, (2 * n) / 6)
    for _ in 0..<3 { result = runningMean(result, reach: reach) }
    return result
  }

  /// What is left of `values` when what lasts longer than about a second is taken away.
  static func fast(_ values: [Double]) -> [Double] {
    let short = smoothed(values, halfWidth: 0.15)
    return zip(short, smoothed(short, halfWidth: 1)).map(-)
  }

  private static func runningMean(_ values: [Double], reach: Int) -> [Double] {
    var sums = [0.0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums[sums.count - 1] + value) }
    return values.indices.map { i in
      let low = max(0, i - reach)
      let high = min(values.count, i + reach + 1)
      return (sums[high] - sums[low]) / Double(high - low)
    }
  }
}
