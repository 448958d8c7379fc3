import Foundation
import GRDB
import GaitMeasures
import GaitStatistics

/// Statuses that the store keeps, so that a list of thousands can be sorted by them.
///
/// Triggers remove the status of a person of whom anything changes. `refreshStatuses` computes what is missing.
enum StoredStatus {
  /// Raised with every change of how a status is computed; a status of another number counts as missing.
  private static let rules = 2

  static func apply(to db: Database) throws {
    try db.execute(sql: table)
    for event in ["INSERT", "UPDATE", "DELETE"] {
      let rows = event == "UPDATE" ? ["OLD", "NEW"] : [event == "INSERT" ? "NEW" : "OLD"]
      for row in rows {
        try db.execute(
          sql: """
            CREATE TRIGGER status_of_recording_\(event.lowercased())_\(row.lowercased()) AFTER \(event) ON recording BEGIN
              DELETE FROM course_status
              WHERE subject_id IN (SELECT subject_id FROM session WHERE id = \(row).session_id);
            END;
            CREATE TRIGGER status_of_session_\(event.lowercased())_\(row.lowercased()) AFTER \(event) ON session BEGIN
              DELETE FROM course_status WHERE subject_id = \(row).subject_id;
            END;
            """)
      }
    }
    try db.execute(
      sql: """
        CREATE TRIGGER status_of_subject_update AFTER UPDATE ON subject BEGIN
          DELETE FROM course_status WHERE subject_id = NEW.id;
        END;
        """)
  }

  /// `last_s` is the time of the latest recording, in seconds since 1970.
  private static let table = """
    CREATE TABLE course_status (
      subject_id INTEGER PRIMARY KEY REFERENCES subject (id) ON DELETE CASCADE,
      rules INTEGER NOT NULL,
      change_m_s REAL,
      verdict TEXT NOT NULL,
      reason TEXT NOT NULL,
      sessions INTEGER NOT NULL,
      findings TEXT NOT NULL CHECK (json_valid(findings)),
      look INTEGER NOT NULL CHECK (look IN (0, 1)),
      last_s REAL
    ) STRICT;
    """

  /// Those of `limit` people at most that have no status yet.
  static func missing(_ db: Database, limit: Int) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM current_subject AS subject
          WHERE NOT EXISTS (SELECT 1 FROM course_status WHERE subject_id = subject.id AND rules = ?) LIMIT ?
          """), arguments: [rules, limit])
  }

  static func save(_ status: CourseStatus, ofSubject id: Int64, _ db: Database) throws {
    let findings = String(decoding: try JSONEncoder().encode(status.findings), as: UTF8.self)
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO course_status
          (subject_id, rules, change_m_s, verdict, reason, sessions, findings, look, last_s)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, (
          SELECT max(recording.unix_s)
          FROM current_session AS session JOIN current_recording AS recording ON recording.session_id = session.id
          WHERE session.subject_id = ?))
        """
    ).execute(arguments: [
      id, rules, status.change, status.verdict.rawValue, status.reason.rawValue, status.n, findings,
      status.findings.isEmpty ? 0 : 1, id,
    ])
  }

  /// The status of a person; `nil` where none is kept, as in a store of an earlier version.
  static func read(ofSubject id: Int64, _ db: Database) throws -> CourseStatus? {
    guard try db.tableExists("course_status"),
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM course_status WHERE subject_id = ? AND rules = ?"),
        arguments: [id, rules]),
      let verdict = Trend.Verdict(rawValue: row["verdict"]), let reason = Trend.Reason(rawValue: row["reason"]),
      let text = row["findings"] as String?,
      let findings = try? JSONDecoder().decode([CourseStatus.Finding].self, from: Data(text.utf8))
    else { return nil }
    return CourseStatus(
      change: row["change_m_s"], verdict: verdict, reason: reason, n: row["sessions"], findings: findings)
  }
}

extension HistoryStore {
  /// People in one transaction of `refreshStatuses`: about 0.1 s, in which nobody else can write.
  private static let batch = 20

  /// Computes the statuses that are missing, so that the list of people can be sorted by them.
  ///
  /// - Throws: `HistoryError` if the store cannot be read or written.
  public func refreshStatuses() throws(HistoryError) {
    var isDone = false
    while !isDone {
      isDone = try write { db in
        let missing = try StoredStatus.missing(db, limit: Self.batch)
        for id in missing {
          guard let course = try Self.speedCourse(ofSubject: id, db) else { continue }
          try StoredStatus.save(CourseStatus(course), ofSubject: id, db)
        }
        return missing.count < Self.batch
      }
    }
  }

  /// A person's course of walking speed alone.
  static func speedCourse(ofSubject id: Int64, _ db: Database) throws -> PersonCourse? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT name, diagnosis_group, plan FROM current_subject WHERE id = ?"),
        arguments: [id])
    else { return nil }
    return PersonCourse(
      person: .init(
        name: row["name"], diagnosisGroup: row["diagnosis_group"],
        plan: (row["plan"] as String?).flatMap(TrainingPlan.init(json:))),
      sessions: try sessions(ofSubject: id, measure: StrideQuantity.speed.id, db))
  }
}
