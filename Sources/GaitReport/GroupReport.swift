import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitStatistics
import NumberText

/// The report on a group of people: backward beside forward walking, each person counting once, and every person's course.
public struct GroupReport: Sendable {
  public var comparison: PeopleComparison
  public var people: [PersonReport]

  public init(comparison: PeopleComparison, people: [PersonReport]) {
    self.comparison = comparison
    self.people = people
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let heads: [Markup] = [
      .head("person"), .numberHead("sessions"), .head("backward speed"), .numberHead("last, m/s"), .head("change"),
    ]
    let content: Markup = """
      <section><h1>\(comparison.group.capitalizedFirst)</h1>
      <p class="soft">\(people.count == 1 ? "1 person" : "\(people.count) people")</p>\(table)\(leftOut)</section>
      <section><h2>Everybody</h2>\(PageTable(.label("Everybody"), heads: heads, rows: people.map(row)).markup)
      <p class="soft">Change of backward speed over the sessions that count, after a run-in of two. All pictures have one \
      scale.</p></section>
      \(ReportPage.footer)
      """
    let title = "Walking of the group \(comparison.group)"
    return ReportPage(title: title, printedTitle: title, content: content).html()
  }

  private var table: Markup {
    guard !comparison.measures.isEmpty else {
      return "<p>Nobody walked in both directions under the same conditions.</p>"
    }
    let rows = comparison.measures.map { line in
      let (found, decimals) = (line.comparison, line.measure.decimals)
      return Markup.row(
        line.measure.head,
        [
          .number(found.forwardMean, decimals), .number(found.backwardMean, decimals),
          .number(.change(found.difference.value, found.difference.interval, decimals)),
          .number(.estimate(line.measure.hasRatio ? found.ratio : nil, 2)),
          .number(.estimate(found.effectSize, 1)), .number(found.persons),
        ])
    }
    let heads = ["forward", "backward", "difference (95 %)", "ratio (95 %)", "Hedges’ g (95 %)", "people"]
    return """
      <h2>Forward and backward</h2>\
      \(PageTable(
        .label("Forward and backward"), heads: [.head("Mean")] + heads.map(Markup.numberHead), rows: rows).markup)\
      <p class="soft">Every person counts once, with the mean of the \
      sessions in which both directions were walked\(under).</p>
      """
  }

  private var under: Markup { comparison.conditions.map { " (\($0.label))" as Markup } ?? "" }

  private var leftOut: Markup {
    guard !comparison.leftOut.isEmpty else { return .nothing }
    let items = comparison.leftOut.map { "<li>\($0.subject): \($0.reason.words)</li>" as Markup }
    return "<h2>Left out</h2><ul>\(items.joined())</ul>"
  }

  private static func backwardSpeed(_ person: PersonReport) -> CourseTrend.MeasureTrend? {
    person.trend.measures.first { $0.measure.id == StrideQuantity.speed.id && $0.direction == .backward }
  }

  /// From the lowest to the highest backward speed of anybody.
  private var scale: ClosedRange<Double>? {
    people.compactMap { Self.backwardSpeed($0)?.trend.extent }.reduce(nil) { $0?.extended(to: $1) ?? $1 }
  }

  private func row(_ person: PersonReport) -> Markup {
    let speed = Self.backwardSpeed(person)
    let values = speed.map { ($0.trend.runIn + $0.trend.points).map(\.value) } ?? []
    let last = PlainNumbers.fixed(values.last, 2)
    let line = Sparkline(values: values, summary: "Backward speed, last \(last) m/s", mark: .square, scale: scale).svg()
    return .row(
      "\(person.course.person.name)",
      [
        .number(person.course.sessions.count), .cell(Markup(trusted: line)), .number(values.last, 2),
        .cell("\(speed.map { ChangeWords($0).finding } ?? "–")"),
      ])
  }
}

extension Trend {
  /// From the lowest to the highest value, those of the run-in included; `nil` without values.
  package var extent: ClosedRange<Double>? {
    let values = (runIn + points).map(\.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }
}

extension ClosedRange {
  /// The least range that holds both.
  package func extended(to other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
