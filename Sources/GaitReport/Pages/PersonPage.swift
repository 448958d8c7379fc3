import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// One person's part of a report.
struct PersonPage {
  let report: PersonReport
  private var language: Language { report.language }

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
    let charts = OpeningFigures(report: report, hasTables: true).html(
      empty: language("No forward or backward stride could be measured; see the notes below."))
    return """
      <section><h1 id="\(report.anchor)">\(report.course.person.name)</h1>
      <p class="soft">\(report.about.joined(separator: " · "))</p>
      \(charts)
      </section>
      """
  }

  private var changes: Markup {
    report.course.sessions.count > 1 ? ChangeSection(trend: report.trend, in: language).html() : .nothing
  }

  private var landing: Markup {
    let figures = CourseFigures(report: report)
    let charts = [Side.left, .right].compactMap { figures.pitchAtContact($0) }.map { Markup.figure($0.svg()) }
    guard !charts.isEmpty else { return .nothing }
    let note = language("All sessions together. Above +5° the heel touches first, below −5° the toes.")
    return """
      <section><h2>\(language("How the foot lands"))</h2><div class="figures">\(charts.joined())</div>
      <p class="soft">\(note)</p></section>
      """
  }
}
