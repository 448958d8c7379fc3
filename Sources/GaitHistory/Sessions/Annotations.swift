import GRDB

/// What people write down about a person; `nil` leaves what is there, an empty text takes it away.
public struct PersonAnnotation: Sendable {
  public var diagnosisGroup: String?
  public var affectedSide: AffectedSide?
  public var comment: String?
  public var plan: TrainingPlan?

  public init(
    diagnosisGroup: String? = nil, affectedSide: AffectedSide? = nil, comment: String? = nil,
    plan: TrainingPlan? = nil
  ) {
    self.diagnosisGroup = diagnosisGroup
    self.affectedSide = affectedSide
    self.comment = comment
    self.plan = plan
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
  /// - Throws: `HistoryError` if there is no such person or the store cannot be written.
  public func annotate(_ subject: String, _ annotation: PersonAnnotation) throws(HistoryError) {
    try write { db in
      let id = try Self.subjectID(subject, db)
      if let group = annotation.diagnosisGroup {
        try db.execute(
          sql: "UPDATE subject SET diagnosis_group = nullif(?, '') WHERE id = ?", arguments: [group, id])
      }
      if let side = annotation.affectedSide {
        try db.execute(sql: "UPDATE subject SET affected_side = ? WHERE id = ?", arguments: [side.rawValue, id])
      }
      if let comment = annotation.comment {
        try db.execute(sql: "UPDATE subject SET comment = nullif(?, '') WHERE id = ?", arguments: [comment, id])
      }
      if let plan = annotation.plan {
        try db.execute(sql: "UPDATE subject SET plan = ? WHERE id = ?", arguments: [try plan.json(), id])
      }
    }
  }

  /// Writes down what is known of a session, or of all sessions of a person.
  ///
  /// - Parameter session: `nil` for all sessions.
  /// - Throws: `HistoryError` if there is no such person or session, if the pain is out of its range, or if the store
  ///   cannot be written.
  public func annotate(
    _ subject: String, session: String?, _ annotation: SessionAnnotation
  ) throws(HistoryError) {
    if let pain = annotation.pain, !(0...10).contains(pain) {
      throw .outOfRange("pain", found: "\(pain)", expected: "0 (none) to 10")
    }
    try write { db in
      for id in try Self.sessionIDs(subject, session: session, db) {
        if let aid = annotation.aid {
          try db.execute(sql: "UPDATE session SET aid = nullif(?, '') WHERE id = ?", arguments: [aid, id])
        }
        if let pain = annotation.pain {
          try db.execute(sql: "UPDATE session SET pain = ? WHERE id = ?", arguments: [pain, id])
        }
        if let comment = annotation.comment {
          try db.execute(sql: "UPDATE session SET comment = nullif(?, '') WHERE id = ?", arguments: [comment, id])
        }
      }
    }
  }

  /// Takes a person, or one session of the person, out of the store.
  ///
  /// - Parameter isDryRun: Only counts what would go.
  /// - Returns: How much goes or would go.
  /// - Throws: `HistoryError` if there is no such person or session or the store cannot be written.
  public func remove(
    _ subject: String, session: String? = nil, isDryRun: Bool
  ) throws(HistoryError) -> RemovedAmount {
    if isDryRun { return try read { db in try Self.amount(subject, session: session, db) } }
    return try write { db in
      let amount = try Self.amount(subject, session: session, db)
      for id in try Self.sessionIDs(subject, session: session, db) {
        try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [id])
      }
      if session == nil { try db.execute(sql: "DELETE FROM subject WHERE name = ?", arguments: [subject]) }
      return amount
    }
  }

  /// What a removal takes away.
  public struct RemovedAmount: Sendable, Equatable {
    public var sessions: Int
    /// Superseded analyses included.
    public var recordings: Int
    public var strides: Int
  }

  private static func amount(_ subject: String, session: String?, _ db: Database) throws -> RemovedAmount {
    var amount = RemovedAmount(sessions: 0, recordings: 0, strides: 0)
    for id in try sessionIDs(subject, session: session, db) {
      amount.sessions += 1
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT count(*) AS recordings, total(strides) AS strides FROM recording WHERE session_id = ?",
          arguments: [id])
      else { continue }
      amount.recordings += row["recordings"] as Int
      amount.strides += Int(row["strides"] as Double)
    }
    return amount
  }

  private static func subjectID(_ subject: String, _ db: Database) throws -> Int64 {
    guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM subject WHERE name = ?", arguments: [subject]) else {
      throw HistoryError.unknown(
        subject, of: "person", known: try String.fetchAll(db, sql: "SELECT name FROM subject ORDER BY name"))
    }
    return id
  }

  private static func sessionIDs(_ subject: String, session: String?, _ db: Database) throws -> [Int64] {
    let person = try subjectID(subject, db)
    guard let session else {
      return try Int64.fetchAll(db, sql: "SELECT id FROM session WHERE subject_id = ?", arguments: [person])
    }
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM session WHERE subject_id = ? AND name = ?", arguments: [person, session])
    guard !ids.isEmpty else {
      let known = try String.fetchAll(
        db, sql: "SELECT name FROM session WHERE subject_id = ? ORDER BY name COLLATE natural_order",
        arguments: [person])
      throw HistoryError.unknown(session, of: "session", known: known)
    }
    return ids
  }
}
