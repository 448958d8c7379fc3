import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitStatistics
import PageLanguage

/// Backward beside forward walking in the last session.
struct ComparisonSection {
  let report: PersonReport
  private var language: Language { report.language }

  func html() -> Markup {
    guard let session = report.lastSession else { return .nothing }
    let comparison = report.comparison(in: session)
    return """
      <section><h2>\(language("Forward and backward, \(report.place(of: session))"))</h2>
      \(comparison.measures.isEmpty ? single(session) : table(comparison))\(missing(in: session))</section>
      """
  }

  private func table(_ comparison: SessionComparison) -> Markup {
    let rows = comparison.measures.map { line in
      let (found, unit) = (line.comparison, line.measure.shown(in: language))
      return Markup.row(
        line.measure.head(in: language),
        [
          .number(found.forward.mean, unit, in: language), .number(found.backward.mean, unit, in: language),
          .number(.change(found.difference.value, found.difference.interval, unit, in: language)),
          .number(.estimate(line.measure.hasRatio ? found.ratio : nil, 2, in: language)),
          .number("\(found.forward.strides), \(found.backward.strides)"),
        ])
    }
    let note =
      comparison.measures.first?.comparison.drawsWholeBouts == true
      ? language("Difference: backward minus forward. Intervals come from a bootstrap of walking bouts.")
      : language(
        "Difference: backward minus forward. Intervals come from a bootstrap of blocks of neighboring strides.")
    let conditions = comparison.conditions.map { " " + language("Conditions: \($0.label(in: language)).") }
    let heads = [
      language("forward"), language("backward"), language("difference (95 %)"), language("ratio (95 %)"),
      language("strides"),
    ].map(Markup.numberHead)
    let title = language("Forward and backward")
    return """
      \(PageTable(.label(title), heads: [.head(language("Mean"))] + heads, rows: rows).markup)\
      <p class="soft">\(note)\(conditions ?? "")</p>
      """
  }

  /// Where the person walked in one direction only.
  private func single(_ session: PersonCourse.Session) -> Markup {
    guard let walk = report.walk(of: session),
      let direction = [Direction.backward, .forward].first(where: { walk.directions[$0] != nil }),
      let found = walk.directions[direction]
    else { return .nothing }
    let rows = TrackedMeasure.ofStrides.compactMap { measure in
      found.measures[measure.id].map {
        Markup.row(measure.head(in: language), [.number(.mean($0, of: measure, in: language))])
      }
    }
    let strides = language("\(language.text(direction.rawValue)), \(found.strides, "stride")")
    return PageTable(
      .label(language("Means")), heads: [.head(language("Mean (95 % CI)")), .numberHead(strides)], rows: rows
    ).markup
  }

  /// What is not measured, and why.
  private func missing(in session: PersonCourse.Session) -> Markup {
    var words: [String] = []
    let ways = [Direction.forward, .backward]
    let found = ways.filter { !walks($0, in: session).isEmpty }
    for direction in ways where !found.contains(direction) {
      words.append(language("no \(language.text(direction.rawValue)) stride was found"))
    }
    for measure in TrackedMeasure.ofStrides {
      let reasons = found.map { reason(for: measure, $0, in: session) }
      let title = language.inSentence(measure.title)
      // What is missing in both directions for the same reason is said once.
      if found.count > 1, let first = reasons[0], reasons[1] == first {
        words.append("\(title) (\(language.text(first)))")
      } else {
        for (direction, reason) in zip(found, reasons) {
          if let reason {
            words.append("\(title) \(language.text(direction.rawValue)) (\(language.text(reason)))")
          }
        }
      }
    }
    guard !words.isEmpty else { return .nothing }
    return "<p class=\"soft\">\(language("Not measured: \(words.joined(separator: "; "))."))</p>"
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
