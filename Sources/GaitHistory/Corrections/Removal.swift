import Foundation
import GRDB
import GaitModel

/// A person, a session or a recording that was removed and can be restored.
public struct Removal: Sendable, Equatable, Identifiable {
  public enum Kind: String, Sendable {
    case person
    case session
    case recording
  }

  /// The number of the change that removed it.
  public var id: Int64
  public var kind: Kind
  public var subject: String
  /// `nil` of a person as a whole.
  public var session: String?
  /// `nil` of a person or a session as a whole.
  public var recording: String?
  /// How many recordings went, without replaced analyses.
  public var recordings: Int
  public var strides: Int
  /// ISO 8601.
  public var removedAt: String
}

extension HistoryStore {
  /// Removes a person, or one session of the person, so that it can be restored; nothing shows or counts it meanwhile.
  ///
  /// - Parameter session: `nil` for the person with all sessions.
  /// - Returns: The number by which it is restored.
  /// - Throws: `HistoryError` if there is no such person or session, or the store cannot be written.
  @discardableResult
  public func remove(
    _ subject: String, session: String? = nil, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> Removal.ID {
    try write { db in
      var owner = ChangeLog.Owner(subject: try Self.subjectID(subject, db))
      let sessions = try Self.sessionIDs(subject, session: session, db)
      if session != nil { owner.session = sessions.first }
      let removal = try ChangeLog(db: db, now: now).note(.removed, of: owner)
      for id in sessions { try Self.hide(sessionWithID: id, removal, db) }
      if session == nil {
        try db.execute(sql: "UPDATE subject SET removal_id = ? WHERE id = ?", arguments: [removal, owner.subject])
      }
      return removal
    }
  }

  /// Removes one recording so that it can be restored, with its earlier analyses; the last one of a session takes the
  /// session with it.
  ///
  /// - Parameter recording: Its number, as in `RecordingFacts`.
  /// - Returns: The number by which it is restored.
  /// - Throws: `HistoryError` if it is not there any more, or the store cannot be written.
  @discardableResult
  public func remove(
    recording: Int64, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> Removal.ID {
    try write { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT session.id, session.subject_id,
              (SELECT count(*) FROM current_recording WHERE session_id = session.id) AS recordings
            FROM current_recording AS recording JOIN current_session AS session ON session.id = recording.session_id
            WHERE recording.id = ?
            """, arguments: [recording])
      else { throw HistoryError.changedMeanwhile("recording") }
      let isLast = (row["recordings"] as Int) == 1
      let owner = ChangeLog.Owner(
        subject: row["subject_id"], session: row["id"], recording: isLast ? nil : recording)
      let removal = try ChangeLog(db: db, now: now).note(.removed, of: owner)
      if isLast {
        try Self.hide(sessionWithID: row["id"], removal, db)
      } else {
        // The recording and, one after the other, the analyses that it replaced.
        try db.execute(
          sql: """
            WITH RECURSIVE analysis (id) AS (
              SELECT :id UNION SELECT recording.id FROM recording JOIN analysis ON recording.superseded_by = analysis.id)
            UPDATE recording SET removal_id = :removal WHERE removal_id IS NULL AND id IN analysis
            """, arguments: ["id": recording, "removal": removal])
      }
      return removal
    }
  }

  private static func hide(sessionWithID id: Int64, _ removal: Int64, _ db: Database) throws {
    try db.execute(sql: "UPDATE session SET removal_id = ? WHERE id = ?", arguments: [removal, id])
    try db.execute(
      sql: "UPDATE recording SET removal_id = ? WHERE session_id = ? AND removal_id IS NULL", arguments: [removal, id])
  }

  /// What was removed and can be restored, the latest first.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func removals() throws(HistoryError) -> [Removal] {
    try read { db in
      guard try db.tableExists("change") else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT change.id, change.changed_at, change.session_id, change.recording_id, subject.name AS subject,
            session.name AS session, recording.name AS recording,
            (SELECT count(*) FROM recording WHERE removal_id = change.id AND superseded_by IS NULL) AS recordings,
            (SELECT total(strides) FROM recording WHERE removal_id = change.id AND superseded_by IS NULL) AS strides
          FROM change JOIN subject ON subject.id = change.subject_id
            LEFT JOIN session ON session.id = change.session_id LEFT JOIN recording ON recording.id = change.recording_id
          WHERE change.fact = 'removed' AND change.id IN (
            SELECT removal_id FROM recording WHERE removal_id IS NOT NULL
            UNION SELECT removal_id FROM session WHERE removal_id IS NOT NULL
            UNION SELECT removal_id FROM subject WHERE removal_id IS NOT NULL)
          ORDER BY change.id DESC
          """
      ).map { row in
        let isWhole = (whole: (row["session_id"] as Int64?) == nil, session: (row["recording_id"] as Int64?) == nil)
        return Removal(
          id: row["id"], kind: isWhole.whole ? .person : isWhole.session ? .session : .recording,
          subject: row["subject"], session: row["session"], recording: row["recording"], recordings: row["recordings"],
          strides: Int(row["strides"] as Double), removedAt: row["changed_at"])
      }
    }
  }

  /// Restores what was removed.
  ///
  /// - Throws: `HistoryError` if it was restored or erased meanwhile, if its name or its walk is in the store again, or if
  ///   the store cannot be written.
  public func restore(_ removal: Removal.ID, at now: String = Date.now.formatted(.iso8601)) throws(HistoryError) {
    try write { db in
      let owner = try Self.owner(ofRemoval: removal, db)
      try Self.checkNames(ofRemoval: removal, owner, db)
      try Self.checkWalks(ofRemoval: removal, db)
      for table in ["subject", "session", "recording"] {
        try db.execute(sql: "UPDATE \(table) SET removal_id = NULL WHERE removal_id = ?", arguments: [removal])
      }
      try ChangeLog(db: db, now: now).note(.restored, of: owner)
    }
  }

  /// Erases what was removed. `removeTraces()` takes the last bytes out of the file.
  ///
  /// - Throws: `HistoryError` if it was restored or erased meanwhile, or the store cannot be written.
  public func erase(_ removal: Removal.ID, at now: String = Date.now.formatted(.iso8601)) throws(HistoryError) {
    try write { db in
      let owner = try Self.owner(ofRemoval: removal, db)
      // A change that goes takes along what it removed.
      for table in ["recording", "session", "subject", "change"] {
        let column = table == "change" ? "id" : "removal_id"
        try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [removal])
      }
      let stays = try Bool.fetchOne(db, sql: "SELECT 1 FROM subject WHERE id = ?", arguments: [owner.subject]) ?? false
      if stays { try ChangeLog(db: db, now: now).note(.erased, of: .init(subject: owner.subject)) }
    }
  }

  /// Whose a removal is, if it can be restored.
  private static func owner(ofRemoval removal: Int64, _ db: Database) throws -> ChangeLog.Owner {
    let isThere =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM recording WHERE removal_id = :id) OR EXISTS (SELECT 1 FROM session WHERE
            removal_id = :id) OR EXISTS (SELECT 1 FROM subject WHERE removal_id = :id)
          """, arguments: ["id": removal]) ?? false
    guard isThere,
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM change WHERE id = ? AND fact = ?", arguments: [removal, CorrectedFact.removed.rawValue])
    else { throw HistoryError.changedMeanwhile("list") }
    return ChangeLog.Owner(
      subject: row["subject_id"], session: row["session_id"], recording: row["recording_id"])
  }

  /// - Throws: `HistoryError` if something else has one of the names by now, or what it belongs to is removed itself.
  private static func checkNames(ofRemoval removal: Int64, _ owner: ChangeLog.Owner, _ db: Database) throws {
    if let name = try String.fetchOne(
      db,
      sql: """
        SELECT name FROM subject WHERE removal_id = ? AND name IN (SELECT name FROM current_subject)
        """, arguments: [removal])
    {
      throw HistoryError.nameTaken(name, of: "person")
    }
    if let name = try String.fetchOne(
      db,
      sql: """
        SELECT session.name FROM session JOIN current_session AS other
          ON other.subject_id = session.subject_id AND other.name = session.name
        WHERE session.removal_id = ?
        """, arguments: [removal])
    {
      throw HistoryError.nameTaken(name, of: "session")
    }
    let parents = [
      ("subject", owner.session == nil ? nil : owner.subject),
      ("session", owner.recording == nil ? nil : owner.session),
    ]
    for (table, id) in parents {
      guard let id else { continue }
      let removed = try String.fetchOne(
        db, sql: "SELECT name FROM \(table) WHERE id = ? AND removal_id IS NOT NULL", arguments: [id])
      if let removed { throw HistoryError.ofRemoved(removed, kind: table == "subject" ? "person" : "session") }
    }
  }

  /// - Throws: `HistoryError` if a walk was added again since it was removed.
  private static func checkWalks(ofRemoval removal: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT mine.name AS mine, other.name AS other FROM recording AS mine JOIN input ON input.recording_id = mine.id
          JOIN input AS again ON again.sha256 = input.sha256
          JOIN current_recording AS other ON other.id = again.recording_id
        WHERE mine.removal_id = ? AND mine.superseded_by IS NULL AND \(InputFile.isOfSensorSQL)
        LIMIT 1
        """, arguments: [removal])
    if let row {
      throw HistoryError.sameWalk(recording: row["mine"], known: "'\(PrintableText(row["other"] as String))'")
    }
  }
}
