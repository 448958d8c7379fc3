import GaitModel
import GaitStatistics

/// Backward against forward walking of many people, each of whom counts once.
public struct PeopleComparison: Sendable {
  public var group: String
  /// Under which everybody is compared; `nil` where nobody walked.
  public var conditions: WalkConditions?
  public var measures: [Measure]
  /// Speed and stride length over weeks.
  public var weeks: [GroupWeeks]
  /// People who do not enter, and why.
  public var leftOut: [(subject: String, reason: PersonExclusion)]

  /// One measure over people, by their means over comparable sessions.
  public struct Measure: Sendable {
    public var measure: TrackedMeasure
    public var comparison: GroupComparison
  }

  /// - Parameter conditions: Those under which people are compared; without, those under which most of them walked both
  ///   ways, of equals the first.
  init(group: String, courses: [PersonCourse], conditions: WalkConditions? = nil) {
    self.group = group
    let conditions = conditions ?? Self.usual(courses)
    self.conditions = conditions
    measures = []
    leftOut = []
    weeks = TrackedMeasure.speedAndLength.map { GroupWeeks($0, courses: courses, conditions: conditions) }
    var people: [[Direction: [String: Double]]] = []
    for course in courses {
      let means = Self.means(ComparableSessions(course, conditions: conditions, ordering: .name))
      if means[.backward] != nil, means[.forward] != nil {
        people.append(means)
      } else {
        let others = course.conditions.map(\.conditions).filter { $0 != conditions }
        leftOut.append((course.person.name, .notBothWays(under: conditions, others: others)))
      }
    }
    for measure in TrackedMeasure.ofStrides {
      let pairs = people.compactMap { means -> (backward: Double, forward: Double)? in
        guard let backward = means[.backward]?[measure.id], let forward = means[.forward]?[measure.id] else {
          return nil
        }
        return (backward, forward)
      }
      if let comparison = GroupComparison(pairs) {
        measures.append(Measure(measure: measure, comparison: comparison))
      }
    }
  }

  /// The conditions under which most people walked both ways in a session, of equals the first.
  private static func usual(_ courses: [PersonCourse]) -> WalkConditions? {
    var counts: [(conditions: WalkConditions, people: Int)] = []
    for course in courses {
      for conditions in course.conditions.map(\.conditions) {
        let both = course.sessions.contains { session in
          let directions = session[conditions]?.directions ?? [:]
          return [Direction.backward, .forward].allSatisfy { !(directions[$0]?.measures ?? [:]).isEmpty }
        }
        if let k = counts.firstIndex(where: { $0.conditions == conditions }) {
          counts[k].people += both ? 1 : 0
        } else {
          counts.append((conditions, both ? 1 : 0))
        }
      }
    }
    let most = counts.map(\.people).max()
    return counts.first { $0.people == most }?.conditions
  }

  /// A person's means over sessions in which both directions were walked, each session counting once.
  private static func means(_ sessions: ComparableSessions) -> [Direction: [String: Double]] {
    let both = sessions.visits.filter { $0.directions[.backward] != nil && $0.directions[.forward] != nil }
    var means: [Direction: [String: Double]] = [:]
    for direction in [Direction.backward, .forward] {
      for measure in TrackedMeasure.ofStrides {
        let values = both.compactMap { visit -> Double? in
          guard visit.directions[.backward]?.measures[measure.id] != nil,
            visit.directions[.forward]?.measures[measure.id] != nil
          else { return nil }
          return visit.directions[direction]?.measures[measure.id]?.mean
        }
        if !values.isEmpty {
          means[direction, default: [:]][measure.id] = values.reduce(0, +) / Double(values.count)
        }
      }
    }
    return means
  }
}

extension HistoryStore {
  /// Compares backward with forward walking over the people of a diagnosis group.
  ///
  /// - Parameter group: The group's name; everybody if `nil`.
  /// - Throws: `HistoryError` if there is no such group or the store cannot be read.
  public func comparison(ofGroup group: String?) throws(HistoryError) -> PeopleComparison {
    let names: [String]
    if let group { names = try subjects(inGroup: group) } else { names = try subjects() }
    var courses: [PersonCourse] = []
    for name in names { courses.append(try course(of: name)) }
    return PeopleComparison(group: group ?? "everybody", courses: courses)
  }
}
