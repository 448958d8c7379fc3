import GRDB
import GaitMeasures
import GaitModel

/// Which people a list shows, and how many of them.
public struct PeopleQuery: Sendable, Equatable {
  public enum Order: String, Sendable, CaseIterable {
    case name
    /// Those with the latest session first.
    case recent
    /// Those whose backward walking became slowest first, by the change of its speed.
    case change
    /// Those first who should be looked at, of these the ones with the latest session.
    case look
  }

  /// Only those whose name or group holds this text, in any case of its letters and with or without accents.
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
  /// A person with the course of walking speed.
  public struct Line: Sendable {
    public var person: PersonOverview
    /// The person's sessions with walking speed only.
    public var course: PersonCourse
    public var status: CourseStatus
  }

  public var lines: [Line]
  /// How many people the query finds without its limit.
  public var total: Int
}

/// Which people a query means, in SQL.
private struct PeopleFilter {
  static let sql = """
    (:text IS NULL OR instr(folded(subject.name), :text) > 0 OR instr(folded(subject.diagnosis_group), :text) > 0)
      AND (:group IS NULL OR subject.diagnosis_group = :group)
    """
  /// Those of them that were not removed.
  static let people = "FROM current_subject AS subject WHERE \(sql)"
  let arguments: StatementArguments

  init(_ query: PeopleQuery) {
    arguments = ["text": query.text.map(FoldedText.folded), "group": query.group]
  }
}

extension HistoryStore {
  /// The people that `query` asks for, each with the course of walking speed.
  ///
  /// An order by statuses takes those that the store keeps; `refreshStatuses` brings them up to date before.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func people(_ query: PeopleQuery) throws(HistoryError) -> PeopleList {
    let filter = PeopleFilter(query)
    return try read { db in
      let total =
        try Int.fetchOne(
          db, sql: "SELECT count(*) \(PeopleFilter.people)", arguments: filter.arguments) ?? 0
      let chosen =
        switch query.order {
        case .name: try Self.byName(query, filter, db)
        case .recent: try Self.byLatest(query, filter, db)
        case .change: try Self.byStatus("change_m_s IS NULL, change_m_s", query, filter, db)
        case .look: try Self.byStatus("look DESC, last_s DESC", query, filter, db)
        }
      let lines = try chosen.compactMap { id -> PeopleList.Line? in
        guard let person = try Self.overview(ofSubject: id, db), let course = try Self.speedCourse(ofSubject: id, db)
        else { return nil }
        let status = try StoredStatus.read(ofSubject: id, db) ?? CourseStatus(course)
        return PeopleList.Line(person: person, course: course, status: status)
      }
      return PeopleList(lines: lines, total: total)
    }
  }

  private static func byName(_ query: PeopleQuery, _ filter: PeopleFilter, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id \(PeopleFilter.people) ORDER BY name LIMIT :limit OFFSET :offset",
      arguments: filter.arguments + ["limit": query.limit, "offset": query.offset])
  }

  /// Reads recordings from the latest on until enough people are found, so that the first page is quick however long the
  /// store is; those without a date come last, by name.
  private static func byLatest(_ query: PeopleQuery, _ filter: PeopleFilter, _ db: Database) throws -> [Int64] {
    var found: [Int64] = []
    var known = Set<Int64>()
    let wanted = query.offset + query.limit
    // CROSS JOIN keeps the order of the tables: by the index on the time.
    let dated = try Int64.fetchCursor(
      db,
      sql: """
        SELECT subject.id FROM current_recording AS recording
          CROSS JOIN current_session AS session ON session.id = recording.session_id
          CROSS JOIN current_subject AS subject ON subject.id = session.subject_id
        WHERE recording.unix_s IS NOT NULL AND \(PeopleFilter.sql)
        ORDER BY recording.unix_s DESC, subject.name
        """, arguments: filter.arguments)
    while found.count < wanted, let id = try dated.next() {
      if known.insert(id).inserted { found.append(id) }
    }
    if found.count < wanted {
      found += try Int64.fetchAll(
        db, sql: "SELECT id \(PeopleFilter.people) ORDER BY name", arguments: filter.arguments
      ).filter { !known.contains($0) }
    }
    return Array(found.dropFirst(query.offset).prefix(query.limit))
  }

  /// By what is kept of each person; those of whom nothing is kept come last. A store of an earlier version keeps nothing.
  private static func byStatus(
    _ order: String, _ query: PeopleQuery, _ filter: PeopleFilter, _ db: Database
  ) throws -> [Int64] {
    guard try db.tableExists("course_status") else { return try byName(query, filter, db) }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT subject.id FROM current_subject AS subject LEFT JOIN course_status ON subject_id = subject.id
        WHERE \(PeopleFilter.sql) ORDER BY \(order), subject.name LIMIT :limit OFFSET :offset
        """, arguments: filter.arguments + ["limit": query.limit, "offset": query.offset])
  }

  private static func overview(ofSubject id: Int64, _ db: Database) throws -> PersonOverview? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT subject.name, subject.diagnosis_group, \(PersonOverview.counts(of: "subject"))
        FROM current_subject AS subject WHERE subject.id = ?
        """)
    return try Row.fetchOne(statement, arguments: [id]).map { row in
      PersonOverview(
        subject: row["name"], group: row["diagnosis_group"], sessions: row["sessions"], firstDay: row["first_day"],
        lastDay: row["last_day"])
    }
  }

  /// The names of those with the latest sessions, the latest first.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func latestSubjects(limit: Int) throws(HistoryError) -> [String] {
    try read { db in
      let query = PeopleQuery(order: .recent, limit: limit)
      return try Self.byLatest(query, PeopleFilter(query), db).compactMap { id in
        try String.fetchOne(
          db.cachedStatement(sql: "SELECT name FROM current_subject WHERE id = ?"), arguments: [id])
      }
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
          SELECT DISTINCT diagnosis_group FROM current_subject WHERE diagnosis_group IS NOT NULL ORDER BY diagnosis_group
          """)
    }
  }
}
