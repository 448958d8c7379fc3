import GaitMeasures
import GaitModel
import GaitPages
import NumberText

/// What a session leaves out of its means, counted by reason over its recordings.
package struct ExclusionsSection {
  private let recordings: [AnalyzedRecording]

  /// - Parameter recordings: Those of one session.
  package init(_ recordings: [AnalyzedRecording]) {
    self.recordings = recordings
  }

  package func html() -> Markup {
    let excluded = ExcludedStrides(recordings)
    let counted = [Direction.backward, .forward].map { direction in
      "\(excluded.counted[direction] ?? 0) \(direction.rawValue)"
    }
    let rows = excluded.reasons.map { reason in
      Markup.row(
        "\(reason.words.capitalizedFirst)",
        [.number(reason.strides), .number("\(reason.recordings) of \(recordings.count)")])
    }
    let table = PageTable(
      .heading("excluded"), heads: [.head("Reason"), .numberHead("Strides"), .numberHead("In recordings")], rows: rows)
    return """
      <section aria-labelledby="excluded"><h2 id="excluded">Excluded strides</h2>
      <p>\(excluded.found - excluded.excluded) of \(PlainNumbers.count(excluded.found, "stride")) that were found enter means: \
      \(counted.joined(separator: ", ")). \(excluded.excluded) do not.</p>
      \(if: !rows.isEmpty, table.markup)</section>
      """
  }
}
