import Testing

@testable import GaitCharts

@Suite("Charts")
struct ChartTests {
  @Test(
    "ticks are round and hold the data",
    arguments: [[0.56, 1.08], [0, 100], [-33.2, 27.9], [1234, 9876], [0.0012, 0.0031]])
  func ticks(data: [Double]) throws {
    let scale = LinearScale(data: data, from: 0, to: 100)
    let first = try #require(scale.ticks.first)
    let last = try #require(scale.ticks.last)
    #expect(first <= data[0] && data[1] <= last + 1e-12)
    #expect((3...8).contains(scale.ticks.count))
    for tick in scale.ticks {
      let shown = SVGMarkup.fixed(tick, decimals: scale.decimals)
      #expect(abs((Double(shown) ?? .nan) - tick) < 1e-9)
    }
    #expect(abs(scale.position(first)) < 1e-9)
    #expect(abs(scale.position(last) - 100) < 1e-9)
  }

  @Test("dates along an axis name each year once")
  func years() {
    #expect(
      AxisDates.shortened(["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"])
        == ["12-21\n2026", "12-28", "01-04\n2027", "01-11"])
    #expect(AxisDates.shortened(["first", "second"]) == ["first", "second"])
    let bars = (0..<3).map { BarChart.Bar(label: "2026-0\($0 + 1)-05", value: 1) }
    let svg = BarChart(title: "t", unit: "min", summary: "", bars: bars, mark: .square).svg()
    #expect(svg.contains(">01-05<") && svg.contains(">02-05<") && svg.matches(of: />2026</).count == 1)
  }

  @Test("sparklines beside each other have one scale, so that a small change looks small")
  func oneScale() {
    let ends = { (scale: ClosedRange<Double>?) -> [Double] in
      let svg = Sparkline(values: [0.60, 0.61], summary: "", mark: .square, scale: scale).svg()
      return svg.matches(of: /[\d.]+,([\d.]+)/).compactMap { Double(String($0.1)) }
    }
    let (own, common) = (ends(nil), ends(0.4...0.8))
    #expect(abs(own[0] - own[1]) == 20)
    #expect(abs(common[0] - common[1]) < 1)
  }

  @Test("one value, or none, still makes a scale")
  func degenerate() {
    #expect(LinearScale(data: [1.2, 1.2], from: 0, to: 1).ticks.count >= 2)
    #expect(LinearScale(data: [], from: 0, to: 1).ticks.count >= 2)
    #expect(!LinearScale(data: [.nan, 3], from: 0, to: 1).ticks.contains { !$0.isFinite })
  }

  @Test("text from outside is only ever text")
  func escaping() {
    let chart = IntervalChart(
      title: "<script>alert(1)</script>", unit: "\"&'", summary: "a < b",
      series: [.init(name: "<b>", mark: .circle, points: [.init(x: 0, value: 1, interval: 0.5...1.5)])],
      labels: [(0, "</svg>")])
    let svg = chart.svg()
    #expect(!svg.contains("<script"))
    #expect(!svg.contains("<b>"))
    #expect(svg.split(separator: "</svg>", omittingEmptySubsequences: false).count == 2)
  }

  @Test("a chart says in words what it shows")
  func accessible() {
    let chart = IntervalChart(title: "Speed", unit: "m/s", summary: "Speed rises.", series: [], labels: [])
    #expect(chart.svg().contains("role=\"img\""))
    #expect(chart.svg().contains("<title>Speed</title><desc>Speed rises.</desc>"))
  }

  @Test("numbers have a point, no needless zeros and no minus zero")
  func numbers() {
    #expect(SVGMarkup.number(1.50) == "1.5")
    #expect(SVGMarkup.number(-0.01) == "0")
    #expect(SVGMarkup.number(12) == "12")
    #expect(SVGMarkup.fixed(-0.004, decimals: 2) == "0.00")
    #expect(SVGMarkup.fixed(-1.005, decimals: 1) == "-1.0")
    #expect(SVGMarkup.fixed(.nan, decimals: 1) == "–")
  }

  @Test("the two series differ in shape, not only in color")
  func shapes() {
    #expect(SeriesMark.circle.shape(x: 0, y: 0).contains("circle"))
    #expect(SeriesMark.square.shape(x: 0, y: 0).contains("rect"))
  }

  @Test("an agreement chart counts pairs in cells and draws bias and limits")
  func agreement() {
    let points = (0..<40).map { k in (mean: 1.0 + 0.001 * Double(k), difference: k.isMultiple(of: 2) ? 0.03 : 0.01) }
    let chart = AgreementChart(
      title: "Feet & back", unit: "m", summary: "a < b", points: points, cell: (0.1, 0.02), width: 420, height: 260)
    let svg = chart.svg()
    // Two cells for forty points.
    #expect(svg.components(of: "<circle").count == 2)
    #expect(svg.contains(">0.02</text>") || svg.contains(">0.020</text>"))
    #expect(svg.components(of: "class=\"limit\"").count == 2)
    #expect(svg.contains("Feet &amp; back"))
    #expect(AgreementChart(title: "", unit: "m", summary: "", points: [], cell: (1, 1)).svg().hasSuffix("</svg>\n"))
  }
}

extension String {
  fileprivate func components(of text: String) -> [Range<String.Index>] { ranges(of: text) }
}
