import GaitStatistics

/// Coverage of the intervals of the model of two arms over weeks, and its false alarms.
struct ArmsSimulation {
  /// Standard deviations between persons in m/s and in m/s per week.
  struct Kind: Sendable {
    var name: String
    var level = 0.15
    var week: Double
  }

  static let kinds = [Kind(name: "in level", week: 0), Kind(name: "in level and week", week: 0.015)]
  static let terms = [ArmsCourse.Term.level, ArmsCourse.Term.arm, ArmsCourse.Term.week, ArmsCourse.Term.armWeek]
  private static let truth = [0.9, 0.05, 0.01, 0.0]

  let table: String
  /// Least share of intervals that hold, over all kinds, numbers of persons and terms. The product of arm and week is 0, so
  /// that what does not hold there are false alarms.
  let leastCoverage: Double

  init(groups: Int) {
    var rows: [[String]] = []
    var least = 1.0
    for kind in Self.kinds {
      for persons in [5, 10, 20] {
        let shares = Self.coverage(of: kind, persons: persons, groups: groups)
        least = min(least, shares.map(\.value).min() ?? 1)
        rows.append([kind.name, "\(persons) and \(persons)"] + shares.map { percent($0.value) })
      }
    }
    table = StatisticsSimulation.table(["persons differ", "persons"] + Self.terms, rows)
    leastCoverage = least
  }

  /// For each term how often its interval holds the truth; a trial that cannot be fitted counts as one that does not.
  static func coverage(of kind: Kind, persons: Int, groups: Int) -> [Share] {
    var random = NormalNumbers(seed: UInt64(100 + persons))
    var shares = [Share](repeating: Share(), count: terms.count)
    for _ in 0..<groups {
      let course = try? ArmsCourse(rows(kind, persons: persons, random: &random))
      for (k, term) in terms.enumerated() {
        shares[k].add(course?.model[term]?.interval.contains(truth[k]) ?? false)
      }
    }
    return shares
  }

  /// Six weeks of sessions in both arms, of which one in eight is missing.
  private static func rows(_ kind: Kind, persons: Int, random: inout NormalNumbers) -> [ArmsCourse.Row] {
    var rows: [ArmsCourse.Row] = []
    for person in 0..<2 * persons {
      let isSecond = person >= persons
      let level = truth[0] + (isSecond ? truth[1] : 0) + kind.level * random.next()
      let slope = truth[2] + (isSecond ? truth[3] : 0) + kind.week * random.next()
      for week in 0..<6 {
        let value = level + slope * Double(week) + 0.05 * random.next()
        if Int.random(in: 0..<8, using: &random.uniform) > 0 {
          rows.append(.init(person: "P\(person)", isSecond: isSecond, week: Double(week), value: value))
        }
      }
    }
    return rows
  }
}
