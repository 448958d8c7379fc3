import GRDB
import GaitModel

extension HistoryStore {
  /// The names of all people, sorted.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func subjects() throws(HistoryError) -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT name FROM current_subject ORDER BY name") }
  }

  /// The names of all people of a diagnosis group, sorted.
  ///
  /// - Throws: `HistoryError` if nobody is in the group or the store cannot be read.
  public func subjects(inGroup group: String) throws(HistoryError) -> [String] {
    try read { db in
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM current_subject WHERE diagnosis_group = ? ORDER BY name", arguments: [group])
      guard !names.isEmpty else {
        let known = try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT diagnosis_group FROM current_subject WHERE diagnosis_group IS NOT NULL ORDER BY diagnosis_group
            """)
        throw HistoryError.unknown(group, of: "group", known: known)
      }
      return names
    }
  }

  /// The sessions of a person, without superseded analyses.
  ///
  /// - Throws: `HistoryError` if there is no such person or the store cannot be read.
  public func course(of subject: String) throws(HistoryError) -> PersonCourse {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: "SELECT * FROM current_subject WHERE name = ?", arguments: [subject])
      else {
        throw HistoryError.unknown(
          subject, of: "person", known: try String.fetchAll(db, sql: "SELECT name FROM current_subject ORDER BY name"))
      }
      let person = PersonCourse.Person(
        name: subject, diagnosisGroup: row["diagnosis_group"],
        affectedSide: (row["affected_side"] as String?).flatMap(AffectedSide.init),
        sex: (row["sex"] as String?).flatMap(Sex.init), birthYear: row["birth_year"], comment: row["comment"],
        plan: (row["plan"] as String?).flatMap(TrainingPlan.init(json:)),
        goals: try PlanRows.goals(ofSubject: row["id"], db),
        prescriptions: try PlanRows.prescriptions(ofSubject: row["id"], db))
      return PersonCourse(person: person, sessions: try Self.sessions(ofSubject: row["id"], db))
    }
  }

  /// The sessions of a person, without superseded analyses.
  ///
  /// - Parameter measure: Only this measure is read; `nil` for all.
  static func sessions(
    ofSubject subject: Int64, measure: String? = nil, _ db: Database
  ) throws -> [PersonCourse.Session] {
    var directions: [Int64: [Direction: PersonCourse.DirectionWalk]] = [:]
    // A list asks this of fifty people: to compile the statements takes several times as long as to run them.
    let walks = try db.cachedStatement(
      sql: """
        SELECT walk.*
        FROM current_session AS session JOIN current_recording AS recording ON recording.session_id = session.id
          JOIN walk ON walk.recording_id = recording.id
        WHERE session.subject_id = ?
        """)
    for row in try Row.fetchAll(walks, arguments: [subject]) {
      guard let direction = Direction(rawValue: row["direction"]) else { continue }
      directions[row["recording_id"], default: [:]][direction] = PersonCourse.DirectionWalk(
        strides: row["strides"], walked: (row["strides_walked"] as Int?) ?? row["strides"], duration: row["duration_s"],
        distance: row["distance_m"], measures: [:])
    }
    let measures = try db.cachedStatement(
      sql: """
        SELECT measure.*
        FROM current_session AS session JOIN current_recording AS recording ON recording.session_id = session.id
          JOIN measure ON measure.recording_id = recording.id
        WHERE session.subject_id = :subject
          AND (:measure IS NULL OR measure.measure = :measure)
        """)
    for row in try Row.fetchAll(measures, arguments: ["subject": subject, "measure": measure]) {
      guard let direction = Direction(rawValue: row["direction"]) else { continue }
      directions[row["recording_id"], default: [:]][direction]?.measures[row["measure"]] =
        PersonCourse.SessionMeasure(row)
    }
    return try gathered(recordings(ofSubject: subject, db), directions: directions)
  }

  /// The person's recordings in the order of their sessions; days first, sessions without a day last.
  private static func recordings(ofSubject subject: Int64, _ db: Database) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT session.id AS session_id, session.name AS session, session.aid, session.pain, session.comment,
          recording.id, recording.day, recording.unix_s, recording.sensors, recording.surface,
          recording.incline_percent, recording.version,
          min(recording.unix_s) OVER (PARTITION BY session.id) AS first_s
        FROM current_session AS session JOIN current_recording AS recording ON recording.session_id = session.id
        WHERE session.subject_id = ?
        ORDER BY first_s IS NULL, first_s, session.name COLLATE natural_order, recording.unix_s,
          recording.name COLLATE natural_order
        """)
    return try Row.fetchAll(statement, arguments: [subject])
  }

  private static func gathered(
    _ rows: [Row], directions: [Int64: [Direction: PersonCourse.DirectionWalk]]
  ) -> [PersonCourse.Session] {
    var sessions: [PersonCourse.Session] = []
    var last: Int64?
    for row in rows {
      if last != row["session_id"] {
        last = row["session_id"]
        sessions.append(
          PersonCourse.Session(
            name: row["session"], day: (row["day"] as String?).flatMap { CalendarDay($0) }, pain: row["pain"],
            comment: row["comment"], walks: [], versions: [], recordings: 0))
      }
      let k = sessions.count - 1
      sessions[k].versions.insert(row["version"])
      sessions[k].recordings += 1
      let conditions = WalkConditions(
        sensors: (row["sensors"] as String?).flatMap(WalkConditions.Sensors.init) ?? .other,
        surface: (row["surface"] as String?).flatMap(Surface.init),
        inclinePercent: (row["incline_percent"] as Double?).flatMap { Int(exactly: $0.rounded()) }, aid: row["aid"])
      sessions[k].add(directions[row["id"]] ?? [:], under: conditions)
    }
    return sessions
  }
}

extension PersonCourse.SessionMeasure {
  /// A row of `measure`. A store of an earlier version that was not written to since has no intervals.
  fileprivate init(_ row: Row) {
    let mean: Double = row["mean"]
    let error: Double? = row["standard_error"]
    var interval = error.map { Self.interval(mean, standardError: $0) }
    if let low = row["ci95_low"] as Double?, let high = row["ci95_high"] as Double?, low <= high {
      interval = low...high
    }
    self.init(n: row["n"], mean: mean, standardError: error, interval: interval)
  }
}

extension PersonCourse.Session {
  /// Adds the walking of one more recording.
  mutating func add(_ directions: [Direction: PersonCourse.DirectionWalk], under conditions: WalkConditions) {
    guard let k = walks.firstIndex(where: { $0.conditions == conditions }) else {
      walks.append(PersonCourse.Walk(conditions: conditions, directions: directions))
      return
    }
    walks[k].directions.merge(directions) { known, new in
      var both = known
      both.strides += new.strides
      both.walked += new.walked
      both.duration += new.duration
      both.distance = known.distance == nil ? new.distance : known.distance.map { $0 + (new.distance ?? 0) }
      both.measures.merge(new.measures) { $0.merged(with: $1) }
      return both
    }
  }
}
