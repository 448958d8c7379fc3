import GaitExport
import GaitHistory
import GaitModel

/// All walking of a session in one direction under the same conditions.
struct SessionRow {
  var walks: [TableWalk]
  var direction: Direction
  var walk: PersonCourse.DirectionWalk

  var day: CalendarDay? { walks.compactMap(\.day).min() }
  var startedAt: String? { walks.compactMap(\.summary.startedAt).min() }
  var conditions: WalkConditions? { walks.first?.conditions }

  /// The rows of one person's recordings, by day, session, direction and conditions.
  static func rows(of walks: [TableWalk]) -> [SessionRow] {
    struct Key: Hashable {
      var session: String
      var conditions: WalkConditions
    }
    var groups: [Key: [TableWalk]] = [:]
    for walk in walks { groups[Key(session: walk.session, conditions: walk.conditions), default: []].append(walk) }
    return groups.values.flatMap(rows(ofAlike:)).sorted(by: precedes)
  }

  /// The rows of recordings of one session under the same conditions.
  private static func rows(ofAlike walks: [TableWalk]) -> [SessionRow] {
    let person = PersonCourse.Person(name: walks.first?.summary.subject ?? "")
    let course = PersonCourse(person: person, recordings: walks.map(\.recording))
    return course.sessions.flatMap(\.walks).flatMap { walk in
      walk.directions.map { SessionRow(walks: walks, direction: $0, walk: $1) }
    }
  }

  private static func precedes(_ a: SessionRow, _ b: SessionRow) -> Bool {
    let days = [a, b].map { $0.day?.number ?? Int.min }
    if days[0] != days[1] { return days[0] < days[1] }
    let order = NaturalOrder.compare(a.walks.first?.session ?? "", b.walks.first?.session ?? "")
    if order != 0 { return order < 0 }
    return a.words.lexicographicallyPrecedes(b.words) || (a.words == b.words && a.incline < b.incline)
  }

  private var words: [String] {
    [direction.rawValue, conditions?.sensors.rawValue ?? "", conditions?.surface?.rawValue ?? ""]
  }
  private var incline: Int { conditions?.inclinePercent ?? Int.min }
}

/// One measure of such a row.
struct MeasureRow {
  var session: SessionRow
  var measure: String
  var value: PersonCourse.SessionMeasure
}
