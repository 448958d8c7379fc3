import Foundation
import GRDB
import GaitModel

/// The analyzed recordings of many people over months, in one SQLite file.
///
/// Writers of several processes wait for each other. A change is on the disk when the method that makes it returns
/// (write-ahead log, `synchronous = FULL`), and a process that is killed leaves either all of a change or nothing.
public final class HistoryStore: Sendable {
  /// Seconds that a writer waits for another one.
  public static let longestWait = 60.0
  /// Name of the file where none is given.
  public static let defaultPath = "retrogait.sqlite"

  /// Whether the store is to be changed.
  public enum Access: Sendable {
    case reading
    /// Makes the store if there is none.
    case writing
  }

  public let path: String
  /// Of a store that is written to, several connections: readers do not wait for each other, nor for a writer.
  let database: any DatabaseWriter & DatabaseReader
  /// A connection that only counts what the others change.
  private let observer: DatabaseQueue

  /// Opens the store at `path`.
  ///
  /// - Throws: `HistoryError` if it is not there (for reading), is something else, is of a later version, or cannot be
  ///   opened.
  public init(path: String, access: Access) throws(HistoryError) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || access == .writing else { throw .noStore(path: path) }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard exists || FileManager.default.fileExists(atPath: folder) else { throw .noFolder(path: path) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw .notAStore(path: path, found: "a folder")
    }
    do {
      switch access {
      case .writing:
        (database, observer) = try Self.waiting {
          if exists {
            try Self.refuseStrangers(path, mayBeEmpty: true)
          } else {
            PrivateFile.create(path)
          }
          // First the tables, then the connections: each of them defines its views on what is there.
          let database = try DatabaseQueue(path: path, configuration: Self.configuration(.wal))
          try Self.migrate(database)
          return (try DatabasePool(path: path, configuration: Self.pool), database)
        }
      case .reading:
        let database = try Self.readable(path)
        try database.writeWithoutTransaction(CurrentRows.define)
        (self.database, observer) = (database, database)
      }
    } catch {
      throw HistoryError(error, path: path, writing: access == .writing)
    }
  }

  /// Reads from the store.
  func read<T>(_ body: (Database) throws -> T) throws(HistoryError) -> T {
    do {
      return try database.read(body)
    } catch {
      throw HistoryError(error, path: path, writing: false)
    }
  }

  /// A number that is another one after every change of the store, by this process or by another.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func version() throws(HistoryError) -> Int {
    do {
      // SQLite counts the commits of all connections but the one that asks.
      return try observer.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") } ?? 0
    } catch {
      throw HistoryError(error, path: path, writing: false)
    }
  }

  /// Changes the store, wholly or not at all.
  func write<T>(_ body: (Database) throws -> T) throws(HistoryError) -> T {
    do {
      return try database.write(body)
    } catch {
      throw HistoryError(error, path: path, writing: true)
    }
  }

  /// Opens a store, again if it is busy: a process that makes the store keeps others from it for a moment in which SQLite
  /// refuses them at once, without waiting.
  private static func waiting<T>(_ open: () throws -> T) throws -> T {
    let start = ContinuousClock.now
    while true {
      do {
        return try open()
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
        && start.duration(to: .now) < .seconds(longestWait)
      {
        usleep(pause)
      }
    }
  }

  private static let pause: UInt32 = 20_000  // microseconds; making a store takes about as long

  /// Brings the tables up to date.
  ///
  /// Two processes that make the same store at once both begin, and each step is made by one of them alone. The other
  /// finds it made and fails there. It goes on from what is made by then, as long as another process gets further.
  private static func migrate(_ database: any DatabaseWriter) throws {
    let migrator = HistorySchema.migrator
    // Below none: a failure before the first step is worth one more attempt too.
    var made = -1
    while true {
      do {
        return try migrator.migrate(database)
      } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode) {
        let now = try database.read(migrator.appliedIdentifiers).count
        guard now > made else { throw error }
        made = now
      }
    }
  }

  /// Orders names as people count; only queries of this program use it, so that others can read the file.
  private static let naturalOrder = DatabaseCollation("natural_order") { a, b in
    switch NaturalOrder.compare(a, b) {
    case ..<0: .orderedAscending
    case 0: .orderedSame
    default: .orderedDescending
    }
  }

  private static func configuration(_ journalMode: Configuration.JournalModeConfiguration) -> Configuration {
    var configuration = Configuration()
    configuration.journalMode = journalMode
    configuration.busyMode = .timeout(longestWait)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      db.add(function: FoldedText.function)
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // What is removed is overwritten, whatever SQLite was built with.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      db.add(collation: naturalOrder)
    }
    return configuration
  }

  /// As many readers as the machine can run at once: more would wait for a processor, and each keeps a cache of pages.
  private static var pool: Configuration {
    var configuration = configuration(.wal)
    configuration.maximumReaderCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
    configuration.prepareDatabase(CurrentRows.define)
    return configuration
  }

  /// The store at `path`, or a copy of it where the folder may not be written: a write-ahead log needs a place beside the
  /// store even to be read.
  private static func readable(_ path: String) throws -> DatabaseQueue {
    do {
      try refuseStrangers(path)
      return try DatabaseQueue(path: path, configuration: readOnly)
    } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
      // Without a log of its own, the file alone is the whole store.
      guard !FileManager.default.fileExists(atPath: path + "-wal"), FileManager.default.isReadableFile(atPath: path)
      else { throw error }
      let copy = FileManager.default.temporaryDirectory.appending(path: "retrogait-\(UUID().uuidString).sqlite").path
      defer { try? FileManager.default.removeItem(atPath: copy) }
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
      let queue = try DatabaseQueue(path: copy, configuration: configuration(.default))
      try refuseStrangers(queue, path: path)
      // Then the copy needs no files beside it and may lose its name at once.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = MEMORY") }
      return queue
    }
  }

  private static var readOnly: Configuration {
    var configuration = configuration(.default)
    configuration.readonly = true
    return configuration
  }

  /// Looks at a file before anything is changed in it.
  ///
  /// - Throws: `HistoryError` if it is no store of this program, or a later one's.
  private static func refuseStrangers(_ path: String, mayBeEmpty: Bool = false) throws {
    try refuseStrangers(
      DatabaseQueue(path: path, configuration: readOnly), path: path, mayBeEmpty: mayBeEmpty)
  }

  private static func refuseStrangers(_ database: DatabaseQueue, path: String, mayBeEmpty: Bool = false) throws {
    try database.read { db in
      let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
      // A process that is making the store, or was killed while it did, has nothing in it yet but the list of migrations.
      let tables =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
      guard tables > 0 else {
        guard mayBeEmpty else { throw HistoryError.noStore(path: path) }
        return
      }
      guard id == HistorySchema.applicationID else {
        throw HistoryError.notAStore(path: path, found: "an SQLite file of another program")
      }
      guard try !HistorySchema.migrator.hasBeenSuperseded(db) else { throw HistoryError.newerStore(path: path) }
    }
  }
}

extension HistoryStore {
  /// What in the store contradicts itself; empty if nothing does.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func contradictions() throws(HistoryError) -> [String] {
    try read { db in
      var findings = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        findings.append("a row of '\(row["table"] as String? ?? "?")' that belongs to nothing")
      }
      let strides = try Row.fetchAll(
        db,
        sql: """
          SELECT recording.name, recording.strides AS said,
            (SELECT count(*) FROM stride WHERE stride.recording_id = recording.id) AS there
          FROM recording WHERE said <> there
          """)
      for row in strides {
        let name = PrintableText(row["name"] as String)
        findings.append("\(name): \(row["there"] as Int) strides where there should be \(row["said"] as Int)")
      }
      let twice = try String.fetchAll(
        db,
        sql: """
          SELECT min(recording.name) FROM input JOIN current_recording AS recording ON recording.id = input.recording_id
          WHERE \(InputFile.isOfSensorSQL)
          GROUP BY input.sha256 HAVING count(DISTINCT recording.id) > 1
          """)
      findings += twice.map { "\(PrintableText($0)): the same sensor file counts twice" }
      return findings
    }
  }
}
