import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// The timed tests of a session: walks over 3 and 10 m and turns, in whichever of its recordings they were found.
package struct SessionTestsSection {
  private let recordings: [AnalyzedRecording]
  /// Where the recording of the index is shown.
  private let address: (Int) -> Markup
  private let language: Language

  /// - Parameters:
  ///   - recordings: Those of one session.
  ///   - address: Where the recording of an index is shown.
  package init(
    _ recordings: [AnalyzedRecording], in language: Language = .english, address: @escaping (Int) -> Markup
  ) {
    self.recordings = recordings
    self.language = language
    self.address = address
  }

  /// Empty where nobody walked forward or backward.
  package func html() -> Markup {
    let walked = recordings.filter { !$0.summary.directions.isEmpty }
    guard !walked.isEmpty else { return .nothing }
    let found: [(WalkQuantity, [Markup])] = WalkQuantity.timed.map { ($0, rows(of: $0)) }
    let lines = found.flatMap { $0.1 }
    let missing = found.filter { $0.1.isEmpty }.map { quantity, _ -> Markup in
      "<li>\(language.text(quantity.title)): \(reasons(quantity, in: walked)).</li>"
    }
    let studies = found.filter { !$0.1.isEmpty }.compactMap { quantity, _ in
      quantity.test.map { WalkTestContext.published(of: $0, title: language.text(quantity.title), in: language) }
    }
    let table = PageTable(
      .heading("tests"), isTall: lines.count > Self.mostRows,
      heads: [
        .head(language("Test")), .head(language("Recording")), .numberHead(language("Time, s")),
        .numberHead(language("Speed, \(language.speedUnit.text)")), .numberHead(language("Steps or turns")),
      ], rows: lines)
    return """
      <section aria-labelledby="tests"><h2 id="tests">\(language("Walk tests and turns"))</h2>
      \(if: lines.isEmpty, "<p>\(language("No walk test and no half turn was found in any recording."))</p>")\
      \(if: !lines.isEmpty, "\(table.markup)<p class=\"soft\">\(note)</p>")\
      \(if: !missing.isEmpty, "<details><summary>\(language("\(missing.count, "test") not found, with the reasons"))</summary><ul>\(missing.joined())</ul></details>")
      \(studies.joined())</section>
      """
  }

  /// Most rows of which the table is as high as they are: about a screen. One of more scrolls.
  private static let mostRows = 20

  private var note: String {
    language(
      """
      Each recording gives the first walk that covers the distance of a test. The time of turns is their mean. In brackets: \
      95 % CI.
      """)
  }

  private func rows(of quantity: WalkQuantity) -> [Markup] {
    recordings.enumerated().flatMap { index, recording in
      quantity.directions.compactMap { direction -> Markup? in
        guard let found = quantity(recording.summary, direction) else { return nil }
        let interval = found.interval.map { interval in quantity.possible.map(interval.clamped(to:)) ?? interval }
        let speed = quantity.test.flatMap { found.value > 0 ? $0.distance / found.value : nil }
        let name = language.text(quantity.title)
        let title =
          quantity.directions.count > 1
          ? language("\(name), after \(language.text(direction.rawValue)) walking") : name
        return .row(
          "\(title)",
          [
            .cell("<a href=\"\(address(index))\">\(recording.summary.recording)</a>"),
            .number(.estimate(found.value, interval, quantity.shown(in: language), in: language)),
            .number(speed.map { "\(language.fixed($0, language.speedUnit))" } ?? .dash), .number(found.n),
          ])
      }
    }
  }

  /// Why no recording has it, each reason once.
  private func reasons(_ quantity: WalkQuantity, in recordings: [AnalyzedRecording]) -> String {
    var reasons: [String] = []
    for recording in recordings {
      for direction in quantity.directions {
        // Reasons name keys as documents do, in backticks.
        let reason = language.text(quantity.missingReason(recording.summary, direction)).replacing("`", with: "")
        if !reasons.contains(reason) { reasons.append(reason) }
      }
    }
    return reasons.joined(separator: "; ")
  }
}
