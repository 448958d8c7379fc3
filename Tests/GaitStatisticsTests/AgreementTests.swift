import GaitStatistics
import Testing

@Suite("Agreement of two methods")
struct AgreementTests {
  @Test(
    "quantiles of chi-squared are those of scipy",
    arguments: [
      (1.0, 0.025, 0.000982069), (5, 0.975, 12.832501994), (200, 0.025, 162.727982502), (2000, 0.975, 2125.84230245),
    ])
  func chiSquared(freedom: Double, p: Double, expected: Double) throws {
    let value = try #require(ChiSquare(freedom: freedom)).quantile(p)
    #expect(abs(value - expected) < 1e-6 * max(1, expected))
  }

  @Test("limits of people who differ are wider than strides taken for independent would have them, and less sure")
  func nested() throws {
    // Two people with a bias each and hardly any scatter of their own.
    let groups = [[Double](repeating: 0.05, count: 50), [Double](repeating: -0.03, count: 50)]
      .map { $0.enumerated().map { $1 + ($0.isMultiple(of: 2) ? 0.001 : -0.001) } }
    let limits = try #require(LimitsOfAgreement(groups))
    let plain = try #require(Spread(groups.flatMap { $0 })?.sd)
    #expect(abs(limits.bias - 0.01) < 1e-12 && limits.people == 2 && limits.n == 100)
    #expect(limits.sd > 1.3 * plain)
    let interval = try #require(limits.upperInterval)
    #expect(interval.contains(limits.upper) && interval.upperBound - interval.lowerBound > 0.5)
  }

  @Test("a single person has limits, and no interval that would hold for others")
  func onePerson() throws {
    let limits = try #require(LimitsOfAgreement([[0.1, 0.2, 0.3]]))
    #expect(abs(limits.bias - 0.2) < 1e-12 && abs(limits.sd - 0.1) < 1e-12)
    #expect(limits.biasInterval == nil && limits.lowerInterval == nil && limits.upperInterval == nil)
    #expect(LimitsOfAgreement([[0.1]]) == nil && LimitsOfAgreement([]) == nil)
  }

  @Test("a constant difference spoils absolute agreement and not consistency")
  func correlations() throws {
    let values = [1.0, 1.2, 0.9, 1.5, 1.1, 1.35]
    let shifted = try #require(IntraclassCorrelation(values.map { ($0, $0 + 0.2) }))
    #expect(abs(shifted.consistency - 1) < 1e-12 && shifted.agreement < 0.75)
    #expect(IntraclassCorrelation([(1, 1), (2, 2)]) == nil)
    #expect(IntraclassCorrelation([(1, 1), (1, 1), (1, 1)]) == nil)
  }
}
