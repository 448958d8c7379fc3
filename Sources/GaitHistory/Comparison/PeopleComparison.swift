import GaitModel
import GaitStatistics

/// Backward against forward walking of many people, each of whom counts once.
public struct PeopleComparison: Sendable {
  public var group: String
  public var measures: [Measure]
  /// Speed and stride length over weeks.
  public var weeks: [GroupWeeks]
  /// People who do not enter, and why.
  public var leftOut: [(subject: String, reason: String)]

  /// One measure over people, by their means over comparable sessions.
  public struct Measure: Sendable {
    public var measure: TrackedMeasure
    public var comparison: GroupComparison
  }

  init(group: String, courses: [PersonCourse]) {
    self.group = group
    measures = []
    leftOut = []
    weeks = ["speed_m_s", "stride_length_m"].compactMap(TrackedMeasure.named).map {
      GroupWeeks($0, courses: courses)
    }
    var people: [[Direction: [String: Double]]] = []
    for course in courses {
      let means = Self.means(ComparableSessions(course, ordering: .name))
      let missing = [Direction.backward, .forward].filter { means[$0] == nil }
      if missing.isEmpty {
        people.append(means)
      } else {
        let words = missing.map(\.rawValue).joined(separator: " and ")
        leftOut.append((course.person.name, "no \(words) walking under the usual conditions"))
      }
    }
    for measure in TrackedMeasure.all {
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

  /// A person's means over sessions in which both directions were walked, each session counting once.
  private static func means(_ sessions: ComparableSessions) -> [Direction: [String: Double]] {
    let both = sessions.visits.filter { $0.directions[.backward] != nil && $0.directions[.forward] != nil }
    var means: [Direction: [String: Double]] = [:]
    for direction in [Direction.backward, .forward] {
      for measure in TrackedMeasure.all {
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
