import Foundation
import GaitModel
import GaitStatistics
import Testing

@testable import GaitHistory

@Suite("A person's course")
struct CourseTests {
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  /// A store with sessions every third day.
  private func store(speeds: [Double], surface: (Int) -> Surface? = { _ in .overground }) throws -> HistoryStore {
    let store = try place.opened()
    let first = try #require(CalendarDay("2026-09-01"))
    for (k, speed) in speeds.enumerated() {
      let day = try #require(first.adding(days: 3 * k))
      _ = try store.add(
        Visit(
          startedAt: "\(day)T09:00:00Z", name: "w\(k)", content: "c\(k)", surface: surface(k), speed: speed
        ).analyzed(), at: "2026-11-21T08:00:00Z")
    }
    return store
  }

  private func speed(_ trend: CourseTrend) throws -> CourseTrend.MeasureTrend {
    try #require(trend.measures.first { $0.measure.id == "speed_m_s" && $0.direction == .backward })
  }

  /// The study that a measure's error comes from.
  private func borrowed(_ measure: CourseTrend.MeasureTrend) -> String? {
    guard case .borrowed(let study) = measure.trend.error?.source else { return nil }
    return study
  }

  @Test("the number of sessions that count decides what is said, and the run-in does not count")
  func tiers() throws {
    let expected: [(sessions: Int, tier: Trend.Tier)] = [
      (2, .values), (4, .values), (5, .change), (6, .change), (7, .slope), (9, .slope), (10, .test), (14, .chart),
    ]
    for (sessions, tier) in expected {
      let place = try TemporaryStore()
      let store = try HistoryStore(path: place.path, access: .writing)
      let first = try #require(CalendarDay("2026-09-01"))
      for k in 0..<sessions {
        let day = try #require(first.adding(days: 3 * k))
        _ = try store.add(
          Visit(startedAt: "\(day)T09:00:00Z", name: "w\(k)", content: "c\(k)", speed: 0.6 + 0.03 * Double(k))
            .analyzed(),
          at: "2026-11-21T08:00:00Z")
      }
      let measure = try speed(CourseTrend(store.course(of: "S01")))
      #expect(measure.trend.tier == tier, "\(sessions) sessions")
      #expect(measure.trend.runIn.count == min(2, sessions))
      #expect(measure.isPrimary)
    }
  }

  @Test("variation and asymmetry have courses where strides are enough, in a family of their own")
  func walkMeasures() throws {
    let store = try place.opened()
    for k in 0..<10 {
      _ = try store.add(
        Visit(
          startedAt: "2026-09-\(10 + k)T09:00:00Z", name: "w\(k)", content: "c\(k)", speed: 0.6, count: k == 9 ? 10 : 35
        ).analyzed(), at: "2026-11-21T08:00:00Z")
    }
    let trend = CourseTrend(try store.course(of: "S01"))
    let own = trend.measures.filter { $0.measure.isOfWalk }
    #expect(own.contains { $0.measure.id == "stride_length_m_asymmetry_percent" })
    let variation = try #require(own.first { $0.measure.id == "stride_length_m_cv_percent" })
    // The last session is too short for one.
    #expect(variation.trend.runIn.count + variation.trend.points.count == 9)
    #expect(variation.direction == .backward && !variation.isPrimary)
    #expect(try store.table(.trends).contains("stride_length_m_cv_percent"))
  }

  @Test("backward speed after a stroke borrows the error that was measured in such people")
  func errorAfterStroke() throws {
    let store = try store(speeds: [0.6, 0.6, 0.61, 0.62, 0.6])
    #expect(try borrowed(speed(CourseTrend(store.course(of: "S01"))))?.contains("forward walking") == true)
    try store.annotate("S01", PersonAnnotation(diagnosisGroup: "chronic Stroke"))
    let trend = CourseTrend(try store.course(of: "S01"))
    #expect(try borrowed(speed(trend))?.contains("backward walking after a stroke") == true)
    let length = try #require(trend.measures.first { $0.measure.id == "stride_length_m" && $0.direction == .backward })
    #expect(borrowed(length)?.contains("forward walking") == true)
  }

  @Test("a steady rise over twelve sessions is likely real, scatter alone is not")
  func verdicts() throws {
    let scatter = [0.02, -0.03, 0.01, 0.03, -0.02, 0.0, 0.02, -0.01, -0.03, 0.02, 0.01, -0.02]
    let rising = try store(speeds: scatter.enumerated().map { 0.6 + 0.03 * Double($0.offset) + $0.element })
    #expect(try speed(CourseTrend(rising.course(of: "S01"))).trend.verdict == .likelyReal)
    let other = try TemporaryStore()
    let still = try other.opened()
    for (k, shift) in scatter.enumerated() {
      _ = try still.add(
        Visit(
          startedAt: "2026-09-\(10 + k)T09:00:00Z", name: "w\(k)", content: "c\(k)", speed: 0.6 + shift
        ).analyzed(), at: "2026-11-21T08:00:00Z")
    }
    #expect(try speed(CourseTrend(still.course(of: "S01"))).trend.verdict != .likelyReal)
  }

  @Test("three and four sessions are judged by a borrowed error, which is named")
  func borrowed() throws {
    let measure = try speed(CourseTrend(store(speeds: [0.5, 0.5, 0.6, 0.62, 0.61]).course(of: "S01")))
    #expect(measure.trend.tier == .change)
    #expect(borrowed(measure)?.hasPrefix("forward walking") == true)
    #expect(measure.trend.verdict == .withinError)
  }

  @Test("three sessions before the plan's first day give the person's own error")
  func ownError() throws {
    let store = try store(speeds: [0.60, 0.61, 0.60, 0.61, 0.80])
    var plan = try #require(TrainingPlan.presets["10x3x6"])
    plan.start = "2026-09-09"
    try store.annotate("S01", PersonAnnotation(plan: plan))
    let measure = try speed(CourseTrend(store.course(of: "S01")))
    #expect(measure.trend.error?.source == .ownBaseline(sessions: 3))
  }

  @Test("sessions on another surface or without a date are left out, with the reason")
  func leftOut() throws {
    let store = try store(speeds: [0.6, 0.6, 0.6, 0.9, 0.6], surface: { $0 == 3 ? .treadmill : .overground })
    _ = try store.add(
      Visit(session: "undated", startedAt: nil, name: "u", content: "u").analyzed(), at: "2026-11-21T08:00:00Z")
    let course = try store.course(of: "S01")
    let sessions = ComparableSessions(course)
    #expect(sessions.visits.count == 4)
    #expect(
      sessions.leftOut.map(\.reason) == [
        .otherConditions([WalkConditions(sensors: .other, surface: .treadmill)]), .noDate,
      ])
    #expect(ComparableSessions(course, ordering: .name).visits.map(\.session).contains("undated"))
  }

  @Test("sessions with another aid are not compared")
  func aid() throws {
    let store = try store(speeds: [0.6, 0.6, 0.7])
    try store.annotate("S01", session: "2026-09-07", SessionAnnotation(aid: "cane", pain: 3))
    let sessions = ComparableSessions(try store.course(of: "S01"))
    #expect(sessions.leftOut.map(\.session) == ["2026-09-07"])
    #expect(try store.course(of: "S01").sessions.map(\.pain) == [nil, nil, 3])
  }

  @Test("dose: minutes of backward walking by week against the plan, weeks without walking included")
  func dose() throws {
    let store = try store(speeds: [0.6, 0.6, 0.6])
    _ = try store.add(
      Visit(startedAt: "2026-09-23T09:00:00Z", name: "late", content: "late").analyzed(), at: "2026-11-21T08:00:00Z")
    try store.annotate("S01", PersonAnnotation(plan: TrainingPlan.presets["growing"]))
    let dose = WalkingDose(try store.course(of: "S01"))
    #expect(dose.sessions.count == 4)
    #expect(dose.days.count == 4)
    // Six planned weeks from the first session, 1 September; 15 s of walking in each session.
    #expect(dose.weeks.map(\.sessions) == [3, 0, 0, 1, 0, 0])
    #expect(abs(dose.weeks[0].backward.minutes - 0.75) < 1e-9)
    #expect(dose.weeks[0].planned == PlannedRange(low: 10, high: 30))
    #expect(dose.weeks[5].planned == PlannedRange(low: 40, high: 90))
    #expect(abs((dose.weeks[0].missingMinutes ?? 0) - 9.25) < 1e-9)
    #expect(dose.weeks[1].missingMinutes == dose.weeks[1].planned?.low)
  }

  @Test("without a plan weeks begin on Mondays")
  func calendarWeeks() throws {
    let dose = WalkingDose(try store(speeds: [0.6, 0.6, 0.6, 0.6]).course(of: "S01"))
    // 1 September 2026 is a Tuesday.
    #expect(dose.weeks.map(\.label) == ["2026-08-31", "2026-09-07"])
    #expect(dose.weeks.map(\.sessions) == [2, 2])
  }

  /// Six sessions of forward walking overground and backward walking on a treadmill.
  private func testAndTraining() throws -> PersonCourse {
    let store = try place.opened()
    let first = try #require(CalendarDay("2026-09-01"))
    for k in 0..<6 {
      let day = try #require(first.adding(days: 3 * k))
      for (name, surface, direction) in [("a", Surface.overground, Direction.forward), ("b", .treadmill, .backward)] {
        _ = try store.add(
          Visit(
            startedAt: "\(day)T09:00:00Z", name: "\(name)\(k)", content: "\(name)\(k)", surface: surface,
            speed: 1 + 0.01 * Double(k * k % 5), direction: direction
          ).analyzed(), at: "2026-11-21T08:00:00Z")
      }
    }
    return try store.course(of: "S01")
  }

  @Test("forward walking is set against all backward walking done, also that under other conditions")
  func carryOverOfAll() throws {
    let speed = try #require(CourseTrend(try testAndTraining()).carryOver.first { $0.measure.id == "speed_m_s" })
    // Five sessions of 15 s before the last.
    #expect(speed.n == 6 && abs(speed.minutes - 1.25) < 1e-9)
  }

  @Test("what a session has under other conditions is left out by name, and can be chosen")
  func otherConditionsInPart() throws {
    let course = try testAndTraining()
    let usual = CourseTrend(course)
    #expect(usual.measures.allSatisfy { $0.direction == .forward })
    #expect(usual.sessions.leftOut.count == 6)
    let treadmill = WalkConditions(sensors: .other, surface: .treadmill)
    #expect(usual.sessions.leftOut[0].reason == .partly(treadmill, strides: [.backward: 24]))
    let chosen = CourseTrend(course, conditions: treadmill)
    #expect(!chosen.measures.isEmpty && chosen.measures.allSatisfy { $0.direction == .backward })
  }

  @Test("a recording too short for a standard error counts with the spread of the others, in program and view alike")
  func shortRecording() throws {
    let long = PersonCourse.SessionMeasure(n: 30, mean: 0.6, standardError: 0.01, interval: nil)
    let short = PersonCourse.SessionMeasure(n: 2, mean: 0.5, standardError: nil, interval: nil)
    // Of 30 strides 0.01 · √30 each; of 32 of them the mean of all.
    let both = long.merged(with: short)
    #expect(abs((both.standardError ?? 0) - 0.01 * (30.0 / 32).squareRoot()) < 1e-12)
    #expect(abs(both.mean - (30 * 0.6 + 2 * 0.5) / 32) < 1e-12)
    let more = both.merged(with: long)
    let other = long.merged(with: long).merged(with: short)
    #expect(abs((more.standardError ?? 0) - (other.standardError ?? 1)) < 1e-12)
  }

  @Test("forward walking against backward walking done needs five sessions of both")
  func carryOverNeedsSessions() throws {
    #expect(try CourseTrend(store(speeds: [0.6, 0.6, 0.6, 0.6, 0.6, 0.6]).course(of: "S01")).carryOver.isEmpty)
  }

  @Test("one session with backward walking only is not compared, and says so")
  func comparisonNeedsBoth() throws {
    let comparison = try store(speeds: [0.6]).comparison(of: "S01")
    #expect(comparison.measures.isEmpty)
    #expect(comparison.reason == .only(.backward))
  }
}

@Suite("Training plans")
struct TrainingPlanTests {
  @Test("numbers and ranges, growing from the first to the last week")
  func growing() throws {
    let plan = try TrainingPlan(
      yaml: """
        name: knee
        start: 2026-09-07
        weeks: 5
        sessions_per_week: 2-3
        minutes_per_session: 5
        minutes_per_session_last: 20 - 30
        """, file: "plan.yaml")
    #expect(plan.minutes(ofWeek: 0) == PlannedRange(low: 10, high: 15))
    #expect(plan.minutes(ofWeek: 4) == PlannedRange(low: 40, high: 90))
    #expect(plan.minutes(ofWeek: 5) == nil)
    #expect(TrainingPlan(json: try plan.json()) == plan)
  }

  @Test(
    "what is no plan is refused with what was found",
    arguments: [
      ("name: x\nweeks: 0\nminutes_per_week: 30", "found '0'"), ("name: x\nweeks: 6", "found 'no amount of walking'"),
      ("weeks: 6\nminutes_per_week: 30", "no key 'name'"),
      ("name: x\nweeks: 6\nminutes_per_week: 30\nminuts: 3", "found 'minuts'"),
      ("name: x\nweeks: 6\nminutes_per_week: 3-1", "minutes_per_week"),
      ("name: x\nweeks: 6\nminutes_per_week: -5", "minutes_per_week"),
      ("name: x\nweeks: 6\nminutes_per_week: 30\nstart: soon", "found 'soon'"), ("- 1\n- 2", "found"),
      ("name: [", "not YAML"), ("", "found"),
    ])
  func refused(_ yaml: String, _ expected: String) {
    let error = #expect(throws: HistoryError.self) { try TrainingPlan(yaml: yaml, file: "plan.yaml") }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
  }
}

@Suite("Clock times and days")
struct ClockTests {
  @Test("every day of four centuries comes back from its number")
  func days() throws {
    var day = try #require(CalendarDay("1899-12-30"))
    for _ in 0..<(400 * 366) {
      let next = try #require(day.adding(days: 1))
      #expect(next.number == day.number + 1 && day < next)
      day = next
    }
    #expect(CalendarDay("2026-09-07")?.monday.description == "2026-09-07")
    #expect(CalendarDay("2026-09-06")?.monday.description == "2026-08-31")
  }

  @Test("zones are taken into account, and wrong texts are none")
  func zones() {
    #expect(ClockTime("1970-01-01T00:00:00Z")?.unixSeconds == 0)
    #expect(ClockTime("2026-09-07T09:00:00+02:00") != ClockTime("2026-09-07T07:00:00Z"))
    #expect(
      ClockTime("2026-09-07T09:00:00+02:00")?.unixSeconds == ClockTime("2026-09-07T07:00:00.000Z")?.unixSeconds)
    #expect(ClockTime("2026-09-07T09:00:00-0530")?.zoneMinutes == -330)
    #expect(ClockTime("2026-09-07 09:00")?.secondsOfDay == 32_400)
    #expect(ClockTime("2026-09-07")?.secondsOfDay == nil)
    for text in ["", "2026-02-30", "2026-13-01T00:00Z", "07.09.2026", "2026-09-07T25:00Z", "2026-09-07T9:00", "soon"] {
      #expect(ClockTime(text) == nil, "\(text)")
    }
  }
}
