import Testing

@testable import GaitStatistics
@testable import StatisticsSimulation

@Suite("Groups over time by a linear mixed model")
struct MixedModelTests {
  private let reference: [Reference.Model]

  init() throws {
    reference = try Reference.read().mixedModels
  }

  private func fit(_ model: Reference.Model) throws -> LinearMixedModel {
    try LinearMixedModel(
      model.values, persons: model.persons,
      fixed: model.fixed.map { LinearMixedModel.Column($0.name, $0.values) },
      random: model.random.map { LinearMixedModel.Column($0.name, $0.values) })
  }

  @Test("the sleep study gives what lme4 publishes")
  func sleepStudy() throws {
    // Bates et al. 2015, doi 10.18637/jss.v067.i01, section 5.2; degrees of freedom: Kuznetsova et al. 2017.
    let model = try fit(reference[0])
    #expect(abs(model.criterion - 1743.628) < 0.0005)
    let intercept = try #require(model["1"])
    let slope = try #require(model["day"])
    #expect(abs(intercept.value - 251.405) < 0.0005 && abs(intercept.standardError - 6.825) < 0.0005)
    #expect(abs(slope.value - 10.467) < 0.0005 && abs(slope.standardError - 1.546) < 0.0005)
    #expect(abs(slope.t - 6.771) < 0.001 && abs(slope.freedom - 17) < 0.05 && abs(intercept.freedom - 17) < 0.05)
    // lme4 itself stops its search at 24.741.
    #expect(abs(model.randomSD[0] - 24.741) < 0.001 && abs(model.randomSD[1] - 5.922) < 0.0005)
    #expect(abs((model.randomCorrelation[0][1] ?? 0) - 0.066) < 0.0005 && abs(model.residualSD - 25.592) < 0.0005)
    #expect(!model.isSingular && model.persons.count == 18 && model.observations == 180)
  }

  @Test("coefficients, errors, variances and persons' deviations are those of statsmodels to four digits")
  func statsmodels() throws {
    for expected in reference {
      let model = try fit(expected)
      for (coefficient, (beta, error)) in zip(model.coefficients, zip(expected.beta, expected.error)) {
        #expect(agree(coefficient.value, beta, digits: 4) && agree(coefficient.standardError, error, digits: 4))
      }
      for (sd, other) in zip(model.randomSD, expected.randomSd) { #expect(agree(sd, other, digits: 4)) }
      #expect(abs((model.randomCorrelation[0][1] ?? 2) - expected.correlation) < 2e-4)
      #expect(agree(model.residualSD, expected.residual, digits: 4))
      // Ours may be lower, never higher: both search the least.
      #expect(model.criterion < expected.criterion + 1e-6)
      #expect(agree(model.criterion, expected.criterion, digits: 6))
      for (effects, others) in zip(model.randomEffects, expected.effects) {
        #expect(zip(effects, others).allSatisfy { abs($0 - $1) < 2e-4 * model.randomSD[0] })
      }
    }
  }

  @Test("persons who walked in one direction only, and sessions that are missing, are used as they are")
  func oneDirection() throws {
    let incomplete = reference[2]
    let forward = zip(incomplete.persons, incomplete.fixed[1].values).filter { $0.1 == 0 }.map(\.0)
    #expect(!forward.contains("P0") && incomplete.persons.contains("P0"))
    #expect(try fit(incomplete).persons.contains("P0"))
  }

  @Test("if nobody walked forward, the column that cannot be told apart is named")
  func dependent() throws {
    let ones = [Double](repeating: 1, count: 6)
    let weeks = [0.0, 1, 2, 0, 1, 2]
    #expect(throws: MixedModelError.dependentColumn(name: "backward")) {
      _ = try LinearMixedModel(
        [0.6, 0.7, 0.8, 0.5, 0.55, 0.7], persons: ["A", "A", "A", "B", "B", "B"],
        fixed: [.init("1", ones), .init("backward", ones), .init("week", weeks)], random: [.init("1", ones)])
    }
  }

  @Test("persons who do not differ give a singular fit, and the coefficients of least squares")
  func singular() throws {
    var random = NormalNumbers(seed: 3)
    let weeks = (0..<60).map { Double($0 % 6) }
    let ones = [Double](repeating: 1, count: 60)
    // Residuals that sum to zero in each person leave nothing between persons.
    let values = (0..<10).flatMap { _ in
      let noise = (0..<6).map { _ in random.next() }
      let mean = noise.reduce(0, +) / 6
      return (0..<6).map { 1 + 0.1 * Double($0) + 0.05 * (noise[$0] - mean) }
    }
    let model = try LinearMixedModel(
      values, persons: (0..<60).map { "P\($0 / 6)" }, fixed: [.init("1", ones), .init("week", weeks)],
      random: [.init("1", ones)])
    #expect(model.isSingular && model.randomSD[0] < 1e-3)
    let line = try #require(leastSquares(columns: [ones, weeks], values)).solution
    #expect(agree(model["1"]?.value, line[0], digits: 6) && agree(model["week"]?.value, line[1], digits: 6))
  }

  @Test("what cannot be fitted says why, and names column and row")
  func refused() {
    let ones = LinearMixedModel.Column("1", [1, 1, 1, 1])
    let persons = ["A", "A", "B", "B"]
    func error(_ values: [Double], _ persons: [String], _ fixed: [LinearMixedModel.Column]) -> MixedModelError? {
      do {
        _ = try LinearMixedModel(values, persons: persons, fixed: fixed, random: [ones])
        return nil
      } catch {
        return error
      }
    }
    #expect(error([1, 2, 3], persons, [ones]) == .unequalLengths(name: "persons", found: 4, expected: 3))
    #expect(error([1, 2, .nan, 4], persons, [ones]) == .notFinite(name: "values", row: 2))
    #expect(error([1, 2, 3, 4], ["A", "A", "A", "A"], [ones]) == .tooFew(persons: 1, values: 4, coefficients: 1))
    #expect(error([1, 2, 3, 4], persons, []) == .noColumns)
    #expect(error([2, 2, 2, 2], persons, [ones]) == .noScatter)
  }

  /// Eight persons, five weeks, both directions in each session; all numbers from a formula, so that they can be made again
  /// elsewhere.
  private func sessionsOfBothDirections() -> [GroupCourse.Row] {
    func noise(_ k: Int) -> Double { (Double((k * 7919 + 104_729) % 10_007) / 10_007 - 0.5) * 2 }
    var rows: [GroupCourse.Row] = []
    for person in 0..<8 {
      let (level, direction) = (0.15 * noise(1000 + person), 0.12 * noise(2000 + person))
      let slope = 0.015 * noise(3000 + person)
      for week in 0..<5 {
        let session = 0.05 * noise(4000 + 10 * person + week)
        for isBackward in [true, false] {
          let time = Double(week)
          let mean = isBackward ? 0.7 + 0.03 * time : 1.1 + 0.01 * time
          let own = level + direction * (isBackward ? 0.5 : -0.5) + slope * (time - 2) + session
          rows.append(
            .init(
              person: "P\(person)", isBackward: isBackward, week: time, value: mean + own + 0.04 * noise(rows.count + 1)
            ))
        }
      }
    }
    return rows
  }

  @Test(
    "sessions within persons: criterion, coefficients and errors are those of the whole covariance matrix, inverted")
  func sessions() throws {
    let rows = sessionsOfBothDirections()
    let backward = rows.map { $0.isBackward ? 1.0 : 0 }
    let ones = [Double](repeating: 1, count: rows.count)
    let weeks = rows.map(\.week)
    // Computed with numpy from y's dense covariance, minimized from six starting points.
    let expected = [
      (true, -229.85198, [0.03888775, 0.02901301, 0.00484378, 0.00379709], 0.0354354, 0.0240149),
      (false, -226.95498, [0.03253317, 0.02901289, 0.00479932, 0.00379728], 0.0355795, 0.0240161),
    ]
    for (isCorrelated, criterion, errors, session, residual) in expected {
      let model = try LinearMixedModel(
        rows.map(\.value), persons: rows.map(\.person),
        fixed: [
          .init("level", ones), .init("backward", backward), .init("week", weeks),
          .init("both", zip(backward, weeks).map { $0 * $1 }),
        ],
        random: [
          .init("level", ones), .init("backward", backward.map { $0 - 0.5 }), .init("week", weeks.map { $0 - 2 }),
        ],
        sessions: weeks.map { "\($0)" }, isCorrelated: isCorrelated)
      #expect(abs(model.criterion - criterion) < 1e-3)
      for (coefficient, value) in zip(model.coefficients, [1.12052928, -0.38273149, 0.00845373, 0.019]) {
        #expect(agree(coefficient.value, value, digits: 4))
      }
      for (coefficient, error) in zip(model.coefficients, errors) {
        #expect(agree(coefficient.standardError, error, digits: 3))
      }
      #expect(agree(model.sessionSD, session, digits: 3) && agree(model.residualSD, residual, digits: 3))
    }
  }
}
