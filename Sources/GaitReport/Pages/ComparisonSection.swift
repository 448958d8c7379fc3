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
      <section><h2>Forward and backward, \(report.place(of: session))</h2>
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
      comparison.measures.first?.comparison.drawsWholeBouts == true ? "walking bouts" : "blocks of neighboring strides"
    let heads = ["forward", "backward", "difference (95 %)", "ratio (95 %)", "strides"].map(Markup.numberHead)
    return """
      \(PageTable(.label("Forward and backward"), heads: [.head("Mean")] + heads, rows: rows).markup)\
      <p class="soft">Difference: backward minus forward. Intervals come from a bootstrap of \
      \(blocks).\(comparison.conditions.map { " Conditions: \($0.label)." } ?? "")</p>
      """
  }

  /// Where the person walked in one direction only.
  private func single(_ session: PersonCourse.Session) -> Markup {
    guard let walk = report.walk(of: session),
      let direction = [Direction.backward, .forward].first(where: { walk.directions[$0] != nil }),
      let found = walk.directions[direction]
    else { return .nothing }
    let rows = TrackedMeasure.ofStrides.compactMap { measure in
      found.measures[measure.id].map { Markup.row(measure.head, [.number(.mean($0, of: measure))]) }
    }
    return PageTable(
      .label("Means"),
      heads: [
        .head("Mean (95 % CI)"),
        .numberHead("\(direction.rawValue), \(PlainNumbers.count(found.strides, "stride"))"),
      ], rows: rows
    ).markup
  }

  /// What is not measured, and why.
  private func missing(in session: PersonCourse.Session) -> Markup {
    var words: [String] = []
    let ways = [Direction.forward, .backward]
    let found = ways.filter { !walks($0, in: session).isEmpty }
    for direction in ways where !found.contains(direction) { words.append("no \(direction.rawValue) stride was found") }
    for measure in TrackedMeasure.ofStrides {
      let reasons = found.map { reason(for: measure, $0, in: session) }
      let title = measure.title.lowercased()
      // What is missing in both directions for the same reason is said once.
      if found.count > 1, let first = reasons[0], reasons[1] == first {
        words.append("\(title) (\(first))")
      } else {
        for (direction, reason) in zip(found, reasons) {
          if let reason { words.append("\(title) \(direction.rawValue) (\(reason))") }
        }
      }
    }
    guard !words.isEmpty else { return .nothing }
    return "<p class=\"soft\">Not measured: \(words.joined(separator: "; ")).</p>"
  }

  private func walks(_ direction: Direction, in session: PersonCourse.Session) -> [SummaryDocument.DirectionMeasures] {
    report.recordings.map(\.summary).filter { $0.belongs(to: session.name) }
      .compactMap { $0.directions[direction.rawValue] }
  }

  /// Why no recording of the session has the measure; `nil` if one has it or nothing says why.
  private func reason(
    for measure: TrackedMeasure, _ direction: Direction, in session: PersonCourse.Session
  ) -> String? {
    let walks = walks(direction, in: session)
    // What touched first is told from the foot's pitch.
    if measure.id == StrideQuantity.toeFirst.id {
      guard report.walk(of: session)?.directions[direction]?.measures[measure.id] == nil else { return nil }
      return walks.compactMap { $0.notMeasured[StrideQuantity.footPitchAtContact.id] }.first
    }
    guard walks.allSatisfy({ $0.measures[measure.id] == nil }) else { return nil }
    return walks.compactMap { $0.notMeasured[measure.id] }.first
  }
}
