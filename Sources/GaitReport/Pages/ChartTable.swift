import GaitCharts
import GaitPages

/// The values behind a chart, for those who do not see it or want the numbers.
struct ChartTable {
  private let chart: IntervalChart
  private let decimals: Int

  init(_ chart: IntervalChart, decimals: Int) {
    self.chart = chart
    self.decimals = decimals
  }

  func html() -> Markup {
    var labels: [String] = []
    for label in chart.series.flatMap(\.points).sorted(by: { $0.x < $1.x }).map(\.label) where labels.last != label {
      labels.append(label)
    }
    let rows = labels.map { label in
      Markup.row(
        "\(chart.language.date(label))",
        chart.series.map { one in .number(cell(one.points.first { $0.label == label })) })
    }
    let title = chart.language("Values")
    return """
      <details class="values"><summary>\(title)</summary>\
      \(PageTable(
        .label(title), attributes: " class=\"dates\"",
        heads: [.head(chart.unit)] + chart.series.map { .numberHead($0.name) }, rows: rows).markup)</details>
      """
  }

  private func cell(_ point: IntervalChart.Point?) -> Markup {
    guard let point else { return "–" }
    return "\(.estimate(point.value, point.interval, decimals, in: chart.language))\(if: point.isPale, " *")"
  }
}
