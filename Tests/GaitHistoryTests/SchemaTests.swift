import Foundation
import GRDB
import GaitMeasures
import GaitModel
import Testing

@testable import GaitHistory

@Suite("The tables of a store")
struct SchemaTests {
  private let place: TemporaryStore
  private static let now = "2026-11-21T08:00:00Z"
  private static let stores = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stores")

  init() throws { place = try TemporaryStore() }

  @Test("are those of the snapshot, so that a change of the SQL is seen")
  func snapshot() throws {
    let sql = try place.opened().read {
      try String.fetchAll($0, sql: "SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
    }
    let text = sql.joined(separator: "\n\n") + "\n"
    let file = Self.stores.appending(path: "schema.sql")
    if ProcessInfo.processInfo.environment["RETROGAIT_SNAPSHOTS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "RETROGAIT_SNAPSHOTS=1 writes what there is now")
  }

  /// The rows of a query as text, by column.
  private static func rows(_ db: Database, _ sql: String) throws -> [[String: String]] {
    try Row.fetchAll(db, sql: sql).map { row in
      Dictionary(uniqueKeysWithValues: row.map { ($0, Self.text($1)) })
    }
  }

  /// Twelve digits of a number: the last ones depend on the order in which it was added up.
  private static func text(_ value: DatabaseValue) -> String {
    if case .double(let number) = value.storage { String(format: "%.12g", number) } else { value.description }
  }

  @Test("of the first release get what is new, and keep every number")
  func migration() throws {
    let sql = try String(contentsOf: Self.stores.appending(path: "store-0.1.0.sql"), encoding: .utf8)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let old = try DatabaseQueue(path: place.path, configuration: configuration)
    try old.write { try $0.execute(sql: sql) }
    let tables = ["subject", "session", "recording", "input", "summary", "walk", "measure", "stride"]
    let queries =
      tables.map { "SELECT * FROM \($0) ORDER BY 1, 2" }
      + ["strides", "sessions", "trends"].map { "SELECT * FROM \($0) ORDER BY subject, session, 5, 6" }
    let before = try old.read { db in try queries.map { try Self.rows(db, $0) } }
    try old.close()
    let reader = try HistoryStore(path: place.path, access: .reading)
    #expect(try reader.analyzedRecordings(of: "S01").first?.strides.count == 32)

    let store = try place.opened()
    let after = try store.read { db in try queries.map { try Self.rows(db, $0) } }
    for (query, (old, new)) in zip(queries, zip(before, after)) {
      #expect(old.count == new.count && !old.isEmpty, "\(query)")
      let sorted = { (rows: [[String: String]], columns: Set<String>) in
        rows.map { row in row.filter { columns.contains($0.key) }.sorted { $0.key < $1.key }.description }.sorted()
      }
      let columns = Set(old.first.map { Array($0.keys) } ?? [])
      #expect(sorted(old, columns) == sorted(new, columns), "\(query)")
    }
    let fresh = try HistoryStore(path: place.folder.appending(path: "fresh.sqlite").path, access: .writing)
    for table in tables {
      let columns = { (store: HistoryStore) in try store.read { Set(try $0.columns(in: table).map(\.name)) } }
      #expect(try columns(store) == columns(fresh), "\(table)")
    }
    #expect(try store.contradictions().isEmpty)
  }

  @Test("have views that calculate as the program does, and empty what it leaves empty")
  func view() throws {
    var visit = Visit().analyzed()
    for k in visit.strides.indices {
      visit.strides[k].footPitchAtContact = Double(k) / 7 - 1
      visit.strides[k].doubleSupport = k % 3 == 0 ? nil : 0.3
      visit.strides[k].rejectReason = k % 5 == 0 ? .clipped : nil
      if k % 4 == 0 { visit.strides[k].length = nil }
      if k % 6 == 0 { visit.strides[k].start = nil }
      if k % 7 == 1 { visit.strides[k].start = visit.strides[k].end }
    }
    let store = try place.opened()
    _ = try store.add(visit, at: Self.now)
    let rows = try store.read { try Row.fetchAll($0, sql: "SELECT * FROM strides") }
    #expect(rows.count == visit.strides.count)
    let strides = visit.rounded().strides
    for row in rows {
      let stride = try #require(
        strides.first { $0.foot.rawValue == row["foot"] as String && $0.number == row["stride"] as Int })
      for quantity in StrideQuantity.columns where quantity.isNumber {
        let (kept, known) = (row[quantity.column] as Double?, quantity.value(stride))
        #expect((kept == nil) == (known == nil), "\(quantity.column)")
        if let kept, let known { #expect(abs(kept - known) <= 1e-12 * max(1, abs(known)), "\(quantity.column)") }
      }
      #expect(row["valid"] as Bool == stride.isValid)
    }
  }
}
