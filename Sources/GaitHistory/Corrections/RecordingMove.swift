import Foundation
import GRDB

extension HistoryStore {
  /// Moves one recording to another session, of the same person or of another one.
  ///
  /// A person or session that is not in the store is made; a new session takes over the walking aid. Earlier analyses of the
  /// walk go along. A session that is left without any recording is hidden; it comes back if a recording moves there again.
  ///
  /// - Parameters:
  ///   - recording: Its number, as in `RecordingFacts`.
  ///   - seen: The session that it is in, as the user saw it.
  ///   - session: The name of the session where it shall be.
  ///   - subject: The person whose it shall be.
  ///   - now: The present time as ISO 8601 text, kept beside the change.
  /// - Returns: The names of the session and of the person, as the store has them now.
  /// - Throws: `HistoryError` if somebody else has changed the session since, if a name cannot be used, if the recording is
  ///   there already, or if the store cannot be written.
  @discardableResult
  public func move(
    recording: Int64, from seen: Editable<SessionFacts>, to session: String, of subject: String,
    at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> (name: String, subject: String) {
    let name = try Self.usableName(session, of: "session")
    let subject = try Self.usableName(subject, of: "person")
    return try write { db in
      let source = try RecordingMove.place(of: recording, db)
      guard let source, source.session == seen.id, try ChangeLog.revision(of: source, db) == seen.revision else {
        throw HistoryError.changedMeanwhile("session")
      }
      let log = ChangeLog(db: db, now: now)
      let person = try Self.person(subject, db)
      let target = try RecordingMove.session(name, ofSubject: person, aidOf: seen.id, log)
      guard target != seen.id else {
        throw HistoryError.outOfRange("session", found: name, expected: "another session than the present one")
      }
      let move = RecordingMove(recording: recording, source: source, target: .init(subject: person, session: target))
      try move.run(subject: subject, session: name, log)
      return (name, subject)
    }
  }
}

/// A recording that goes from one session to another.
struct RecordingMove {
  let recording: Int64
  let source: ChangeLog.Owner
  let target: ChangeLog.Owner

  /// The session and the person that a recording belongs to; `nil` if it is removed or replaced.
  static func place(of recording: Int64, _ db: Database) throws -> ChangeLog.Owner? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT session.id, session.subject_id
        FROM current_recording AS recording JOIN current_session AS session ON session.id = recording.session_id
          JOIN current_subject AS subject ON subject.id = session.subject_id
        WHERE recording.id = ?
        """, arguments: [recording]
    ).map { ChangeLog.Owner(subject: $0["subject_id"], session: $0["id"]) }
  }

  /// The number of a person's session; where there is none of the name, one that lost its recordings to a move comes back, or
  /// a new one is made.
  ///
  /// - Parameter earlier: The session whose walking aid a new one takes over.
  static func session(_ name: String, ofSubject subject: Int64, aidOf earlier: Int64, _ log: ChangeLog) throws -> Int64
  {
    let db = log.db
    if let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM current_session WHERE subject_id = ? AND name = ?", arguments: [subject, name])
    {
      return id
    }
    if let id = try Int64.fetchOne(
      db,
      sql: """
        SELECT session.id FROM session JOIN change ON change.id = session.removal_id
        WHERE session.subject_id = ? AND session.name = ? AND change.fact = ? ORDER BY change.id DESC LIMIT 1
        """, arguments: [subject, name, CorrectedFact.movedTo.rawValue])
    {
      return id
    }
    try db.execute(sql: "INSERT INTO session (subject_id, name) VALUES (?, ?)", arguments: [subject, name])
    let id = db.lastInsertedRowID
    let aid = try String.fetchOne(db, sql: "SELECT aid FROM session WHERE id = ?", arguments: [earlier])
    try log.set([(.aid, aid)], of: .init(subject: subject, session: id))
    return id
  }

  /// Moves the recording and writes the move down at both places.
  ///
  /// - Parameters:
  ///   - subject, session: The names of the target.
  func run(subject: String, session: String, _ log: ChangeLog) throws {
    let db = log.db
    let analyses = try Int64.fetchAll(
      db,
      sql: """
        WITH RECURSIVE analysis (id) AS (
          SELECT ? UNION SELECT recording.id FROM recording JOIN analysis ON recording.superseded_by = analysis.id)
        SELECT id FROM analysis ORDER BY id
        """, arguments: [recording])
    for analysis in analyses {
      try db.execute(
        sql: "UPDATE recording SET session_id = ? WHERE id = ?", arguments: [target.session, analysis])
      // What was corrected of it goes along; where it was stays there.
      try db.execute(
        sql: "UPDATE change SET subject_id = ?, session_id = ? WHERE recording_id = ? AND fact NOT IN (?, ?)",
        arguments: [
          target.subject, target.session, analysis, CorrectedFact.movedTo.rawValue, CorrectedFact.movedFrom.rawValue,
        ])
      try StoredSummary.set("subject", to: subject, ofRecording: analysis, db)
      try StoredSummary.set("session", to: session, ofRecording: analysis, db)
    }
    var (from, to) = (source, target)
    from.recording = recording
    to.recording = recording
    let change = try log.note(.movedTo, of: from, other: target.subject, otherSession: target.session)
    try log.note(.movedFrom, of: to, other: source.subject, otherSession: source.session)
    try db.execute(sql: "UPDATE session SET removal_id = NULL WHERE id = ?", arguments: [target.session])
    try db.execute(
      sql: """
        UPDATE session SET removal_id = ?
        WHERE id = ? AND NOT EXISTS (SELECT 1 FROM recording WHERE session_id = session.id)
        """, arguments: [change, source.session])
  }
}
