import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel

/// One person's part of a report.
struct PersonPage {
  let report: PersonReport

  func html() -> String {
    [
      opening, ComparisonSection(report: report).html(), landing, MotionSection(report: report).html(),
      SymmetrySection(report: report).html(), dose,
      NoticedSection(report: report).html(), SessionsSection(report: report).html(),
    ].joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String { SVGMarkup.escaped(text) }

  /// Measures of the first screen.
  private static let first = ["speed_m_s", "stride_length_m", ToeFirstShare.id]

  private var opening: String {
    let figures = CourseFigures(report: report)
    let charts = Self.first.compactMap { id in
      figures.overTime(id).map { chart in
        "<figure>\(chart.svg())\(ChartTable(chart, decimals: TrackedMeasure.named(id)?.decimals ?? 2).html())</figure>"
      }
    }
    let first = report.course.sessions.first.map(report.label) ?? ""
    let last = report.course.sessions.last.map(report.label) ?? ""
    var html = "<h1 id=\"\(anchor)\">\(escaped(report.course.person.name))</h1>\n"
    html +=
      "<p class=\"soft\">\(escaped(([first == last ? first : "\(first) to \(last)"] + known).joined(separator: " · ")))</p>\n"
    for sentence in OpeningSentences(report: report).sentences {
      html += "<p class=\"lead\">\(escaped(sentence))</p>\n"
    }
    if !report.isDated {
      html +=
        "<p class=\"soft\">Not every session has a date; they stand in the order of their names, and change over "
        + "time is judged only from those with a date.</p>\n"
    }
    if charts.isEmpty {
      html += "<p>No forward or backward stride could be measured; what was noticed stands below.</p>\n"
    } else {
      html += "<div class=\"figures three\">\(charts.joined(separator: "\n"))</div>\n<p class=\"soft\">\(legend)</p>\n"
    }
    return "<section>\(html)</section>"
  }

  /// What is known of the person, in a few words.
  private var known: [String] {
    let person = report.course.person
    var words = [PlainNumbers.count(report.course.sessions.count, "session")]
    if let group = person.diagnosisGroup { words.append(group) }
    if let side = person.affectedSide { words.append("affected side: \(side.rawValue)") }
    if let conditions = report.course.usualConditions { words.append(conditions.label) }
    return words
  }

  private var legend: String {
    var legend = "Vertical lines are 95 % intervals of each session’s mean."
    if report.trend.measures.contains(where: { $0.trend.detectableBand != nil }) {
      legend +=
        " The band is the mean of the first three sessions that count, ± the smallest change of a single session "
        + "that measurement error does not explain"
      if let borrowed = report.trend.measures.compactMap(\.errorSource).first(where: { $0.hasPrefix("borrowed") }) {
        legend += " (\(escaped(borrowed)))"
      }
      legend += "."
    }
    if report.trend.measures.contains(where: { !$0.trend.runIn.isEmpty && $0.trend.n > 0 }) {
      legend +=
        " Pale: the first two sessions, a run-in in which people learn the task, and sessions under other "
        + "conditions; they are not counted."
    }
    return legend
  }

  /// A name that a link can point to, whatever the person is called.
  var anchor: String {
    "person-" + report.course.person.name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  private var landing: String {
    let figures = CourseFigures(report: report)
    let charts = [Side.left, .right].compactMap { figures.pitchAtContact($0) }.map { "<figure>\($0.svg())</figure>" }
    guard !charts.isEmpty else { return "" }
    return """
      <section><h2>How the foot lands</h2><div class="figures">\(charts.joined(separator: "\n"))</div>
      <p class="soft">All sessions together. Above +5° the heel touches first, below −5° the toes.</p></section>
      """
  }

  private var dose: String {
    guard let chart = CourseFigures(report: report).dose() else { return "" }
    let plan = report.course.person.plan
    var rows = ""
    for week in report.dose.weeks {
      let n = { (value: Double?, decimals: Int) in value.map { SVGMarkup.fixed($0, decimals: decimals) } ?? "–" }
      rows +=
        "<tr><th scope=\"row\">\(escaped(week.label))</th><td class=\"number\">\(week.sessions)</td>"
        + "<td class=\"number\">\(n(week.backward.minutes, 1))</td><td class=\"number\">\(week.backward.strides)</td>"
        + "<td class=\"number\">\(n(week.backward.metres, 0))</td><td class=\"number\">\(n(week.forward.minutes, 1))</td>"
      if plan != nil {
        let planned = week.planned.map { $0.low == $0.high ? n($0.low, 0) : "\(n($0.low, 0))–\(n($0.high, 0))" }
        rows += "<td class=\"number\">\(planned ?? "–")</td><td class=\"number\">\(n(week.missingMinutes, 1))</td>"
      }
      rows += "</tr>\n"
    }
    let planHeads =
      plan == nil
      ? "" : "<th class=\"number\" scope=\"col\">planned, min</th><th class=\"number\" scope=\"col\">missing, min</th>"
    return """
      <section><h2>How much was walked</h2><div class="figures"><figure>\(chart.svg())</figure></div>
      <div class="scroll" tabindex="0" role="region" aria-label="Walking per week"><table class="dates"><tr><th scope="col">week from</th><th class="number" scope="col">sessions</th>\
      <th class="number" scope="col">backward, min</th><th class="number" scope="col">strides</th>\
      <th class="number" scope="col">m</th><th class="number" scope="col">forward, min</th>\(planHeads)</tr>
      \(rows)</table></div><p class="soft">Only recorded walking counts.\
      \(plan.map { " Dashed: planned (\(escaped($0.name)))." } ?? "")</p></section>
      """
  }
}
