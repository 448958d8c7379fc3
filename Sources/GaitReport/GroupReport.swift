import GaitCharts
import GaitHistory
import GaitModel
import GaitStatistics

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
    let content = """
      <section><h1>\(escaped(comparison.group.capitalizedFirst))</h1>
      <p class="soft">\(PlainNumbers.count(people.count, "person").replacing("persons", with: "people"))</p>\(table)\(leftOut)</section>
      <section><h2>Everybody</h2><div class="scroll" tabindex="0" role="region" aria-label="Everybody"><table><tr><th scope="col">person</th>\
      <th class="number" scope="col">sessions</th><th scope="col">backward speed</th>\
      <th class="number" scope="col">last, m/s</th><th scope="col">change</th></tr>
      \(people.map(row).joined(separator: "\n"))</table></div>
      <p class="soft">Change of backward speed over the sessions that count, after a run-in of two.</p></section>
      \(ReportPage.footer)
      """
    return ReportPage(title: "Walking of the group \(comparison.group)", content: content).html()
  }

  private func escaped(_ text: String) -> String { SVGMarkup.escaped(text) }

  private var table: String {
    guard !comparison.measures.isEmpty else {
      return "<p>Nobody walked in both directions under the same conditions.</p>"
    }
    let rows = comparison.measures.map { line -> String in
      let found = line.comparison
      let decimals = line.measure.decimals
      let hasRatio = line.measure.id != ToeFirstShare.id && line.measure.unit != "°"
      return "<tr><th scope=\"row\">\(escaped(line.measure.title)), \(escaped(line.measure.unit))</th>"
        + "<td class=\"number\">\(SVGMarkup.fixed(found.forwardMean, decimals: decimals))</td>"
        + "<td class=\"number\">\(SVGMarkup.fixed(found.backwardMean, decimals: decimals))</td>"
        + "<td class=\"number\">\(PlainNumbers.cell(found.difference, decimals: decimals))</td>"
        + "<td class=\"number\">\(hasRatio ? found.ratio.map { PlainNumbers.cell($0, decimals: 2) } ?? "–" : "–")</td>"
        + "<td class=\"number\">\(found.effectSize.map { PlainNumbers.cell($0, decimals: 1) } ?? "–")</td>"
        + "<td class=\"number\">\(found.persons)</td></tr>"
    }
    return """
      <h2>Forward beside backward</h2><div class="scroll" tabindex="0" role="region" aria-label="Forward beside backward"><table><tr><th scope="col">Mean</th>\
      <th class="number" scope="col">forward</th><th class="number" scope="col">backward</th>\
      <th class="number" scope="col">difference (95 %)</th><th class="number" scope="col">ratio (95 %)</th>\
      <th class="number" scope="col">Hedges’ g (95 %)</th><th class="number" scope="col">people</th></tr>
      \(rows.joined(separator: "\n"))</table></div><p class="soft">Every person counts once, with the mean of the \
      sessions in which both directions were walked under the person’s usual conditions.</p>
      """
  }

  private var leftOut: String {
    guard !comparison.leftOut.isEmpty else { return "" }
    let items = comparison.leftOut.map { "<li>\(escaped($0.subject)): \(escaped($0.reason))</li>" }
    return "<h2>Left out</h2><ul>\(items.joined(separator: "\n"))</ul>"
  }

  private func row(_ person: PersonReport) -> String {
    let speed = person.trend.measures.first { $0.measure.id == "speed_m_s" && $0.direction == .backward }
    let values = speed.map { ($0.trend.runIn + $0.trend.points).map(\.value) } ?? []
    let last = values.last.map { SVGMarkup.fixed($0, decimals: 2) } ?? "–"
    let line = Sparkline(values: values, summary: "Backward speed, last \(last) m/s", mark: .square).svg()
    return "<tr><th scope=\"row\">\(escaped(person.course.person.name))</th>"
      + "<td class=\"number\">\(person.course.sessions.count)</td><td>\(line)</td><td class=\"number\">\(last)</td>"
      + "<td>\(speed?.trend.verdict.rawValue ?? "–")</td></tr>"
  }
}

extension String {
  /// With its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
