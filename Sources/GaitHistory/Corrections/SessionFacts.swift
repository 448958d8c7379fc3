import Foundation
import GRDB
import GaitMeasures
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

/// What can be corrected of a recording.
///
/// Heights, belt speeds and the sides of sensors are not among it: lengths rest on them, and only an analysis of the files
/// can take them into account.
public struct RecordingFacts: Sendable, Equatable {
  /// The number of the row.
  public let id: Int64
  public let name: String
  public let sensors: WalkConditions.Sensors
  public let strides: Int
  /// ISO 8601; `nil` where nobody said when.
  public var startedAt: String?
  /// Kept as it is unless the sensors are on the feet: how the lower back's strides are measured rests on it.
  public var surface: Surface?
  /// Positive uphill.
  public var inclinePercent: Double?
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
        guard sensors == .feet || recording.surface == RecordingFacts(row).surface else {
          throw HistoryError.partOfAnalysis("surface", recording: recording.name)
        }
        try recording.write(to: moved, log)
      }
      return (name, subject)
    }
  }

  /// The number of a person, who is made if there is none of the name.
  private static func person(_ name: String, _ db: Database) throws -> Int64 {
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

extension RecordingFacts {
  fileprivate init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    sensors = (row["sensors"] as String?).flatMap(WalkConditions.Sensors.init) ?? .other
    strides = row["strides"]
    startedAt = row["started_at"]
    surface = (row["surface"] as String?).flatMap(Surface.init)
    inclinePercent = row["incline_percent"]
  }

  /// - Throws: `HistoryError` where a value cannot be.
  fileprivate func check(at now: String) throws(HistoryError) {
    if let startedAt {
      guard let clock = ClockTime(startedAt) else {
        throw .outOfRange("day", found: startedAt, expected: "a day such as 2026-09-07, and a time such as 09:00")
      }
      // Where the recording was made it may be tomorrow already.
      if let tomorrow = ClockTime(now)?.day.adding(days: 1), clock.day > tomorrow {
        throw .outOfRange("day", found: startedAt, expected: "a day that is not to come")
      }
    }
    if let inclinePercent, !HistoryStore.inclines.contains(inclinePercent) {
      throw .outOfRange("incline", found: "\(inclinePercent)", expected: "-50 to 50 percent")
    }
  }

  /// Writes what can be corrected into the row and into the document of the results.
  fileprivate func write(to session: ChangeLog.Owner, _ log: ChangeLog) throws {
    var owner = session
    owner.recording = id
    let changed = try log.set(
      [(.startedAt, startedAt), (.surface, surface?.rawValue), (.inclinePercent, inclinePercent)], of: owner)
    if !changed.isEmpty { try follow(changed, log.db) }
  }

  /// Brings everything that rests on the changed facts in line with them.
  private func follow(_ changed: Set<CorrectedFact>, _ db: Database) throws {
    if changed.contains(.startedAt) {
      let clock = startedAt.flatMap(ClockTime.init)
      try db.execute(
        sql: "UPDATE recording SET unix_s = ?, day = ?, has_zone = ? WHERE id = ?",
        arguments: [clock?.unixSeconds, clock?.day.description, clock?.zoneMinutes != nil, id])
      try StoredSummary.set("started_at", to: startedAt, ofRecording: id, db)
    }
    if changed.contains(.surface) { try StoredSummary.set("surface", to: surface?.rawValue, ofRecording: id, db) }
    if changed.contains(.inclinePercent) {
      try StoredSummary.set("incline_percent", to: inclinePercent, ofRecording: id, db)
      try StoredSummary.leaveOut(
        WalkQuantity.restingOnIncline.map(\.id),
        because: "the incline was corrected after the analysis; analyze the recording again", ofRecording: id, db)
    }
  }
}

extension RecordingFacts {
  /// Takes what was corrected of an earlier analysis of the same walk over to a later one.
  static func carry(from earlier: Int64, to later: Int64, _ db: Database) throws {
    let names = try String.fetchAll(
      db, sql: "SELECT DISTINCT fact FROM change WHERE recording_id = ?", arguments: [earlier])
    let facts = Set(names.compactMap(CorrectedFact.init)).intersection([.startedAt, .surface, .inclinePercent])
    guard !facts.isEmpty,
      let before = try Row.fetchOne(db, sql: "SELECT * FROM recording WHERE id = ?", arguments: [earlier]),
      let row = try Row.fetchOne(db, sql: "SELECT * FROM recording WHERE id = ?", arguments: [later])
    else { return }
    let corrected = RecordingFacts(before)
    var new = RecordingFacts(row)
    if facts.contains(.startedAt) { new.startedAt = corrected.startedAt }
    if facts.contains(.surface) { new.surface = corrected.surface }
    if facts.contains(.inclinePercent) { new.inclinePercent = corrected.inclinePercent }
    try db.execute(
      sql: "UPDATE recording SET started_at = ?, surface = ?, incline_percent = ? WHERE id = ?",
      arguments: [new.startedAt, new.surface?.rawValue, new.inclinePercent, later])
    try new.follow(facts, db)
    try db.execute(sql: "UPDATE change SET recording_id = ? WHERE recording_id = ?", arguments: [later, earlier])
  }
}

extension StoredSummary {
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
