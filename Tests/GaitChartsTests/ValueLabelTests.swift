import Testing

@testable import GaitCharts

@Suite("Values at the places of a chart")
struct ValueLabelTests {
  private func chart(_ count: Int, label: (Int) -> String = { "session \($0)" }) -> IntervalChart {
    let last = Double(max(count - 1, 1))
    let points = (0..<count).map { (k: Int) -> IntervalChart.Point in
      let value = 1 + Double(k) / 100
      return IntervalChart.Point(
        x: Double(k) / last, value: value, interval: 0.9...value + 0.1, label: label(k), isPale: k == 0)
    }
    var chart = IntervalChart(
      title: "Speed", unit: "m/s", summary: "",
      series: [
        .init(name: "forward", mark: .circle, points: points),
        .init(name: "backward", mark: .square, points: Array(points.suffix(1))),
      ], labels: [])
    chart.decimals = 2
    return chart
  }

  @Test("a place takes the focus and is called by session, unit, direction, value and interval")
  func words() {
    let svg = chart(2).svg()
    #expect(svg.contains("role=\"group\"") && svg.matches(of: /tabindex="0"/).count == 2)
    #expect(svg.contains("aria-label=\"session 0, m/s: forward 1.00 (0.90 to 1.10), not counted\""))
    // Both directions of a session are one stop.
    #expect(
      svg.contains("aria-label=\"session 1, m/s: forward 1.01 (0.90 to 1.11); backward 1.01 (0.90 to 1.11)\""))
  }

  @Test("labels are drawn after everything else, so that nothing covers them")
  func order() throws {
    let svg = chart(3).svg()
    let labels = try #require(svg.firstRange(of: "<g class=\"points\">")).lowerBound
    #expect(!svg[labels...].contains("<polyline") && !svg[labels...].contains("<circle"))
    #expect(svg[..<labels].contains("<polyline") && svg[..<labels].contains("<circle"))
    #expect(svg.ranges(of: "<g").count == svg.ranges(of: "</g>").count)
  }

  @Test("a label stays within the chart, whatever the session is called")
  func inside() throws {
    let name = String(repeating: "w", count: 200)
    for count in [1, 2, 9] {
      let one = chart(count) { "\(name) \($0)" }
      let boxes = one.svg().matches(
        of: /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="3"\/>/)
      #expect(boxes.count == count)
      for box in boxes {
        let (x, y) = (try #require(Double(box.1)), try #require(Double(box.2)))
        let (width, height) = (try #require(Double(box.3)), try #require(Double(box.4)))
        #expect(x >= 0 && x + width <= one.width && y >= 0 && y + height <= one.height, "\(box.0)")
      }
    }
  }

  @Test("many places are only pointed at, and far too many have no labels")
  func limits() {
    let most = chart(ValueLabel.mostStops).svg()
    #expect(most.matches(of: /tabindex/).count == ValueLabel.mostStops)
    let more = chart(ValueLabel.mostStops + 1).svg()
    #expect(!more.contains("tabindex") && more.contains("role=\"img\""))
    // A script that makes one stop of them has their names.
    let first = chart(ValueLabel.mostStops + 1).svg().firstMatch(of: /data-words="([^"]+)"/)
    #expect(first?.1 == "session 0, m/s: forward 1.00 (0.90 to 1.10), not counted")
    #expect(more.matches(of: /class="value"/).count == ValueLabel.mostStops + 1)
    #expect(!chart(ValueLabel.mostPlaces + 1).svg().contains("class=\"value\""))
  }

  @Test("a name is only text in label and accessible name")
  func escaping() {
    let svg = chart(2) { _ in "\"><script>alert(1)</script>" }.svg()
    #expect(!svg.contains("<script") && svg.contains("aria-label=\"&quot;&gt;&lt;script&gt;"))
  }

  @Test("a bar has its value and what was planned")
  func bars() {
    let bars = [
      BarChart.Bar(label: "2026-12-28", value: 12.5, planned: 10...18), BarChart.Bar(label: "2027-01-04", value: 40),
    ]
    let svg = BarChart(title: "t", unit: "min", summary: "", bars: bars, mark: .square).svg()
    #expect(svg.contains("aria-label=\"2026-12-28, min: 12.5; planned 10–18\""))
    #expect(svg.contains("aria-label=\"2027-01-04, min: 40.0\""))
    #expect(!BarChart(title: "t", unit: "min", summary: "", bars: [], mark: .square).svg().contains("tabindex"))
  }

  @Test("a remark is told with the values of its place, and its words do not run into those before")
  func remarks() {
    var one = chart(11)
    one.remarks = [(0.3, "aid: a long cane"), (0.4, "aid: a long cane"), (1, "50 Hz")]
    let svg = one.svg()
    #expect(svg.matches(of: /class="remark"/).count == 3)
    #expect(svg.matches(of: /class="muted small"/).count == 2)
    #expect(svg.contains("aria-label=\"session 4, m/s: forward 1.04 (0.90 to 1.14); aid: a long cane\""))
  }
}
