import GaitModel

/// Finds samples at the end of a sensor's range.
///
/// Where the range is not known, or not reached, clipping shows in the data: a sensor that clips returns its largest value
/// several times, and at least twice in a row, which a free signal practically never does.
package struct ClippingDetector: Sendable {
  /// Smallest accelerometer range in use (±2 g) less a tenth, in m/s²; flat tops below are a still sensor.
  package static let smallestAcceleration = 17.6
  /// Smallest gyroscope range in use (±250 °/s) less a tenth, in rad/s.
  package static let smallestAngularVelocity = 3.9
  /// Values closer to a known range than this share of it have reached it: quantization and rounding.
  private static let tolerance = 0.0005
  /// Values closer to the extreme than this share of it are the same reading, written with six digits; the top of a
  /// smooth movement is not as flat.
  private static let sameReading = 1e-6
  /// How often the extreme must be reached.
  private static let fewestSamples = 3

  package init() {}

  /// Indices of clipped samples, ascending.
  package func clippedSamples(of series: TriaxialSeries, range: Double?, smallestRange: Double) -> [Int] {
    var found = Set<Int>()
    for column in [series.x, series.y, series.z] {
      var (lowest, highest) = (Double.infinity, -Double.infinity)
      for value in column {
        if value > highest { highest = value }
        if value < lowest { lowest = value }
      }
      for (sign, extreme) in [(1.0, highest), (-1.0, -lowest)] {
        found.formUnion(
          clippedSamples(of: column, sign: sign, extreme: extreme, range: range, smallestRange: smallestRange))
      }
    }
    return found.sorted()
  }

  /// - Parameter extreme: The largest value of the column times `sign`.
  private func clippedSamples(
    of column: [Double], sign: Double, extreme: Double, range: Double?, smallestRange: Double
  ) -> [Int] {
    guard extreme.isFinite else { return [] }
    let reached = range.map { $0 * (1 - Self.tolerance) }.flatMap { extreme >= $0 ? $0 : nil }
    guard reached != nil || extreme >= smallestRange else { return [] }
    let limit = reached ?? extreme * (1 - Self.sameReading)
    var indices: [Int] = []
    var hasRun = false
    for (i, value) in column.enumerated() where sign * value >= limit {
      if indices.last == i - 1 { hasRun = true }
      indices.append(i)
    }
    return reached != nil || (hasRun && indices.count >= Self.fewestSamples) ? indices : []
  }
}
