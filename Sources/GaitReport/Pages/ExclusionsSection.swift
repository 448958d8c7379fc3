import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// What a session leaves out of its means, counted by reason over its recordings.
package struct ExclusionsSection {
  private let recordings: [AnalyzedRecording]
  private let language: Language

  /// - Parameter recordings: Those of one session.
  package init(_ recordings: [AnalyzedRecording], in language: Language = .english) {
    self.recordings = recordings
    self.language = language
  }

  package func html() -> Markup {
    let excluded = ExcludedStrides(recordings)
    let counted = [Direction.backward, .forward].map { direction in
      "\(excluded.counted[direction] ?? 0) \(language.text(direction.rawValue))"
    }
    let rows = excluded.reasons.map { reason in
      Markup.row(
        "\(language(reason.words).capitalizedFirst)",
        [.number(reason.strides), .number("\(language("\(reason.recordings) of \(recordings.count)"))")])
    }
    let table = PageTable(
      .heading("excluded"),
      heads: [.head(language("Reason")), .numberHead(language("Strides")), .numberHead(language("In recordings"))],
      rows: rows)
    let words = language(
      """
      \(excluded.found - excluded.excluded) of \(excluded.found, "stride") that were found enter means: \
      \(counted.joined(separator: ", ")). \(excluded.excluded) do not.
      """)
    return """
      <section aria-labelledby="excluded"><h2 id="excluded">\(language("Excluded strides"))</h2>
      <p>\(words)</p>
      \(if: !rows.isEmpty, table.markup)</section>
      """
  }
}
