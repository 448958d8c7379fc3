import Testing

@testable import GaitIngest

@Suite("Means of a signal around the stamps of a slower one")
struct SegmentMeansTests {
  private static let stamps = (0..<101).map { Double($0) / 100 }

  @Test("are those of the straight lines between the samples, wherever the stamps lie")
  func straight() {
    let ramp = SegmentMeans(of: Self.stamps.map { 3 * $0 - 1 }, at: Self.stamps, longestStep: 0.025)
    let times = [0.02, 0.2, 0.333, 0.5, 0.9801]
    for (mean, time) in zip(ramp.means(around: times, half: 0.0199), times) {
      #expect(abs(mean - (3 * time - 1)) < 1e-12)
    }
    // A single sample of 1 is a triangle of 10 ms.
    let peak = SegmentMeans(of: Self.stamps.map { $0 == 0.5 ? 1 : 0 }, at: Self.stamps, longestStep: 0.025)
    #expect(abs(peak.means(around: [0.5], half: 0.02)[0] - 0.25) < 1e-12)
    #expect(abs(peak.means(around: [0.505], half: 0.005)[0] - 0.5) < 1e-12)
  }

  @Test("keep the integral: means over steps that follow each other sum to it")
  func integral() {
    let values = Self.stamps.map { $0 * $0 * 40 - $0 }
    let times = (0..<25).map { 0.02 + 0.04 * Double($0) }
    let means = SegmentMeans(of: values, at: Self.stamps, longestStep: 0.025).means(around: times, half: 0.02)
    let whole = zip(values.dropFirst(), values).map { ($0 + $1) / 200 }.reduce(0, +)
    #expect(abs(means.reduce(0, +) * 0.04 - whole) < 1e-9)
  }

  @Test("are none where a sample is missing, in a gap, and outside the signal")
  func unknown() {
    var values = Self.stamps.map { _ in 2.0 }
    values[30] = .nan
    var stamps = Self.stamps
    for k in 60..<101 { stamps[k] += 0.5 }
    let means = SegmentMeans(of: values, at: stamps, longestStep: 0.025)
      .means(around: [-0.01, 0, 0.265, 0.3, 0.305, 0.335, 0.565, 0.7, 1.2, 1.5, 1.51], half: 0.02)
    #expect(means.map(\.isNaN) == [true, false, false, true, true, false, false, true, false, false, true])
    #expect(means.allSatisfy { $0.isNaN || abs($0 - 2) < 1e-12 })
    #expect(SegmentMeans(of: [], at: [], longestStep: 0.1).means(around: [0], half: 0.1)[0].isNaN)
  }
}
