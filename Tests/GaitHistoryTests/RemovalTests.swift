import Foundation
import GaitModel
import Testing

@testable import GaitHistory

@Suite("What is removed, restored and erased")
struct RemovalTests {
  private let place: TemporaryStore
  private static let now = "2026-11-21T08:00:00Z"

  init() throws { place = try TemporaryStore() }

  /// Two people; the first has two sessions, of which one has two recordings.
  private func filled() throws -> HistoryStore {
    let store = try place.opened()
    for visit in [
      Visit(session: "first", name: "a", content: "a"),
      Visit(session: "first", startedAt: "2026-09-07T10:00:00Z", name: "b", content: "b"),
      Visit(session: "second", startedAt: "2026-09-09T09:00:00Z", name: "c", content: "c"),
      Visit(subject: "S02", session: "first", name: "d", content: "d"),
    ] {
      _ = try store.add(visit.analyzed(), at: Self.now)
    }
    try store.annotate("S01", PersonAnnotation(diagnosisGroup: "knee"), at: Self.now)
    return store
  }

  /// Everything that readers get.
  private func everything(_ store: HistoryStore) throws -> [String] {
    var all = try StoreView.allCases.map { try store.table($0) }
    all.append(try store.overview().map { "\($0)" }.joined())
    all.append(try store.groups().joined())
    for order in PeopleQuery.Order.allCases {
      let list = try store.people(PeopleQuery(order: order, limit: 9))
      all.append("\(list.total): \(list.lines.map(\.person))")
    }
    for subject in try store.subjects() {
      all.append("\(try store.course(of: subject).sessions.map { "\($0.name) \($0.recordings)" })")
      all.append(
        "\(try store.recordings(of: subject).map { "\($0.recording) \($0.resultsSHA256) \($0.isSuperseded)" })")
      all.append("\(try store.analyzedRecordings(of: subject).map(\.strides.count))")
    }
    return all
  }

  @Test("what is removed is nowhere, and is all there again when it is restored")
  func roundTrip() throws {
    let store = try filled()
    let before = try everything(store)
    let removals: [() throws -> Removal.ID] = [
      { try store.remove("S01", at: Self.now) }, { try store.remove("S01", session: "first", at: Self.now) },
      {
        let recording = try store.sessionFacts(of: "S01", session: "first").facts.recordings[1]
        return try store.remove(recording: recording.id, at: Self.now)
      },
    ]
    let counts = [(Removal.Kind.person, 3), (.session, 2), (.recording, 1)]
    for (remove, (kind, recordings)) in zip(removals, counts) {
      let id = try remove()
      let removal = try #require(try store.removals().first)
      #expect(removal.id == id && removal.kind == kind && removal.recordings == recordings)
      #expect(removal.strides == 24 * recordings)
      let without = try everything(store)
      #expect(without != before)
      #expect(
        try store.table(.sessions).split(separator: "\n").count == (kind == .person ? 2 : kind == .session ? 3 : 4))
      #expect(try store.contradictions().isEmpty)
      try store.restore(id, at: Self.now)
      #expect(try store.removals().isEmpty)
      #expect(try everything(store) == before)
    }
    #expect(try store.changes(of: "S01").map(\.fact).filter { $0 == .restored }.count == 3)
  }

  @Test("the last recording of a session takes the session with it")
  func lastRecording() throws {
    let store = try filled()
    let recording = try store.sessionFacts(of: "S01", session: "second").facts.recordings[0]
    try store.remove(recording: recording.id, at: Self.now)
    #expect(try store.course(of: "S01").sessions.map(\.name) == ["first"])
    #expect(try store.removals().map(\.kind) == [.session])
    #expect(throws: HistoryError.changedMeanwhile("recording")) {
      try store.remove(recording: recording.id, at: Self.now)
    }
  }

  @Test("removed files can be added again, and then the removal cannot be undone beside them")
  func addedAgain() throws {
    let store = try filled()
    let removal = try store.remove("S01", session: "second", at: Self.now)
    let again = Visit(session: "second", startedAt: "2026-09-09T09:00:00Z", name: "c", content: "c")
    #expect(try store.add(again.analyzed(), at: Self.now).outcome == .added)
    #expect(throws: HistoryError.nameTaken("second", of: "session")) { try store.restore(removal, at: Self.now) }
    let seen = try store.sessionFacts(of: "S01", session: "second")
    var facts = seen.facts
    facts.name = "third"
    try store.correct(seen, to: facts, at: Self.now)
    let error = #expect(throws: HistoryError.self) { try store.restore(removal, at: Self.now) }
    #expect(error?.description.contains("SHA-256") == true)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("a part of what is removed itself cannot be restored before the whole")
  func nested() throws {
    let store = try filled()
    let session = try store.remove("S01", session: "second", at: Self.now)
    let person = try store.remove("S01", at: Self.now)
    #expect(throws: HistoryError.ofRemoved("S01", kind: "person")) { try store.restore(session, at: Self.now) }
    try store.restore(person, at: Self.now)
    #expect(try store.course(of: "S01").sessions.map(\.name) == ["first"])
    try store.restore(session, at: Self.now)
    #expect(try store.course(of: "S01").sessions.count == 2)
    #expect(throws: HistoryError.changedMeanwhile("list")) { try store.restore(session, at: Self.now) }
  }

  @Test("a removed person's name is free, and both are told apart")
  func freeName() throws {
    let store = try filled()
    let removal = try store.remove("S02", at: Self.now)
    _ = try store.add(Visit(subject: "S02", session: "new", name: "e", content: "e").analyzed(), at: Self.now)
    #expect(try store.course(of: "S02").sessions.map(\.name) == ["new"])
    #expect(throws: HistoryError.nameTaken("S02", of: "person")) { try store.restore(removal, at: Self.now) }
    #expect(try store.erase("S02", isDryRun: true).recordings == 2)
  }

  @Test("what is erased is gone with its names, and the person keeps the note that something was")
  func erase() throws {
    let name = "visit of Wilhelmina Trautmannsdorff"
    let store = try filled()
    _ = try store.add(Visit(session: name, name: name, content: "z").analyzed(), at: Self.now)
    let removal = try store.remove("S01", session: name, at: Self.now)
    try store.erase(removal, at: Self.now)
    #expect(throws: HistoryError.changedMeanwhile("list")) { try store.erase(removal, at: Self.now) }
    #expect(try store.removals().isEmpty)
    #expect(try store.changes(of: "S01").first?.fact == .erased)
    #expect(store.removeTraces())
    #expect(try Data(contentsOf: URL(filePath: place.path)).range(of: Data(name.utf8)) == nil)
    let person = try store.remove("S02", at: Self.now)
    try store.erase(person, at: Self.now)
    #expect(try store.subjects() == ["S01"])
    #expect(try store.contradictions().isEmpty)
  }

  @Test("the analyses that a recording replaced go and come with it")
  func replaced() throws {
    let store = try filled()
    for version in ["1.1.0", "1.2.0"] {
      _ = try store.add(
        Visit(session: "first", name: "a", content: "a", version: version, speed: 0.8).analyzed(), at: Self.now)
    }
    let before = try store.recordings(of: "S01")
    #expect(before.count == 5)
    let recording = try #require(try store.sessionFacts(of: "S01", session: "first").facts.recordings.first)
    let removal = try store.remove(recording: recording.id, at: Self.now)
    #expect(try store.recordings(of: "S01").map(\.recording) == ["b", "c"])
    try store.restore(removal, at: Self.now)
    #expect(try store.recordings(of: "S01") == before)
    try store.erase(try store.remove(recording: recording.id, at: Self.now), at: Self.now)
    #expect(try store.recordings(of: "S01").count == 2)
    #expect(try store.contradictions().isEmpty)
  }
}
