import GRDB
import GaitMeasures
import GaitModel

/// Which people a list shows, and how many of them.
public struct PeopleQuery: Sendable, Equatable {
  public enum Order: String, Sendable, CaseIterable {
    case name
    /// Those with the latest session first.
    case recent
  }

  /// Only those whose name or group holds this text, in any case of its letters.
  public var text: String?
  /// Only those of this diagnosis group.
  public var group: String?
  public var order: Order
  public var limit: Int
  public var offset: Int

  public init(text: String? = nil, group: String? = nil, order: Order = .name, limit: Int, offset: Int = 0) {
    self.text = text
    self.group = group
    self.order = order
    self.limit = limit
    self.offset = offset
  }
}

/// A part of the list of people.
public struct PeopleList: Sendable {
  /// A person with the course of one measure.
  public struct Line: Sendable {
    public var person: PersonOverview
    /// The measure in the sessions under the person's usual conditions, in the order of time.
    public var course: [PersonCourse.SessionMeasure]
    /// Sessions under other conditions or without the measure, which `course` leaves out.
    public var otherSessions: Int { person.sessions - course.count }
  }

  public var lines: [Line]
  /// How many people the query finds without its limit.
  public var total: Int
}

extension HistoryStore {
  /// The people that `query` asks for, each with the course of `measure` in one direction of walking.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func people(
    _ query: PeopleQuery, measure: MeasureDefinition = .speed, direction: Direction = .backward
  ) throws(HistoryError) -> PeopleList {
    let pattern = query.text.map { text in
      "%" + text.map { "\\%_".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "%"
    }
    return try read { db in
      let filter = """
        (:pattern IS NULL OR name LIKE :pattern ESCAPE '\\' OR diagnosis_group LIKE :pattern ESCAPE '\\')
          AND (:group IS NULL OR diagnosis_group = :group)
        """
      let arguments: StatementArguments = ["pattern": pattern, "group": query.group]
      let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM subject WHERE \(filter)", arguments: arguments) ?? 0
      let latest = """
        (SELECT max(recording.unix_s) FROM session JOIN recording ON recording.session_id = session.id
          WHERE session.subject_id = subject.id AND recording.superseded_by IS NULL)
        """
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH chosen AS (
            SELECT id, name, diagnosis_group\(query.order == .recent ? ", \(latest) AS latest" : "") FROM subject
            WHERE \(filter)
            ORDER BY \(query.order == .recent ? "latest DESC, name" : "name") LIMIT :limit OFFSET :offset)
          SELECT chosen.id, chosen.name, chosen.diagnosis_group, count(DISTINCT session.id) AS sessions,
            min(recording.day) AS first_day, max(recording.day) AS last_day
          FROM chosen LEFT JOIN session ON session.subject_id = chosen.id
            LEFT JOIN recording ON recording.session_id = session.id AND recording.superseded_by IS NULL
          GROUP BY chosen.id ORDER BY \(query.order == .recent ? "chosen.latest DESC, chosen.name" : "chosen.name")
          """, arguments: arguments + ["limit": query.limit, "offset": query.offset])
      let lines = try rows.map { row in
        PeopleList.Line(
          person: PersonOverview(
            subject: row["name"], group: row["diagnosis_group"], sessions: row["sessions"],
            firstDay: row["first_day"], lastDay: row["last_day"]),
          course: try Self.course(ofSubject: row["id"], measure: measure.id, direction: direction, db))
      }
      return PeopleList(lines: lines, total: total)
    }
  }

  /// The names of all diagnosis groups, sorted.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func groups() throws(HistoryError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT diagnosis_group FROM subject WHERE diagnosis_group IS NOT NULL ORDER BY diagnosis_group
          """)
    }
  }

  /// One measure of a person's sessions under the conditions that most of them share.
  private static func course(
    ofSubject subject: Int64, measure: String, direction: Direction, _ db: Database
  ) throws -> [PersonCourse.SessionMeasure] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT session.id, session.aid, recording.sensors, recording.surface, recording.incline_percent,
          measure.n, measure.mean, measure.standard_error,
          min(recording.unix_s) OVER (PARTITION BY session.id) AS first_s
        FROM session JOIN recording ON recording.session_id = session.id AND recording.superseded_by IS NULL
          JOIN measure ON measure.recording_id = recording.id AND measure.direction = ? AND measure.measure = ?
        WHERE session.subject_id = ? ORDER BY first_s IS NULL, first_s, session.name, recording.unix_s
        """)
    var walks: [(session: Int64, conditions: WalkConditions, measure: PersonCourse.SessionMeasure)] = []
    for row in try Row.fetchAll(statement, arguments: [direction.rawValue, measure, subject]) {
      let conditions = WalkConditions(
        sensors: (row["sensors"] as String?).flatMap(WalkConditions.Sensors.init) ?? .other,
        surface: (row["surface"] as String?).flatMap(Surface.init),
        inclinePercent: (row["incline_percent"] as Double?).flatMap { Int(exactly: $0.rounded()) }, aid: row["aid"])
      let value = PersonCourse.SessionMeasure(n: row["n"], mean: row["mean"], standardError: row["standard_error"])
      if let k = walks.lastIndex(where: { $0.session == row["id"] && $0.conditions == conditions }) {
        walks[k].measure = walks[k].measure.merged(with: value)
      } else {
        walks.append((row["id"], conditions, value))
      }
    }
    var counts: [WalkConditions: Int] = [:]
    for walk in walks { counts[walk.conditions, default: 0] += 1 }
    let most = counts.values.max()
    let usual = walks.first { counts[$0.conditions] == most }?.conditions
    return walks.filter { $0.conditions == usual }.map(\.measure)
  }
}
