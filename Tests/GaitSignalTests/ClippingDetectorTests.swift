import GaitModel
import Testing

@testable import GaitSignal

@Suite("Samples at the end of a sensor's range")
struct ClippingDetectorTests {
  /// A signal of 2.13 Hz along the first axis, cut off at `limit`, beside two axes at rest.
  private func series(amplitude: Double, limit: Double = .infinity) -> TriaxialSeries {
    let x = (0..<500).map { i in
      let value = amplitude * Phasor(angle: 2 * .pi * 2.13 * Double(i) / 100).imaginary
      return min(max(value, -limit), limit)
    }
    return TriaxialSeries(x: x, y: [Double](repeating: 0, count: 500), z: [Double](repeating: 9.81, count: 500))
  }

  private func clipped(_ series: TriaxialSeries, range: Double? = nil) -> [Int] {
    ClippingDetector().clippedSamples(
      of: series, range: range, smallestRange: ClippingDetector.smallestAcceleration)
  }

  @Test("flat tops are found at both ends, whether the range is known or not", arguments: [nil, 19.6, 40.0])
  func flatTops(range: Double?) {
    let cut = series(amplitude: 30, limit: 19.6)
    let expected = cut.x.indices.filter { abs(cut.x[$0]) == 19.6 }
    let found = clipped(cut, range: range)
    #expect(found.filter(expected.contains) == expected && expected.count > 100)
    // A known range is reached a little below it.
    #expect(found.allSatisfy { abs(cut.x[$0]) > 19.59 })
  }

  @Test("smooth tops, and a single sample at the end of a known range, are told apart")
  func smooth() {
    #expect(clipped(series(amplitude: 30)).isEmpty)
    var x = series(amplitude: 30).x
    x[77] = -39.999
    let touching = TriaxialSeries(x: x, y: x.map { $0 / 2 }, z: x.map { $0 / 3 })
    #expect(clipped(touching, range: 40) == [77])
    #expect(clipped(touching).isEmpty)
  }

  @Test("axes at rest far below a known range are not clipped")
  func atRest() {
    #expect(clipped(series(amplitude: 3), range: 156.9).isEmpty)
  }

  @Test("missing samples are passed over")
  func missing() {
    let none = [Double](repeating: .nan, count: 4)
    #expect(clipped(TriaxialSeries(x: none, y: none, z: none), range: 40).isEmpty)
    let some = TriaxialSeries(x: [20, .nan, 20, 20], y: none, z: none)
    #expect(clipped(some) == [0, 2, 3])
  }
}
