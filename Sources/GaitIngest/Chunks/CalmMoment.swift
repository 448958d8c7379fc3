import GaitModel

/// Finds the moment at which a recording is best cut: where the sensors turn least.
///
/// Nobody walks without turning feet and trunk, so that a cut at the calmest moment splits no bout unless the person
/// walks all the time.
struct CalmMoment {
  /// Length of a moment in seconds: longer than a stride, so that the stance of one foot is not taken for calm.
  static let duration = 4.0
  /// Length in seconds of the parts in which turning is added up.
  private static let part = 0.5

  /// What is looked at, in seconds.
  private let range: ClosedRange<Double>
  /// Sum over sensors of the mean squared angular velocity in each part, in (rad/s)²; 0 where nothing was measured.
  private var turning: [Double]

  init(in range: ClosedRange<Double>) {
    self.range = range
    let parts = Int((range.upperBound - range.lowerBound) / Self.part)
    turning = [Double](repeating: 0, count: max(1, parts))
  }

  /// Adds a sensor whose samples follow each other in time.
  ///
  /// - Parameters:
  ///   - time: Seconds of each sample when multiplied by `timeFactor`.
  ///   - rate: Three axes of the angular velocity, rad/s when multiplied by `factor`.
  mutating func add(time: [Double], timeFactor: Double, rate: [[Double]], factor: Double) {
    var sums = [Double](repeating: 0, count: turning.count)
    var counts = [Int](repeating: 0, count: turning.count)
    for i in time.indices {
      let seconds = time[i] * timeFactor
      guard range.contains(seconds) else { continue }
      let square = rate[0][i] * rate[0][i] + rate[1][i] * rate[1][i] + rate[2][i] * rate[2][i]
      guard square.isFinite else { continue }
      let k = min(turning.count - 1, Int((seconds - range.lowerBound) / Self.part))
      sums[k] += square * factor * factor
      counts[k] += 1
    }
    for k in turning.indices where counts[k] > 0 { turning[k] += sums[k] / Double(counts[k]) }
  }

  /// The middle of the calmest moment in seconds, the first of those that are equal.
  var time: Double {
    let width = min(turning.count, Int(Self.duration / Self.part))
    var best = (start: 0, sum: Double.infinity)
    for start in 0...(turning.count - width) {
      let sum = turning[start..<(start + width)].reduce(0, +)
      if sum < best.sum { best = (start, sum) }
    }
    return range.lowerBound + (Double(best.start) + Double(width) / 2) * Self.part
  }
}
