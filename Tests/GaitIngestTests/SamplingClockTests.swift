import Testing

@testable import GaitIngest

@Suite("Sampling rates from time stamps")
struct SamplingClockTests {
  /// A generator of its own seed.
  private func noise(_ n: Int) -> [Double] {
    var state: UInt64 = 5
    return (0..<n).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53) - 0.5
    }
  }

  @Test("even stamps give their rate", arguments: [20.0, 50, 102.4, 128, 200.1, 370.37, 1000])
  func even(rate: Double) throws {
    let timing = try SamplingClock.timing(of: (0..<3000).map { 12.5 + Double($0) / rate })
    #expect(abs(timing.rate / rate - 1) < 1e-9)
    #expect(timing.jitter < 1e-9)
    #expect(timing.gaps.isEmpty)
  }

  @Test("stamps rounded to ten milliseconds do not bias the rate")
  func rounded() throws {
    let timing = try SamplingClock.timing(of: (0..<5000).map { (Double($0) / 102.4 * 100).rounded() / 100 })
    #expect(abs(timing.rate / 102.4 - 1) < 0.001)
    #expect(timing.gaps.isEmpty)
  }

  @Test("jitter is found and does not bias the rate")
  func jitter() throws {
    let noise = noise(5000)
    let timing = try SamplingClock.timing(of: (0..<5000).map { Double($0) / 100 + noise[$0] * 0.004 })
    #expect(abs(timing.rate / 100 - 1) < 0.001)
    // A uniform error of width 4 ms has a standard deviation of 4/√12 ms.
    #expect(abs(timing.jitter - 0.004 / 12.0.squareRoot()) < 0.0002)
  }

  @Test("gaps are listed and do not bias the rate")
  func gaps() throws {
    let time = (0..<3000).map { Double($0) / 100 }.filter { !(5.0..<5.3).contains($0) && !(20.0..<20.02).contains($0) }
    let timing = try SamplingClock.timing(of: time)
    #expect(abs(timing.rate - 100) < 1e-6)
    #expect(timing.gaps.count == 2)
    #expect(abs(timing.gaps[0].start - 4.99) < 1e-9)
    #expect(abs(timing.gaps[0].end - 5.3) < 1e-9)
  }

  @Test("single samples lost at random are gaps, not delays", arguments: [0.06, 0.1, 0.25])
  func lostAtRandom(share: Double) throws {
    let noise = noise(6000)
    let kept = (0..<6000).filter { noise[$0] + 0.5 >= share || $0 == 0 || $0 == 5999 }
    let (time, timing) = try SamplingClock.reading(of: kept.map { Double($0) / 100 })
    // The stamps stand: they are the times of the samples.
    #expect(time == nil)
    #expect(timing.stamps == .sampleTimes)
    #expect(abs(timing.rate - 100) < 1e-6)
    #expect(timing.lostSamples == 6000 - kept.count)
  }

  @Test("a stamp that repeats now and then is no error")
  func repeated() throws {
    var time = (0..<1000).map { Double($0) / 100 }
    for i in stride(from: 10, to: 1000, by: 50) { time[i] = time[i - 1] }
    #expect(abs(try SamplingClock.timing(of: time).rate - 100) < 0.5)
  }

  @Test("time that goes back, hardly moves or is too short is an error")
  func faults() {
    #expect(throws: SamplingClock.Fault.decreasing(row: 3)) { try SamplingClock.timing(of: [0, 1, 2, 1.5, 3]) }
    #expect(throws: SamplingClock.Fault.tooCoarse) {
      try SamplingClock.timing(of: (0..<500).map { Double($0 / 100) })
    }
    #expect(throws: SamplingClock.Fault.self) { try SamplingClock.timing(of: []) }
    #expect(throws: SamplingClock.Fault.self) { try SamplingClock.timing(of: [1]) }
    #expect(throws: SamplingClock.Fault.self) { try SamplingClock.timing(of: (0..<50).map { Double($0) / 100 }) }
  }
}
