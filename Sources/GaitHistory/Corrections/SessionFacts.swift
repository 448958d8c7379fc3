import Foundation
import GRDB
import GaitModel

/// What can be corrected of a session.
public struct SessionFacts: Sendable, Equatable {
  public var name: String
  /// Whose it is; another name moves it.
  public var subject: String
  public var aid: String?
  /// 0 (none) to 10.
  public var pain: Double?
  public var comment: String?
  /// In the order of time.
  public var recordings: [RecordingFacts]
}

extension HistoryStore {
  /// Slopes in percent that are taken, as in `recording.json`.
  public static let inclines = -50.0...50.0

  /// What can be corrected of a session, as it is now.
  ///
  /// - Throws: `HistoryError` if there is no such person or session, or the store cannot be read.
  public func sessionFacts(of subject: String, session: String) throws(HistoryError) -> Editable<SessionFacts> {
    try read { db in
      guard let id = try Self.sessionIDs(subject, session: session, db).first,
        let row = try Row.fetchOne(db, sql: "SELECT * FROM current_session WHERE id = ?", arguments: [id])
      else { throw HistoryError.unknown(session, of: "session", known: []) }
      let recordings = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM current_recording WHERE session_id = ?
          ORDER BY unix_s IS NULL, unix_s, name COLLATE natural_order
          """, arguments: [id])
      return Editable(
        id: id, revision: try ChangeLog.revision(of: .init(subject: row["subject_id"], session: id), db),
        facts: SessionFacts(
          name: session, subject: subject, aid: row["aid"], pain: row["pain"], comment: row["comment"],
          recordings: recordings.map(RecordingFacts.init)))
    }
  }

  /// Corrects what is known of a session and its recordings, and moves it where another person is named.
  ///
  /// - Parameters:
  ///   - seen: The session as the user saw it.
  ///   - facts: How it shall be; texts that are empty count as none. A person who is not in the store is made.
  ///   - now: The present time as ISO 8601 text, kept beside the change.
  /// - Returns: The names of the session and of the person, as the store has them now.
  /// - Throws: `HistoryError` if somebody else has changed the session since, if a value cannot be used, if the person has
  ///   a session of that name, or if the store cannot be written.
  @discardableResult
  public func correct(
    _ seen: Editable<SessionFacts>, to facts: SessionFacts, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> (name: String, subject: String) {
    let name = try Self.usableName(facts.name, of: "session")
    let subject = try Self.usableName(facts.subject, of: "person")
    try Self.checkPain(facts.pain)
    for recording in facts.recordings { try recording.check(at: now) }
    return try write { db in
      guard
        let owner = try Int64.fetchOne(
          db, sql: "SELECT subject_id FROM current_session WHERE id = ?", arguments: [seen.id]
        ).map({ ChangeLog.Owner(subject: $0, session: seen.id) }),
        try ChangeLog.revision(of: owner, db) == seen.revision
      else { throw HistoryError.changedMeanwhile("session") }
      let log = ChangeLog(db: db, now: now)
      let target = try Self.person(subject, db)
      let holder = try Int64.fetchOne(
        db, sql: "SELECT id FROM current_session WHERE subject_id = ? AND name = ?", arguments: [target, name])
      if let holder, holder != seen.id { throw HistoryError.nameTaken(name, of: "session") }
      if target != owner.subject { try Self.move(owner, to: (target, subject), as: name, log) }
      let moved = ChangeLog.Owner(subject: target, session: seen.id)
      let changed = try log.set(
        [
          (.sessionName, name), (.aid, facts.aid?.filled), (.pain, facts.pain),
          (.sessionComment, facts.comment?.filled),
        ],
        of: moved)
      if changed.contains(.sessionName) || target != owner.subject {
        try StoredSummary.set("session", to: name, ofRecordingsWhere: "session.id = ?", seen.id, db)
      }
      for recording in facts.recordings {
        guard
          let row = try Row.fetchOne(
            db, sql: "SELECT * FROM current_recording WHERE id = ? AND session_id = ?",
            arguments: [recording.id, seen.id])
        else { throw HistoryError.changedMeanwhile("session") }
        let sensors = RecordingFacts(row).sensors
        guard sensors != .lowerBack || recording.surface == RecordingFacts(row).surface else {
          throw HistoryError.partOfAnalysis("surface", recording: recording.name)
        }
        try recording.write(to: moved, log)
      }
      return (name, subject)
    }
  }

  /// The number of a person, who is made if there is none of the name.
  static func person(_ name: String, _ db: Database) throws -> Int64 {
    if let id = try Int64.fetchOne(db, sql: "SELECT id FROM current_subject WHERE name = ?", arguments: [name]) {
      return id
    }
    try db.execute(sql: "INSERT INTO subject (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }

  /// Gives a session to another person, under a name that none of the other's sessions has; what was written down of it
  /// goes with it.
  private static func move(
    _ session: ChangeLog.Owner, to target: (id: Int64, name: String), as name: String, _ log: ChangeLog
  ) throws {
    guard let id = session.session,
      let before = try String.fetchOne(log.db, sql: "SELECT name FROM session WHERE id = ?", arguments: [id])
    else { return }
    try log.db.execute(
      sql: "UPDATE session SET name = ?, subject_id = ? WHERE id = ?", arguments: [name, target.id, id])
    try log.db.execute(
      sql: "UPDATE change SET subject_id = ? WHERE session_id = ? AND fact <> ?",
      arguments: [target.id, id, CorrectedFact.movedTo.rawValue])
    let moved = ChangeLog.Owner(subject: target.id, session: id)
    try log.note(.movedTo, of: session, other: target.id)
    try log.note(.movedFrom, of: moved, other: session.subject)
    if before != name { try log.note(.sessionName, of: moved, before: before, after: name) }
    try StoredSummary.set("subject", to: target.name, ofRecordingsWhere: "session.id = ?", id, log.db)
  }

  static func checkPain(_ pain: Double?) throws(HistoryError) {
    if let pain, !(0...10).contains(pain) {
      throw .outOfRange("pain", found: "\(pain)", expected: "0 (none) to 10")
    }
  }
}
