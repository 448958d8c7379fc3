import Testing

@testable import GaitCharts

@Suite("Reference values in a chart")
struct ReferenceBandTests {
  private func chart(
    _ references: [ReferenceBand], values: [Double] = [0.9, 1.0], direction: String = "forward"
  ) -> String {
    let points = values.enumerated().map { k, value in
      IntervalChart.Point(x: Double(k) / Double(max(values.count - 1, 1)), value: value, interval: nil)
    }
    var chart = IntervalChart(
      title: "Speed", unit: "m/s", summary: "", series: [.init(name: direction, mark: .circle, points: points)],
      labels: [])
    chart.references = references
    return chart.svg()
  }

  private func band(
    _ values: ClosedRange<Double>?, extent: ClosedRange<Double> = 0...1, label: String = "reference, men"
  ) -> ReferenceBand {
    ReferenceBand(extent: extent, values: values, mean: 1.26, label: label, title: "95 % of <men>")
  }

  @Test("a band stands behind the course, with its words and its sentence")
  func drawn() throws {
    let svg = chart([band(0.8...1.7)])
    let rectangle = try #require(svg.firstRange(of: "class=\"reference\"")).lowerBound
    let line = try #require(svg.firstRange(of: "<polyline")).lowerBound
    #expect(rectangle < line)
    #expect(svg.contains(">reference, men</text>"))
    #expect(svg.contains("<title>95 % of &lt;men&gt;</title>"))
  }

  @Test("a course far below the band keeps its scale: the limit on its side and the middle are in the chart")
  func scale() throws {
    #expect(band(0.8...1.7).shown(beside: 0.5...0.6) == [1.26, 0.8])
    #expect(band(0.8...1.7).shown(beside: 1.5...1.9) == [1.26, 1.7])
    #expect(band(0.8...1.7).shown(beside: 1.0...1.3) == [1.26, 0.8, 1.7])
    #expect(band(nil).shown(beside: 1.0...1.3) == [1.26])
    // What is beyond the edge is cut off there.
    let svg = chart([band(0.8...9)], values: [0.5, 0.6])
    let rectangle = try #require(svg.firstMatch(of: /class="reference" x="([\d.]+)" width="[\d.]+" y="([\d.]+)"/))
    #expect(rectangle.2 == "34")
  }

  @Test("a mean without a spread is a broken line, no band")
  func meanAlone() {
    let svg = chart([band(nil)])
    #expect(svg.contains("class=\"reference-mean\""))
    #expect(!svg.contains("class=\"reference\""))
  }

  @Test("words that have no room are left out, the sentence is not")
  func narrow() {
    let svg = chart([band(0.8...1.7, extent: 0...0.05), band(0.7...1.6, extent: 0.05...1, label: "older")])
    #expect(!svg.contains("reference, men</text>"))
    #expect(svg.contains(">older</text>"))
    #expect(svg.matches(of: /<title>95 %/).count == 2)
  }

  @Test("without references nothing changes")
  func none() {
    #expect(!chart([]).contains("reference"))
  }
}
