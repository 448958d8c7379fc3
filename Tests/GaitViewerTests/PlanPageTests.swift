import Foundation
import GaitHistory
import GaitModel
import Testing

@testable import GaitViewer

@Suite("Plan, goals and prescriptions in the browser")
struct PlanPageTests {
  private let fixture: ViewerFixture
  private static let page = "/person/plan?person=S01"
  private static let action = "/person/plan/correct"

  init() throws {
    fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07T09:30:12Z")
    try fixture.add("S01", session: "second", day: "2026-09-09")
  }

  private func fields(_ page: String = Self.page) async throws -> [String: String] {
    try fixture.fields(try await fixture.text(page), action: Self.action)
  }

  private func facts() throws -> TrainingFacts { try fixture.store.trainingFacts(of: "S01").facts }

  private func words(_ response: ViewerResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test("the person's page leads to the form, which changes nothing if it is sent as it came")
  func untouched() async throws {
    #expect(try await fixture.text("/person?id=S01").contains("href=\"\(Self.page)\""))
    #expect(await fixture.send(Self.action, try await fields()).headers[.location] == "/person?id=S01")
    var annotation = PersonAnnotation(plan: TrainingPlan.presets["growing"])
    annotation.goals = [.backwardSpeed: 0.905, .forwardLength: 1]
    annotation.prescriptions = [try #require(CalendarDay("2026-11-30")): "one\ntwo"]
    try fixture.store.annotate("S01", annotation)
    let changes = try fixture.store.changes(of: "S01")
    for page in [Self.page, Self.page + "&week=2026-12-01"] {
      #expect(await fixture.send(Self.action, try await fields(page)).statusCode == .seeOther)
    }
    #expect(try fixture.store.changes(of: "S01") == changes)
  }

  @Test("a plan, goals and a text are set, shown on the person's page and listed as changes")
  func set() async throws {
    var sent = try await fields()
    #expect(sent["week"] == CalendarDay.today?.nextMonday.description)
    sent.merge([
      "start": "2026-09-07", "weeks": "6", "sessions": "2-3", "minutes": "7,5", "goal_backward_speed": "0,9",
      "goal_forward_length": "1.2", "week": "2099-12-03", "text": "10 min\r\nby the rail",
    ]) { $1 }
    #expect(await fixture.send(Self.action, sent).statusCode == .seeOther)
    let facts = try facts()
    #expect(facts.plan?.inWords == "7.5 min, 2–3 times a week, 6 weeks, from 2026-09-07")
    #expect(facts.goals == [.backwardSpeed: 0.9, .forwardLength: 1.2])
    #expect(facts.prescriptions.map(\.week.description) == ["2099-11-30"])
    #expect(facts.prescriptions.map(\.text) == ["10 min\nby the rail"])

    let page = try await fixture.text("/person?id=S01")
    #expect(page.contains(">goal 0.90</text>"))
    #expect(page.contains("; goal 0.90 m/s.") && page.contains("Forward stride length: not measured; goal 1.20 m."))
    #expect(page.contains("Thin lines across a chart are goals: backward speed 0.90 m/s"))
    #expect(page.contains("dir=\"auto\">10 min\nby the rail</div>"))
    // Two sessions of backward walking in the first week, of two to three planned.
    #expect(page.contains("2 of 2–3"))
    let changes = try await fixture.text("/changes?person=S01")
    #expect(changes.contains("<td>7.5 min, 2–3 times a week, 6 weeks, from 2026-09-07</td>"))
    #expect(changes.contains("<td>backward speed 0.9 m/s</td>"))
    #expect(changes.contains("<td>2099-11-30: 10 min\nby the rail</td>"))

    // The same form once more is of an earlier state.
    let late = await fixture.send(Self.action, sent)
    #expect(late.statusCode == .conflict && words(late).contains("has changed since this page was loaded"))
  }

  @Test("emptied fields take plan, goal and text away")
  func cleared() async throws {
    var annotation = PersonAnnotation(plan: TrainingPlan.presets["10x3x6"])
    annotation.goals = [.backwardSpeed: 0.9]
    annotation.prescriptions = [try #require(CalendarDay("2026-11-30")): "walk"]
    try fixture.store.annotate("S01", annotation)
    var sent = try await fields(Self.page + "&week=2026-11-30")
    for name in ["plan_name", "start", "weeks", "sessions", "minutes", "last_minutes", "week_minutes"] {
      sent[name] = ""
    }
    sent["goal_backward_speed"] = " "
    sent["text"] = "\r\n"
    #expect(await fixture.send(Self.action, sent).statusCode == .seeOther)
    #expect(try facts() == TrainingFacts())
    #expect(try await !fixture.text("/person?id=S01").contains("class=\"goal"))
  }

  @Test("a prescription goes to another week, but not onto one that has a text")
  func week() async throws {
    var annotation = PersonAnnotation()
    annotation.prescriptions = [
      try #require(CalendarDay("2026-11-30")): "walk", try #require(CalendarDay("2026-12-07")): "rest",
    ]
    try fixture.store.annotate("S01", annotation)
    var sent = try await fields(Self.page + "&week=2026-11-30")
    #expect(sent["text"] == "walk")
    // A new one is written on a form of its own: the first week that is free.
    let page = try await fixture.text(Self.page + "&week=2026-11-30")
    #expect(page.contains("&amp;week=2026-12-14\">New prescription for the week of 2026-12-14</a>"))
    let new = try await fields(Self.page + "&week=2026-12-14")
    #expect(new["text"] == "" && new["week"] == "2026-12-14" && new["edited_week"] == "")
    sent["week"] = "2026-12-08"
    let refused = await fixture.send(Self.action, sent)
    #expect(refused.statusCode == .badRequest && words(refused).contains("a week without a prescription"))
    sent["week"] = "2026-12-20"
    #expect(await fixture.send(Self.action, sent).statusCode == .seeOther)
    #expect(try facts().prescriptions.map { "\($0.week) \($0.text)" } == ["2026-12-07 rest", "2026-12-14 walk"])
  }

  @Test("a plan from a study is filled in and not yet saved")
  func preset() async throws {
    let sent = try await fields(Self.page + "&preset=growing")
    #expect(sent["minutes"] == "5–10" && sent["last_minutes"] == "20–30" && sent["weeks"] == "6")
    #expect(try facts().plan == nil)
    #expect(await fixture.send(Self.action, sent).statusCode == .seeOther)
    #expect(try facts().plan == TrainingPlan.presets["growing"])
  }

  @Test(
    "what cannot be is refused above the form, which keeps what was written",
    arguments: [
      ("weeks", "many"), ("weeks", "0"), ("sessions", "-1"), ("minutes", "ten"), ("week_minutes", "30"),
      ("start", "2026-02-30"), ("goal_backward_speed", "9"), ("goal_forward_length", "long"), ("week", ""),
      ("week", "1026-11-30"), ("text", String(repeating: "ح", count: Prescription.longestText + 1)),
    ])
  func refused(_ field: String, _ value: String) async throws {
    var sent = try await fields(Self.page + "&preset=10x3x6")
    sent.merge(["plan_name": "keep me", "text": "walk"]) { $1 }
    sent[field] = value
    let answer = await fixture.send(Self.action, sent)
    #expect(answer.statusCode == .badRequest)
    #expect(words(answer).contains("role=\"alert\"") && words(answer).contains("value=\"keep me\""))
    #expect(try fixture.store.changes(of: "S01").isEmpty)
  }

  @Test("the longest prescription in the longest letters is taken")
  func longest() async throws {
    var sent = try await fields()
    sent["text"] = String(repeating: "🚶", count: Prescription.longestText)
    #expect(await fixture.send(Self.action, sent).statusCode == .seeOther)
    #expect(try facts().prescriptions.map(\.text) == [sent["text"]])
  }

  @Test("the form of nobody, and one that is not of the person as stored, write nothing")
  func nonsense() async throws {
    #expect(await fixture.answer("/person/plan?person=nobody").statusCode == .notFound)
    for query in ["&week=soon", "&week=0000-01-01", "&preset=none", "&week=9999-12-31"] {
      #expect(await fixture.answer(Self.page + query).statusCode == .ok, "\(query)")
    }
    let token = fixture.viewer.routes.requestGuard.formToken.text
    for sent in [["person": "nobody"], ["person": "S01", "row": "7", "revision": "0"]] {
      #expect(await fixture.send(Self.action, sent.merging(["token": token]) { $1 }).statusCode == .conflict)
    }
    #expect(try facts() == TrainingFacts())
  }
}
