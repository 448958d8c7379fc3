import Testing

@testable import GaitStatistics
@testable import StatisticsSimulation

@Suite("Sessions that resemble their neighbors")
struct NeighborCorrelationTests {
  @Test("independent sessions show their full spread, with all degrees of freedom")
  func independent() throws {
    let none = NeighborCorrelation(lagOne: 0)
    let spread = try #require(none.spread(sessions: 5))
    #expect(agree(spread.share, 1) && agree(spread.freedom, 4))
    let line = try #require(none.spreadAboutLine(times: [0, 1, 4, 6, 9]))
    #expect(agree(line.share, 1) && agree(line.freedom, 3))
    // √(Σ (t − t̄)²) of 0, 1, 2, 3 is √5.
    #expect(agree(none.standardErrorOfChange(times: [0, 1, 2, 3]), 3 / 5.0.squareRoot()))
  }

  @Test("three sessions of correlation 0.3 show 77 % of their variance, with 1.94 degrees of freedom")
  func byHand() throws {
    // Eigenvalues of the centered correlations: 1 − 0.09 and (6 − 2.22) / 6.
    let spread = try #require(NeighborCorrelation(lagOne: 0.3).spread(sessions: 3))
    #expect(agree(spread.share, (0.91 + 0.63) / 2))
    #expect(agree(spread.freedom, 1.54 * 1.54 / (0.91 * 0.91 + 0.63 * 0.63)))
  }

  @Test("what is expected of spread and slope comes out in simulated sessions")
  func simulated() throws {
    let times = (0..<10).map(Double.init)
    let alike = NeighborCorrelation(lagOne: 0.5)
    let person = SimulatedPerson(autocorrelation: 0.5, hasUnequalTimes: false)
    var random = NormalNumbers(seed: 2)
    var spread = 0.0
    var squaredChange = 0.0
    let repetitions = 4000
    for _ in 0..<repetitions {
      let values = person.sessions(10, baseline: 0, random: &random).points.map(\.value)
      let sd = try #require(Spread(values)?.sd)
      spread += sd * sd / Double(repetitions)
      let slope = zip(times, values).reduce(0) { $0 + ($1.0 - 4.5) * $1.1 } / 82.5
      squaredChange += (9 * slope) * (9 * slope) / Double(repetitions)
    }
    // A variance of 4,000 is known to about 2 %.
    #expect(abs(spread / (try #require(alike.spread(sessions: 10)).share) - 1) < 0.06)
    let expected = try #require(alike.standardErrorOfChange(times: times))
    #expect(abs(squaredChange.squareRoot() / expected - 1) < 0.05)
  }

  @Test("few sessions tell little of their autocorrelation and are taken to be alike; many tell it")
  func estimated() {
    var random = NormalNumbers(seed: 4)
    func residuals(_ n: Int, _ correlation: Double) -> [Double] {
      SimulatedPerson(autocorrelation: correlation).sessions(n, baseline: 0, random: &random).points.map(\.value)
    }
    for correlation in [0, 0.7] {
      let few = (0..<200).map { _ in NeighborCorrelation.estimated(residuals: residuals(8, correlation)).lagOne }
      #expect((0.4..<0.9).contains(few.reduce(0, +) / 200))
    }
    #expect(abs(NeighborCorrelation.estimated(residuals: residuals(3000, 0.7)).lagOne - 0.7) < 0.05)
    #expect(NeighborCorrelation.estimated(residuals: residuals(3000, -0.5)).lagOne == 0)
  }

  @Test(
    "intervals of the slope hold the true one in 93 % and more, whether sessions resemble their neighbors or not",
    arguments: [0.0, 0.3, 0.6], [8, 12, 24])
  func slopes(autocorrelation: Double, n: Int) throws {
    var random = NormalNumbers(seed: 6)
    let person = SimulatedPerson(autocorrelation: autocorrelation, change: 2)
    var held = 0
    for _ in 0..<1000 {
      let points = person.sessions(n, baseline: 0, random: &random).points
      let line = try #require(TheilSen.ofNeighbors(times: points.map(\.day), values: points.map(\.value)))
      let duration = (points.last?.day ?? 0) - (points.first?.day ?? 0)
      if line.interval?.contains(2 / duration) ?? false { held += 1 }
    }
    // 93 % of 1,000, less two standard errors.
    #expect(held > 914)
  }

  @Test("sessions of one day have no line")
  func oneDay() {
    #expect(NeighborCorrelation(lagOne: 0.3).standardErrorOfChange(times: [2, 2, 2]) == nil)
    #expect(NeighborCorrelation(lagOne: 0.3).spreadAboutLine(times: [2, 2, 2]) == nil)
  }
}
