import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// Left against right: how much they differ and how much strides vary in the last session, and both sides over the sessions.
package struct SymmetrySection {
  let report: PersonReport
  private var language: Language { report.language }

  package init(report: PersonReport) {
    self.report = report
  }

  private static let measures = [StrideQuantity.length, .stanceShare, .swing, .duration]
  /// Fewest strides of which a coefficient of variation is worth its interval (König 2014, PubMed 23838361: variability
  /// needs 50 and more).
  private static let fewestForVariability = 50

  package func html() -> Markup {
    let course = SideCourseSection(report: report).html()
    guard let session = report.lastSession, let last = html(of: session) else { return .nothing }
    return """
      <section><h2>\(language("Left against right, and stride to stride, \(report.place(of: session))"))</h2>
      \(last)\(course)</section>
      """
  }

  /// The last session; `nil` where nothing was measured.
  private func html(of session: PersonCourse.Session) -> Markup? {
    let strides = report.steadyStrides(session: session.name)
    let directions = [Direction.forward, .backward].map { direction in
      DirectionSummary(
        direction, strides: strides.filter { $0.direction == direction },
        walked: WalkedAmount(direction, strides: strides, bouts: []))
    }
    guard directions.contains(where: { !$0.measures.isEmpty }) else { return nil }
    let affected = report.course.person.affectedSide
    let sign = affected == .right ? -1.0 : 1
    let rows = Self.measures.compactMap { measure -> Markup? in
      let id = measure.id
      guard directions.contains(where: { $0.measures[id] != nil }) else { return nil }
      let asymmetry = directions.map { cell($0.asymmetryPercent[id].map { sign * $0 }, strides: nil) }
      let variation = directions.map { cell($0.measures[id]?.cvPercent, strides: $0.measures[id]?.n) }
      return .row("\(language.text(measure.title))", asymmetry + variation)
    }
    let sides =
      switch affected {
      case .left: language("affected (left) − right, % of the mean")
      case .right: language("affected (right) − left, % of the mean")
      default: language("left − right, % of the mean")
      }
    let fewest = directions.filter { $0.strides > 0 }.map(\.strides).min() ?? 0
    let caution =
      fewest < Self.fewestForVariability
      ? " "
        + language("Variability rests on \(fewest) strides; below \(Self.fewestForVariability) it is unreliable.") : ""
    let ways = [language("forward"), language("backward")]
    let heads = (ways + ways).map(Markup.numberHead)
    let table = PageTable(
      .label(language("Left against right")),
      head: """
        <tr><th></th>\(.groupHead(sides, columns: 2))\
        \(.groupHead(language("variation (CV), % (strides)"), columns: 2))</tr>
        <tr>\(.head(language("measure")))\(heads.joined(""))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    return """
      \(table.markup)
      <p class="soft">\(directions.compactMap { Self.spread($0, in: language) }.joined(separator: " "))\(caution)</p>

      """
  }

  /// What left and right differ by from the spread of strides alone, in 95 of 100 walks: 1.96 standard errors of the
  /// difference of two means, with the number and the variation of these strides.
  static func spread(_ summary: DirectionSummary, in language: Language = .english) -> String? {
    guard let length = summary.measures[StrideQuantity.length.id], let variation = length.cvPercent, length.n > 3
    else { return nil }
    let each = Double(length.n) / 2
    let half = 1.96 * variation * (2 / each).squareRoot()
    let direction = language.text(summary.direction.rawValue).capitalizedFirst
    return language(
      """
      \(direction), with \(length.n) strides of both feet and a variation of \(language.fixed(variation, 1)) %, differences \
      in stride length below \(language.fixed(half, 1)) % are within the spread of strides.
      """)
  }

  private func cell(_ percent: Double?, strides: Int?) -> Markup {
    guard let percent else { return .number(.dash) }
    let note = strides.map { " <span class=\"interval\">(\($0))</span>" as Markup }
    return .number("\(language.fixed(percent, 1))\(note)")
  }
}
