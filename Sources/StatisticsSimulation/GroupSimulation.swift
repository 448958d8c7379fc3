import GaitStatistics

/// Coverage of the intervals of the mixed model's fixed effects, and of a group's comparison.
struct GroupSimulation {
  let table: String

  init(groups: Int) {
    let truth = [
      GroupCourse.Term.level: 1.1, GroupCourse.Term.backward: -0.4, GroupCourse.Term.week: 0.01,
      GroupCourse.Term.backwardWeek: 0.02,
    ]
    let terms = [
      GroupCourse.Term.level, GroupCourse.Term.backward, GroupCourse.Term.week, GroupCourse.Term.backwardWeek,
    ]
    var rows: [[String]] = []
    for persons in [6, 12, 24] {
      var random = NormalNumbers(seed: UInt64(persons))
      var shares = [Share](repeating: Share(), count: terms.count)
      for _ in 0..<groups {
        guard let course = try? GroupCourse(Self.rows(persons: persons, random: &random)) else { continue }
        for (k, term) in terms.enumerated() {
          if let coefficient = course.model[term], let value = truth[term] {
            shares[k].add(coefficient.interval.contains(value))
          }
        }
      }
      rows.append(["\(persons)"] + shares.map { percent($0.value) })
    }
    table = StatisticsSimulation.table(["persons"] + terms, rows)
  }

  /// Six weeks of sessions, of which one in eight is missing; the first person walked backward only.
  private static func rows(persons: Int, random: inout NormalNumbers) -> [GroupCourse.Row] {
    var rows: [GroupCourse.Row] = []
    for person in 0..<persons {
      let level = 0.12 * random.next()
      let slope = 0.01 * random.next()
      for week in 0..<6 {
        for isBackward in [true, false] {
          let time = Double(week)
          let mean = isBackward ? 0.7 + 0.03 * time : 1.1 + 0.01 * time
          let value = mean + level + slope * time + 0.05 * random.next()
          let isMissing = Int.random(in: 0..<8, using: &random.uniform) == 0 || (person == 0 && !isBackward)
          if !isMissing {
            rows.append(.init(person: "P\(person)", isBackward: isBackward, week: time, value: value))
          }
        }
      }
    }
    return rows
  }
}
