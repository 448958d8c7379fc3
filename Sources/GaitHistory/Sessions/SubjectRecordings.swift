import GRDB
import GaitMeasures
import GaitModel

/// A recording as the store keeps it, with where it came from.
public struct StoredRecording: Sendable, Equatable, Encodable {
  public var session: String
  public var recording: String
  public var startedAt: String?
  public var strides: Int
  public var version: String
  /// First digits tell results apart; all of them are SHA-256.
  public var resultsSHA256: String
  public var addedAt: String
  /// Whether a later analysis of the same walk took its place.
  public var isSuperseded: Bool
  /// SHA-256 of the input files by their names.
  public var inputs: [String: String]

  private enum CodingKeys: String, CodingKey {
    case session, recording, strides, version, inputs
    case startedAt = "started_at"
    case resultsSHA256 = "results_sha256"
    case addedAt = "added_at"
    case isSuperseded = "superseded"
  }
}

extension HistoryStore {
  /// All recordings of a person, superseded analyses included, by session and time.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func recordings(of subject: String) throws(HistoryError) -> [StoredRecording] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT recording.id, session.name AS session, recording.name, recording.started_at, recording.strides,
            recording.version, recording.results_sha256, recording.added_at, recording.superseded_by
          FROM current_subject AS subject JOIN current_session AS session ON session.subject_id = subject.id
            JOIN kept_recording AS recording ON recording.session_id = session.id
          WHERE subject.name = ?
          ORDER BY recording.unix_s IS NULL, recording.unix_s, session.name COLLATE natural_order,
            recording.name COLLATE natural_order, recording.id
          """, arguments: [subject]
      ).map { row in
        let inputs = try Row.fetchAll(
          db, sql: "SELECT file, sha256 FROM input WHERE recording_id = ?", arguments: [row["id"] as Int64])
        return StoredRecording(
          session: row["session"], recording: row["name"], startedAt: row["started_at"], strides: row["strides"],
          version: row["version"], resultsSHA256: row["results_sha256"], addedAt: row["added_at"],
          isSuperseded: (row["superseded_by"] as Int64?) != nil,
          inputs: Dictionary(uniqueKeysWithValues: inputs.map { ($0["file"], $0["sha256"]) }))
      }
    }
  }

  /// Names of a person's sessions, those added last first.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func sessionNames(of subject: String, limit: Int) throws(HistoryError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT session.name FROM current_session AS session JOIN current_subject AS subject
            ON subject.id = session.subject_id
          WHERE subject.name = ? ORDER BY session.id DESC LIMIT ?
          """, arguments: [subject, limit])
    }
  }

  /// The current analyses of a person's recordings with their strides, in the order of time.
  ///
  /// - Parameter session: Only this session's; `nil` for all.
  /// - Throws: `HistoryError` if the store cannot be read.
  public func analyzedRecordings(
    of subject: String, session: String? = nil
  ) throws(HistoryError) -> [AnalyzedRecording] {
    let kept = try read { db in
      try Self.documents(of: subject, session: session, db).map { document in
        (document, strides: try StrideSchema.strides(ofRecording: document.number, db))
      }
    }
    return try read(kept) { document, strides in
      AnalyzedRecording(summary: try document.summary(), strides: strides, numberInStore: document.number)
    }
  }

  /// The summaries of the current analyses of a person's recordings, in the order of time.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func summaries(of subject: String) throws(HistoryError) -> [SummaryDocument] {
    try read(try read { db in try Self.documents(of: subject, session: nil, db) }) { try $0.summary() }
  }

  /// A summary as the store keeps it. It is decoded when no connection is held any more: that takes longer than reading.
  private struct Document {
    var number: Int64
    var subject: String
    var session: String
    var json: String

    func summary() throws -> SummaryDocument {
      var summary = try SummaryDocument(json: Array(json.utf8))
      // Who and when may have been said when the recording was added.
      summary.subject = subject
      summary.session = session
      return summary
    }
  }

  /// What `body` makes of each element, with its error as that of reading the store.
  private func read<Element, Result>(
    _ elements: [Element], _ body: (Element) throws -> Result
  ) throws(HistoryError) -> [Result] {
    do {
      return try elements.map(body)
    } catch {
      throw HistoryError(error, path: path, writing: false)
    }
  }

  private static func documents(of subject: String, session: String?, _ db: Database) throws -> [Document] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT recording.id, subject.name AS subject, session.name AS session, summary.json
        FROM current_subject AS subject JOIN current_session AS session ON session.subject_id = subject.id
          JOIN current_recording AS recording ON recording.session_id = session.id
          JOIN summary ON summary.recording_id = recording.id
        WHERE subject.name = :subject
          AND (:session IS NULL OR session.name = :session)
        ORDER BY recording.unix_s IS NULL, recording.unix_s, session.name COLLATE natural_order,
          recording.name COLLATE natural_order
        """)
    return try Row.fetchAll(statement, arguments: ["subject": subject, "session": session]).map { row in
      Document(number: row["id"], subject: row["subject"], session: row["session"], json: row["json"])
    }
  }
}
