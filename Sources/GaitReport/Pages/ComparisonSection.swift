import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitStatistics

/// Backward beside forward walking in the last session.
struct ComparisonSection {
  let report: PersonReport

  func html() -> String {
    guard let session = report.lastSession else { return "" }
    let comparison = report.comparison(in: session)
    let body = comparison.measures.isEmpty ? single(session) : table(comparison)
    return """
      <section><h2>Forward beside backward, \(escaped(report.label(of: session)))</h2>
      \(body)\(missing(in: session))</section>
      """
  }

  private func escaped(_ text: String) -> String { SVGMarkup.escaped(text) }

  private func table(_ comparison: SessionComparison) -> String {
    var rows = ""
    for line in comparison.measures {
      let found = line.comparison
      let n = { (value: Double) in SVGMarkup.fixed(value, decimals: line.measure.decimals) }
      let hasRatio = line.measure.id != ToeFirstShare.id && line.measure.unit != "°"
      rows +=
        "<tr><th scope=\"row\">\(escaped(line.measure.title)), \(escaped(line.measure.unit))</th>"
        + "<td class=\"number\">\(n(found.forward.mean))</td><td class=\"number\">\(n(found.backward.mean))</td>"
        + "<td class=\"number\">\(PlainNumbers.cell(found.difference, decimals: line.measure.decimals))</td>"
        + "<td class=\"number\">\(hasRatio ? found.ratio.map { PlainNumbers.cell($0, decimals: 2) } ?? "–" : "–")</td>"
        + "<td class=\"number\">\(found.forward.strides), \(found.backward.strides)</td></tr>\n"
    }
    let blocks =
      comparison.measures.first?.comparison.drawsWholeBouts == true ? "walking bouts" : "neighbouring strides"
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Forward beside backward"><table>
      <tr><th scope="col">Mean</th><th class="number" scope="col">forward</th><th class="number" scope="col">backward</th>\
      <th class="number" scope="col">difference (95 %)</th><th class="number" scope="col">ratio (95 %)</th>\
      <th class="number" scope="col">strides</th></tr>
      \(rows)</table></div><p class="soft">Difference: backward less forward. Intervals from a bootstrap that draws \
      \(blocks).\(comparison.conditions.map { " Conditions: \(escaped($0.label))." } ?? "")</p>
      """
  }

  /// Where the person walked in one direction only.
  private func single(_ session: PersonCourse.Session) -> String {
    guard let walk = report.walk(of: session),
      let direction = [Direction.backward, .forward].first(where: { walk.directions[$0] != nil }),
      let found = walk.directions[direction]
    else { return "" }
    let rows = TrackedMeasure.all.compactMap { measure -> String? in
      guard let value = found.measures[measure.id] else { return nil }
      let estimate = Estimate(value: value.mean, interval: measure.interval(of: value))
      return "<tr><th scope=\"row\">\(escaped(measure.title)), \(escaped(measure.unit))</th><td class=\"number\">"
        + "\(PlainNumbers.cell(estimate, decimals: measure.decimals))</td></tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Means"><table><tr><th scope="col">Mean (95 % interval)</th><th class="number" scope="col">\
      \(direction.rawValue), \(PlainNumbers.count(found.strides, "stride"))</th></tr>
      \(rows.joined(separator: "\n"))</table></div>
      """
  }

  /// What is not measured, and why.
  private func missing(in session: PersonCourse.Session) -> String {
    var reasons: [String] = []
    let summaries = report.recordings.map(\.summary).filter { $0.belongs(to: session.name) }
    for direction in [Direction.forward, .backward] {
      let walks = summaries.compactMap { $0.directions[direction.rawValue] }
      guard !walks.isEmpty else {
        reasons.append("no \(direction.rawValue) stride was found")
        continue
      }
      for measure in TrackedMeasure.all where measure.id != ToeFirstShare.id {
        if let reason = walks.compactMap({ $0.notMeasured[measure.id] }).first,
          walks.allSatisfy({ $0.measures[measure.id] == nil })
        {
          reasons.append("\(measure.title.lowercased()) \(direction.rawValue): \(reason)")
        }
      }
    }
    guard !reasons.isEmpty else { return "" }
    return "<p class=\"soft\">Not measured: \(escaped(reasons.joined(separator: "; "))).</p>"
  }
}
