import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitStatistics
import PageLanguage

/// How speed, stride length, toe-first share and load at contact changed over the sessions, and whether that is more than
/// chance.
package struct ChangeSection {
  private let trend: CourseTrend
  private let rows: [CourseTrend.MeasureTrend]
  private let language: Language

  package init(trend: CourseTrend, in language: Language = .english) {
    self.trend = trend
    self.language = language
    rows = trend.measures.filter { measure in Self.measures.contains { $0.id == measure.measure.id } }
  }

  /// The measures of the first screen of a person.
  package static let measures =
    TrackedMeasure.prespecified + [StrideQuantity.contactPeak.id].compactMap(TrackedMeasure.named)

  /// - Parameter further: What follows the table's explanation.
  package func html(_ further: Markup = .nothing) -> Markup {
    guard !rows.isEmpty else { return .nothing }
    let title = language("Change over the sessions")
    let table = PageTable(
      .label(title), attributes: " class=\"changes\"",
      head: """
        <tr>\(.head(language("Measure")))\(.numberHead(language("first → last")))\
        \(.numberHead(language("change (95 %)")))\(.head(language("what it means")))\
        \(.numberHead(language("smallest detectable")))\(.numberHead(language("sessions")))</tr>
        """,
      body: [Direction.backward, .forward].map(group).joined())
    return """
      <section><h2>\(title)</h2>
      \(table.markup)<p class="soft">\(notes.joined(separator: " "))</p>\(further)</section>
      """
  }

  private func group(_ direction: Direction) -> Markup {
    let rows = Self.measures.compactMap { measure in
      self.rows.first { $0.measure.id == measure.id && $0.direction == direction }
    }
    guard !rows.isEmpty else { return .nothing }
    return """
      <tbody><tr><th scope="rowgroup" colspan="6" class="group">\(language.text(direction.rawValue))</th></tr>
      \(rows.map { TrendWords($0, in: language).row }.joined())</tbody>
      """
  }

  private var notes: [String] {
    var notes: [String] = []
    let runIn = rows.map(\.trend.runIn.count).max() ?? 0
    if runIn > 0 {
      notes.append(
        language(
          """
          The first \(runIn, "session") \(for: runIn, "is", "are") a run-in, in which people learn the task: shown, not \
          counted.
          """))
    }
    if rows.contains(where: { $0.trend.line != nil }) {
      notes.append(
        language(
          """
          Change: along the Theil–Sen line through all sessions that count. One odd session hardly moves this line, so the \
          change is not exactly last minus first.
          """))
    }
    if rows.contains(where: { $0.trend.minimalDetectableChange != nil }) {
      let sources = Set(rows.compactMap(\.errorSource)).sorted().map(language.text).joined(separator: "; ")
      notes.append(
        sources.isEmpty
          ? language(
            """
            Smallest detectable: measurement error alone stays below this change in 95 of 100 people who do not change.
            """)
          : language(
            """
            Smallest detectable: measurement error alone stays below this change in 95 of 100 people who do not change \
            (measurement error \(sources)).
            """))
    }
    notes.append(language("What a change means for the person is for the clinician to judge."))
    return notes
  }
}
