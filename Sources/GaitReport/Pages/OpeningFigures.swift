import GaitHistory
import GaitMeasures
import GaitPages

/// The first screen of a person: what the sessions show in words, with the chart of speed beside it, then the charts of the
/// other measures.
package struct OpeningFigures {
  private let report: PersonReport
  private let measures: [TrackedMeasure]
  private let hasTables: Bool

  /// - Parameters:
  ///   - measures: Those with a chart; that of speed stands first.
  ///   - hasTables: Whether values stand below each chart as a table.
  package init(report: PersonReport, measures: [TrackedMeasure] = ChangeSection.measures, hasTables: Bool) {
    self.report = report
    self.measures = measures
    self.hasTables = hasTables
  }

  /// - Parameters:
  ///   - empty: Stands in place of charts where no stride was measured.
  ///   - between: Stands between the first screen and the other charts.
  package func html(empty: String, between: Markup = .nothing) -> Markup {
    let figures = CourseFigures(report: report)
    let charts = measures.compactMap { measure -> (id: String, markup: Markup)? in
      figures.overTime(measure.id).map { chart in
        let unit = measure.shown(in: report.language)
        let table = hasTables ? ChartTable(chart, decimals: unit.decimals).html() : .nothing
        let references = figures.references(measure.id).map { ReferenceDetails($0).html() } ?? .nothing
        return (measure.id, .figure(chart.svg(), table + references))
      }
    }
    let words = OpeningSentences(report: report).sentences.map { "<p class=\"lead\">\($0)</p>" as Markup }.joined()
    let first = charts.first { $0.id == StrideQuantity.speed.id }
    let others = charts.filter { $0.id != StrideQuantity.speed.id }.map(\.markup)
    return """
      <div class="first"><div>\(words)</div>\(first?.markup ?? .nothing)</div>\(between)\
      \(if: charts.isEmpty, "<p>\(empty)</p>")\
      \(if: !others.isEmpty, "<div class=\"figures three\">\(others.joined())</div>")\
      \(if: !charts.isEmpty, "\n<p class=\"soft\">\(figures.legend)</p>")
      """
  }
}
