import GaitHistory
import GaitModel
import GaitPages
import GaitStatistics
import NumberText

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
    let name = person.course.person.name
    let content: Markup = """
      <section><h1>\(name): \(first) and \(second)</h1>
      \(body)</section>\(ReportPage.footer)
      """
    let title = "\(name), two sessions"
    return ReportPage(title: title, printedTitle: title, content: content).html()
  }

  private var body: Markup {
    let sessions = [first, second].compactMap { name in person.course.sessions.first { $0.name == name } }
    guard sessions.count == 2 else { return "<p>One of the sessions does not exist.</p>" }
    let walks = sessions.compactMap { person.walk(of: $0) }
    guard walks.count == 2 else { return "<p>One of the sessions has no walking that counts.</p>" }
    guard walks[0].conditions == walks[1].conditions else {
      return """
        <p>Not compared: the conditions differ (\(walks[0].conditions.label) and \(walks[1].conditions.label)).</p>
        """
    }
    return """
      \([Direction.backward, .forward].map { table($0, walks) }.joined(""))\
      <p class="soft">Means with 95 % CI. Two sessions of a person who does not change differ by less than the smallest detectable \
      change in 95 of 100 pairs. It is borrowed from studies if the person’s own sessions are too few. Backward speed, \
      stride length and toe-first share are prespecified. A change of any other measure is named only if it holds after \
      correction for the number of measures.</p>
      """
  }

  private func table(_ direction: Direction, _ walks: [PersonCourse.Walk]) -> Markup {
    let found = TrackedMeasure.all.compactMap {
      measure -> (measure: TrackedMeasure, values: [PersonCourse.SessionMeasure?])? in
      let values = walks.map { $0.directions[direction]?.measures[measure.id] }
      return values.contains { $0 != nil } ? (measure: measure, values: values) : nil
    }
    let changes = SessionChange.all(
      direction, from: walks[0].directions[direction], to: walks[1].directions[direction], trend: person.trend,
      group: person.course.person.diagnosisGroup)
    let rows = found.map { measure, values in
      Markup.row(
        measure.head, values.map { .number(.mean($0, of: measure)) } + cells(measure, values, changes[measure.id]))
    }
    guard !rows.isEmpty else { return .nothing }
    let name = direction.rawValue.capitalizedFirst
    let numbers = [first, second, "change", "smallest detectable"].map(Markup.numberHead)
    let table = PageTable(
      .label(name), heads: [.head("Mean")] + numbers + [.head("what it means")], rows: rows)
    return "<h2>\(name)</h2>\(table.markup)"
  }

  /// The change against its error, with the error of the person's trend where it knows one.
  private func cells(
    _ measure: TrackedMeasure, _ values: [PersonCourse.SessionMeasure?], _ change: SessionChange?
  ) -> [Markup] {
    guard let earlier = values[0], let later = values[1], let change else {
      return [.number(.dash), .number(.dash), .cell(.dash)]
    }
    return [
      .number("\(PlainNumbers.signed(later.mean - earlier.mean, measure.decimals))"),
      .number(change.minimalDetectable, measure.decimals), .cell("\(change.words)"),
    ]
  }
}
