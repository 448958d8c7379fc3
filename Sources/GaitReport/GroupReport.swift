import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitStatistics
import PageLanguage

/// The report on a group of people: backward beside forward walking, each person counting once, and every person's course.
public struct GroupReport: Sendable {
  public var comparison: PeopleComparison
  public var people: [PersonReport]
  public var language: Language

  public init(comparison: PeopleComparison, people: [PersonReport], language: Language = .english) {
    self.comparison = comparison
    self.people = people
    self.language = language
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let heads: [Markup] = [
      .head(language("person")), .numberHead(language("sessions")), .head(language("backward speed")),
      .numberHead(language("last, \(language.speedUnit.text)")), .head(language("change")),
    ]
    let content: Markup = """
      <section><h1>\(comparison.group.capitalizedFirst)</h1>
      <p class="soft">\(language("\(people.count, "person", "people")"))</p>\(table)\(leftOut)</section>
      <section><h2>\(language("Everybody"))</h2>\(PageTable(.label(language("Everybody")), heads: heads, rows: people.map(row)).markup)
      <p class="soft">\(note)</p></section>
      \(ReportPage.footer(language))
      """
    let title = language("Walking of the group \(comparison.group)")
    return ReportPage(title: title, printedTitle: title, content: content, language: language).html()
  }

  private var note: String {
    language(
      """
      Change of backward speed over the sessions that count, after a run-in of two. All pictures have one scale.
      """)
  }

  private var table: Markup {
    guard !comparison.measures.isEmpty else {
      return "<p>\(language("Nobody walked in both directions under the same conditions."))</p>"
    }
    let rows = comparison.measures.map { line in
      let (found, unit) = (line.comparison, line.measure.shown(in: language))
      return Markup.row(
        line.measure.head(in: language),
        [
          .number(found.forwardMean, unit, in: language), .number(found.backwardMean, unit, in: language),
          .number(.change(found.difference.value, found.difference.interval, unit, in: language)),
          .number(.estimate(line.measure.hasRatio ? found.ratio : nil, 2, in: language)),
          .number(.estimate(found.effectSize, 1, in: language)), .number(found.persons),
        ])
    }
    let heads = [
      language("forward"), language("backward"), language("difference (95 %)"), language("ratio (95 %)"),
      language("Hedges’ g (95 %)"), language("people"),
    ]
    let title = language("Forward and backward")
    return """
      <h2>\(title)</h2>\
      \(PageTable(
        .label(title), heads: [.head(language("Mean"))] + heads.map(Markup.numberHead), rows: rows).markup)\
      <p class="soft">\(counted)</p>
      """
  }

  private var counted: String {
    guard let conditions = comparison.conditions else {
      return language("Every person counts once, with the mean of the sessions in which both directions were walked.")
    }
    return language(
      """
      Every person counts once, with the mean of the sessions in which both directions were walked \
      (\(conditions.label(in: language))).
      """)
  }

  private var leftOut: Markup {
    guard !comparison.leftOut.isEmpty else { return .nothing }
    let items = comparison.leftOut.map { "<li>\($0.subject): \(language.text($0.reason.words))</li>" as Markup }
    return "<h2>\(language("Left out"))</h2><ul>\(items.joined())</ul>"
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
    let summary = language("Backward speed, last \(values.last.map(language.speed) ?? "–")")
    let line = Sparkline(values: values, summary: summary, mark: .square, scale: scale).svg()
    return .row(
      "\(person.course.person.name)",
      [
        .number(person.course.sessions.count), .cell(Markup(trusted: line)),
        .number(values.last, language.speedUnit, in: language),
        .cell("\(speed.map { ChangeWords($0, in: language).finding } ?? "–")"),
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
