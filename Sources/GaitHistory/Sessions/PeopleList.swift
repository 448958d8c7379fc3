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
    /// The person's sessions with this measure only.
    public var course: PersonCourse
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
    _ query: PeopleQuery, measure: String = MeasureDefinition.speed.id, direction: Direction = .backward
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
            SELECT id, name, diagnosis_group, plan\(query.order == .recent ? ", \(latest) AS latest" : "") FROM subject
            WHERE \(filter)
            ORDER BY \(query.order == .recent ? "latest DESC, name" : "name") LIMIT :limit OFFSET :offset)
          SELECT chosen.id, chosen.name, chosen.diagnosis_group, chosen.plan, count(DISTINCT session.id) AS sessions,
            min(recording.day) AS first_day, max(recording.day) AS last_day
          FROM chosen LEFT JOIN session ON session.subject_id = chosen.id
            LEFT JOIN recording ON recording.session_id = session.id AND recording.superseded_by IS NULL
          GROUP BY chosen.id ORDER BY \(query.order == .recent ? "chosen.latest DESC, chosen.name" : "chosen.name")
          """, arguments: arguments + ["limit": query.limit, "offset": query.offset])
      let lines = try rows.map { row in
        let person = PersonCourse.Person(
          name: row["name"], diagnosisGroup: row["diagnosis_group"],
          plan: (row["plan"] as String?).flatMap(TrainingPlan.init(json:)))
        let sessions = try Self.sessions(ofSubject: row["id"], measure: (measure, direction), db)
        return PeopleList.Line(
          person: PersonOverview(
            subject: person.name, group: person.diagnosisGroup, sessions: row["sessions"], firstDay: row["first_day"],
            lastDay: row["last_day"]), course: PersonCourse(person: person, sessions: sessions))
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
}
