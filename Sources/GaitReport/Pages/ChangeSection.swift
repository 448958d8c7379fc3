import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitStatistics
import NumberText

/// How speed, stride length, toe-first share and load at contact changed over the sessions, and whether that is more than
/// chance.
package struct ChangeSection {
  private let trend: CourseTrend
  private let rows: [CourseTrend.MeasureTrend]

  package init(trend: CourseTrend) {
    self.trend = trend
    rows = trend.measures.filter { measure in Self.measures.contains { $0.id == measure.measure.id } }
  }

  /// The measures of the first screen of a person.
  package static let measures =
    TrackedMeasure.prespecified + [StrideQuantity.contactPeak.id].compactMap(TrackedMeasure.named)

  /// - Parameter further: What follows the table's explanation.
  package func html(_ further: Markup = .nothing) -> Markup {
    guard !rows.isEmpty else { return .nothing }
    let table = PageTable(
      .label("Change over the sessions"), attributes: " class=\"changes\"",
      head: """
        <tr>\(.head("Measure"))\(.numberHead("first → last"))\(.numberHead("change (95 %)"))\(.head("what it means"))\
        \(.numberHead("smallest detectable"))\(.numberHead("sessions"))</tr>
        """,
      body: [Direction.backward, .forward].map(group).joined())
    return """
      <section><h2>Change over the sessions</h2>
      \(table.markup)<p class="soft">\(notes.joined(separator: " "))</p>\(further)</section>
      """
  }

  private func group(_ direction: Direction) -> Markup {
    let rows = Self.measures.compactMap { measure in
      self.rows.first { $0.measure.id == measure.id && $0.direction == direction }
    }
    guard !rows.isEmpty else { return .nothing }
    return """
      <tbody><tr><th scope="rowgroup" colspan="6" class="group">\(direction.rawValue)</th></tr>
      \(rows.map { TrendWords($0).row }.joined())</tbody>
      """
  }

  private var notes: [String] {
    var notes: [String] = []
    let runIn = rows.map(\.trend.runIn.count).max() ?? 0
    if runIn > 0 {
      notes.append(
        "The first \(PlainNumbers.count(runIn, "session")) \(runIn == 1 ? "is" : "are") a run-in, in which people learn "
          + "the task: shown, not counted.")
    }
    if rows.contains(where: { $0.trend.line != nil }) {
      notes.append(
        "Change: along the Theil–Sen line through all sessions that count. One odd session hardly moves this line, so "
          + "the change is not exactly last minus first.")
    }
    if rows.contains(where: { $0.trend.minimalDetectableChange != nil }) {
      let sources = Set(rows.compactMap(\.errorSource)).sorted().joined(separator: "; ")
      notes.append(
        "Smallest detectable: measurement error alone stays below this change in 95 of 100 people who do not "
          + "change\(sources.isEmpty ? "" : " (measurement error \(sources))").")
    }
    notes.append("What a change means for the person is for the clinician to judge.")
    return notes
  }
}
