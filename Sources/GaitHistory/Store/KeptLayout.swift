import Foundation
import GRDB

/// What a user said of the columns of tables with the same names, kept for the next of them.
public struct KeptLayout: Sendable, Equatable, Identifiable {
  public var id: Int64
  /// The names of all columns, in their order.
  public var names: [String]
  /// What they hold, as `--map` takes it: `time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s`.
  public var mapping: String
  /// ISO 8601.
  public var keptAt: String
}

extension HistoryStore {
  /// The layouts that are kept, the latest first.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func keptLayouts() throws(HistoryError) -> [KeptLayout] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, names, mapping, kept_at FROM column_layout ORDER BY kept_at DESC, id DESC")
        .compactMap { row in
          let text: String = row["names"]
          guard let names = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else { return nil }
          return KeptLayout(id: row["id"], names: names, mapping: row["mapping"], keptAt: row["kept_at"])
        }
    }
  }

  /// Keeps what the columns of tables with `names` hold, in place of what was kept of them before.
  ///
  /// - Parameters:
  ///   - mapping: As `--map` takes it.
  ///   - now: The present time as ISO 8601 text.
  /// - Throws: `HistoryError` if the store cannot be written.
  public func keepLayout(of names: [String], mapping: String, at now: String) throws(HistoryError) {
    let text = String(decoding: (try? JSONEncoder().encode(names)) ?? Data("[]".utf8), as: UTF8.self)
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO column_layout (names, mapping, kept_at) VALUES (?, ?, ?)
          ON CONFLICT (names) DO UPDATE SET mapping = excluded.mapping, kept_at = excluded.kept_at
          """, arguments: [text, mapping, now])
    }
  }

  /// Forgets a layout; one that is not kept stays so.
  ///
  /// - Throws: `HistoryError` if the store cannot be written.
  public func forgetLayout(_ id: KeptLayout.ID) throws(HistoryError) {
    try write { db in try db.execute(sql: "DELETE FROM column_layout WHERE id = ?", arguments: [id]) }
  }
}
