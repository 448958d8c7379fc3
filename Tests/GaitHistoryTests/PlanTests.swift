import Foundation
import GRDB
import GaitModel
import Testing

@testable import GaitHistory

@Suite("Plans, goals and prescriptions")
struct PlanTests {
  private let place: TemporaryStore
  private static let now = "2026-11-21T08:00:00Z"
  private static let stores = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stores")

  init() throws { place = try TemporaryStore() }

  private func stored() throws -> HistoryStore {
    let store = try place.opened()
    _ = try store.add(Visit().analyzed(), at: Self.now)
    return store
  }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  @Test("every plan by name comes back from the fields of a form as it was")
  func planFields() throws {
    #expect(try PlanText(nil).plan() == nil)
    for (key, preset) in TrainingPlan.presets {
      var plan = preset
      #expect(PlanText(plan).name.isEmpty, "\(key) has the name of its numbers")
      #expect(try PlanText(plan).plan() == plan, "\(key)")
      plan.name = "before the operation"
      plan.start = "2026-09-07"
      #expect(try PlanText(plan).plan() == plan, "\(key)")
      #expect(plan.inWords.hasPrefix("before the operation (") && plan.inWords.hasSuffix(", from 2026-09-07"))
    }
  }

  @Test("a plan whose numbers are changed takes another name, unless somebody named it")
  func planName() throws {
    var fields = PlanText(TrainingPlan.presets["10x3x6"])
    fields.minutesPerSession = "7,5"
    fields.sessionsPerWeek = "2 - 4"
    let plan = try #require(try fields.plan())
    #expect(plan.name == "7.5 min, 2–4 times a week, 6 weeks")
    #expect(plan.minutes(ofWeek: 0) == PlannedRange(low: 15, high: 30))
    #expect(plan.sessions(ofWeek: 5) == PlannedRange(low: 2, high: 4) && plan.sessions(ofWeek: 6) == nil)
  }

  @Test(
    "what is no plan is refused with its place and what was found",
    arguments: [
      (\PlanText.weeks, "0", "plan, weeks: found '0'"), (\.weeks, "105", "expected 1 to 104"),
      (\.weeks, "", "found ''"),
      (\.sessionsPerWeek, "three", "plan, sessions_per_week: found 'three'"), (\.sessionsPerWeek, "", "no amount"),
      (\.sessionsPerWeek, "71", "at most 70"), (\.minutesPerSession, "-3", "plan, minutes_per_session: found '-3'"),
      (\.minutesPerSession, "5000", "min a week"), (\.minutesPerSession, "9-3", "found '9-3'"),
      (\.minutesPerWeek, "60", "minutes of a session and of a week"), (\.start, "0026-09-07", "plan, start"),
      (\.start, "soon", "found 'soon'"), (\.name, String(repeating: "x", count: 201), "plan, name"),
    ] as [(WritableKeyPath<PlanText, String> & Sendable, String, String)])
  func refusedPlan(_ field: WritableKeyPath<PlanText, String> & Sendable, _ value: String, _ words: String) {
    var fields = PlanText(TrainingPlan.presets["10x3x6"])
    fields[keyPath: field] = value
    let error = #expect(throws: HistoryError.self) { try fields.plan() }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("a goal is written as on the command line, with limits for each measure")
  func goalText() throws {
    let (kind, value) = try GoalKind.parsed("backward:speed=0.9")
    #expect(kind == .backwardSpeed && value == 0.9)
    #expect(try GoalKind.parsed("forward:length=").value == nil)
    #expect(try GoalKind.forwardLength.value(" 1,25 ") == 1.25)
    for kind in GoalKind.allCases {
      #expect(try kind.value("\(kind.range.lowerBound)") == kind.range.lowerBound)
      for wrong in [kind.range.lowerBound - 0.01, kind.range.upperBound + 0.01, -1, 0] {
        #expect(throws: HistoryError.self) { try kind.value("\(wrong)") }
      }
      for wrong in ["fast", "nan", "inf", "1e400", "0.9 m/s"] {
        let error = #expect(throws: HistoryError.self) { try kind.value(wrong) }
        #expect(error?.description.contains("goal of \(kind.title)") == true)
      }
    }
    for wrong in ["", "speed=1", "backward:speed", "backward:cadence=100", "sideways:speed=1", "=1"] {
      let error = #expect(throws: HistoryError.self) { try GoalKind.parsed(wrong) }
      #expect(error?.description.contains("backward:speed, backward:length, forward:speed, forward:length") == true)
    }
  }

  @Test("a prescription is of a week from Monday, with a text that fits, whatever its letters")
  func prescription() throws {
    let written = try Prescription(week: try day("2026-12-03"), text: "  first\r\nsecond\0 \n")
    #expect(written.week.description == "2026-11-30")
    #expect(written.text == "first\nsecond")
    #expect(try JSONDecoder().decode(Prescription.self, from: JSONEncoder().encode(written)) == written)
    // The longest text in the longest letters is within the form that the viewer takes, of 65,536 bytes.
    let longest = String(repeating: "🚶", count: Prescription.longestText)
    #expect(try Prescription(week: try day("2026-12-03"), text: longest).text == longest)
    #expect(3 * longest.utf8.count < 65_536)
    for text in ["", " \n", longest + "x"] {
      #expect(throws: HistoryError.self) { try Prescription(week: try day("2026-12-03"), text: text) }
    }
    #expect(throws: HistoryError.self) { try Prescription(week: try day("0026-12-03"), text: "x") }
  }

  @Test("what is set is there again, in the order of weeks, and each change is listed with what stood there")
  func set() throws {
    let store = try stored()
    let empty = try store.trainingFacts(of: "S01")
    #expect(empty.facts == TrainingFacts())
    let facts = TrainingFacts(
      plan: TrainingPlan.presets["growing"], goals: [.backwardSpeed: 0.9, .forwardLength: 1.2],
      prescriptions: [
        try Prescription(week: try day("2026-12-07"), text: "later"),
        try Prescription(week: try day("2026-11-30"), text: "sooner"),
      ])
    #expect(try store.correct(empty, to: facts, at: Self.now) == "S01")
    let seen = try store.trainingFacts(of: "S01")
    #expect(seen.facts.prescriptions.map(\.text) == ["sooner", "later"])
    #expect(seen.facts.plan == facts.plan && seen.facts.goals == facts.goals)
    let person = try store.course(of: "S01").person
    #expect(person.goals == facts.goals && person.prescriptions == seen.facts.prescriptions)
    #expect(Set(try store.changes(of: "S01").map(\.fact)) == [.plan, .goal, .prescription])
    let before = try store.changes(of: "S01")
    try store.correct(seen, to: seen.facts, at: Self.now)
    #expect(try store.changes(of: "S01") == before)

    var other = seen.facts
    other.plan = nil
    other.goals[.backwardSpeed] = nil
    other.goals[.forwardLength] = 1.3
    other.prescriptions[0] = try Prescription(week: try day("2026-11-30"), text: "twice a day")
    other.prescriptions.removeLast()
    try store.correct(seen, to: other, at: Self.now)
    #expect(try store.trainingFacts(of: "S01").facts == other)
    let changes = try store.changes(of: "S01").prefix(5)
    let told = changes.map { "\($0.fact.rawValue): \($0.before ?? "none") → \($0.after ?? "none")" }
    #expect(told.contains("goal: backward speed 0.9 m/s → none"))
    #expect(told.contains("goal: forward stride length 1.2 m → forward stride length 1.3 m"))
    #expect(told.contains("prescription: 2026-11-30: sooner → 2026-11-30: twice a day"))
    #expect(told.contains("prescription: 2026-12-07: later → none"))
    #expect(changes.contains { $0.fact == .plan && $0.after == nil })
  }

  @Test("of two people who edit at once the second is told; what cannot be changes nothing")
  func twoEditors() throws {
    let store = try stored()
    let seen = try store.trainingFacts(of: "S01")
    let week = try Prescription(week: try day("2026-11-30"), text: "a")
    for wrong in [
      TrainingFacts(goals: [.backwardSpeed: 12]), TrainingFacts(goals: [.backwardSpeed: .nan]),
      TrainingFacts(prescriptions: [week, week]),
    ] {
      #expect(throws: HistoryError.self) { try store.correct(seen, to: wrong, at: Self.now) }
    }
    #expect(try store.changes(of: "S01").isEmpty)
    try store.correct(seen, to: TrainingFacts(prescriptions: [week]), at: Self.now)
    #expect(throws: HistoryError.changedMeanwhile("person")) {
      try store.correct(seen, to: TrainingFacts(goals: [.backwardSpeed: 1]), at: Self.now)
    }
    #expect(try store.trainingFacts(of: "S01").facts == TrainingFacts(prescriptions: [week]))
  }

  @Test("notes add a goal or a week and leave the others; empty ones take away")
  func annotate() throws {
    let store = try stored()
    var annotation = PersonAnnotation(plan: TrainingPlan.presets["10x3x6"])
    annotation.goals = [.backwardSpeed: 0.9, .backwardLength: 0.8]
    annotation.prescriptions = [try day("2026-12-02"): "walk", try day("2026-12-09"): "rest"]
    try store.annotate("S01", annotation, at: Self.now)
    annotation = PersonAnnotation()
    annotation.goals.updateValue(nil, forKey: .backwardLength)
    annotation.prescriptions = [try day("2026-12-01"): " "]
    try store.annotate("S01", annotation, at: Self.now)
    var facts = try store.trainingFacts(of: "S01").facts
    #expect(facts.goals == [.backwardSpeed: 0.9])
    #expect(facts.prescriptions.map(\.week.description) == ["2026-12-07"])
    #expect(facts.plan == TrainingPlan.presets["10x3x6"])
    annotation = PersonAnnotation()
    annotation.removesPlan = true
    try store.annotate("S01", annotation, at: Self.now)
    facts = try store.trainingFacts(of: "S01").facts
    #expect(facts.plan == nil && facts.goals == [.backwardSpeed: 0.9])
  }

  @Test("erasing a person erases goals and prescriptions; a removal that is undone brings them back")
  func erase() throws {
    let store = try stored()
    var annotation = PersonAnnotation()
    annotation.goals = [.forwardSpeed: 1.1]
    annotation.prescriptions = [try day("2026-12-02"): "by the rail in the hall of Trautmannsdorff"]
    try store.annotate("S01", annotation, at: Self.now)
    let facts = try store.trainingFacts(of: "S01").facts
    try store.restore(try store.remove("S01", at: Self.now), at: Self.now)
    #expect(try store.trainingFacts(of: "S01").facts == facts)
    _ = try store.erase("S01", isDryRun: false)
    for table in ["goal", "prescription", "change"] {
      #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } == 0, "\(table)")
    }
    #expect(store.removeTraces())
    #expect(try Data(contentsOf: URL(filePath: place.path)).range(of: Data("Trautmannsdorff".utf8)) == nil)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("a store of the first release is read without goals, and takes them after its first writing")
  func earlierStore() throws {
    let sql = try String(contentsOf: Self.stores.appending(path: "store-0.1.0.sql"), encoding: .utf8)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let old = try DatabaseQueue(path: place.path, configuration: configuration)
    try old.write { try $0.execute(sql: sql) }
    try old.close()
    let person = try HistoryStore(path: place.path, access: .reading).course(of: "S01").person
    #expect(person.goals.isEmpty && person.prescriptions.isEmpty)
    let store = try place.opened()
    let seen = try store.trainingFacts(of: "S01")
    #expect(seen.facts.plan == person.plan)
    var facts = seen.facts
    facts.goals = [.backwardSpeed: 0.7]
    try store.correct(seen, to: facts, at: Self.now)
    #expect(try store.course(of: "S01").person.goals == [.backwardSpeed: 0.7])
  }

  @Test("a week counts sessions with backward walking against the planned ones; walking forward is no training")
  func adherence() throws {
    let store = try place.opened()
    for (k, direction) in [Direction.backward, .forward, .backward].enumerated() {
      let visit = Visit(
        startedAt: "2026-09-0\(7 + k)T09:00:00Z", name: "w\(k)", content: "w\(k)", direction: direction)
      _ = try store.add(visit.analyzed(), at: Self.now)
    }
    var plan = try #require(TrainingPlan.presets["10x3x6"])
    plan.start = "2026-09-07"
    try store.annotate("S01", PersonAnnotation(plan: plan), at: Self.now)
    let dose = WalkingDose(try store.course(of: "S01"))
    #expect(dose.weeks.count == 6)
    #expect(dose.weeks[0].sessions == 3 && dose.weeks[0].backwardSessions == 2)
    #expect(dose.weeks.allSatisfy { $0.plannedSessions == PlannedRange(low: 3, high: 3) })
    #expect(dose.week(of: try day("2026-09-13")) == dose.weeks[0])
    #expect(dose.week(of: try day("2026-09-14")) == dose.weeks[1])
    let after = try #require(dose.week(of: try day("2026-10-20")))
    #expect(after.label == "2026-10-19" && after.planned == nil && after.plannedSessions == nil && after.sessions == 0)
    let before = try #require(dose.week(of: try day("2026-09-06")))
    #expect(before.label == "2026-08-31" && before.planned == nil)
  }
}
