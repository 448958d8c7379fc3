import GRDB
import GaitModel

/// Reads a person's goals and prescriptions. A store of an earlier version that is only read has none.
enum PlanRows {
  static func goals(ofSubject subject: Int64, _ db: Database) throws -> [GoalKind: Double] {
    guard try db.tableExists("goal") else { return [:] }
    let rows = try Row.fetchAll(
      db, sql: "SELECT direction, measure, value FROM goal WHERE subject_id = ?", arguments: [subject])
    return rows.reduce(into: [:]) { goals, row in
      if let kind = GoalKind(direction: row["direction"], measure: row["measure"]) { goals[kind] = row["value"] }
    }
  }

  /// In the order of weeks.
  static func prescriptions(ofSubject subject: Int64, _ db: Database) throws -> [Prescription] {
    guard try db.tableExists("prescription") else { return [] }
    return try Row.fetchAll(
      db, sql: "SELECT week, text FROM prescription WHERE subject_id = ? ORDER BY week", arguments: [subject]
    ).compactMap { row in
      CalendarDay(row["week"] as String).map { Prescription(kept: row["text"], week: $0) }
    }
  }
}

extension ChangeLog {
  /// Sets a goal, or takes it away where `value` is `nil`.
  func setGoal(_ kind: GoalKind, to value: Double?, ofSubject subject: Int64) throws {
    let before = try PlanRows.goals(ofSubject: subject, db)[kind]
    guard before != value else { return }
    let place: StatementArguments = [subject, kind.direction.rawValue, kind.measure.id]
    if let value {
      try db.execute(
        sql: "INSERT OR REPLACE INTO goal (subject_id, direction, measure, value) VALUES (?, ?, ?, ?)",
        arguments: place + [value])
    } else {
      try db.execute(
        sql: "DELETE FROM goal WHERE subject_id = ? AND direction = ? AND measure = ?", arguments: place)
    }
    try note(.goal, of: .init(subject: subject), before: before.map(kind.words), after: value.map(kind.words))
  }

  /// Sets a week's prescription, or takes it away where `text` is `nil`.
  func setPrescription(week: CalendarDay, to text: String?, ofSubject subject: Int64) throws {
    let before = try PlanRows.prescriptions(ofSubject: subject, db).first { $0.week == week }?.text
    guard before != text else { return }
    if let text {
      try db.execute(
        sql: "INSERT OR REPLACE INTO prescription (subject_id, week, text) VALUES (?, ?, ?)",
        arguments: [subject, week.description, text])
    } else {
      try db.execute(
        sql: "DELETE FROM prescription WHERE subject_id = ? AND week = ?", arguments: [subject, week.description])
    }
    let words = { (text: String) in "\(week): \(text)" }
    try note(.prescription, of: .init(subject: subject), before: before.map(words), after: text.map(words))
  }
}
