import GaitCharts
import GaitHistory
import GaitModel
import GaitStatistics

/// The report on two sessions of a person, side by side.
public struct SessionPairReport: Sendable {
  public var person: PersonReport
  public var first: String
  public var second: String

  /// - Parameters:
  ///   - first: Name of the earlier session.
  ///   - second: Name of the later session.
  public init(person: PersonReport, first: String, second: String) {
    self.person = person
    self.first = first
    self.second = second
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let name = SVGMarkup.escaped(person.course.person.name)
    let content = """
      <section><h1>\(name): \(SVGMarkup.escaped(first)) and \(SVGMarkup.escaped(second))</h1>
      \(body)</section>\(ReportPage.footer)
      """
    return ReportPage(title: "\(person.course.person.name), two sessions", content: content).html()
  }

  private var body: String {
    let sessions = [first, second].compactMap { name in person.course.sessions.first { $0.name == name } }
    guard sessions.count == 2 else { return "<p>One of the sessions is not there.</p>" }
    let walks = sessions.compactMap { person.walk(of: $0) }
    guard walks.count == 2 else { return "<p>One of the sessions has no walking that counts.</p>" }
    guard walks[0].conditions == walks[1].conditions else {
      return "<p>Not compared: the conditions differ (\(SVGMarkup.escaped(walks[0].conditions.label)) and "
        + "\(SVGMarkup.escaped(walks[1].conditions.label))).</p>"
    }
    return [Direction.backward, .forward].map { table($0, walks) }.joined()
      + "<p class=\"soft\">Means with 95 % intervals. The minimal detectable change is what two sessions of a person who "
      + "does not change differ by in 95 of 100 pairs; borrowed from studies of forward walking where the person’s own "
      + "sessions do not tell it.</p>"
  }

  private func table(_ direction: Direction, _ walks: [PersonCourse.Walk]) -> String {
    let rows = TrackedMeasure.all.compactMap { measure -> String? in
      let values = walks.map { $0.directions[direction]?.measures[measure.id] }
      guard values.contains(where: { $0 != nil }) else { return nil }
      let cells = values.map { value in
        value.map {
          PlainNumbers.cell(Estimate(value: $0.mean, interval: measure.interval(of: $0)), decimals: measure.decimals)
        }
          ?? "–"
      }
      return "<tr><th scope=\"row\">\(SVGMarkup.escaped(measure.title)), \(SVGMarkup.escaped(measure.unit))</th>"
        + cells.map { "<td class=\"number\">\($0)</td>" }.joined() + change(measure, direction, values) + "</tr>"
    }
    guard !rows.isEmpty else { return "" }
    return """
      <h2>\(direction.rawValue.capitalizedFirst)</h2><div class="scroll" tabindex="0" role="region" aria-label="\(direction.rawValue.capitalizedFirst)"><table><tr><th scope="col">Mean</th>\
      <th class="number" scope="col">\(SVGMarkup.escaped(first))</th>\
      <th class="number" scope="col">\(SVGMarkup.escaped(second))</th><th class="number" scope="col">change</th>\
      <th class="number" scope="col">minimal detectable</th><th scope="col">change is</th></tr>
      \(rows.joined(separator: "\n"))</table></div>
      """
  }

  /// The change against its error, with the error of the person's trend where it knows one.
  private func change(
    _ measure: TrackedMeasure, _ direction: Direction, _ values: [PersonCourse.SessionMeasure?]
  ) -> String {
    guard let earlier = values[0], let later = values[1] else {
      return "<td class=\"number\">–</td><td class=\"number\">–</td><td>–</td>"
    }
    let n = { (value: Double) in SVGMarkup.fixed(value, decimals: measure.decimals) }
    let difference = later.mean - earlier.mean
    let trend = person.trend.measures.first { $0.measure.id == measure.id && $0.direction == direction }?.trend
    let amount = PlainNumbers.signed(difference, decimals: measure.decimals)
    guard
      let error = (trend?.error ?? measure.borrowedError)?
        .atLeast([earlier, later].compactMap(\.standardError)),
      let change = Change(from: [earlier.mean], to: [later.mean], error: error)
    else {
      return
        "<td class=\"number\">\(amount)</td><td class=\"number\">–</td><td>\(Trend.Verdict.cannotTell.rawValue)</td>"
    }
    let verdict = change.exceedsError ? Trend.Verdict.likelyReal : .withinError
    return "<td class=\"number\">\(amount)</td><td class=\"number\">\(n(change.mdc))</td><td>\(verdict.rawValue)</td>"
  }
}
