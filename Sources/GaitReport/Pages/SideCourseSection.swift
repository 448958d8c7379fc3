import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import NumberText

/// How the steps of both sides went over the sessions: charts, a table, and what is empty.
struct SideCourseSection {
  private let report: PersonReport
  private let course: SideCourse?

  init(report: PersonReport) {
    self.report = report
    course = SideCourse(report)
  }

  private static let directions = [Direction.forward, .backward]
  /// Fewest sessions that make a course.
  private static let fewestSessions = 2

  func html() -> Markup {
    guard let course else {
      return report.course.usualConditions.map { "<p class=\"soft\">\(Self.reason(for: $0))</p>" } ?? .nothing
    }
    guard course.visits.count >= Self.fewestSessions, let steps = SideCourse.steps.map({ Part($0, course) }),
      let stance = SideCourse.stance.map({ Part($0, course) })
    else { return .nothing }
    let hasStance = !stance.charts.isEmpty || !stance.missing.isEmpty
    return """
      <h3>Both sides over the sessions</h3>
      <p class="soft">\(definition(course))</p>
      \(steps.html(note(steps, course)))\
      \(if: hasStance, "<details><summary>Stance and swing of both sides</summary>\(stance.html(Self.stanceNote))</details>")
      """
  }

  /// Why walking that was not measured at the feet has no sides.
  private static func reason(for conditions: WalkConditions) -> String {
    let worn = conditions.sensors == .lowerBack ? " Here the sensor is on the lower back." : ""
    return "A course of left and right steps needs sensors on both feet.\(worn)"
  }

  private func definition(_ course: SideCourse) -> String {
    let side = course.affected.map { " The affected side is the \($0.rawValue) one." } ?? ""
    return "A left step begins with the contact of the right foot and ends with the contact of the left foot. "
      + "A right step is the reverse. Step length is empty: feet that are tracked one by one have no common origin."
      + "\(side) Shown: \(course.conditions.label)."
  }

  /// What lines, pale marks and numbers mean.
  private func note(_ part: Part, _ course: SideCourse) -> String {
    var words = "Vertical lines show the 95 % CI of each session’s mean."
    if part.hasPale { words += " Pale: the first two sessions, a run-in; they are not counted." }
    if course.withoutIntervals > 0 {
      words += " So many sessions: the first \(course.withoutIntervals) have no interval of each side."
    }
    let larger = course.affected == nil ? "left" : "affected"
    words += " The difference is in percent of the mean of both sides. Above 0 the \(larger) side has the larger value."
    if part.isCounted {
      words +=
        " First, latest and change are of sessions that count. From five sessions on, the change is along the Theil–Sen "
        + "line. Only the difference is judged."
    }
    return words
  }

  private static let stanceNote =
    "Stance is the time from a foot’s contact to its final contact, in percent of its stride. Swing is the rest."

  /// Charts and table of one kind.
  private struct Part {
    let kind: SideCourse.Kind
    let course: SideCourse
    let series: [[SideCourse.Series]]
    let charts: [(chart: IntervalChart, decimals: Int)]
    let missing: [SideCourse.Missing]

    init(_ kind: SideCourse.Kind, _ course: SideCourse) {
      self.kind = kind
      self.course = course
      let means = directions.map { course.means(kind, $0) }
      series = zip(directions, means).map { course.series(kind, $0, $1) }
      charts = SideFigures(course: course, kind: kind, series: series).charts
      missing = course.missing(kind, Dictionary(uniqueKeysWithValues: zip(directions, means)))
    }

    var hasPale: Bool { charts.contains { $0.chart.series.contains { $0.points.contains(where: \.isPale) } } }
    var isCounted: Bool { series.joined().contains { !$0.counted.isEmpty } }

    func html(_ note: String) -> Markup {
      let shown = charts.map { Markup.figure($0.chart.svg(), ChartTable($0.chart, decimals: $0.decimals).html()) }
      let lacks = missing.map(Self.sentence)
      return """
        \(if: !shown.isEmpty, "<div class=\"figures three\">\(shown.joined())</div>\n")\
        \(if: isCounted, table)\
        \(if: !shown.isEmpty, "<p class=\"soft\">\(note)</p>\n")\
        \(if: !lacks.isEmpty, "<p class=\"soft\">\(lacks.joined(separator: " "))</p>\n")
        """
    }

    /// `Step time of both feet is empty in 2 forward and 1 backward sessions: only one foot carries a sensor.`
    private static func sentence(_ missing: SideCourse.Missing) -> String {
      let counts = directions.compactMap { direction in
        missing.sessions[direction].flatMap { $0 > 0 ? "\($0) \(direction.rawValue)" : nil }
      }
      let plural = missing.sessions.values.reduce(0, +) == 1 ? "" : "s"
      return "\(missing.words.capitalizedFirst) is empty in \(counts.joined(separator: " and ")) session\(plural): "
        + "\(missing.reason)."
    }

    private var table: Markup {
      PageTable(
        .label("\(kind.quantity.title) of both sides over the sessions"), attributes: " class=\"changes\"",
        head: """
          <tr>\(.head(kind.quantity.title))\(.numberHead("first"))\(.numberHead("latest"))\
          \(.numberHead("change (95 %)"))\(.head("what it means"))\(.numberHead("sessions"))</tr>
          """,
        body: zip(directions, series).map(group).joined()
      ).markup
    }

    private func group(_ direction: Direction, _ series: [SideCourse.Series]) -> Markup {
      guard !series.isEmpty else { return .nothing }
      return """
        <tbody><tr><th scope="rowgroup" colspan="6" class="group">\(direction.rawValue)</th></tr>
        \(series.map(row).joined())</tbody>
        """
    }

    private func row(_ one: SideCourse.Series) -> Markup {
      let isDifference = one.name == course.differenceWords
      let decimals = isDifference ? kind.difference.decimals : kind.decimals
      // Stance beside the difference of swings.
      let title = kind.differenceTitle == kind.quantity.title ? one.name : "\(kind.differenceTitle), \(one.name)"
      let head =
        isDifference ? "\(title.lowercased()), \(kind.difference.unit)" : "\(one.name), \(kind.quantity.unit.text)"
      return .row(
        "\(head)",
        [
          .number(.estimate(one.first?.mean, one.first?.interval, decimals)),
          .number(.estimate(one.latest?.mean, one.latest?.interval, decimals)),
          "<td class=\"number change\">\(.change(one.change, one.interval, decimals))</td>",
          "<td class=\"note\">\(one.meaning ?? "")</td>", .number(one.counted.count),
        ])
    }
  }
}
