import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import NumberText

/// One person's part of a report.
struct PersonPage {
  let report: PersonReport

  func html() -> Markup {
    [
      opening, changes, ComparisonSection(report: report).html(), landing, MotionSection(report: report).html(),
      SymmetrySection(report: report).html(), WholeWalkSection(report: report).html(),
      LookAtSection(report: report).html(), PlanSection(report: report).html(), DoseSection(report: report).html(),
      NoticedSection(report: report).html(), SessionsSection(report: report).html(),
      SegmentsSection(report: report).html(),
    ].joined()
  }

  private var opening: Markup {
    let figures = CourseFigures(report: report)
    let charts = ChangeSection.measures.compactMap { measure in
      figures.overTime(measure.id).map { chart in
        Markup.figure(
          chart.svg(),
          ChartTable(chart, decimals: measure.decimals).html()
            + (figures.references(measure.id).map { ReferenceDetails($0).html() } ?? .nothing))
      }
    }
    let first = report.course.sessions.first.map(report.place) ?? ""
    let last = report.course.sessions.last.map(report.place) ?? ""
    let about = [first == last ? first : "\(first) to \(last)"] + known
    let undated = """
      Not every session has a date; they stand in the order of their names, and change over time is judged only from \
      those with a date.
      """
    return """
      <section><h1 id="\(anchor)">\(report.course.person.name)</h1>
      <p class="soft">\(about.joined(separator: " · "))</p>
      \(OpeningSentences(report: report).sentences.map { "<p class=\"lead\">\($0)</p>" as Markup }.joined())
      \(if: !report.isDated, "<p class=\"soft\">\(undated)</p>")\
      \(if: charts.isEmpty, "<p>No forward or backward stride could be measured; see the notes below.</p>")\
      \(if: !charts.isEmpty, "<div class=\"figures four\">\(charts.joined())</div>\n<p class=\"soft\">\(figures.legend)</p>")
      </section>
      """
  }

  private var changes: Markup {
    report.course.sessions.count > 1 ? ChangeSection(trend: report.trend).html() : .nothing
  }

  /// What is known of the person, in a few words.
  private var known: [String] {
    let person = report.course.person
    var words = [PlainNumbers.count(report.course.sessions.count, "session")]
    if let group = person.diagnosisGroup { words.append(group) }
    if let side = person.affectedSide { words.append("affected side: \(side.rawValue)") }
    words += report.course.conditions.map { conditions, sessions in
      sessions == report.course.sessions.count ? conditions.label : "\(sessions) of them \(conditions.label)"
    }
    return words
  }

  /// A name that a link can point to, whatever the person is called.
  var anchor: String {
    "person-" + report.course.person.name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  private var landing: Markup {
    let figures = CourseFigures(report: report)
    let charts = [Side.left, .right].compactMap { figures.pitchAtContact($0) }.map { Markup.figure($0.svg()) }
    guard !charts.isEmpty else { return .nothing }
    return """
      <section><h2>How the foot lands</h2><div class="figures">\(charts.joined())</div>
      <p class="soft">All sessions together. Above +5° the heel touches first, below −5° the toes.</p></section>
      """
  }
}
