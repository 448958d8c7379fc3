import GaitSignal

/// Finds times in which the sensor stood still long enough to read its gyroscope's bias.
package struct RestDetector: Sendable, Equatable, Codable {
  /// Intensity (without steady rotation) in rad/s below which the sensor is still. Standing people sway less.
  package var stillness = 0.06
  /// Multiple of its own floor up to which a noisy sensor is still. The floor is the intensity that it undercuts in one
  /// of a hundred samples.
  package var floorMultiple = 1.3
  /// Intensity in rad/s above which no sensor is still, however noisy it is.
  package var largestFloor = 0.2
  /// Shortest rest in seconds; the foot-flat phase of walking is shorter.
  package var shortest = 1.0
  /// Largest steady rotation in rad/s that may be a bias and not a movement (5 °/s).
  package var largestBias = 0.0873

  package init() {}

  /// Rests as ranges of samples, ascending.
  package func rests(in stream: EvenStream, intensity: [Double]) -> [Range<Int>] {
    let shortest = stream.samples(in: self.shortest)
    // Every eighth value is enough for a quantile.
    let sampled = Swift.stride(from: 0, to: intensity.count, by: 8).map { intensity[$0] }
    let floor = quantile(0.01, of: sampled) ?? 0
    let limit = max(stillness, min(floorMultiple * floor, largestFloor))
    var rests: [Range<Int>] = []
    var start: Int?
    for i in 0...intensity.count {
      let isStill = i < intensity.count && intensity[i] < limit
      if isStill, start == nil { start = i }
      if !isStill, let s = start {
        start = nil
        if i - s >= shortest, meanRate(of: stream, in: s..<i).norm < largestBias { rests.append(s..<i) }
      }
    }
    return rests
  }

  /// Mean angular velocity over `range` in rad/s.
  package func meanRate(of stream: EvenStream, in range: Range<Int>) -> Vector3 {
    var sum = Vector3.zero
    for i in range { sum += stream.angularVelocity[i] }
    return sum / Double(max(1, range.count))
  }
}
