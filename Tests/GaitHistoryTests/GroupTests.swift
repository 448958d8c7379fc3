import GaitModel
import GaitStatistics
import Testing

@testable import GaitHistory

@Suite("A group of people")
struct GroupTests {
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  /// Four people who get faster backward from week to week, each at an own level.
  private func store() throws -> HistoryStore {
    let store = try place.opened()
    let first = try #require(CalendarDay("2026-09-01"))
    for person in 0..<4 {
      for week in 0..<6 {
        let day = try #require(first.adding(days: 7 * week))
        let name = "P\(person)-\(week)"
        let speed = 0.5 + 0.1 * Double(person) + 0.02 * Double(week) + 0.004 * Double((person + 2 * week) % 3)
        _ = try store.add(
          Visit(subject: "P\(person)", startedAt: "\(day)T09:00:00Z", name: name, content: name, speed: speed)
            .analyzed(),
          at: "2026-11-21T08:00:00Z")
      }
      try store.annotate("P\(person)", PersonAnnotation(diagnosisGroup: person < 3 ? "knee" : "other"))
    }
    return store
  }

  @Test("people who walked one way are left out of the comparison by name, and still show their change per week")
  func oneWay() throws {
    let comparison = try store().comparison(ofGroup: "knee")
    #expect(comparison.measures.isEmpty)
    #expect(comparison.leftOut.map(\.subject) == ["P0", "P1", "P2"])
    let wanted = try #require(comparison.conditions)
    #expect(comparison.leftOut.allSatisfy { $0.reason == .notBothWays(under: wanted, others: []) })
    let speed = try #require(comparison.weeks.first { $0.measure.id == "speed_m_s" }?.course)
    #expect(speed.model.persons.count == 3)
    #expect(abs((speed.model[GroupCourse.Term.week]?.value ?? 0) - 0.02) < 0.002)
  }

  @Test("a group nobody is in is named with those that there are")
  func unknown() throws {
    let store = try store()
    #expect(throws: HistoryError.unknown("hip", of: "group", known: ["knee", "other"])) {
      try store.comparison(ofGroup: "hip")
    }
  }

  @Test("a group of one gives no model, and says why")
  func one() throws {
    let weeks = try store().comparison(ofGroup: "other").weeks
    #expect(!weeks.isEmpty)
    for one in weeks {
      guard case .tooFew(let persons, _, _) = one.reason else {
        Issue.record("\(one.measure.id): \(String(describing: one.reason))")
        continue
      }
      #expect(one.course == nil && persons == 1)
    }
  }

  @Test("two groups are compared over weeks, under the same conditions, and who does not enter is listed")
  func arms() throws {
    let place = try TemporaryStore()
    let store = try place.opened()
    let first = try #require(CalendarDay("2026-09-01"))
    for person in 0..<8 {
      let isSecond = person > 3
      for week in 0..<4 {
        let day = try #require(first.adding(days: 7 * week))
        let shift = 0.02 * Double((person * 7 + week * 3) % 5 - 2)
        let visit = Visit(
          subject: "P\(person)", startedAt: "\(day)T09:00:00Z", name: "w\(week)", content: "\(person) \(week)",
          surface: person == 7 ? .treadmill : .overground,
          speed: 0.9 + (isSecond ? 0.08 : 0.01) * Double(week) + shift, direction: .forward)
        try store.add(visit.analyzed(), at: "2026-11-21T08:00:00Z")
      }
      try store.annotate("P\(person)", PersonAnnotation(diagnosisGroup: isSecond ? "backward" : "forward"))
    }
    let comparison = try store.comparison(ofArms: "forward", "backward")
    let speed = try #require(
      comparison.courses.first { $0.measure.id == "speed_m_s" && $0.direction == .forward }?.course)
    #expect(speed.personsOfFirst == 4 && speed.personsOfSecond == 3)
    let gain = try #require(speed.model[ArmsCourse.Term.armWeek])
    #expect(gain.interval.contains(0.07) && gain.p < 0.05)
    #expect(comparison.leftOut.map(\.subject) == ["P7"])
    #expect(comparison.leftOut.map(\.reason) == [.noDatedSession(under: comparison.conditions)])
    #expect(throws: HistoryError.self) { try store.comparison(ofArms: "forward", "nobody") }
  }
}
