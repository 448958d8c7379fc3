import GRDB

/// One change of a person, a session or a recording, as the store keeps it.
public struct StoredChange: Sendable, Equatable, Identifiable {
  public var id: Int64
  public var fact: CorrectedFact
  /// Empty of the person as a whole.
  public var session: String?
  public var recording: String?
  /// The other person of a move; `nil` where that person was erased.
  public var otherSubject: String?
  public var before: String?
  public var after: String?
  /// ISO 8601.
  public var changedAt: String
  /// Whether it is a removal that can be undone.
  public var canBeRestored: Bool
}

extension HistoryStore {
  /// What was changed of a person, the sessions and their recordings, the latest first.
  ///
  /// - Parameters:
  ///   - limit: At most so many changes.
  /// - Throws: `HistoryError` if there is no such person or the store cannot be read.
  public func changes(of subject: String, limit: Int = 1_000) throws(HistoryError) -> [StoredChange] {
    try read { db in
      let id = try Self.subjectID(subject, db)
      guard try db.tableExists("change") else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT change.*, session.name AS session, recording.name AS recording, other.name AS other,
            (EXISTS (SELECT 1 FROM session WHERE removal_id = change.id)
              OR EXISTS (SELECT 1 FROM recording WHERE removal_id = change.id)) AS can_be_restored
          FROM change LEFT JOIN session ON session.id = change.session_id
            LEFT JOIN recording ON recording.id = change.recording_id
            LEFT JOIN subject AS other ON other.id = change.other_subject_id
          WHERE change.subject_id = ? ORDER BY change.id DESC LIMIT ?
          """, arguments: [id, limit]
      ).compactMap { row in
        CorrectedFact(rawValue: row["fact"]).map { fact in
          StoredChange(
            id: row["id"], fact: fact, session: row["session"], recording: row["recording"], otherSubject: row["other"],
            before: row["before"], after: row["after"], changedAt: row["changed_at"],
            canBeRestored: row["can_be_restored"])
        }
      }
    }
  }
}
