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
    public var reason: Reason

    /// Why it does not count.
    public enum Reason: Sendable, Hashable {
      case noWalking
      /// All that was walked was under other conditions, which are these.
      case otherConditions([WalkConditions])
      /// It counts, but for what was walked under these conditions: strides of a sure direction.
      case partly(WalkConditions, strides: [Direction: Int])
      case noDate
    }
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
        let other = session.walks.map(\.conditions)
        leftOut.append(LeftOut(session: session.name, reason: other.isEmpty ? .noWalking : .otherConditions(other)))
        continue
      }
      for other in session.walks where other.conditions != wanted && !other.directions.isEmpty {
        let strides = other.directions.mapValues(\.walked)
        leftOut.append(LeftOut(session: session.name, reason: .partly(other.conditions, strides: strides)))
      }
      let time: Double
      switch ordering {
      case .date:
        guard let day = session.day, let first else {
          leftOut.append(LeftOut(session: session.name, reason: .noDate))
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
