import GaitMeasures
import GaitModel
import GaitStatistics
import Testing

@testable import GaitHistory

@Suite("Statuses in the list of people")
struct CourseStatusTests {
  private let place: TemporaryStore
  private static let now = "2026-11-21T08:00:00Z"

  init() throws { place = try TemporaryStore() }

  /// A session a day; a speed of 0 is one without strides.
  private func add(
    _ speeds: [Double], of subject: String, to store: HistoryStore, direction: Direction = .backward
  ) throws {
    for (k, speed) in speeds.enumerated() {
      let visit = Visit(
        subject: subject, startedAt: "2026-09-\(10 + k)T09:00:00Z", name: "\(subject) \(k)", content: "\(subject) \(k)",
        speed: speed, direction: direction, count: speed > 0 ? 12 : 0)
      _ = try store.add(visit.analyzed(), at: Self.now)
    }
  }

  /// After a run-in of two, speeds about 0.6 m/s.
  private static let steady = [0.60, 0.60, 0.60, 0.61, 0.60, 0.61]

  private func status(_ store: HistoryStore, _ subject: String) throws -> CourseStatus {
    let list = try store.people(PeopleQuery(limit: 99))
    return try #require(list.lines.first { $0.person.subject == subject }).status
  }

  private func names(_ store: HistoryStore, _ order: PeopleQuery.Order) throws -> [String] {
    try store.people(PeopleQuery(order: order, limit: 99)).lines.map(\.person.subject)
  }

  @Test("a latest session below the person's own band calls for a look, one within it does not")
  func belowBand() throws {
    let store = try place.opened()
    try add(Self.steady + [0.35], of: "fallen", to: store)
    try add(Self.steady + [0.60], of: "steady", to: store)
    try add(Self.steady + [0.35], of: "forward", to: store, direction: .forward)
    // A fall that is over is none of the latest session.
    try add(Self.steady + [0.35, 0.60], of: "recovered", to: store)
    guard case .belowBand(.backward, let value, let band) = try status(store, "fallen").findings.first else {
      Issue.record("no finding")
      return
    }
    #expect(abs(value - 0.35) < 0.01 && band > 0.4 && band < 0.6)
    guard case .belowBand(.forward, _, _) = try status(store, "forward").findings.first else {
      Issue.record("no finding")
      return
    }
    #expect(try status(store, "steady").findings.isEmpty)
    #expect(try status(store, "recovered").findings.isEmpty)
  }

  @Test("the three sessions that make the band are not compared with it")
  func baseline() throws {
    let store = try place.opened()
    try add([0.6, 0.6, 0.9, 0.9, 0.1], of: "S01", to: store)
    #expect(try !status(store, "S01").findings.contains { if case .belowBand = $0 { true } else { false } })
  }

  @Test("a likely fall of backward speed and a latest session without strides call for a look")
  func slowerAndNothing() throws {
    let store = try place.opened()
    let scatter = [0.01, -0.01, 0, 0.01, -0.01, 0.01, 0, -0.01, 0.01, 0, -0.01, 0.01]
    try add(scatter.enumerated().map { 0.9 - 0.03 * Double($0.offset) + $0.element }, of: "slower", to: store)
    try add([0.6, 0], of: "nothing", to: store)
    let slower = try status(store, "slower")
    #expect(slower.verdict == .likelyReal && (slower.change ?? 0) < -0.2)
    #expect(slower.findings.contains { if case .slower = $0 { true } else { false } })
    #expect(try status(store, "nothing").findings == [.nothingMeasured(session: "2026-09-11")])
    // Nobody knows when a session without a date was.
    let undated = Visit(subject: "nothing", session: "z", startedAt: nil, name: "z", content: "z")
    _ = try store.add(undated.analyzed(), at: Self.now)
    #expect(try status(store, "nothing").findings == [.nothingMeasured(session: "2026-09-11")])
  }

  @Test("sorted by change the greatest fall comes first and who has no change last, by look those with a finding")
  func order() throws {
    let store = try place.opened()
    try add([0.6, 0.6, 0.6, 0.62, 0.64, 0.66, 0.70], of: "a rises", to: store)
    try add([0.6, 0.6, 0.6, 0.59, 0.58, 0.56, 0.55], of: "b sinks", to: store)
    try add([0.6], of: "c once", to: store)
    try add(Self.steady + [0.35], of: "d fallen", to: store)
    try store.refreshStatuses()
    #expect(try names(store, .change).suffix(2) == ["a rises", "c once"])
    #expect(try names(store, .look).first == "d fallen")
    #expect(try names(store, .name) == ["a rises", "b sinks", "c once", "d fallen"])
  }

  @Test("whatever changes of a person, the status is computed anew, and it equals that of the course")
  func anew() throws {
    let store = try place.opened()
    try add(Self.steady + [0.35], of: "S01", to: store)
    func check(_ isToBeLookedAt: Bool, _ words: String) throws {
      try store.refreshStatuses()
      let kept = try status(store, "S01")
      #expect(try kept == CourseStatus(store.course(of: "S01")), "\(words)")
      #expect(kept.findings.isEmpty != isToBeLookedAt, "\(words)")
      #expect(try names(store, .look).count == 1)
    }
    try check(true, "added")
    let removal = try store.remove("S01", session: "2026-09-16", at: Self.now)
    try check(false, "removed")
    try store.restore(removal, at: Self.now)
    try check(true, "restored")
    try store.annotate("S01", session: "2026-09-16", SessionAnnotation(aid: "cane"), at: Self.now)
    try check(false, "another aid")
    _ = try store.add(
      Visit(subject: "S01", startedAt: "2026-10-01T09:00:00Z", name: "z", content: "z", count: 0).analyzed(),
      at: Self.now)
    try check(true, "nothing measured")
    try store.annotate("S01", PersonAnnotation(diagnosisGroup: "stroke"), at: Self.now)
    try check(true, "group")
  }

  @Test("a store that is only read has statuses too, in the order of names where none is kept")
  func readOnly() throws {
    let store = try place.opened()
    try add(Self.steady + [0.35], of: "S02", to: store)
    try add(Self.steady, of: "S01", to: store)
    let reader = try HistoryStore(path: place.path, access: .reading)
    #expect(try names(reader, .look) == ["S01", "S02"])
    #expect(try !status(reader, "S02").findings.isEmpty)
  }
}
