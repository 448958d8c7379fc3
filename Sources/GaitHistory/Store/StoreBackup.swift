import Foundation
import GRDB

extension HistoryStore {
  /// Copies the store to `target` while others may use it (SQLite's online backup). Nobody may read the copy who may not
  /// read the store.
  ///
  /// - Throws: `HistoryError` if there is a file already or the copy cannot be written.
  public func backUp(to target: String) throws(HistoryError) {
    guard !FileManager.default.fileExists(atPath: target) else {
      throw .exists(path: target)
    }
    let beside = UnfinishedFile(for: target)
    do {
      let copy = try DatabaseQueue(path: beside.path)
      try database.backup(to: copy)
      // One file, without a log beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
      if let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: beside.path)
      }
      try beside.finish(as: target)
    } catch {
      beside.discard()
      throw HistoryError(error, path: target, writing: true)
    }
  }

  /// Sees that nothing of what was removed stays in the store's files: neither in pages that are free now nor in the log.
  ///
  /// Rewrites the whole file, which takes seconds for a store of a million strides, and needs its size of free space.
  ///
  /// - Returns: Whether it was done. Otherwise traces may stay until it is done again: another process reads the store,
  ///   or there is no space.
  public func removeTraces() -> Bool {
    do {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
      }
      return try database.writeWithoutTransaction { db in
        // The first number is 1 if a reader kept the log from being emptied.
        try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
      }
    } catch {
      return false
    }
  }
}
