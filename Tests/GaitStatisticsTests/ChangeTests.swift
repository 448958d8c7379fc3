import Testing

@testable import GaitStatistics

@Suite("Change against measurement error")
struct ChangeTests {
  @Test("a SEM that counts as known gives an MDC of 2.77 SEM")
  func known() throws {
    let error = try #require(MeasurementError(borrowed: 0.068, freedom: .infinity, source: "a study"))
    #expect(agree(error.mdc95, 0.188_482_9, digits: 6))
  }

  @Test("the fewer sessions a person's own SEM rests on, the greater a change must be")
  func fewSessions() throws {
    let few = try #require(MeasurementError(baseline: [0.9, 1.0, 1.1], autocorrelation: 0))
    let many = try #require(
      MeasurementError(baseline: [0.9, 1.0, 1.1, 0.9, 1.0, 1.1, 0.885, 1.0, 1.115], autocorrelation: 0))
    #expect(agree(few.sem, 0.1) && agree(few.freedom, 2))
    // t₀.₉₇₅(2) = 4.302653
    #expect(agree(few.mdc95, 4.302_652_73 * 2.0.squareRoot() * 0.1, digits: 7))
    #expect(many.mdc95 < 0.6 * few.mdc95)
  }

  @Test("sessions that resemble their neighbors show less than their spread; the SEM allows for it")
  func autocorrelation() throws {
    let plain = try #require(MeasurementError(baseline: [0.9, 1.0, 1.1], autocorrelation: 0))
    let allowed = try #require(MeasurementError(baseline: [0.9, 1.0, 1.1], autocorrelation: 0.3))
    // The mean of 0.3, 0.3 and 0.09 is 0.23.
    #expect(agree(allowed.sem, plain.sem / (1 - 0.23).squareRoot()))
  }

  @Test("means of more sessions let a smaller change be seen")
  func means() throws {
    let error = try #require(MeasurementError(borrowed: 0.05, source: "a study"))
    let single = try #require(Change(from: [1], to: [1.12], error: error))
    let double = try #require(Change(from: [1, 1], to: [1.12, 1.12], error: error))
    #expect(agree(double.mdc, single.mdc / 2.0.squareRoot()) && double.amount == single.amount)
    #expect(!single.exceedsError && double.exceedsError)
    #expect(single.interval.contains(0) && !double.interval.contains(0))
    #expect(agree(single.reliableChangeIndex, 0.12 / (0.05 * 2.0.squareRoot())))
  }

  @Test("a line's change is detected by its standard error, which is 1.023 times that of least squares")
  func line() throws {
    var error = try #require(MeasurementError(borrowed: 0.1, freedom: .infinity, source: "a study"))
    error.autocorrelation = 0
    let found = error.minimalDetectableChange(ofLineThrough: [0, 1, 2, 3])
    // √(Σ (t − t̄)²) of 0, 1, 2, 3 is √5.
    #expect(agree(found, 1.959_963_985 * 0.1 * 3 / 5.0.squareRoot() * (Double.pi / 3).squareRoot(), digits: 8))
    #expect(error.minimalDetectableChange(ofLineThrough: [4, 4]) == nil)
  }

  @Test("sessions that are equal by luck do not make every change real: the strides' own error is the least")
  func floor() throws {
    let error = try #require(MeasurementError(baseline: [1, 1.0001, 1])).atLeast([0.03, 0.04, 0.05])
    #expect(agree(error.sem, (0.0050 / 3).squareRoot()))
    #expect(try #require(MeasurementError(baseline: [1, 1.3, 1])).atLeast([0.03, 0.04]).sem > 0.1)
  }

  @Test("what no error can be taken from gives none")
  func none() {
    #expect(MeasurementError(baseline: [1, 2]) == nil)
    #expect(MeasurementError(baseline: [1, 1, 1]) == nil)
    #expect(MeasurementError(baseline: [1, .nan, 2]) == nil)
    #expect(MeasurementError(borrowed: 0, source: "") == nil)
    #expect(MeasurementError(borrowed: 0.1, freedom: 0, source: "") == nil)
  }
}
