import Foundation
import GRDB

extension HistoryStore {
  /// Undoes a new name of a person or of a session, or a move of a session or of a recording. What was undone is a change
  /// itself.
  ///
  /// - Parameters:
  ///   - change: The number of the change, of those with `canBeUndone`.
  ///   - now: The present time as ISO 8601 text, kept beside the new change.
  /// - Returns: The name of the person whose change it was, as the store has it now.
  /// - Throws: `HistoryError` if something later makes it impossible, if the earlier name is somebody else's by now, or if
  ///   the store cannot be written.
  @discardableResult
  public func undo(
    _ change: StoredChange.ID, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> String {
    let undone = try read { db in try UndoableChange(change, db) }
    guard let undone else { throw .changedMeanwhile("list") }
    switch undone.action {
    case .personName(let name):
      let seen = try personFacts(of: undone.subject)
      var facts = seen.facts
      facts.name = name
      return try correct(seen, to: facts, at: now)
    case .sessionName(let name, let session):
      let seen = try sessionFacts(of: undone.subject, session: session)
      var facts = seen.facts
      facts.name = name
      try correct(seen, to: facts, at: now)
    case .sessionMove(let session, let origin):
      let seen = try sessionFacts(of: undone.subject, session: session)
      var facts = seen.facts
      facts.subject = origin
      try correct(seen, to: facts, at: now)
    case .recordingMove(let recording, let origin): try moveBack(recording, to: origin, at: now)
    }
    return undone.subject
  }

  /// Moves a recording to a session that it was in before.
  private func moveBack(_ recording: Int64, to origin: Int64, at now: String) throws(HistoryError) {
    try write { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT session.name, session.removal_id, session.subject_id, subject.name AS subject
          FROM session JOIN current_subject AS subject ON subject.id = session.subject_id WHERE session.id = ?
          """, arguments: [origin])
      guard let row, let source = try RecordingMove.place(of: recording, db), source.session != origin else {
        throw HistoryError.changedMeanwhile("list")
      }
      let name: String = row["name"]
      // Where it was hidden, another session may have got its name since.
      if let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM current_session WHERE subject_id = ? AND name = ?",
        arguments: [row["subject_id"] as Int64, name]), id != origin
      {
        throw HistoryError.nameTaken(name, of: "session")
      }
      let target = ChangeLog.Owner(subject: row["subject_id"], session: origin)
      try RecordingMove(recording: recording, source: source, target: target)
        .run(subject: row["subject"], session: name, ChangeLog(db: db, now: now))
    }
  }
}

/// A change that can be undone, as it is found in the store.
private struct UndoableChange {
  enum Action {
    case personName(String)
    case sessionName(String, of: String)
    case sessionMove(String, from: String)
    case recordingMove(Int64, to: Int64)
  }

  /// The present name of the person whose change it is.
  let subject: String
  let action: Action

  /// `nil` if the change cannot be undone.
  init?(_ id: Int64, _ db: Database) throws {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT change.*, subject.name AS subject, session.name AS session, other.name AS other
          FROM change JOIN current_subject AS subject ON subject.id = change.subject_id
            LEFT JOIN session ON session.id = change.session_id
            LEFT JOIN subject AS other ON other.id = change.other_subject_id
          WHERE change.id = ? AND \(StoredChange.canBeUndoneSQL)
          """, arguments: [id]), let fact = CorrectedFact(rawValue: row["fact"])
    else { return nil }
    subject = row["subject"]
    let (before, session, other) = (row["before"] as String?, row["session"] as String?, row["other"] as String?)
    switch (fact, row["recording_id"] as Int64?, row["other_session_id"] as Int64?) {
    case (.personName, _, _): action = .personName(before ?? "")
    case (.sessionName, _, _): action = .sessionName(before ?? "", of: session ?? "")
    case (.movedFrom, let recording?, let origin?): action = .recordingMove(recording, to: origin)
    case (.movedFrom, nil, _): action = .sessionMove(session ?? "", from: other ?? "")
    default: return nil
    }
  }
}
