import Testing

@testable import GaitStatistics

@Suite("Intervals by block bootstrap")
struct BlockBootstrapTests {
  /// Values that resemble their neighbors by `correlation`, with mean 1 and standard deviation 0.1.
  private func walk(_ n: Int, correlation: Double, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    func normal() -> Double {
      // The sum of twelve uniform numbers is close enough to normal for a coverage test.
      (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
    var value = normal()
    return (0..<n).map { _ in
      value = correlation * value + (1 - correlation * correlation).squareRoot() * normal()
      return 1 + 0.1 * value
    }
  }

  @Test(
    "nominal 95 % intervals hold the true mean nearly as often as they say",
    arguments: [(20, 0.0), (40, 0.0), (80, 0.3), (80, 0.5)])
  func coverage(n: Int, correlation: Double) {
    let bootstrap = BlockBootstrap(resamplings: 400)
    let repetitions = 400
    var held = 0
    for k in 0..<repetitions {
      let values = walk(n, correlation: correlation, seed: UInt64(k))
      if let interval = bootstrap.interval(of: values), interval.contains(1) { held += 1 }
    }
    // Two standard errors of 400 repetitions are 2 %.
    #expect(Double(held) / Double(repetitions) > 0.91)
    #expect(Double(held) / Double(repetitions) < 0.985)
  }

  @Test("values that resemble their neighbors get a wider interval than the same values shuffled")
  func blocksWiden() throws {
    let values = walk(120, correlation: 0.7, seed: 3)
    var random = SplitMix64(seed: 4)
    let shuffled = values.shuffled(using: &random)
    let bootstrap = BlockBootstrap()
    let blocked = try #require(bootstrap.interval(of: values))
    let independent = try #require(bootstrap.interval(of: shuffled))
    #expect(blocked.upperBound - blocked.lowerBound > 1.3 * (independent.upperBound - independent.lowerBound))
  }

  @Test("the interval lies around the mean even if the ends differ from the middle")
  func ends() throws {
    let values = [0.5] + [Double](repeating: 1, count: 10) + [0.5]
    let mean = values.reduce(0, +) / 12
    let interval = try #require(BlockBootstrap().interval(of: values))
    #expect(abs((interval.lowerBound + interval.upperBound) / 2 - mean) < 0.06)
  }

  @Test("fewer than five values have no interval")
  func tooFew() {
    #expect(BlockBootstrap().interval(of: [1, 2, 3, 4]) == nil)
    #expect(BlockBootstrap().interval(of: []) == nil)
    #expect(BlockBootstrap(fewest: 0).interval(of: []) == nil)
  }

  @Test("values that are not finite have no interval", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) {
    #expect(BlockBootstrap().interval(of: [1, 2, value, 4, 5, 6]) == nil)
  }

  @Test("the same values give the same interval every time")
  func deterministic() {
    let values = walk(30, correlation: 0.2, seed: 9)
    #expect(BlockBootstrap().interval(of: values) == BlockBootstrap().interval(of: values))
  }

  @Test("the generator is that of its authors")
  func generator() {
    // First outputs for seed 1234567 in the reference implementation.
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }
}

@Suite("Center and spread")
struct SpreadTests {
  @Test("mean, standard deviation and coefficient of variation of a worked example")
  func example() throws {
    let spread = try #require(Spread([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(spread.mean == 5)
    #expect(abs((spread.sd ?? 0) - 2.138_089_935) < 1e-8)
    #expect(abs((spread.cvPercent ?? 0) - 42.761_798_7) < 1e-6)
    #expect(spread.median == 4.5)
  }

  @Test("one value has no spread, none has nothing")
  func few() throws {
    let one = try #require(Spread([3]))
    #expect(one.sd == nil && one.cvPercent == nil && one.mean == 3)
    #expect(Spread([]) == nil)
  }
}
