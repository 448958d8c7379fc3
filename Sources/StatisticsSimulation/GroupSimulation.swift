import GaitStatistics

/// Coverage of the intervals of the mixed model's fixed effects, and its false alarms, for groups whose persons differ in
/// several ways.
struct GroupSimulation {
  /// Standard deviations between persons, sessions and single values, in m/s and m/s per week.
  struct Kind: Sendable {
    var name: String
    var level = 0.12
    var direction: Double
    var week: Double
    var session: Double
    var interaction = 0.0
    var residual = 0.05
  }

  static let kinds = [
    Kind(name: "alike", direction: 0, week: 0, session: 0),
    Kind(name: "in week", direction: 0, week: 0.01, session: 0),
    Kind(name: "in direction", direction: 0.10, week: 0, session: 0),
    Kind(name: "in both", direction: 0.10, week: 0.01, session: 0.03),
    Kind(name: "in all", direction: 0.10, week: 0.01, session: 0.03, interaction: 0.008),
  ]

  static let terms = [
    GroupCourse.Term.level, GroupCourse.Term.backward, GroupCourse.Term.week, GroupCourse.Term.backwardWeek,
  ]
  private static let truth = [
    GroupCourse.Term.level: 1.1, GroupCourse.Term.backward: -0.4, GroupCourse.Term.week: 0.01,
    GroupCourse.Term.backwardWeek: 0.02,
  ]

  let table: String
  /// Least share of intervals that hold, over all kinds, numbers of persons and terms.
  let leastCoverage: Double

  init(groups: Int) {
    var rows: [[String]] = []
    var least = 1.0
    for kind in Self.kinds {
      for persons in [6, 12, 24] {
        let shares = Self.coverage(of: kind, persons: persons, groups: groups)
        least = min(least, shares.map(\.value).min() ?? 1)
        rows.append([kind.name, "\(persons)"] + shares.map { percent($0.value) })
      }
    }
    table = StatisticsSimulation.table(["persons differ", "persons"] + Self.terms, rows)
    leastCoverage = least
  }

  /// For each term how often its interval holds the truth; a group that cannot be fitted counts as one that does not.
  static func coverage(of kind: Kind, persons: Int, groups: Int) -> [Share] {
    var random = NormalNumbers(seed: UInt64(persons))
    var shares = [Share](repeating: Share(), count: terms.count)
    for _ in 0..<groups {
      let course = try? GroupCourse(rows(kind, persons: persons, random: &random))
      for (k, term) in terms.enumerated() {
        guard let coefficient = course?.model[term], let value = truth[term] else {
          shares[k].add(false)
          continue
        }
        shares[k].add(coefficient.interval.contains(value))
      }
    }
    return shares
  }

  /// Six weeks of sessions, of which one in eight is missing; the first person walked backward only.
  private static func rows(_ kind: Kind, persons: Int, random: inout NormalNumbers) -> [GroupCourse.Row] {
    var rows: [GroupCourse.Row] = []
    for person in 0..<persons {
      let level = kind.level * random.next()
      let direction = kind.direction * random.next()
      let slope = kind.week * random.next()
      let interaction = kind.interaction * random.next()
      for week in 0..<6 {
        let session = kind.session * random.next()
        for isBackward in [true, false] {
          let time = Double(week)
          let mean = isBackward ? 0.7 + 0.03 * time + direction + interaction * time : 1.1 + 0.01 * time
          let value = mean + level + slope * time + session + kind.residual * random.next()
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
