import Foundation
import GRDB
import Testing

@testable import GaitHistory

@Suite("Stores that cannot be used")
struct UnusableStoreTests {
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  private func error(_ access: HistoryStore.Access = .writing) -> HistoryError? {
    #expect(throws: HistoryError.self) { try HistoryStore(path: place.path, access: access) }
  }

  @Test("a store in a folder that is not there says so, and makes none")
  func noFolder() {
    let path = FileManager.default.temporaryDirectory.appending(path: "no-\(UUID().uuidString)/x.sqlite").path
    #expect(throws: HistoryError.noFolder(path: path)) { try HistoryStore(path: path, access: .writing) }
  }

  @Test("of many names the first are listed, and how many there are beside them")
  func manyNames() {
    let error = HistoryError.unknown("x", of: "person", known: (1...12).map { "P\($0)" })
    #expect(error.description.hasSuffix("P7, P8 and 4 more"))
  }

  @Test("nothing there")
  func missing() {
    #expect(error(.reading) == .noStore(path: place.path))
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  @Test("a store that another process has only begun to make is none for readers and is finished by writers")
  func begun() throws {
    try DatabaseQueue(path: place.path).write {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    #expect(error(.reading) == .noStore(path: place.path))
    #expect(try place.opened().subjects().isEmpty)
  }

  @Test("a text file is left as it is")
  func textFile() throws {
    let text = Data(String(repeating: "time_s,acc_x_m_s2\n", count: 100).utf8)
    try text.write(to: URL(filePath: place.path))
    #expect(error() == .notAStore(path: place.path, found: "a file of another kind"))
    #expect(try Data(contentsOf: URL(filePath: place.path)) == text)
  }

  @Test("another program's SQLite file is left as it is")
  func otherProgram() throws {
    try DatabaseQueue(path: place.path).write { try $0.execute(sql: "CREATE TABLE player (id INTEGER)") }
    let before = try Data(contentsOf: URL(filePath: place.path))
    #expect(error() == .notAStore(path: place.path, found: "an SQLite file of another program"))
    #expect(try Data(contentsOf: URL(filePath: place.path)) == before)
  }

  @Test("a folder")
  func folder() throws {
    try FileManager.default.createDirectory(atPath: place.path, withIntermediateDirectories: false)
    #expect(error() == .notAStore(path: place.path, found: "a folder"))
  }

  @Test("a store of a later version, for reading as for writing")
  func newer() throws {
    _ = try place.opened()
    try DatabaseQueue(path: place.path).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 what is not known yet')")
    }
    #expect(error(.writing) == .newerStore(path: place.path))
    #expect(error(.reading) == .newerStore(path: place.path))
  }

  @Test("a store that was cut off is said to be damaged, never read as less")
  func damaged() throws {
    let store = try place.opened()
    for k in 0..<20 {
      _ = try store.add(Visit(session: "\(k)", name: "w\(k)", content: "c\(k)").analyzed(), at: "2026-11-21T08:00:00Z")
    }
    let copy = place.folder.appending(path: "cut.sqlite")
    try store.backUp(to: copy.path)
    let bytes = try Data(contentsOf: copy)
    try bytes.prefix(bytes.count / 2).write(to: copy)
    let damaged = try? HistoryStore(path: copy.path, access: .reading)
    let findings = (try? damaged?.contradictions()) ?? ["cannot be opened or checked"]
    #expect(!findings.isEmpty)
  }

  @Test("no space left: the change is refused in words and the store is as it was")
  func noSpace() throws {
    let store = try place.opened()
    _ = try store.add(Visit().analyzed(), at: "2026-11-21T08:00:00Z")
    // SQLite's own limit stands for a full disk: it gives the same error at the same place.
    try store.database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let full = #expect(throws: HistoryError.self) {
      for k in 0..<50 {
        _ = try store.add(
          Visit(session: "\(k)", name: "w\(k)", content: "c\(k)").analyzed(), at: "2026-11-21T08:00:00Z")
      }
    }
    #expect(full == .notWritable(path: place.path, reason: "no space left"))
    #expect(try store.contradictions().isEmpty)
  }
}
