import GaitStatistics
import Testing

@testable import StatisticsSimulation

@Suite("Two arms of a trial over weeks")
struct ArmsCourseTests {
  /// Ten persons in each arm over six weeks; the second changes by `gain` m/s per week more.
  private func rows(persons: Int = 10, weeks: Int = 6, gain: Double) -> [ArmsCourse.Row] {
    var random = NormalNumbers(seed: 21)
    return (0..<2 * persons).flatMap { person in
      let level = 0.9 + 0.15 * random.next()
      let slope = 0.01 + 0.005 * random.next() + (person >= persons ? gain : 0)
      return (0..<weeks).map { week in
        ArmsCourse.Row(
          person: "P\(person)", isSecond: person >= persons, week: Double(week),
          value: level + slope * Double(week) + 0.03 * random.next())
      }
    }
  }

  @Test("what one training adds per week is found, and nothing where there is nothing")
  func found() throws {
    let course = try ArmsCourse(rows(gain: 0.03))
    let gain = try #require(course.model[ArmsCourse.Term.armWeek])
    #expect(gain.interval.contains(0.03) && gain.p < 0.001)
    #expect(course.personsOfFirst == 10 && course.personsOfSecond == 10)
    // Between persons: no more degrees of freedom than persons, less one for each arm.
    #expect(gain.freedom <= 18)
    let none = try ArmsCourse(rows(gain: 0))
    #expect(try #require(none.model[ArmsCourse.Term.armWeek]).interval.contains(0))
  }

  @Test("one person is no arm, one week no course")
  func tooFew() {
    let lone = rows(persons: 1, gain: 0)
    #expect(throws: MixedModelError.tooFew(persons: 1, values: 12, coefficients: 4)) { try ArmsCourse(lone) }
    let short = rows(weeks: 1, gain: 0)
    #expect(throws: MixedModelError.self) { try ArmsCourse(short) }
  }
}
