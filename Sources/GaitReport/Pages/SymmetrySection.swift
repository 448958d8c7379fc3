import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import NumberText

/// Left against right, and how much strides vary, in the last session.
struct SymmetrySection {
  let report: PersonReport

  private static let measures = ["stride_length_m", "stance_share_percent", "swing_s", "duration_s"]
  /// Fewest strides of which a coefficient of variation is worth its interval (König 2014, PubMed 23838361: variability
  /// needs 50 and more).
  private static let fewestForVariability = 50

  func html() -> Markup {
    guard let session = report.lastSession else { return .nothing }
    let strides = report.steadyStrides(session: session.name)
    let directions = [Direction.forward, .backward].map { direction in
      DirectionSummary(direction, strides: strides.filter { $0.direction == direction }, bouts: [])
    }
    guard directions.contains(where: { !$0.measures.isEmpty }) else { return .nothing }
    let rows = Self.measures.compactMap { id -> Markup? in
      guard let definition = MeasureDefinition.all.first(where: { $0.id == id }),
        directions.contains(where: { $0.measures[id] != nil })
      else { return nil }
      let asymmetry = directions.map { cell($0.asymmetryPercent[id], strides: nil) }
      let variation = directions.map { cell($0.measures[id]?.cvPercent, strides: $0.measures[id]?.n) }
      return .row("\(definition.title)", asymmetry + variation)
    }
    let fewest = directions.filter { $0.strides > 0 }.map(\.strides).min() ?? 0
    let caution =
      fewest < Self.fewestForVariability
      ? " Variability rests on \(fewest) strides; below \(Self.fewestForVariability) it says little." : ""
    let heads = ["forward", "backward", "forward", "backward"].map(Markup.numberHead)
    let table = PageTable(
      .label("Left against right"),
      head: """
        <tr><th></th>\(.groupHead("left − right, % of the mean", columns: 2))\
        \(.groupHead("variation (CV), % (strides)", columns: 2))</tr>
        <tr>\(.head("measure"))\(heads.joined(""))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    return """
      <section><h2>Left against right, and stride to stride, \(report.place(of: session))</h2>
      \(table.markup)
      <p class="soft">With 20 strides of each foot, differences between left and right below about 2 % (forward) and 5 % \
      (backward) are within the spread of strides.\(caution)</p></section>
      """
  }

  private func cell(_ percent: Double?, strides: Int?) -> Markup {
    guard let percent else { return .number(.dash) }
    let note = strides.map { " <span class=\"interval\">(\($0))</span>" as Markup }
    return .number("\(PlainNumbers.fixed(percent, 1))\(note)")
  }
}
