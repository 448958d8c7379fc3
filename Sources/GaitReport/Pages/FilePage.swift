import GaitHistory
import GaitMeasures
import GaitPages
import NumberText

/// One person on one printed page, for the patient's file.
struct FilePage {
  let report: PersonReport

  func html() -> Markup {
    let speed = [TrackedMeasure.named(StrideQuantity.speed.id)].compactMap(\.self)
    let opening = OpeningFigures(report: report, measures: speed, hasTables: false).html(
      empty: "No forward or backward stride could be measured.")
    return """
      <div class="file"><section><h1 id="\(report.anchor)">\(report.course.person.name)</h1>
      <p class="soft">\(report.about.joined(separator: " · "))</p>
      \(opening)</section>
      \(if: report.course.sessions.count > 1, ChangeSection(trend: report.trend).html())\
      \(excluded)</div>
      """
  }

  /// What numbers leave out, as counts: the whole report has the list.
  private var excluded: Markup {
    let strides = report.recordings.flatMap(\.strides)
    let counted = strides.count { $0.isCounted }
    let warnings = report.recordings.reduce(0) { $0 + $1.summary.warnings.count }
    return """
      <section><h2>Warnings and exclusions</h2><p>\(counted) of \(PlainNumbers.count(strides.count, "stride")) that were found \
      enter these numbers. Strides at the start or end of a walk, in turns, or of uncertain direction do not. \
      \(PlainNumbers.count(warnings, "warning")) of the analysis \(warnings == 1 ? "is" : "are") in the whole report.</p></section>
      """
  }
}
