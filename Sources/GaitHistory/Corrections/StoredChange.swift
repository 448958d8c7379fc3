import GRDB

/// One change of a person, a session or a recording, as the store keeps it.
public struct StoredChange: Sendable, Equatable, Identifiable {
  public var id: Int64
  public var fact: CorrectedFact
  /// Empty of the person as a whole.
  public var session: String?
  public var recording: String?
  /// The other person of a move; `nil` where that person was erased. Of a recording that stays with its person, the person.
  public var otherSubject: String?
  /// The other session of a recording's move; `nil` where it was erased.
  public var otherSession: String?
  public var before: String?
  public var after: String?
  /// ISO 8601.
  public var changedAt: String
  /// Whether it is a removal that can be undone.
  public var canBeRestored: Bool
  /// Whether it is a new name or a move that `HistoryStore.undo` can undo: the latest of its kind, with everything in place.
  public var canBeUndone: Bool
}

extension StoredChange {
  /// Of a row of `change`: a new name, or a move as it stands at the place moved to.
  static let canBeUndoneSQL = """
    CASE change.fact
      WHEN 'name' THEN change.before IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change AS later WHERE later.subject_id = change.subject_id AND later.fact = 'name'
          AND later.id > change.id)
      WHEN 'session_name' THEN change.before IS NOT NULL
        AND EXISTS (SELECT 1 FROM current_session WHERE id = change.session_id AND subject_id = change.subject_id)
        AND NOT EXISTS (
          SELECT 1 FROM change AS later WHERE later.session_id = change.session_id AND later.fact = 'session_name'
            AND later.id > change.id)
      WHEN 'moved_from' THEN EXISTS (SELECT 1 FROM current_subject WHERE id = change.other_subject_id)
        AND NOT EXISTS (
          SELECT 1 FROM change AS later WHERE later.fact = 'moved_from' AND later.id > change.id
            AND CASE WHEN change.recording_id IS NULL THEN later.session_id = change.session_id
              AND later.recording_id IS NULL ELSE later.recording_id = change.recording_id END)
        AND CASE WHEN change.recording_id IS NULL THEN EXISTS (
            SELECT 1 FROM current_session WHERE id = change.session_id AND subject_id = change.subject_id)
          ELSE EXISTS (
            SELECT 1 FROM current_recording WHERE id = change.recording_id AND session_id = change.session_id)
            AND EXISTS (
              SELECT 1 FROM session LEFT JOIN change AS hiding ON hiding.id = session.removal_id
              WHERE session.id = change.other_session_id AND session.subject_id = change.other_subject_id
                AND (session.removal_id IS NULL OR hiding.fact = 'moved_to')) END
      ELSE 0 END
    """
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
      // A store of an earlier version that is only read knows no recordings that moved.
      let hasMoves = try db.columns(in: "change").contains { $0.name == "other_session_id" }
      let other = hasMoves ? "(SELECT name FROM session WHERE id = change.other_session_id)" : "NULL"
      return try Row.fetchAll(
        db,
        sql: """
          SELECT change.*, session.name AS session, recording.name AS recording, other.name AS other,
            \(other) AS other_session,
            change.fact = 'removed' AND (EXISTS (SELECT 1 FROM session WHERE removal_id = change.id)
              OR EXISTS (SELECT 1 FROM recording WHERE removal_id = change.id)) AS can_be_restored,
            \(hasMoves ? StoredChange.canBeUndoneSQL : "0") AS can_be_undone
          FROM change LEFT JOIN session ON session.id = change.session_id
            LEFT JOIN recording ON recording.id = change.recording_id
            LEFT JOIN subject AS other ON other.id = change.other_subject_id
          WHERE change.subject_id = ? ORDER BY change.id DESC LIMIT ?
          """, arguments: [id, limit]
      ).compactMap { row in
        CorrectedFact(rawValue: row["fact"]).map { fact in
          StoredChange(
            id: row["id"], fact: fact, session: row["session"], recording: row["recording"], otherSubject: row["other"],
            otherSession: row["other_session"], before: row["before"], after: row["after"],
            changedAt: row["changed_at"], canBeRestored: row["can_be_restored"], canBeUndone: row["can_be_undone"])
        }
      }
    }
  }
}
