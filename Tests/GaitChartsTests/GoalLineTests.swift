import Testing

@testable import GaitCharts

@Suite("Goals in a chart")
struct GoalLineTests {
  private func chart(_ goals: [GoalLine], values: [Double] = [0.5, 0.6]) -> String {
    let points = values.enumerated().map { k, value in
      IntervalChart.Point(x: Double(k) / Double(max(values.count - 1, 1)), value: value, interval: nil)
    }
    var chart = IntervalChart(
      title: "Speed", unit: "m/s", summary: "", series: [.init(name: "backward", mark: .square, points: points)],
      labels: [])
    chart.goals = goals
    return chart.svg()
  }

  private func level(_ svg: String) throws -> [Double] {
    try svg.matches(of: /class="goal series-\w+" x1="[\d.]+" x2="[\d.]+" y1="([\d.]+)" y2="([\d.]+)"/).map { match in
      #expect(match.1 == match.2)
      return try #require(Double(String(match.1)))
    }
  }

  @Test("a goal beyond all values is within the chart, as a line with its words in the color of its series")
  func drawn() throws {
    let svg = chart([GoalLine(value: 0.9, mark: .square, label: "backward goal 0.90")])
    let line = try #require(try level(svg).first)
    #expect((34...206).contains(line))
    #expect(svg.contains(/class="goal-label series-square"[^>]*>backward goal 0\.90</))
    // Points lie over the line.
    let place = try #require(svg.firstRange(of: "class=\"goal ")).lowerBound
    #expect(try place < #require(svg.firstRange(of: "<polyline")).lowerBound)
    #expect(!chart([]).contains("class=\"goal"))
  }

  @Test("the words of two goals that are near each other do not overlap")
  func near() throws {
    let svg = chart([
      GoalLine(value: 0.55, mark: .square, label: "backward"), GoalLine(value: 0.56, mark: .circle, label: "forward"),
    ])
    #expect(try level(svg).count == 2)
    let words = svg.matches(of: /class="goal-label[^"]*" x="[\d.]+" y="([\d.]+)"/).compactMap { Double(String($0.1)) }
    try #require(words.count == 2)
    #expect(abs(words[0] - words[1]) >= 12)
  }

  @Test("words are only ever text")
  func escaping() {
    #expect(!chart([GoalLine(value: 0.9, mark: .circle, label: "<b>")]).contains("<b>"))
  }
}
