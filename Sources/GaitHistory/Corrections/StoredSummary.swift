import GRDB
import GaitModel

/// The document of a recording's results, `summary.json`, as the store keeps it.
enum StoredSummary {
  /// Sets a key of the documents of recordings.
  ///
  /// - Parameter condition: Of `session`, with one argument.
  static func set(
    _ key: String, to value: (any DatabaseValueConvertible)?, ofRecordingsWhere condition: String, _ argument: Int64,
    _ db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE summary SET json = json_set(json, '$.\(key)', ?) WHERE recording_id IN (
          SELECT recording.id FROM recording JOIN session ON session.id = recording.session_id WHERE \(condition))
        """, arguments: [value, argument])
  }

  /// Sets a key of the document of one recording; `nil` takes it away.
  static func set(
    _ key: String, to value: (any DatabaseValueConvertible)?, ofRecording recording: Int64, _ db: Database
  ) throws {
    let sql =
      value == nil
      ? "UPDATE summary SET json = json_remove(json, '$.\(key)') WHERE recording_id = :id"
      : "UPDATE summary SET json = json_set(json, '$.\(key)', :value) WHERE recording_id = :id"
    try db.execute(
      sql: sql, arguments: value == nil ? ["id": recording] : ["value": value, "id": recording])
  }

  /// Takes values of whole walks away, with the reason, where the document has them.
  static func leaveOut(_ measures: [String], because reason: String, ofRecording recording: Int64, _ db: Database)
    throws
  {
    for measure in measures {
      for direction in [Direction.forward, .backward] {
        let path = "$.walk_measures.\(direction.rawValue).\(measure)"
        try db.execute(
          sql: """
            UPDATE summary SET json = json_set(json, :path, json_object('not_measured', :reason))
            WHERE recording_id = :id AND json_extract(json, :path || '.value') IS NOT NULL
            """, arguments: ["path": path, "reason": reason, "id": recording])
      }
    }
  }
}
