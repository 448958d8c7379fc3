import GaitHistory
import GaitModel
import GaitPages
import GaitStatistics
import PageLanguage

/// The report on two sessions of a person, side by side.
public struct SessionPairReport: Sendable {
  public var person: PersonReport
  public var first: String
  public var second: String
  public var language: Language

  /// - Parameters:
  ///   - first: Name of the earlier session.
  ///   - second: Name of the later session.
  public init(person: PersonReport, first: String, second: String, language: Language = .english) {
    self.person = person
    self.language = language
    self.first = first
    self.second = second
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let name = person.course.person.name
    let content: Markup = """
      <section><h1>\(language("\(name): \(first) and \(second)"))</h1>
      \(body)</section>\(ReportPage.footer(language))
      """
    let title = language("\(name), two sessions")
    return ReportPage(title: title, printedTitle: title, content: content, language: language).html()
  }

  private var body: Markup {
    let sessions = [first, second].compactMap { name in person.course.sessions.first { $0.name == name } }
    guard sessions.count == 2 else { return "<p>\(language("One of the sessions does not exist."))</p>" }
    let walks = sessions.compactMap { person.walk(of: $0) }
    guard walks.count == 2 else { return "<p>\(language("One of the sessions has no walking that counts."))</p>" }
    guard walks[0].conditions == walks[1].conditions else {
      let labels = walks.map { $0.conditions.label(in: language) }
      return "<p>\(language("Not compared: the conditions differ (\(labels[0]) and \(labels[1]))."))</p>"
    }
    return """
      \([Direction.backward, .forward].map { table($0, walks) }.joined(""))\
      <p class="soft">\(note)</p>
      """
  }

  private var note: String {
    language(
      """
      Means with 95 % CI. Two sessions of a person who does not change differ by less than the smallest detectable \
      change in 95 of 100 pairs. It is borrowed from studies if the person’s own sessions are too few. Backward speed, \
      stride length and toe-first share are prespecified. A change of any other measure is named only if it holds after \
      correction for the number of measures.
      """)
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
        measure.head(in: language),
        values.map { .number(.mean($0, of: measure, in: language)) } + cells(measure, values, changes[measure.id]))
    }
    guard !rows.isEmpty else { return .nothing }
    let name = language.text(direction.rawValue).capitalizedFirst
    let numbers = [first, second, language("change"), language("smallest detectable")].map(Markup.numberHead)
    let table = PageTable(
      .label(name), heads: [.head(language("Mean"))] + numbers + [.head(language("what it means"))], rows: rows)
    return "<h2>\(name)</h2>\(table.markup)"
  }

  /// The change against its error, with the error of the person's trend where it knows one.
  private func cells(
    _ measure: TrackedMeasure, _ values: [PersonCourse.SessionMeasure?], _ change: SessionChange?
  ) -> [Markup] {
    guard let earlier = values[0], let later = values[1], let change else {
      return [.number(.dash), .number(.dash), .cell(.dash)]
    }
    let unit = measure.shown(in: language)
    return [
      .number("\(language.signed(later.mean - earlier.mean, unit))"),
      .number(change.minimalDetectable, unit, in: language), .cell("\(change.words(in: language))"),
    ]
  }
}
