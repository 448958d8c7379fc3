import Foundation
import GRDB
import GaitMeasures
import GaitModel
import Testing

@testable import GaitHistory

@Suite("A recording that moves to another session")
struct RecordingMoveTests {
  private let place: TemporaryStore
  private let store: HistoryStore
  private static let now = "2026-11-21T08:00:00Z"

  /// A session of two recordings and one of a single recording, of the same person.
  init() throws {
    place = try TemporaryStore()
    store = try place.opened()
    for (session, name) in [("first", "a"), ("first", "b"), ("second", "c")] {
      _ = try store.add(Visit(session: session, name: name, content: name).analyzed(), at: Self.now)
    }
    try store.annotate("S01", session: "first", SessionAnnotation(aid: "cane", pain: 3, comment: "rail"), at: Self.now)
  }

  private func names(_ subject: String, _ session: String) throws -> [String] {
    try store.sessionFacts(of: subject, session: session).facts.recordings.map(\.name)
  }

  private func sessions(_ subject: String) throws -> [String] {
    try store.course(of: subject).sessions.map(\.name).sorted()
  }

  @discardableResult
  private func move(
    _ recording: String, from session: String = "first", to target: String, of subject: String = "S01"
  ) throws -> (name: String, subject: String) {
    let seen = try store.sessionFacts(of: "S01", session: session)
    let number = try #require(seen.facts.recordings.first { $0.name == recording }?.id)
    return try store.move(recording: number, from: seen, to: target, of: subject, at: Self.now)
  }

  private func undoable(_ subject: String, _ fact: CorrectedFact) throws -> StoredChange {
    try #require(try store.changes(of: subject).first { $0.canBeUndone && $0.fact == fact })
  }

  @Test("it is in the other session alone, on pages, in exports and in its document, and the change names both places")
  func within() throws {
    #expect(try move("b", to: "second") == ("second", "S01"))
    #expect(try names("S01", "first") == ["a"] && Set(names("S01", "second")) == ["b", "c"])
    let documents = try store.summaries(of: "S01")
    #expect(documents.first { $0.recording == "b" }?.session == "second")
    #expect(documents.first { $0.recording == "a" }?.session == "first")
    let rows = try store.table(.strides).split(separator: "\n").map { $0.split(separator: ",").prefix(3) }
    #expect(Set(rows.filter { $0.count == 3 && $0[2] == "b" }.map { $0[1] }) == ["second"])
    let change = try undoable("S01", .movedFrom)
    #expect(change.session == "second" && change.otherSession == "first" && change.recording == "b")
    #expect(change.otherSubject == "S01" && change.changedAt == Self.now)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("a new session of a new person takes over the walking aid, not the pain and the notes of another visit")
  func newSession() throws {
    try move("b", to: "other", of: "S02")
    let facts = try store.sessionFacts(of: "S02", session: "other").facts
    #expect(facts.aid == "cane" && facts.pain == nil && facts.comment == nil)
    #expect(try names("S02", "other") == ["b"] && names("S01", "first") == ["a"])
    #expect(try store.summaries(of: "S02").map(\.subject) == ["S02"])
    #expect(try store.changes(of: "S01").first { $0.fact == .movedTo }?.otherSubject == "S02")
  }

  @Test("undone, it is back with everything that was noted, and undoing that moves it once more")
  func undo() throws {
    try move("c", from: "second", to: "first")
    #expect(try sessions("S01") == ["first"])
    // The empty session counts nowhere and is not listed as removed.
    #expect(try store.removals().isEmpty)
    #expect(try store.undo(try undoable("S01", .movedFrom).id, at: Self.now) == "S01")
    #expect(try sessions("S01") == ["first", "second"])
    #expect(try names("S01", "second") == ["c"] && names("S01", "first") == ["a", "b"])
    #expect(try store.summaries(of: "S01").first { $0.recording == "c" }?.session == "second")
    try store.undo(try undoable("S01", .movedFrom).id, at: Self.now)
    #expect(try sessions("S01") == ["first"])

    for recording in ["a", "b", "c"] { try move(recording, to: "x", of: "S02") }
    #expect(try sessions("S01").isEmpty)
    try store.undo(try undoable("S02", .movedFrom).id, at: Self.now)
    let facts = try store.sessionFacts(of: "S01", session: "first").facts
    #expect(facts.aid == "cane" && facts.pain == 3 && facts.comment == "rail")
    #expect(try store.contradictions().isEmpty)
  }

  @Test("a session that lost its recordings comes back with its notes when one moves there by name")
  func comesBack() throws {
    try store.annotate("S01", session: "second", SessionAnnotation(pain: 5), at: Self.now)
    try move("c", from: "second", to: "first")
    try move("c", from: "first", to: "second")
    #expect(try store.sessionFacts(of: "S01", session: "second").facts.pain == 5)
  }

  @Test("what was seen before somebody else's change, the present place and unusable names are refused")
  func refused() throws {
    let seen = try store.sessionFacts(of: "S01", session: "first")
    let number = try #require(seen.facts.recordings.first?.id)
    for (session, subject) in [
      ("first", "S01"), (" ", "S01"), ("second", ""), ("second", String(repeating: "ح", count: 201)),
    ] {
      #expect(throws: HistoryError.self) {
        try store.move(recording: number, from: seen, to: session, of: subject, at: Self.now)
      }
    }
    #expect(try store.subjects() == ["S01"] && sessions("S01") == ["first", "second"])
    try store.annotate("S01", session: "first", SessionAnnotation(pain: 4), at: Self.now)
    #expect(throws: HistoryError.changedMeanwhile("session")) {
      try store.move(recording: number, from: seen, to: "second", of: "S01", at: Self.now)
    }
    let now = try store.sessionFacts(of: "S01", session: "first")
    #expect(throws: HistoryError.changedMeanwhile("session")) {
      try store.move(recording: number + 1_000, from: now, to: "second", of: "S01", at: Self.now)
    }
  }

  @Test("earlier analyses and corrections go along, and a later analysis goes where the recording was moved")
  func analyses() throws {
    let again = Visit(session: "first", name: "b", content: "b", version: "2.0.0", speed: 0.7)
    _ = try store.add(again.analyzed(), at: Self.now)
    let seen = try store.sessionFacts(of: "S01", session: "first")
    var facts = seen.facts
    let k = try #require(facts.recordings.firstIndex { $0.name == "b" })
    facts.recordings[k].inclinePercent = 4
    try store.correct(seen, to: facts, at: Self.now)
    try move("b", to: "x", of: "S02")
    #expect(try store.recordings(of: "S02").map(\.isSuperseded).sorted { $0 && !$1 } == [true, false])
    #expect(try store.changes(of: "S02").contains { $0.fact == .inclinePercent && $0.recording == "b" })
    #expect(try !store.changes(of: "S01").contains { $0.fact == .inclinePercent })
    let third = Visit(session: "first", name: "b", content: "b", version: "3.0.0", speed: 0.8)
    let added = try store.add(third.analyzed(), at: Self.now)
    #expect(added.outcome == .superseding && added.subject == "S02" && added.session == "x")
    // It can still be undone.
    try store.undo(try undoable("S02", .movedFrom).id, at: Self.now)
    #expect(Set(try names("S01", "first")) == ["a", "b"])
    #expect(try store.contradictions().isEmpty)
  }

  @Test("after an erasure of the other person no name stays behind, and nothing can be undone")
  func erased() throws {
    let name = "Wilhelmina Trautmannsdorff"
    try move("b", to: "Wilhelmina's walk", of: name)
    let seen = try store.sessionFacts(of: name, session: "Wilhelmina's walk")
    try store.move(
      recording: try #require(seen.facts.recordings.first?.id), from: seen, to: "second", of: "S01", at: Self.now)
    #expect(try undoable("S01", .movedFrom).otherSession == "Wilhelmina's walk")
    _ = try store.erase(name, isDryRun: false)
    #expect(store.removeTraces())
    #expect(try Data(contentsOf: URL(filePath: place.path)).range(of: Data("Wilhelmina".utf8)) == nil)
    #expect(try !store.changes(of: "S01").contains { $0.canBeUndone })
    #expect(try store.contradictions().isEmpty)
  }

  @Test("a removed recording and what was changed later cannot be undone")
  func tooLate() throws {
    try move("b", to: "second")
    let change = try undoable("S01", .movedFrom)
    let number = try #require(
      try store.sessionFacts(of: "S01", session: "second").facts.recordings.first { $0.name == "b" }?.id)
    let removal = try store.remove(recording: number, at: Self.now)
    #expect(throws: HistoryError.changedMeanwhile("list")) { try store.undo(change.id, at: Self.now) }
    try store.restore(removal, at: Self.now)
    try store.undo(change.id, at: Self.now)
    #expect(throws: HistoryError.changedMeanwhile("list")) { try store.undo(change.id, at: Self.now) }
    #expect(throws: HistoryError.changedMeanwhile("list")) { try store.undo(change.id + 1_000, at: Self.now) }
  }

  @Test("a new name of a person or a session, and a session's move, are undone; a name that is taken since is refused")
  func names() throws {
    let person = try store.personFacts(of: "S01")
    var facts = person.facts
    facts.name = "S10"
    try store.correct(person, to: facts, at: Self.now)
    let change = try undoable("S10", .personName)
    #expect(change.before == "S01" && change.after == "S10")
    _ = try store.add(Visit(name: "d", content: "d").analyzed(), at: Self.now)
    #expect(throws: HistoryError.nameTaken("S01", of: "person")) { try store.undo(change.id, at: Self.now) }
    _ = try store.remove("S01", at: Self.now)
    #expect(try store.undo(change.id, at: Self.now) == "S01")
    // Both names stay in the list, and undoing is undone in turn.
    #expect(try store.changes(of: "S01").filter { $0.fact == .personName }.map(\.before) == ["S10", "S01"])
    #expect(try store.changes(of: "S01").filter { $0.fact == .personName }.map(\.canBeUndone) == [true, false])

    let session = try store.sessionFacts(of: "S01", session: "first")
    var changed = session.facts
    (changed.name, changed.subject) = ("renamed", "S03")
    try store.correct(session, to: changed, at: Self.now)
    try store.undo(try undoable("S03", .sessionName).id, at: Self.now)
    #expect(try sessions("S03") == ["first"])
    try store.undo(try undoable("S03", .movedFrom).id, at: Self.now)
    #expect(try sessions("S01") == ["first", "second"] && sessions("S03").isEmpty)
  }
}
