import GRDB

/// A person in a list of many.
public struct PersonOverview: Sendable, Equatable, Encodable {
  public var subject: String
  public var group: String?
  public var sessions: Int
  /// `2026-09-07`; `nil` where no session has a date.
  public var firstDay: String?
  public var lastDay: String?

  private enum CodingKeys: String, CodingKey {
    case subject, group, sessions
    case firstDay = "first_day"
    case lastDay = "last_day"
  }
}

extension PersonOverview {
  /// The sessions of a person and the days of the first and the last, in SQL.
  ///
  /// Each is a query of its own: in an outer join SQLite would read all sessions of the store.
  static func counts(of subject: String) -> String {
    let days = """
      FROM current_session AS session JOIN current_recording AS recording ON recording.session_id = session.id
      WHERE session.subject_id = \(subject).id
      """
    return """
      (SELECT count(*) FROM current_session AS session WHERE session.subject_id = \(subject).id) AS sessions,
      (SELECT min(recording.day) \(days)) AS first_day, (SELECT max(recording.day) \(days)) AS last_day
      """
  }
}

extension HistoryStore {
  /// The people in the store, by name.
  ///
  /// - Parameters:
  ///   - text: Only those whose name or group holds this text, in any case of its letters and with or without accents.
  ///   - limit: At most so many people.
  ///   - offset: Leaves out so many first people.
  /// - Throws: `HistoryError` if the store cannot be read.
  public func overview(
    containing text: String? = nil, limit: Int? = nil, offset: Int = 0
  ) throws(HistoryError) -> [PersonOverview] {
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          WITH chosen AS (
            SELECT id, name, diagnosis_group FROM current_subject
            WHERE :text IS NULL OR instr(folded(name), :text) > 0 OR instr(folded(diagnosis_group), :text) > 0
            ORDER BY name LIMIT :limit OFFSET :offset)
          SELECT chosen.name, chosen.diagnosis_group, \(PersonOverview.counts(of: "chosen"))
          FROM chosen ORDER BY chosen.name
          """, arguments: ["text": text.map(FoldedText.folded), "limit": limit ?? -1, "offset": offset]
      ).map {
        PersonOverview(
          subject: $0["name"], group: $0["diagnosis_group"], sessions: $0["sessions"], firstDay: $0["first_day"],
          lastDay: $0["last_day"])
      }
    }
  }
}
