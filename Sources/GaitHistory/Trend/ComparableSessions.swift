import GaitModel

/// The sessions of a person that may be compared with each other, and why the others may not.
public struct ComparableSessions: Sendable {
  /// How sessions without a date are treated.
  public enum Ordering: String, Sendable, CaseIterable {
    /// They are left out.
    case date
    /// All sessions are taken in the order of their names, whatever their dates.
    case name
  }

  /// A session that counts.
  public struct Visit: Sendable {
    public var session: String
    public var day: CalendarDay?
    /// Days since the first session that counts; the session's number where the order is that of names.
    public var time: Double
    public var directions: [Direction: PersonCourse.DirectionWalk]
  }

  /// A session that does not count.
  public struct LeftOut: Sendable, Equatable {
    public var session: String
    public var reason: String
  }

  public var conditions: WalkConditions?
  public var visits: [Visit]
  public var leftOut: [LeftOut]
  /// Versions of the program that analyzed the sessions, if there is more than one.
  public var versions: [String]

  /// - Parameter conditions: Those under which sessions count; the person's usual ones where none are given.
  public init(_ course: PersonCourse, conditions: WalkConditions? = nil, ordering: Ordering = .date) {
    self.conditions = conditions ?? course.usualConditions
    visits = []
    leftOut = []
    var versions: Set<String> = []
    let ordered = course.ordered(by: ordering)
    let first = ordered.compactMap(\.day).first
    for session in ordered {
      guard let wanted = self.conditions, let walk = session[wanted] else {
        let other = session.walks.map(\.conditions.label).joined(separator: "; ")
        leftOut.append(
          LeftOut(session: session.name, reason: other.isEmpty ? "no walking" : "other conditions: \(other)"))
        continue
      }
      for other in session.walks where other.conditions != wanted && !other.directions.isEmpty {
        leftOut.append(LeftOut(session: session.name, reason: "other conditions, in part: \(other.words)"))
      }
      let time: Double
      switch ordering {
      case .date:
        guard let day = session.day, let first else {
          leftOut.append(LeftOut(session: session.name, reason: "no date"))
          continue
        }
        time = Double(day.number - first.number)
      case .name: time = Double(visits.count)
      }
      visits.append(Visit(session: session.name, day: session.day, time: time, directions: walk.directions))
      versions.formUnion(session.versions)
    }
    self.versions = versions.count > 1 ? versions.sorted() : []
  }
}

extension PersonCourse {
  /// The sessions in the order in which they are compared.
  func ordered(by ordering: ComparableSessions.Ordering) -> [Session] {
    ordering == .name ? sessions.sorted { NaturalOrder.areInOrder($0.name, $1.name) } : sessions
  }
}

extension PersonCourse.Walk {
  /// The conditions and what was walked under them: `feet, treadmill (25 backward strides)`.
  fileprivate var words: String {
    let amounts = [Direction.backward, .forward].compactMap { direction in
      directions[direction].map { "\($0.walked) \(direction.rawValue) stride\($0.walked == 1 ? "" : "s")" }
    }
    return "\(conditions.label) (\(amounts.joined(separator: ", ")))"
  }
}
