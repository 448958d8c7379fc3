import GRDB

/// Changes rows of the store and writes down each change: what, when, from what to what. Who is not asked.
struct ChangeLog {
  let db: Database
  let now: String

  /// Whose a change is.
  struct Owner {
    var subject: Int64
    var session: Int64?
    var recording: Int64?

    /// The row that is changed, and its table.
    var row: (table: String, id: Int64) {
      if let recording { return ("recording", recording) }
      return session.map { ("session", $0) } ?? ("subject", subject)
    }
  }

  /// Writes values into the owner's row where they are others than those there.
  ///
  /// - Returns: Which facts were changed.
  @discardableResult
  func set(_ values: [(CorrectedFact, (any DatabaseValueConvertible)?)], of owner: Owner) throws -> Set<CorrectedFact> {
    let (table, id) = owner.row
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM \(table) WHERE id = ?", arguments: [id]) else { return [] }
    var changed: Set<CorrectedFact> = []
    for (fact, value) in values {
      guard let column = fact.column else { continue }
      let (before, after) = (row[column] as DatabaseValue, value?.databaseValue ?? .null)
      // A whole number is the same as a REAL and as an INTEGER.
      if before == after || Self.text(before) == Self.text(after) { continue }
      try db.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE id = ?", arguments: [after, id])
      try note(fact, of: owner, before: Self.text(before), after: Self.text(after))
      changed.insert(fact)
    }
    return changed
  }

  /// Writes a change down.
  ///
  /// - Parameters:
  ///   - other: The other person of a move.
  ///   - otherSession: The other session of a recording's move.
  /// - Returns: The number of the change.
  @discardableResult
  func note(
    _ fact: CorrectedFact, of owner: Owner, other: Int64? = nil, otherSession: Int64? = nil, before: String? = nil,
    after: String? = nil
  ) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO change (subject_id, session_id, recording_id, other_subject_id, other_session_id, fact, before, after,
          changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        owner.subject, owner.session, owner.recording, other, otherSession, fact.rawValue, before, after, now,
      ])
    return db.lastInsertedRowID
  }

  /// The number of the latest change of a person apart from sessions, or of a session with its recordings; 0 where there
  /// was none. It is another one after somebody else's change.
  static func revision(of owner: Owner, _ db: Database) throws -> Int64 {
    let found =
      if let session = owner.session {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM change WHERE session_id = ?", arguments: [session])
      } else {
        try Int64.fetchOne(
          db, sql: "SELECT max(id) FROM change WHERE subject_id = ? AND session_id IS NULL", arguments: [owner.subject])
      }
    return found ?? 0
  }

  private static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .int64(let number): String(number)
    case .double(let number): Int64(exactly: number).map(String.init) ?? String(number)
    case .string(let text): text
    case .null, .blob: nil
    }
  }
}

/// Something of the store as a user saw it, so that a change that somebody else made since is noticed.
public struct Editable<Facts: Sendable & Equatable>: Sendable, Equatable {
  /// The number of the row.
  public let id: Int64
  /// The number of its latest change.
  public let revision: Int64
  public let facts: Facts
}
