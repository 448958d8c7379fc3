import Testing

@testable import GaitStatistics
@testable import StatisticsSimulation

@Suite("A group's course over weeks")
struct GroupCourseTests {
  private func rows(persons: Int = 12, weeks: Int = 6, keep: (Int, Bool) -> Bool = { _, _ in true }) -> [GroupCourse
    .Row]
  {
    var random = NormalNumbers(seed: 12)
    return (0..<persons).flatMap { person in
      let level = 0.1 * random.next()
      let slope = 0.01 * random.next()
      return (0..<weeks).flatMap { week in
        [true, false].compactMap { isBackward -> GroupCourse.Row? in
          let scatter = 0.03 * random.next()
          let mean = isBackward ? 0.7 + 0.03 * Double(week) : 1.1
          let value = mean + level + slope * Double(week) + scatter
          return keep(person, isBackward)
            ? .init(person: "P\(person)", isBackward: isBackward, week: Double(week), value: value) : nil
        }
      }
    }
  }

  @Test("backward speed is found lower, and rising by what was put in")
  func found() throws {
    let course = try GroupCourse(rows())
    let backward = try #require(course.model[GroupCourse.Term.backward])
    let rise = try #require(course.model[GroupCourse.Term.backwardWeek])
    #expect(backward.interval.contains(-0.4) && backward.p < 0.001)
    #expect(rise.interval.contains(0.03) && rise.p < 0.001 && course.hasRandomSlope)
    #expect(try #require(course.model[GroupCourse.Term.week]).interval.contains(0))
  }

  @Test("a person who walked in one direction only is used; the others' result stays in reach")
  func oneDirection() throws {
    let all = try GroupCourse(rows())
    let some = try GroupCourse(rows { person, isBackward in isBackward || person > 2 })
    let a = try #require(all.model[GroupCourse.Term.backward])
    let b = try #require(some.model[GroupCourse.Term.backward])
    #expect(some.model.persons.count == 12 && abs(a.value - b.value) < 0.03 && b.standardError > a.standardError)
  }

  @Test("a group that walked in one direction only has no terms of direction")
  func onlyBackward() throws {
    let course = try GroupCourse(rows { _, isBackward in isBackward })
    #expect(course.model.coefficients.map(\.name) == [GroupCourse.Term.level, GroupCourse.Term.week])
    #expect(try #require(course.model[GroupCourse.Term.week]).interval.contains(0.03))
  }

  @Test("two weeks tell no person's own slope, one week no slope at all")
  func fewWeeks() throws {
    #expect(!(try GroupCourse(rows(weeks: 2)).hasRandomSlope))
    let single = try GroupCourse(rows(weeks: 1))
    #expect(single.model[GroupCourse.Term.week] == nil && single.model[GroupCourse.Term.backward] != nil)
  }

  @Test("one person is no group")
  func onePerson() {
    #expect(throws: MixedModelError.tooFew(persons: 1, values: 12, coefficients: 4)) {
      _ = try GroupCourse(rows(persons: 1))
    }
  }

  @Test("where persons differ in how backward differs from forward, the interval of the difference is not too narrow")
  func personsDifferInDirection() throws {
    // 200 groups: 95 % ± 3 % of intervals hold, and 93 % are asked for. With levels and weeks alone 60 % hold.
    let kind = try #require(GroupSimulation.kinds.first { $0.name == "in direction" })
    let shares = GroupSimulation.coverage(of: kind, persons: 12, groups: 200)
    #expect(shares[1].value >= 0.90 && shares[3].value >= 0.90)
  }

  @Test("a group of two persons, and one without any spread between persons, is fitted with less")
  func fallback() throws {
    let two = try GroupCourse(rows(persons: 2))
    #expect(two.model.coefficients.count == 4)
    var random = NormalNumbers(seed: 5)
    let alike = (0..<8).flatMap { person in
      (0..<4).flatMap { week in
        [true, false].map {
          GroupCourse.Row(
            person: "P\(person)", isBackward: $0, week: Double(week), value: ($0 ? 0.7 : 1.1) + 0.05 * random.next())
        }
      }
    }
    let course = try GroupCourse(alike)
    #expect(try #require(course.model[GroupCourse.Term.backward]).interval.contains(-0.4))
    #expect(course.personalEffects != .correlated || !course.model.isSingular)
  }
}
