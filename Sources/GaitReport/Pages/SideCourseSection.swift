import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// How the steps of both sides went over the sessions: charts, a table, and what is empty.
struct SideCourseSection {
  private let report: PersonReport
  private let course: SideCourse?
  private var language: Language { report.language }

  init(report: PersonReport) {
    self.report = report
    course = SideCourse(report)
  }

  private static let directions = [Direction.forward, .backward]
  /// Fewest sessions that make a course.
  private static let fewestSessions = 2

  func html() -> Markup {
    guard let course else {
      return report.course.usualConditions.map { "<p class=\"soft\">\(reason(for: $0))</p>" } ?? .nothing
    }
    guard course.visits.count >= Self.fewestSessions, let steps = SideCourse.steps.map({ Part($0, course) }),
      let stance = SideCourse.stance.map({ Part($0, course) })
    else { return .nothing }
    let hasStance = !stance.charts.isEmpty || !stance.missing.isEmpty
    return """
      <h3>\(language("Both sides over the sessions"))</h3>
      <p class="soft">\(definition(course))</p>
      \(steps.html(note(steps, course)))\
      \(if: hasStance, "<details><summary>\(language("Stance and swing of both sides"))</summary>\(stance.html(stanceNote))</details>")
      """
  }

  /// Why walking that was not measured at the feet has no sides.
  private func reason(for conditions: WalkConditions) -> String {
    let needed = language("A course of left and right steps needs sensors on both feet.")
    return conditions.sensors == .lowerBack ? needed + " " + language("Here the sensor is on the lower back.") : needed
  }

  private func definition(_ course: SideCourse) -> String {
    let steps = language(
      """
      A left step begins with the contact of the right foot and ends with the contact of the left foot. A right step is the \
      reverse. Step length is empty: feet that are tracked one by one have no common origin.
      """)
    let side = course.affected.map {
      $0 == .left ? language("The affected side is the left one.") : language("The affected side is the right one.")
    }
    let shown = language("Shown: \(course.conditions.label(in: language)).")
    return [steps, side, shown].compactMap(\.self).joined(separator: " ")
  }

  /// What lines, pale marks and numbers mean.
  private func note(_ part: Part, _ course: SideCourse) -> String {
    var words = [language("Vertical lines show the 95 % CI of each session’s mean.")]
    if part.hasPale { words.append(language("Pale: the first two sessions, a run-in; they are not counted.")) }
    if course.withoutIntervals > 0 {
      words.append(language("So many sessions: the first \(course.withoutIntervals) have no interval of each side."))
    }
    words.append(language("The difference is in percent of the mean of both sides."))
    words.append(
      course.affected == nil
        ? language("Above 0 the left side has the larger value.")
        : language("Above 0 the affected side has the larger value."))
    if part.isCounted {
      words.append(
        language(
          """
          First, latest and change are of sessions that count. From five sessions on, the change is along the Theil–Sen \
          line. Only the difference is judged.
          """))
    }
    return words.joined(separator: " ")
  }

  private var stanceNote: String {
    language(
      "Stance is the time from a foot’s contact to its final contact, in percent of its stride. Swing is the rest.")
  }

  /// Charts and table of one kind.
  private struct Part {
    let kind: SideCourse.Kind
    let course: SideCourse
    private var language: Language { course.report.language }
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
      let lacks = missing.map(sentence)
      return """
        \(if: !shown.isEmpty, "<div class=\"figures three\">\(shown.joined())</div>\n")\
        \(if: isCounted, table)\
        \(if: !shown.isEmpty, "<p class=\"soft\">\(note)</p>\n")\
        \(if: !lacks.isEmpty, "<p class=\"soft\">\(lacks.joined(separator: " "))</p>\n")
        """
    }

    /// `Step time of both feet is empty in 2 forward and 1 backward sessions: only one foot carries a sensor.`
    private func sentence(_ missing: SideCourse.Missing) -> String {
      let words = missing.words.capitalizedFirst
      let (forward, backward) = (missing.sessions[.forward] ?? 0, missing.sessions[.backward] ?? 0)
      if backward == 0 {
        return language("\(words) is empty in \(forward, "forward session"): \(missing.reason).")
      }
      if forward == 0 {
        return language("\(words) is empty in \(backward, "backward session"): \(missing.reason).")
      }
      return language(
        "\(words) is empty in \(forward) forward and \(backward) backward sessions: \(missing.reason).")
    }

    private var table: Markup {
      let title = language.text(kind.quantity.title)
      return PageTable(
        .label(language("\(title) of both sides over the sessions")), attributes: " class=\"changes\"",
        head: """
          <tr>\(.head(title))\(.numberHead(language("first")))\(.numberHead(language("latest")))\
          \(.numberHead(language("change (95 %)")))\(.head(language("what it means")))\
          \(.numberHead(language("sessions")))</tr>
          """,
        body: zip(directions, series).map(group).joined()
      ).markup
    }

    private func group(_ direction: Direction, _ series: [SideCourse.Series]) -> Markup {
      guard !series.isEmpty else { return .nothing }
      return """
        <tbody><tr><th scope="rowgroup" colspan="6" class="group">\(language.text(direction.rawValue))</th></tr>
        \(series.map(row).joined())</tbody>
        """
    }

    private func row(_ one: SideCourse.Series) -> Markup {
      let decimals = one.isDifference ? kind.difference.decimals : kind.decimals
      let head = one.isDifference ? differenceHead(one.name) : "\(one.name), \(language.text(kind.quantity.unit.text))"
      return .row(
        "\(head)",
        [
          .number(.estimate(one.first?.mean, one.first?.interval, decimals, in: language)),
          .number(.estimate(one.latest?.mean, one.latest?.interval, decimals, in: language)),
          "<td class=\"number change\">\(.change(one.change, one.interval, decimals, in: language))</td>",
          "<td class=\"note\">\(one.meaning ?? "")</td>", .number(one.counted.count),
        ])
    }

    private func differenceHead(_ name: String) -> String {
      let unit = language.text(kind.difference.unit)
      // Stance beside the difference of swings.
      guard kind.differenceTitle != kind.quantity.title else { return "\(name), \(unit)" }
      return "\(language.inSentence(kind.differenceTitle)), \(name), \(unit)"
    }
  }
}
