import Foundation
import GRDB
import GaitModel

/// What people write down about a person; `nil` leaves what is there, an empty text takes it away.
public struct PersonAnnotation: Sendable {
  public var diagnosisGroup: String?
  public var affectedSide: AffectedSide?
  public var sex: Sex?
  public var birthYear: Int?
  public var comment: String?
  public var plan: TrainingPlan?
  /// Takes the plan away where `plan` is `nil`.
  public var removesPlan = false
  /// A value for each goal to be set, `nil` for one to be taken away.
  public var goals: [GoalKind: Double?] = [:]
  /// The text for a week, by any of its days; an empty one takes it away.
  public var prescriptions: [CalendarDay: String] = [:]

  public init(
    diagnosisGroup: String? = nil, affectedSide: AffectedSide? = nil, sex: Sex? = nil, birthYear: Int? = nil,
    comment: String? = nil, plan: TrainingPlan? = nil
  ) {
    self.diagnosisGroup = diagnosisGroup
    self.affectedSide = affectedSide
    self.sex = sex
    self.birthYear = birthYear
    self.comment = comment
    self.plan = plan
  }
}

extension PersonAnnotation {
  /// The prescriptions by the Mondays of their weeks; `nil` for one to be taken away.
  fileprivate func textsByWeek() throws(HistoryError) -> [(week: CalendarDay, text: String?)] {
    var texts: [(week: CalendarDay, text: String?)] = []
    for (day, text) in prescriptions {
      let isEmpty = Prescription.plain(text).isEmpty
      texts.append((day.monday, isEmpty ? nil : try Prescription(week: day, text: text).text))
    }
    return texts
  }
}

/// What people write down about a session; `nil` leaves what is there, an empty text takes it away.
public struct SessionAnnotation: Sendable {
  /// Cane, walker, orthosis; sessions with different aids are not compared.
  public var aid: String?
  /// Pain on a scale from 0 (none) to 10.
  public var pain: Double?
  public var comment: String?

  public init(aid: String? = nil, pain: Double? = nil, comment: String? = nil) {
    self.aid = aid
    self.pain = pain
    self.comment = comment
  }
}

extension HistoryStore {
  /// Writes down what is known of a person.
  ///
  /// - Parameter now: The present time as ISO 8601 text, kept beside the changes.
  /// - Throws: `HistoryError` if there is no such person, if a value is out of its range, or if the store cannot be
  ///   written.
  public func annotate(
    _ subject: String, _ annotation: PersonAnnotation, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) {
    try Self.checkBirthYear(annotation.birthYear, at: now)
    try annotation.plan?.check("plan")
    for (kind, value) in annotation.goals { if let value { try kind.check(value) } }
    let prescriptions = try annotation.textsByWeek()
    try write { db in
      var values: [(CorrectedFact, (any DatabaseValueConvertible)?)] = []
      if let group = annotation.diagnosisGroup { values.append((.diagnosisGroup, group.filled)) }
      if let side = annotation.affectedSide { values.append((.affectedSide, side.rawValue)) }
      if let sex = annotation.sex { values.append((.sex, sex.rawValue)) }
      if let year = annotation.birthYear { values.append((.birthYear, year)) }
      if let comment = annotation.comment { values.append((.comment, comment.filled)) }
      if annotation.plan != nil || annotation.removesPlan {
        values.append((.plan, try annotation.plan?.json()))
      }
      let (log, id) = (ChangeLog(db: db, now: now), try Self.subjectID(subject, db))
      try log.set(values, of: .init(subject: id))
      for kind in GoalKind.allCases {
        if let value = annotation.goals[kind] { try log.setGoal(kind, to: value, ofSubject: id) }
      }
      for (week, text) in prescriptions.sorted(by: { $0.week < $1.week }) {
        try log.setPrescription(week: week, to: text, ofSubject: id)
      }
    }
  }

  /// Writes down what is known of a session, or of all sessions of a person.
  ///
  /// - Parameters:
  ///   - session: `nil` for all sessions.
  ///   - now: The present time as ISO 8601 text, kept beside the changes.
  /// - Throws: `HistoryError` if there is no such person or session, if the pain is out of its range, or if the store
  ///   cannot be written.
  public func annotate(
    _ subject: String, session: String?, _ annotation: SessionAnnotation, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) {
    try Self.checkPain(annotation.pain)
    try write { db in
      var values: [(CorrectedFact, (any DatabaseValueConvertible)?)] = []
      if let aid = annotation.aid { values.append((.aid, aid.filled)) }
      if let pain = annotation.pain { values.append((.pain, pain)) }
      if let comment = annotation.comment { values.append((.sessionComment, comment.filled)) }
      let person = try Self.subjectID(subject, db)
      for id in try Self.sessionIDs(subject, session: session, db) {
        try ChangeLog(db: db, now: now).set(values, of: .init(subject: person, session: id))
      }
    }
  }

  /// Erases a person, or one session of the person, also where it was removed before.
  ///
  /// - Parameter isDryRun: Only counts what would go.
  /// - Returns: How much goes or would go.
  /// - Throws: `HistoryError` if there is no such person or session or the store cannot be written.
  public func erase(
    _ subject: String, session: String? = nil, isDryRun: Bool
  ) throws(HistoryError) -> ErasedAmount {
    if isDryRun { return try read { db in try Self.erased(subject, session: session, db).amount } }
    return try write { db in
      let erased = try Self.erased(subject, session: session, db)
      for id in erased.sessions { try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [id]) }
      if session == nil { try db.execute(sql: "DELETE FROM subject WHERE name = ?", arguments: [subject]) }
      return erased.amount
    }
  }

  /// What an erasure takes away.
  public struct ErasedAmount: Sendable, Equatable {
    public var sessions: Int
    /// Superseded analyses included.
    public var recordings: Int
    public var strides: Int
  }

  /// The sessions of the names, removed ones included.
  private static func erased(
    _ subject: String, session: String?, _ db: Database
  ) throws -> (sessions: [Int64], amount: ErasedAmount) {
    let people = try Int64.fetchAll(db, sql: "SELECT id FROM subject WHERE name = ?", arguments: [subject])
    // Names those that there are.
    if people.isEmpty { _ = try subjectID(subject, db) }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT session.id, count(recording.id) AS recordings, total(recording.strides) AS strides
        FROM subject JOIN session ON session.subject_id = subject.id
          LEFT JOIN recording ON recording.session_id = session.id
        WHERE subject.name = :subject AND (:session IS NULL OR session.name = :session) GROUP BY session.id
        """, arguments: ["subject": subject, "session": session])
    if rows.isEmpty, session != nil { _ = try sessionIDs(subject, session: session, db) }
    let amount = rows.reduce(into: ErasedAmount(sessions: 0, recordings: 0, strides: 0)) { amount, row in
      amount.sessions += 1
      amount.recordings += row["recordings"] as Int
      amount.strides += Int(row["strides"] as Double)
    }
    return (rows.map { $0["id"] }, amount)
  }

  /// The number of a person who was not removed.
  static func subjectID(_ subject: String, _ db: Database) throws -> Int64 {
    guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM current_subject WHERE name = ?", arguments: [subject])
    else {
      throw HistoryError.unknown(
        subject, of: "person", known: try String.fetchAll(db, sql: "SELECT name FROM current_subject ORDER BY name"))
    }
    return id
  }

  /// The numbers of sessions that were not removed: one, or all of a person.
  static func sessionIDs(_ subject: String, session: String?, _ db: Database) throws -> [Int64] {
    let person = try subjectID(subject, db)
    guard let session else {
      return try Int64.fetchAll(db, sql: "SELECT id FROM current_session WHERE subject_id = ?", arguments: [person])
    }
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM current_session WHERE subject_id = ? AND name = ?", arguments: [person, session])
    guard !ids.isEmpty else {
      let known = try String.fetchAll(
        db, sql: "SELECT name FROM current_session WHERE subject_id = ? ORDER BY name COLLATE natural_order",
        arguments: [person])
      throw HistoryError.unknown(session, of: "session", known: known)
    }
    return ids
  }
}
