import GaitHistory
import GaitMeasures
import GaitPages
import PageLanguage

/// One person on one printed page, for the patient's file.
struct FilePage {
  let report: PersonReport
  private var language: Language { report.language }

  func html() -> Markup {
    let speed = [TrackedMeasure.named(StrideQuantity.speed.id)].compactMap(\.self)
    let opening = OpeningFigures(report: report, measures: speed, hasTables: false).html(
      empty: language("No forward or backward stride could be measured."))
    return """
      <div class="file"><section><h1 id="\(report.anchor)">\(report.course.person.name)</h1>
      <p class="soft">\(report.about.joined(separator: " · "))</p>
      \(opening)</section>
      \(if: report.course.sessions.count > 1, ChangeSection(trend: report.trend, in: language).html())\
      \(excluded)</div>
      """
  }

  /// What numbers leave out, as counts: the whole report has the list.
  private var excluded: Markup {
    let strides = report.recordings.flatMap(\.strides)
    let counted = strides.count { $0.isCounted }
    let warnings = report.recordings.reduce(0) { $0 + $1.summary.warnings.count }
    let words = language(
      """
      \(counted) of \(strides.count, "stride") that were found enter these numbers. Strides at the start or end of a walk, \
      in turns, or of uncertain direction do not. \(warnings, "warning") of the analysis \(for: warnings, "is", "are") in \
      the whole report.
      """)
    return "<section><h2>\(language("Warnings and exclusions"))</h2><p>\(words)</p></section>"
  }
}
