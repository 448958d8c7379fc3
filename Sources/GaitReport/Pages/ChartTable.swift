import GaitCharts

/// The values behind a chart, for those who do not see it or want the numbers.
struct ChartTable {
  private let chart: IntervalChart
  private let decimals: Int

  init(_ chart: IntervalChart, decimals: Int) {
    self.chart = chart
    self.decimals = decimals
  }

  func html() -> String {
    var labels: [String] = []
    for label in chart.series.flatMap(\.points).sorted(by: { $0.x < $1.x }).map(\.label) where labels.last != label {
      labels.append(label)
    }
    let heads = chart.series.map { "<th class=\"number\" scope=\"col\">\(SVGMarkup.escaped($0.name))</th>" }
    let rows = labels.map { label in
      let cells = chart.series.map { one -> String in
        guard let point = one.points.first(where: { $0.label == label }) else { return "<td class=\"number\">–</td>" }
        return "<td class=\"number\">\(cell(point))</td>"
      }
      return "<tr><th scope=\"row\">\(SVGMarkup.escaped(label))</th>\(cells.joined())</tr>"
    }
    return """
      <details class="values"><summary>Values</summary><table class="dates"><tr><th scope="col">\(SVGMarkup.escaped(chart.unit))</th>\
      \(heads.joined())</tr>\(rows.joined(separator: "\n"))</table></details>
      """
  }

  private func cell(_ point: IntervalChart.Point) -> String {
    let n = { (value: Double) in SVGMarkup.fixed(value, decimals: decimals) }
    let interval = point.interval.map {
      " <span class=\"interval\">(\(n($0.lowerBound)) to \(n($0.upperBound)))</span>"
    }
    return n(point.value) + (interval ?? "") + (point.isPale ? " *" : "")
  }
}
