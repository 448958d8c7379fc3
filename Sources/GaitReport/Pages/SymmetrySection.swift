import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel

/// Left against right, and how much strides vary, in the last session.
struct SymmetrySection {
  let report: PersonReport

  private static let measures = ["stride_length_m", "stance_share_percent", "swing_s", "duration_s"]
  /// Fewest strides of which a coefficient of variation is worth its interval (König 2014, PubMed 23838361: variability
  /// needs 50 and more).
  private static let fewestForVariability = 50

  func html() -> String {
    guard let session = report.lastSession else { return "" }
    let strides = report.steadyStrides(session: session.name)
    let directions = [Direction.forward, .backward].map { direction in
      DirectionSummary(direction, strides: strides.filter { $0.direction == direction }, bouts: [])
    }
    guard directions.contains(where: { !$0.measures.isEmpty }) else { return "" }
    var rows = ""
    for id in Self.measures {
      guard let definition = MeasureDefinition.all.first(where: { $0.id == id }),
        directions.contains(where: { $0.measures[id] != nil })
      else { continue }
      rows += "<tr><th scope=\"row\">\(SVGMarkup.escaped(definition.title))</th>"
      for summary in directions { rows += cell(summary.asymmetryPercent[id].map { ($0, nil) }) }
      for summary in directions { rows += cell(summary.measures[id].flatMap { m in m.cvPercent.map { ($0, m.n) } }) }
      rows += "</tr>\n"
    }
    let fewest = directions.filter { $0.strides > 0 }.map(\.strides).min() ?? 0
    let caution =
      fewest < Self.fewestForVariability
      ? " Variability rests on \(fewest) strides; below \(Self.fewestForVariability) it says little." : ""
    return """
      <section><h2>Left against right, and stride to stride, \(SVGMarkup.escaped(report.label(of: session)))</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Left against right"><table><tr><th></th><th colspan="2" scope="colgroup">left − right, % of the mean</th>\
      <th colspan="2" scope="colgroup">variation (CV), % (strides)</th></tr>
      <tr><th scope="col"></th><th class="number" scope="col">forward</th><th class="number" scope="col">backward</th>\
      <th class="number" scope="col">forward</th><th class="number" scope="col">backward</th></tr>
      \(rows)</table></div>
      <p class="soft">With 20 strides of each foot, differences between left and right below about 2 % (forward) and 5 % \
      (backward) are within the spread of strides.\(caution)</p></section>
      """
  }

  private func cell(_ value: (percent: Double, n: Int?)?) -> String {
    guard let value else { return "<td class=\"number\">–</td>" }
    let strides = value.n.map { " <span class=\"interval\">(\($0))</span>" } ?? ""
    return "<td class=\"number\">\(SVGMarkup.fixed(value.percent, decimals: 1))\(strides)</td>"
  }
}
