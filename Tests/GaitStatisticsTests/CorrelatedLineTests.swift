import Testing

@testable import GaitStatistics

@Suite("A line through neighbors that resemble each other")
struct CorrelatedLineTests {
  /// Values of a first-order autoregression about a line, of two groups with levels of their own.
  private func values(_ n: Int, slope: Double, correlation: Double, seed: UInt64) -> (
    x: [Double], y: [Double], groups: [Int]
  ) {
    var random = SplitMix64(seed: seed)
    func normal() -> Double {
      // Sum of twelve uniform numbers less six.
      (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
    var before = normal()
    let x = (0..<n).map { 0.1 * Double($0) }
    let groups = (0..<n).map { $0 % 2 }
    let y = (0..<n).map { k in
      if k > 0 { before = correlation * before + (1 - correlation * correlation).squareRoot() * normal() }
      return 3 + slope * x[k] + 2 * Double(groups[k]) + before
    }
    return (x, y, groups)
  }

  @Test(
    "its interval holds the true slope in 95 of 100, also where neighbors resemble each other",
    arguments: [0, 0.3, 0.6])
  func coverage(correlation: Double) throws {
    var held = 0
    let runs = 400
    for seed in 0..<runs {
      let data = values(80, slope: 0.5, correlation: correlation, seed: UInt64(seed + 1))
      let line = try #require(CorrelatedLine(x: data.x, y: data.y, groups: data.groups))
      if try #require(line.slopeInterval).contains(0.5) { held += 1 }
    }
    // Three standard errors of a share of 95 % in 400 runs are 3.3 %.
    #expect(Double(held) / Double(runs) > 0.915, "\(held) of \(runs)")
    #expect(Double(held) / Double(runs) < 0.985, "\(held) of \(runs)")
  }

  @Test("levels of groups do not bend it")
  func groups() throws {
    let data = values(40, slope: 1, correlation: 0, seed: 5)
    let exact = zip(data.x, data.groups).map { 1 * $0 + 10 * Double($1) }
    let line = try #require(CorrelatedLine(x: data.x, y: exact, groups: data.groups))
    #expect(abs(line.slope - 1) < 1e-12 && line.slopeError < 1e-9)
    #expect(abs(line.value(at: 1.95) - (1.95 + 5)) < 1e-9)
  }

  @Test("needs five values and different places")
  func tooFew() {
    #expect(CorrelatedLine(x: [1, 2, 3, 4], y: [1, 2, 3, 4], groups: [0, 0, 0, 0]) == nil)
    #expect(CorrelatedLine(x: [1, 1, 1, 1, 1], y: [1, 2, 3, 4, 5], groups: [0, 0, 0, 0, 0]) == nil)
    #expect(CorrelatedLine(x: [1, 2, 3, 4, .nan], y: [1, 2, 3, 4, 5], groups: [0, 0, 0, 0, 0]) == nil)
  }
}
