import Testing

@testable import GaitSignal

@Suite("The even clock behind time stamps")
struct SampleClockTests {
  /// A generator of its own seed.
  private struct Noise {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
  }

  /// Samples that arrive in packets, each with a delay of its own; `lost` is the share of the packets that never do.
  private func arrivals(
    rate: Double, packet: Int, lost: Double, delay: Double, stalls: Double = 0.01, count: Int = 6000, seed: UInt64 = 7
  ) -> (stamps: [Double], numbers: [Int]) {
    var noise = Noise(state: seed)
    var stamps: [Double] = []
    var numbers: [Int] = []
    for start in stride(from: 0, to: count, by: packet) {
      let isLost = noise.next() < lost
      var late = delay * noise.next()
      if noise.next() < stalls { late += 0.3 * noise.next() }
      let arrival = Double(start + packet - 1) / rate + late
      for k in 0..<packet where !isLost {
        stamps.append(max(arrival + Double(k) * 0.0003, stamps.last ?? 0))
        numbers.append(start + k)
      }
    }
    return (stamps, numbers.map { $0 - numbers[0] })
  }

  /// The largest distance of times from an even grid that may be shifted, in seconds.
  private func unevenness(_ times: [Double], _ numbers: [Int], rate: Double) throws -> Double {
    let offsets = zip(times, numbers).map { $0 - Double($1) / rate }
    let middle = try #require(median(of: offsets))
    return offsets.map { abs($0 - middle) }.max() ?? 0
  }

  @Test(
    "packets give the rate and the time of each sample, whatever their size and delay",
    arguments: [(50.0, 3), (100, 6), (128, 8), (24.4, 3), (60, 2)])
  func packets(rate: Double, packet: Int) throws {
    let (stamps, numbers) = arrivals(rate: rate, packet: packet, lost: 0, delay: 0.03)
    let clock = try #require(SampleClock(stamps: stamps))
    #expect(abs(1 / clock.period / rate - 1) < 2e-4)
    #expect(clock.numbers == numbers)
    #expect(try unevenness(clock.times, numbers, rate: rate) < 0.01)
    // No sample is later than its stamp but for what the envelope scatters.
    #expect(zip(clock.times, stamps).allSatisfy { $0 < $1 + 0.01 })
  }

  @Test(
    "packets that are lost are gaps of whole packets", arguments: [(50.0, 3, 0.03), (100, 6, 0.01), (24.4, 3, 0.02)])
  func losses(rate: Double, packet: Int, lost: Double) throws {
    let (stamps, numbers) = arrivals(rate: rate, packet: packet, lost: lost, delay: 0.01)
    let clock = try #require(SampleClock(stamps: stamps))
    #expect(abs(1 / clock.period / rate - 1) < 1e-3)
    #expect(zip(clock.numbers, numbers).count { $0 != $1 } < numbers.count / 50)
  }

  @Test("delays are never negative: a stall of the link is no loss and moves no other sample")
  func stall() throws {
    let times = (0..<4000).map { Double($0) / 100 }
    let stamps = times.map { (12.0..<12.8).contains($0) ? 12.8 : $0 }
    let clock = try #require(SampleClock(stamps: stamps))
    #expect(clock.numbers == Array(0..<4000))
    #expect(zip(clock.times, times).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("a clock that drifts slowly is followed")
  func drift() throws {
    // 30 ppm more after 300 s, as a sensor that warms up.
    let (stamps, numbers) = arrivals(rate: 100, packet: 3, lost: 0, delay: 0.005, count: 60_000)
    let drifting = stamps.map { $0 + 3e-5 * max(0, $0 - 300) }
    let clock = try #require(SampleClock(stamps: drifting))
    #expect(clock.numbers == numbers)
    let truth = numbers.map { number in
      let time = Double(number) / 100
      return time + 3e-5 * max(0, time - 300)
    }
    let offsets = zip(clock.times, truth).map { $0 - $1 }
    let middle = try #require(median(of: offsets))
    #expect(offsets.allSatisfy { abs($0 - middle) < 0.004 })
  }

  @Test("whole seconds are cut, not rounded: the first sample of each second has its time")
  func wholeSeconds() throws {
    let times = (0..<2500).map { Double($0) / 100 + 0.37 }
    let clock = try #require(SampleClock(stamps: times.map { $0.rounded(.down) }))
    #expect(clock.isCut)
    #expect(zip(clock.times, times).allSatisfy { abs($0 - $1) < 0.011 })
  }

  @Test("a handful of stamps, or stamps that all are one, have no clock")
  func tooFew() {
    #expect(SampleClock(stamps: [0, 0, 1]) == nil)
    #expect(SampleClock(stamps: [Double](repeating: 3, count: 1000)) == nil)
  }
}
