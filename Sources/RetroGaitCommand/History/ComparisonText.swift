import GaitStatistics
import NumberText
import RetroGait

/// Backward beside forward walking, for a terminal and as JSON.
struct ComparisonText: Encodable {
  var of: String
  var conditions: String?
  var reason: String?
  var measures: [Line]
  var leftOut: [String]
  var weeks: [Weeks] = []
  var note = "Research software, not a medical device."

  enum CodingKeys: String, CodingKey {
    case of, conditions, reason, measures, weeks, note
    case leftOut = "left_out"
  }

  struct Line: Encodable {
    var measure: String
    var unit: String
    var backward: Double
    var forward: Double
    var difference: Double
    var differenceCI95: [Double]?
    var ratio: Double?
    var ratioCI95: [Double]?
    var hedgesG: Double?
    var hedgesGCI95: [Double]?
    /// What it rests on, in words: strides and bouts, or people.
    var restsOn: String
    /// Strides, or people.
    var n: [Int]

    enum CodingKeys: String, CodingKey {
      case measure, unit, backward, forward, difference, ratio, n
      case differenceCI95 = "difference_ci95"
      case ratioCI95 = "ratio_ci95"
      case hedgesG = "hedges_g"
      case hedgesGCI95 = "hedges_g_ci95"
      case restsOn = "rests_on"
    }
  }

  /// A linear mixed model over all sessions of a group.
  struct Weeks: Encodable {
    var measure: String
    var unit: String
    var people: Int
    var sessions: Int
    var terms: [ModelTerm]
    var hasOwnSlopes: Bool
    var hasOwnDifference: Bool
    var personalEffects: String?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case measure, unit, people, terms, reason
      case sessions = "rows"
      case hasOwnSlopes = "random_slope"
      case hasOwnDifference = "random_direction"
      case personalEffects = "personal_effects"
    }

    init(_ weeks: GroupWeeks) {
      measure = weeks.measure.id
      unit = weeks.measure.unit
      reason = weeks.reason?.description
      hasOwnSlopes = weeks.course?.hasRandomSlope ?? false
      hasOwnDifference = weeks.course?.hasRandomDirection ?? false
      personalEffects = weeks.course?.personalEffects.rawValue
      people = weeks.course?.model.persons.count ?? 0
      sessions = weeks.course?.model.observations ?? 0
      terms = (weeks.course?.model.coefficients ?? []).map(ModelTerm.init)
    }
  }

  init(_ comparison: SessionComparison) {
    of = "\(comparison.subject), session \(comparison.session)"
    conditions = comparison.conditions?.label
    reason = comparison.reason?.words
    leftOut = []
    measures = comparison.measures.map { line in
      let found = line.comparison
      let blocks = found.drawsWholeBouts ? "whole bouts drawn" : "blocks of strides drawn"
      return Line(
        line.measure, (found.backward.mean, found.forward.mean), found.difference, found.ratio, found.effectSize,
        restsOn: "\(found.backward.strides) and \(found.forward.strides) strides in \(found.backward.bouts) and "
          + "\(found.forward.bouts) bouts, \(blocks)",
        n: [found.backward.strides, found.forward.strides])
    }
  }

  init(_ comparison: PeopleComparison) {
    of = "group \(comparison.group)"
    conditions = comparison.conditions?.label
    leftOut = comparison.leftOut.map { "\($0.subject): \($0.reason.words)" }
    measures = comparison.measures.map { line in
      let found = line.comparison
      return Line(
        line.measure, (found.backwardMean, found.forwardMean), found.difference, found.ratio, found.effectSize,
        restsOn: "\(found.persons) \(found.persons == 1 ? "person" : "people")", n: [found.persons])
    }
    weeks = comparison.weeks.map(Weeks.init)
    if measures.isEmpty { reason = "nobody walked in both directions under the same conditions" }
  }

  var text: String {
    var lines = ["\(PrintableText(of))"]
    if let conditions { lines.append("Conditions: \(conditions)") }
    if let reason { lines.append("Not compared: \(reason).") }
    if !measures.isEmpty {
      var table = TextTable(
        [
          ("measure", .left), ("back.", .right), ("forw.", .right), ("difference [95 %]", .right),
          ("ratio [95 %]", .right),
        ], firstWidth: Self.measureWidth)
      for line in measures {
        let measure = TrackedMeasure.named(line.measure)
        let decimals = measure?.decimals ?? 2
        table.add([
          "\(measure?.title ?? line.measure), \(line.unit)", PlainNumbers.fixed(line.backward, decimals),
          PlainNumbers.fixed(line.forward, decimals),
          Self.estimate(line.difference, line.differenceCI95) { PlainNumbers.signed($0, decimals) },
          line.ratio.map { Self.estimate($0, line.ratioCI95) { PlainNumbers.fixed($0, 2) } } ?? "–",
        ])
      }
      lines += ["", table.text, ""]
      // Most measures rest on the same strides.
      lines.append("Difference: backward less forward; ratio: backward over forward.")
      for rest in Self.unique(measures.map(\.restsOn)) {
        let names = measures.filter { $0.restsOn == rest }.compactMap { TrackedMeasure.named($0.measure)?.title }
        lines.append("Rests on \(rest)" + (names.count == measures.count ? "." : ":"))
        if names.count < measures.count { lines.append("  \(names.joined(separator: ", "))") }
      }
    }
    lines += weeks.flatMap(Self.lines)
    if weeks.contains(where: { !$0.terms.isEmpty }) { lines += [""] + Self.termWords }
    lines += leftOut.map { "Excluded: \(PrintableText($0))" }
    return (lines + ["Research software, not a medical device."]).joined(separator: "\n")
  }

  /// What the model says, one line a term.
  private static func lines(of weeks: Weeks) -> [String] {
    let measure = TrackedMeasure.named(weeks.measure)
    let title = "\(measure?.title ?? weeks.measure) over weeks"
    if let reason = weeks.reason { return ["", "\(title): no model (\(reason))"] }
    let own = ["level"] + (weeks.hasOwnDifference ? ["difference"] : []) + (weeks.hasOwnSlopes ? ["slope"] : [])
    let slopes = "own \(own.joined(separator: own.count > 2 ? ", " : " and "))"
    let table = ModelTerm.table(weeks.terms, unit: weeks.unit, decimals: (measure?.decimals ?? 2) + 1)
    return [
      "", "\(title), mixed model: \(weeks.people) people with \(slopes), \(weeks.sessions) values", table,
    ]
  }

  /// What the terms of the model are.
  private static let termWords = [
    "level: forward walking in the first week; backward: by how much backward walking",
    "differs from it; week: change of forward walking per week; backward × week: by",
    "how much backward walking changes more. p: the chance of a value at least so far",
    "from 0 if there were no difference or change.",
  ]

  private static func unique(_ texts: [String]) -> [String] {
    texts.enumerated().filter { texts.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  /// Leaves room for the numbers in 80 columns.
  private static let measureWidth = 22

  private static func estimate(_ value: Double, _ interval: [Double]?, _ number: (Double) -> String) -> String {
    guard let interval, interval.count == 2 else { return number(value) }
    return "\(number(value)) [\(number(interval[0])), \(number(interval[1]))]"
  }
}

extension ComparisonText.Line {
  init(
    _ measure: TrackedMeasure, _ means: (backward: Double, forward: Double), _ difference: Estimate,
    _ ratio: Estimate?, _ effect: Estimate?, restsOn: String, n: [Int]
  ) {
    let ratio = measure.hasRatio ? ratio : nil
    self.init(
      measure: measure.id, unit: measure.unit, backward: means.backward, forward: means.forward,
      difference: difference.value, differenceCI95: difference.interval?.bounds, ratio: ratio?.value,
      ratioCI95: ratio?.interval?.bounds, hedgesG: effect?.value, hedgesGCI95: effect?.interval?.bounds,
      restsOn: restsOn, n: n)
  }
}
