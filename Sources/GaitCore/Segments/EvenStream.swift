import GaitModel
import GaitSignal

/// A stretch of one sensor's samples on an even time grid, with nothing missing.
package struct EvenStream: Sendable {
  package var placement: Placement
  /// Time of the first sample in seconds on the recording's clock.
  package var start: Double
  /// Samples per second.
  package var rate: Double
  /// Specific force in m/s², sensor axes.
  package var acceleration: TriaxialSeries
  /// Angular velocity in rad/s, sensor axes.
  package var angularVelocity: TriaxialSeries
  /// Samples that were interpolated over lost packets; ascending, without overlap.
  package var bridged: [Range<Int>]
  /// Samples at the end of the accelerometer's range; ascending, without overlap.
  package var clippedForce: [Range<Int>] = []
  /// Samples at the end of the gyroscope's range; ascending, without overlap.
  package var clippedRotation: [Range<Int>] = []

  /// Number of samples at the end of either range.
  package var clippedCount: Int { (clippedForce + clippedRotation).reduce(0) { $0 + $1.count } }

  package var count: Int { acceleration.count }
  package var period: Double { 1 / rate }

  /// Time of the sample at `index`, in seconds on the recording's clock.
  package func time(at index: Int) -> Double { start + Double(index) / rate }

  /// Time at a position between samples, in seconds on the recording's clock.
  package func time(at position: Double) -> Double { start + position / rate }

  /// The number of samples in `seconds`, at least `minimum`.
  package func samples(in seconds: Double, atLeast minimum: Int = 1) -> Int {
    max(minimum, Int((seconds * rate).rounded()))
  }
}

extension [Range<Int>] {
  /// Whether any of the ascending ranges shares a sample with `range`.
  package func intersects(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].overlaps(range)
  }
}
