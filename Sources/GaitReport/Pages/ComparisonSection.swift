import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitStatistics
import NumberText

/// Backward beside forward walking in the last session.
struct ComparisonSection {
  let report: PersonReport

  func html() -> Markup {
    guard let session = report.lastSession else { return .nothing }
    let comparison = report.comparison(in: session)
    return """
      <section><h2>Forward beside backward, \(report.label(of: session))</h2>
      \(comparison.measures.isEmpty ? single(session) : table(comparison))\(missing(in: session))</section>
      """
  }

  private func table(_ comparison: SessionComparison) -> Markup {
    let rows = comparison.measures.map { line in
      let (found, decimals) = (line.comparison, line.measure.decimals)
      return Markup.row(
        line.measure.head,
        [
          .number(found.forward.mean, decimals), .number(found.backward.mean, decimals),
          .number(.change(found.difference.value, found.difference.interval, decimals)),
          .number(.estimate(line.measure.hasRatio ? found.ratio : nil, 2)),
          .number("\(found.forward.strides), \(found.backward.strides)"),
        ])
    }
    let blocks =
      comparison.measures.first?.comparison.drawsWholeBouts == true ? "walking bouts" : "neighbouring strides"
    let heads = ["forward", "backward", "difference (95 %)", "ratio (95 %)", "strides"].map(Markup.numberHead)
    return """
      \(PageTable(.label("Forward beside backward"), heads: [.head("Mean")] + heads, rows: rows).markup)\
      <p class="soft">Difference: backward less forward. Intervals from a bootstrap that draws \
      \(blocks).\(comparison.conditions.map { " Conditions: \($0.label)." } ?? "")</p>
      """
  }

  /// Where the person walked in one direction only.
  private func single(_ session: PersonCourse.Session) -> Markup {
    guard let walk = report.walk(of: session),
      let direction = [Direction.backward, .forward].first(where: { walk.directions[$0] != nil }),
      let found = walk.directions[direction]
    else { return .nothing }
    let rows = TrackedMeasure.all.compactMap { measure in
      found.measures[measure.id].map { Markup.row(measure.head, [.number(.mean($0, of: measure))]) }
    }
    return PageTable(
      .label("Means"),
      heads: [
        .head("Mean (95 % interval)"),
        .numberHead("\(direction.rawValue), \(PlainNumbers.count(found.strides, "stride"))"),
      ], rows: rows
    ).markup
  }

  /// What is not measured, and why.
  private func missing(in session: PersonCourse.Session) -> Markup {
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
    guard !reasons.isEmpty else { return .nothing }
    return "<p class=\"soft\">Not measured: \(reasons.joined(separator: "; ")).</p>"
  }
}
