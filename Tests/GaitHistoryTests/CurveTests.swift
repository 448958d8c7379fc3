import Foundation
import GRDB
import GaitMeasures
import GaitModel
import Testing

@testable import GaitHistory

@Suite("The curves of strides in a store")
struct CurveTests {
  private let place: TemporaryStore
  private static let now = "2026-11-21T08:00:00Z"

  init() throws { place = try TemporaryStore() }

  /// A visit with curves, whose values are such that the store keeps them exactly.
  private static func visit(version: String = "1.0.0", isTrunk: Bool = false) -> AnalyzedRecording {
    var visit = Visit(version: version).analyzed()
    visit.curves = visit.strides.map { stride in
      let wave = (0..<StrideSignals.points).map { Float(($0 * 13 + stride.number) % 200 - 100) / 4 }
      let path = (0..<StrideCurve.points).map { Double($0 * stride.number) / 1000 }
      let start = stride.start ?? stride.finalContact
      return DrawnStride(
        signals: StrideSignals(
          foot: stride.foot, number: stride.number, start: start, end: stride.end, forward: wave, upward: wave,
          third: isTrunk ? .leftward(wave) : .pitchRate(wave.map { ($0.rounded() * .pi) / 180 }),
          footFlat: isTrunk ? [] : [start + 0.25...start + 0.5], swing: isTrunk ? nil : start + 0.5...stride.end),
        path: isTrunk || stride.number == 3
          ? nil
          : StrideCurve(
            foot: stride.foot, number: stride.number, forward: path, height: path,
            pitch: [Double](repeating: 0, count: StrideCurve.points)))
    }
    return visit
  }

  @Test("come back as they were, of the stride that is asked for, of feet and trunk", arguments: [false, true])
  func roundTrip(isTrunk: Bool) throws {
    let store = try place.opened()
    let visit = Self.visit(isTrunk: isTrunk)
    _ = try store.add(visit, at: Self.now)
    let recording = try #require(try store.analyzedRecordings(of: "S01").first)
    for wanted in visit.curves {
      let found = try #require(try store.curves(of: wanted.foot, wanted.number, in: recording))
      #expect(found.foot == wanted.foot && found.number == wanted.number)
      #expect(found.signals.start == wanted.signals.start)
      #expect(abs(found.signals.end - wanted.signals.end) < 0.0001)
      #expect(found.signals.forward == wanted.signals.forward && found.path == wanted.path)
      #expect(found.signals.footFlat.count == wanted.signals.footFlat.count)
      switch (found.signals.third, wanted.signals.third) {
      case (.pitchRate(let a), .pitchRate(let b)), (.leftward(let a), .leftward(let b)):
        #expect(zip(a, b).allSatisfy { abs($0 - $1) < 1e-5 })
      default: Issue.record("the third signal is of another kind")
      }
    }
    #expect(try store.curves(of: .left, 99, in: recording) == nil)
  }

  @Test("take less than a kilobyte per stride, and go with their person")
  func size() throws {
    let store = try place.opened()
    _ = try store.add(Self.visit(), at: Self.now)
    let longest = try store.read { try Int.fetchOne($0, sql: "SELECT max(length(curves)) FROM stride_curves") }
    #expect(try #require(longest) < 1000)
    _ = try store.erase("S01", isDryRun: false)
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM stride_curves") } == 0)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("of a walk that is analyzed again, only those of the analysis that counts are kept; the rest of both stays")
  func replaced() throws {
    let store = try place.opened()
    let (earlier, later) = (Self.visit(), Self.visit(version: "1.1.0"))
    _ = try store.add(earlier, at: Self.now)
    let before = try #require(try store.analyzedRecordings(of: "S01").first)
    #expect(try store.add(later, at: Self.now).outcome == .superseding)
    #expect(try !store.hasCurves(before))
    let current = try #require(try store.analyzedRecordings(of: "S01").first)
    #expect(try store.curves(of: .left, 1, in: current) != nil)
    #expect(try store.recordings(of: "S01").map(\.strides) == [24, 24])
    // The earlier results again bring nothing back.
    #expect(try store.add(earlier, at: Self.now).outcome == .unchanged)
    let count = { try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM stride_curves") } }
    #expect(try count() == later.curves.count)
    #expect(try store.erase("S01", session: current.summary.sessionName, isDryRun: false).recordings == 2)
    #expect(try count() == 0)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("those that an earlier version kept of replaced analyses go when the store is next written to")
  func replacedByEarlierVersion() throws {
    _ = try place.opened().add(Self.visit(), at: Self.now)
    _ = try place.opened().add(Self.visit(version: "1.1.0"), at: Self.now)
    try DatabaseQueue(path: place.path).write { db in
      try db.execute(
        sql: """
          INSERT INTO stride_curves SELECT 1, foot, stride, start_s, curves FROM stride_curves WHERE recording_id = 2;
          DELETE FROM grdb_migrations WHERE identifier GLOB '3*'
          """)
    }
    let rows = { (store: HistoryStore) in
      try store.read { try Int64.fetchAll($0, sql: "SELECT DISTINCT recording_id FROM stride_curves") }
    }
    #expect(try rows(try HistoryStore(path: place.path, access: .reading)) == [1, 2])
    #expect(try rows(try place.opened()) == [2])
  }

  @Test("a store of the version before is read without them, and completed by adding the same results again")
  func earlierVersion() throws {
    _ = try place.opened().add(Visit().analyzed(), at: Self.now)
    // What that version's store had not.
    try DatabaseQueue(path: place.path).write { db in
      try db.execute(
        sql:
          "DROP TABLE stride_curves; DROP INDEX recording_time; DELETE FROM grdb_migrations WHERE identifier GLOB '[23]*'"
      )
    }
    let reader = try HistoryStore(path: place.path, access: .reading)
    let before = try #require(try reader.analyzedRecordings(of: "S01").first)
    #expect(before.strides.count == 24)
    #expect(try reader.curves(of: .left, 1, in: before) == nil)
    #expect(try reader.people(PeopleQuery(order: .recent, limit: 10)).lines.count == 1)

    let store = try place.opened()
    #expect(try store.curves(of: .left, 1, in: before) == nil)
    #expect(try store.add(Self.visit(), at: Self.now).outcome == .completed)
    #expect(try store.curves(of: .left, 1, in: before) != nil)
    #expect(try store.add(Self.visit(), at: Self.now).outcome == .unchanged)
    #expect(try store.recordings(of: "S01").count == 1)
  }

  @Test(
    "the interval of a stride's length is kept, stands in the view, and is completed where there was none")
  func lengthIntervals() throws {
    var visit = Visit().analyzed()
    visit.strides[0].lengthInterval = 0.6...0.8
    let store = try place.opened()
    _ = try store.add(visit, at: Self.now)
    let kept = { try store.analyzedRecordings(of: "S01").first?.strides.map(\.lengthInterval) }
    #expect(try kept()?.first == 0.6...0.8)
    #expect(try kept()?.compactMap { $0 }.count == 1)
    let high = {
      try store.read { try Double.fetchAll($0, sql: "SELECT length_high_m FROM strides WHERE length_low_m > 0") }
    }
    #expect(try high() == [0.8])
    // As an earlier version had left it.
    try DatabaseQueue(path: place.path).write { try $0.execute(sql: "UPDATE stride SET length_low_m = NULL") }
    #expect(try high() == [])
    #expect(try store.add(visit, at: Self.now).outcome == .completed)
    #expect(try high() == [0.8])
    #expect(try store.add(visit, at: Self.now).outcome == .unchanged)
  }

  @Test("bytes that are no stride give none")
  func damaged() throws {
    let bytes = StrideBlob(try #require(Self.visit().curves.first)).bytes
    #expect(StrideBlob(bytes: bytes).stride(foot: .left, number: 1, start: 1) != nil)
    let endless = [bytes[0]] + [UInt8](repeating: 0xFF, count: 2000)
    for broken in [[], [0x99], Array(bytes.dropLast()), bytes + [0], Array(bytes.prefix(9)), endless] {
      #expect(StrideBlob(bytes: broken).stride(foot: .left, number: 1, start: 1) == nil)
    }
  }
}
