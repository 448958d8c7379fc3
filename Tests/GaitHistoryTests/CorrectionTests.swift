import Foundation
import GRDB
import GaitModel
import Testing

@testable import GaitHistory
@testable import GaitMeasures

@Suite("What is corrected after a recording was added")
struct CorrectionTests {
  private let place: TemporaryStore
  private static let now = "2026-11-21T08:00:00Z"

  init() throws { place = try TemporaryStore() }

  private func stored(_ visit: Visit = Visit()) throws -> HistoryStore {
    let store = try place.opened()
    _ = try store.add(visit.analyzed(), at: Self.now)
    return store
  }

  private func summary(_ store: HistoryStore, _ subject: String = "S01") throws -> SummaryDocument {
    try #require(try store.summaries(of: subject).first)
  }

  @Test("a person's facts are written, listed as changes with what stood there, and not listed if nothing changed")
  func person() throws {
    let store = try stored()
    let seen = try store.personFacts(of: "S01")
    var facts = seen.facts
    facts.name = "  Maria "
    facts.diagnosisGroup = "stroke"
    facts.affectedSide = .left
    facts.sex = .female
    facts.birthYear = 1958
    #expect(try store.correct(seen, to: facts, at: Self.now) == "Maria")
    let person = try store.course(of: "Maria").person
    #expect(person.diagnosisGroup == "stroke" && person.affectedSide == .left)
    #expect(person.sex == .female && person.birthYear == 1958)
    #expect(try summary(store, "Maria").subject == "Maria")
    let changes = try store.changes(of: "Maria")
    #expect(Set(changes.map(\.fact)) == [.personName, .diagnosisGroup, .affectedSide, .sex, .birthYear])
    let name = try #require(changes.first { $0.fact == .personName })
    #expect(name.before == "S01" && name.after == "Maria" && name.changedAt == Self.now)
    let again = try store.personFacts(of: "Maria")
    try store.correct(again, to: again.facts, at: Self.now)
    #expect(try store.changes(of: "Maria") == changes)
  }

  @Test("of two people who edit at once the second is told, and nothing is overwritten")
  func twoEditors() throws {
    let store = try stored()
    let (first, second) = (try store.personFacts(of: "S01"), try store.personFacts(of: "S01"))
    var facts = first.facts
    facts.comment = "knee"
    try store.correct(first, to: facts, at: Self.now)
    #expect(throws: HistoryError.changedMeanwhile("person")) {
      try store.correct(second, to: PersonFacts(name: "S01", comment: "hip"), at: Self.now)
    }
    #expect(try store.course(of: "S01").person.comment == "knee")

    let (one, two) = try (
      store.sessionFacts(of: "S01", session: "2026-09-07"), store.sessionFacts(of: "S01", session: "2026-09-07")
    )
    try store.annotate("S01", session: nil, SessionAnnotation(aid: "cane"), at: Self.now)
    for seen in [one, two] {
      #expect(throws: HistoryError.changedMeanwhile("session")) {
        try store.correct(seen, to: seen.facts, at: Self.now)
      }
    }
    _ = try store.remove("S01", at: Self.now)
    #expect(throws: HistoryError.changedMeanwhile("person")) { try store.correct(first, to: facts, at: Self.now) }
  }

  @Test("a name that somebody has is refused, and so is a value that cannot be")
  func refused() throws {
    let store = try stored()
    _ = try store.add(Visit(subject: "S02", name: "b", content: "b").analyzed(), at: Self.now)
    let seen = try store.personFacts(of: "S01")
    #expect(throws: HistoryError.nameTaken("S02", of: "person")) {
      try store.correct(seen, to: PersonFacts(name: "S02"), at: Self.now)
    }
    for name in ["", " \u{A0}", String(repeating: "ح", count: 201)] {
      #expect(throws: HistoryError.self) { try store.correct(seen, to: PersonFacts(name: name), at: Self.now) }
    }
    for year in [1899, 2027] {
      #expect(throws: HistoryError.self) {
        try store.correct(seen, to: PersonFacts(name: "S01", birthYear: year), at: Self.now)
      }
    }
    let session = try store.sessionFacts(of: "S01", session: "2026-09-07")
    let wrong: [(inout SessionFacts) -> Void] = [
      { $0.pain = 11 }, { $0.recordings[0].startedAt = "2026-13-01" }, { $0.recordings[0].startedAt = "2026-11-24" },
      { $0.recordings[0].inclinePercent = 80 }, { $0.subject = "S02" },
    ]
    for change in wrong {
      var facts = session.facts
      change(&facts)
      #expect(throws: HistoryError.self) { try store.correct(session, to: facts, at: Self.now) }
    }
    #expect(try store.changes(of: "S01").isEmpty)
    #expect(try store.sessionFacts(of: "S01", session: "2026-09-07") == session)
  }

  @Test("a corrected day moves the session in the course, on pages, in views and in exports alike")
  func day() throws {
    let store = try stored()
    _ = try store.add(
      Visit(startedAt: "2026-09-10T09:00:00Z", name: "later", content: "b").analyzed(), at: Self.now)
    let seen = try store.sessionFacts(of: "S01", session: "2026-09-07")
    var facts = seen.facts
    facts.recordings[0].startedAt = "2026-09-14T09:00:00+02:00"
    facts.recordings[0].surface = .treadmill
    facts.recordings[0].inclinePercent = 5
    try store.correct(seen, to: facts, at: Self.now)
    let course = try store.course(of: "S01")
    #expect(course.sessions.map { $0.day?.description } == ["2026-09-10", "2026-09-14"])
    #expect(course.sessions[1].walks.first?.conditions.surface == .treadmill)
    #expect(course.sessions[1].walks.first?.conditions.inclinePercent == 5)
    let summary = try #require(try store.summaries(of: "S01").last)
    #expect(summary.startedAt == "2026-09-14T09:00:00+02:00")
    #expect(summary.surface == .treadmill && summary.inclinePercent == 5)
    for view in StoreView.allCases { #expect(try store.table(view).contains("2026-09-14"), "\(view)") }
    #expect(try store.contradictions().isEmpty)
  }

  @Test("results that rest on the incline are taken away with it, with the reason")
  func energy() throws {
    var visit = Visit().analyzed()
    let rate = WalkQuantity.restingOnIncline[0].id
    visit.summary.walkMeasures = [
      "backward": [rate: SummaryDocument.WalkMeasure(.found(.init(n: 24, value: 3, interval: 2...4)))]
    ]
    let store = try place.opened()
    _ = try store.add(visit, at: Self.now)
    #expect(MeasuredValue.all(of: try summary(store)).contains { $0.measure == rate && $0.value == 3 })
    let seen = try store.sessionFacts(of: "S01", session: "2026-09-07")
    var facts = seen.facts
    facts.recordings[0].inclinePercent = 3.5
    try store.correct(seen, to: facts, at: Self.now)
    let value = try #require(MeasuredValue.all(of: try summary(store)).first { $0.measure == rate })
    #expect(value.value == nil)
    #expect(value.notMeasured?.contains("incline") == true)
  }

  @Test("how the lower back was measured rests on the surface, which stays")
  func lowerBack() throws {
    var visit = Visit().analyzed()
    visit.summary.sensors = [.lowerBack].map(Self.sensor)
    let store = try place.opened()
    _ = try store.add(visit, at: Self.now)
    let seen = try store.sessionFacts(of: "S01", session: "2026-09-07")
    var facts = seen.facts
    facts.recordings[0].surface = .treadmill
    #expect(throws: HistoryError.partOfAnalysis("surface", recording: "walk")) {
      try store.correct(seen, to: facts, at: Self.now)
    }
    #expect(try summary(store).surface == .overground)
  }

  private static func sensor(_ placement: Placement) -> SummaryDocument.Sensor {
    .init(placement: placement, samplingRateHz: 100, jitterMs: 0, samples: 1, gaps: [], clippedSamples: 0)
  }

  @Test("a session goes to another person with its notes and changes, and no name stays behind")
  func move() throws {
    let store = try stored(Visit(subject: "Wilhelmina Trautmannsdorff"))
    let wrong = "Wilhelmina Trautmannsdorff"
    try store.annotate(wrong, session: "2026-09-07", SessionAnnotation(pain: 3), at: Self.now)
    let seen = try store.sessionFacts(of: wrong, session: "2026-09-07")
    var facts = seen.facts
    facts.subject = "S09"
    facts.name = "first"
    #expect(try store.correct(seen, to: facts, at: Self.now) == ("first", "S09"))
    #expect(try store.course(of: "S09").sessions.map(\.pain) == [3])
    #expect(try store.course(of: wrong).sessions.isEmpty)
    #expect(Set(try store.changes(of: "S09").map(\.fact)) == [.pain, .movedFrom, .sessionName])
    #expect(try store.changes(of: "S09").first { $0.fact == .movedFrom }?.otherSubject == wrong)
    #expect(try store.changes(of: wrong).map(\.fact) == [.movedTo])

    _ = try store.erase(wrong, isDryRun: false)
    #expect(store.removeTraces())
    let bytes = try Data(contentsOf: URL(filePath: place.path))
    #expect(bytes.range(of: Data(wrong.utf8)) == nil)
    #expect(try store.changes(of: "S09").first { $0.fact == .movedFrom }?.otherSubject == nil)
  }

  @Test("a later analysis of a walk goes where the walk was put by hand, and keeps what was corrected")
  func analyzedAgain() throws {
    let store = try stored()
    let seen = try store.sessionFacts(of: "S01", session: "2026-09-07")
    var facts = seen.facts
    facts.subject = "S02"
    facts.recordings[0].startedAt = "2026-09-08"
    facts.recordings[0].inclinePercent = -4
    try store.correct(seen, to: facts, at: Self.now)
    for version in ["2.0.0", "3.0.0"] {
      let added = try store.add(Visit(version: version, speed: 0.7).analyzed(), at: Self.now)
      #expect(added.outcome == .superseding)
      #expect(added.subject == "S02")
      #expect(added.warnings.contains { $0.code == .placedByHand })
      let session = try #require(try store.course(of: "S02").sessions.first)
      #expect(session.versions == [version])
      #expect(session.day?.description == "2026-09-08")
      #expect(session.walks.first?.conditions.inclinePercent == -4)
      #expect(try summary(store, "S02").inclinePercent == -4)
      // The same results once more are the same.
      #expect(try store.add(Visit(version: version, speed: 0.7).analyzed(), at: Self.now).outcome == .unchanged)
    }
    #expect(try store.course(of: "S01").sessions.isEmpty)
    #expect(try store.contradictions().isEmpty)
  }
}
