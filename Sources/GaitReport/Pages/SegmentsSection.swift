import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// The named parts of recordings, each with its speed and stride length.
package struct SegmentsSection {
  /// With the place where each stands, or `nil` where there is only one.
  private let recordings: [(label: String?, recording: AnalyzedRecording)]

  /// What the places are: `session` or `recording`.
  private let places: String
  private let language: Language

  /// - Parameter recordings: Those of one session.
  package init(_ recordings: [AnalyzedRecording], in language: Language = .english) {
    self.recordings = recordings.map { (recordings.count > 1 ? $0.summary.recording : nil, $0) }
    places = language("recording")
    self.language = language
  }

  init(report: PersonReport) {
    recordings = report.recordings.map { (report.label(of: $0), $0) }
    language = report.language
    places = language("session")
  }

  /// Empty where no recording has segments.
  package func html() -> Markup {
    let parts = recordings.flatMap { label, recording in
      (recording.summary.segments ?? []).map { (label, $0) }
    }
    guard !parts.isEmpty else { return .nothing }
    let rows = parts.map { label, segment -> Markup in
      let cells = [Direction.forward, .backward].flatMap { direction -> [Markup] in
        let found = segment.directions[direction.rawValue]
        let means = TrackedMeasure.speedAndLength.map { measure in
          let mean = found?.measures[measure.id]
          return Markup.number(.estimate(mean?.mean, mean?.interval, measure.shown(in: language), in: language))
        }
        return [.number(found.map { "\($0.strides)" } ?? .dash)] + means
      }
      let (start, end) = (language.fixed(segment.startS, 1), language.fixed(segment.endS, 1))
      let time: Markup = "\(language("\(start) to \(end)"))"
      let place: [Markup] = label.map { [.cell("\($0)")] } ?? []
      return .row("\(segment.name)", place + [.number(time)] + cells)
    }
    let columns = [
      language("strides"), language("speed, \(language.speedUnit.text)"),
      language("stride length, \(language.lengthUnit.text)"),
    ]
    let hasPlaces = parts.contains { $0.0 != nil }
    let heads = ([language("seconds")] + columns + columns).map(Markup.numberHead)
    let table = PageTable(
      .label(language("Segments")),
      head: """
        <tr><th></th>\(if: hasPlaces, "<th></th>")<th></th>\(.groupHead(language("forward"), columns: 3))\
        \(.groupHead(language("backward"), columns: 3))</tr>
        <tr>\(.head(language("segment")))\(if: hasPlaces, .head(places))\(heads.joined(""))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    let outside = recordings.reduce(0) { $0 + ($1.recording.summary.stridesOutsideSegments ?? 0) }
    let note = language(
      """
      A stride counts here if it lies fully within the segment. \(outside, "stride") \(for: outside, "lies", "lie") in no \
      segment.
      """)
    return """
      <section><h2>\(language("Segments"))</h2>
      <p>\(note)</p>\(table.markup)</section>
      """
  }
}
