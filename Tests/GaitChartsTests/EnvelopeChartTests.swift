import Testing

@testable import GaitCharts

@Suite("Overviews of long signals")
struct EnvelopeChartTests {
  @Test("no peak is lost, however many samples share a column")
  func peaks() {
    var values = [Double](repeating: 0, count: 100_000)
    values[33_333] = 50
    values[77_777] = -20
    let time = values.indices.map { Double($0) / 100 }
    let envelope = EnvelopeChart.Envelope(values, time: time, range: 0...1000, columns: 100)
    #expect(envelope.maximum.max() == 50 && envelope.maximum.firstIndex(of: 50) == 33)
    #expect(envelope.minimum.min() == -20 && envelope.minimum.firstIndex(of: -20) == 77)
  }

  @Test("where there are no samples nothing is drawn")
  func gap() {
    let time = (0..<1000).map { Double($0) / 100 } + (0..<1000).map { 20 + Double($0) / 100 }
    let values = [Double](repeating: 1, count: 2000)
    let envelope = EnvelopeChart.Envelope(values, time: time, range: 0...30, columns: 300)
    #expect(envelope.minimum[150].isNaN && envelope.maximum[150].isNaN)
    #expect(envelope.minimum[50] == 1 && envelope.minimum[299] == 1)
    let chart = EnvelopeChart(
      title: "a < b", range: 0...30,
      panels: [.init(title: "p", unit: "m", signals: [("x", envelope)])]
    ).svg()
    // Two strokes: one before and one after the gap.
    #expect(chart.split(separator: "d=\"").last?.prefix { $0 != "\"" }.count { $0 == "M" } == 2)
    #expect(chart.contains("a &lt; b") && !chart.contains("nan"))
  }

  @Test("signals without values, or of no length, still make a chart")
  func degenerate() {
    let empty = EnvelopeChart.Envelope([.nan, .infinity], time: [0, 0], range: 0...0, columns: 10)
    let chart = EnvelopeChart(
      title: "", range: 0...0, panels: [.init(title: "", unit: "", signals: [("x", empty)])]
    ).svg()
    #expect(!chart.contains("nan") && !chart.contains("inf"))
  }
}
