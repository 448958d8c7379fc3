import Foundation
import GRDB
import Testing

@testable import GaitHistory

@Suite("Who can read the store, and what is left of people in it")
struct PrivacyTests {
  private static let now = "2026-11-21T12:00:00Z"
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("a new store is its owner's alone, and a backup is no more open than the store", arguments: [0o600, 0o640])
  func permissions(_ mode: Int) throws {
    let store = try place.opened()
    _ = try store.add(Visit().analyzed(), at: Self.now)
    for suffix in ["", "-wal"] { #expect(try permissions(place.path + suffix) == 0o600) }
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
    let target = place.folder.appending(path: "copy.sqlite").path
    try store.backUp(to: target)
    #expect(try permissions(target) == mode)
  }

  @Test("a backup that was killed is removed by the next one, and somebody else's file is not")
  func unfinishedBackup() throws {
    let store = try place.opened()
    let left = place.folder.appending(path: ".monday.sqlite.unfinished-1-2").path
    let foreign = ["tuesday.part", ".tuesday.unfinished-x-y"].map { place.folder.appending(path: $0).path }
    for path in [left, left + "-journal"] + foreign { try Data("half".utf8).write(to: URL(filePath: path)) }
    try store.backUp(to: place.folder.appending(path: "tuesday.sqlite").path)
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(!FileManager.default.fileExists(atPath: left + "-journal"))
    for path in foreign { #expect(FileManager.default.fileExists(atPath: path)) }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    #expect(names.count { $0.contains("unfinished") } == 1)
  }

  @Test("after a removal no byte of the name is left, while another process has the store open too")
  func traces() throws {
    let viewer = try place.opened()
    let name = "Wilhelmina Trautmannsdorff"
    for k in 0..<30 {
      _ = try viewer.add(
        Visit(subject: k % 3 == 0 ? name : "S\(k)", name: "walk\(k)", content: "\(k)").analyzed(), at: Self.now)
    }
    let store = try place.opened()
    _ = try store.erase(name, isDryRun: false)
    #expect(store.removeTraces())
    for suffix in ["", "-wal"] {
      let bytes = FileManager.default.contents(atPath: place.path + suffix) ?? Data()
      #expect(bytes.range(of: Data(name.utf8)) == nil, "store\(suffix)")
    }
    #expect(try viewer.subjects().count == 20)
  }

  @Test("names are found in any case of their letters, with or without accents")
  func search() throws {
    let store = try place.opened()
    for (k, name) in ["Müller", "Žofie Straße", "ΣΊΣΥΦΟΣ", "100 %_\\"].enumerated() {
      _ = try store.add(Visit(subject: name, name: "walk\(k)", content: "\(k)").analyzed(), at: Self.now)
    }
    for (text, name) in [
      ("MÜLLER", "Müller"), ("mu\u{308}ller", "Müller"), ("muller", "Müller"), ("žOFIE", "Žofie Straße"),
      ("STRASSE", "Žofie Straße"), ("Σίσυφος", "ΣΊΣΥΦΟΣ"), ("%_", "100 %_\\"),
    ] {
      #expect(try store.people(PeopleQuery(text: text, limit: 9)).lines.map(\.person.subject) == [name], "\(text)")
      #expect(try store.people(PeopleQuery(text: text, order: .recent, limit: 9)).total == 1, "\(text)")
      #expect(try store.overview(containing: text).map(\.subject) == [name], "\(text)")
    }
    #expect(try store.people(PeopleQuery(text: "nobody", limit: 9)).total == 0)
  }

  @Test("a store that is being made by another process is waited for")
  func newStore() throws {
    // What a process that makes a store does to others for a moment: everything is refused at once, without waiting.
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: place.path, configuration: configuration)
    try other.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE") }
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) {
      try? other.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
      try? other.close()
    }
    _ = try place.opened().add(Visit().analyzed(), at: Self.now)
  }
}
