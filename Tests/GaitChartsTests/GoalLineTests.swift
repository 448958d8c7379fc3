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

  @Test("a goal beyond all values is within the chart, as a line below the points with its words in its color")
  func drawn() throws {
    let svg = chart([GoalLine(value: 0.9, mark: .square, label: "goal 0.90", title: "backward goal 0.90 m/s")])
    let line = try #require(try level(svg).first)
    #expect((34...206).contains(line))
    #expect(svg.contains(/<text class="goal series-square" [^>]*>goal 0\.90</))
    #expect(svg.contains("<title>backward goal 0.90 m/s</title>"))
    let place = try #require(svg.firstRange(of: "class=\"goal ")).lowerBound
    #expect(try place < #require(svg.firstRange(of: "<polyline")).lowerBound)
    #expect(!chart([]).contains("class=\"goal"))
  }

  @Test("the words of goals and series that are near each other do not overlap, and stand beside the chart")
  func near() throws {
    let svg = chart([
      GoalLine(value: 0.595, mark: .square, label: "goal 0.60", title: ""),
      GoalLine(value: 0.605, mark: .circle, label: "goal 0.61", title: ""),
    ])
    #expect(try level(svg).count == 2)
    // The labels of points come last and are hidden.
    let drawn = svg.prefix(upTo: try #require(svg.firstRange(of: "<g class=\"points\"")).lowerBound)
    let words = drawn.matches(of: /<text class="[^"]*series-[^"]*" x="([\d.]+)" y="([\d.]+)"/)
    let places = words.compactMap { Double(String($0.2)) }.sorted()
    #expect(places.count == 3)
    for (a, b) in zip(places, places.dropFirst()) { #expect(b - a >= 14.9) }
    // The frame ends 86 before the width of 420.
    #expect(words.allSatisfy { (Double(String($0.1)) ?? 0) > 334 })
  }

  @Test("words are only ever text")
  func escaping() {
    #expect(!chart([GoalLine(value: 0.9, mark: .circle, label: "<b>", title: "<b>")]).contains("<b>"))
  }
}
