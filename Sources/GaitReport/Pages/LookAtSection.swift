import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// Strides that differ from those around them, with their times. It is not a count of near falls.
package struct LookAtSection {
  package typealias Entry = SummaryDocument.LookAt.Entry

  /// With the place where each stands, or `nil` where there is only one, the newest first.
  private let sources: [(place: String?, summary: SummaryDocument)]
  /// Where a stride is shown; `nil` where it is shown nowhere.
  private let address: (Entry) -> Markup?
  private let language: Language

  /// - Parameter address: Where the viewer shows the stride of an entry.
  package init(
    _ recording: AnalyzedRecording, in language: Language = .english, address: @escaping (Entry) -> Markup
  ) {
    sources = [(nil, recording.summary)]
    self.address = address
    self.language = language
  }

  init(report: PersonReport) {
    sources = report.recordings.reversed().map { (report.placeWithIncline(of: $0), $0.summary) }
    address = { _ in nil }
    language = report.language
  }

  /// Most rows: more are read in `summary.json`.
  private static let mostRows = 30

  /// Empty where no recording was searched: an earlier version did not.
  package func html() -> Markup {
    let searched = sources.compactMap { place, summary in summary.stridesToLookAt.map { (place, $0) } }
    guard !searched.isEmpty else { return needsFeet }
    let entries = searched.flatMap { place, found in found.strides.map { (place, $0) } }
    let judged = searched.reduce(0) { $0 + $1.1.judged }
    return """
      <section><h2>\(title)</h2>
      <p>\(opening(found: entries.count, judged: judged))</p>
      \(if: !entries.isEmpty, "\(table(entries).markup)\n<p class=\"soft\">\(caution)</p>")</section>
      """
  }

  private var title: String { language("Strides to look at") }

  private var needsFeet: Markup {
    guard sources.contains(where: { $0.summary.walkMeasures != nil && !$0.summary.directions.isEmpty }) else {
      return .nothing
    }
    return """
      <section><h2>\(title)</h2><p class="soft">\(language("Not searched for: a foot must carry a sensor."))</p></section>
      """
  }

  private func opening(found: Int, judged: Int) -> String {
    guard judged > 0 else {
      return language("No walk was long enough. A stride is compared with eight others of its foot in the same walk.")
    }
    guard found > 0 else {
      return language(
        """
        \(judged, "stride") \(for: judged, "was", "were") compared with those around \(for: judged, "it", "them"). None \
        differs as after a stumble, a hesitation or a stop.
        """)
    }
    return language(
      """
      \(found) of \(judged, "stride") \(for: found, "differs", "differ") from those around \(for: found, "it", "them") as \
      after a stumble, a hesitation or a stop. What happened is not known.
      """)
  }

  private var caution: String {
    language(
      """
      This is not a count of near falls. In one study, about one in seven alarms of such a detector was a near fall \
      (computed from Weiss et al. 2010, doi 10.1186/1756-0500-3-62).
      """)
  }

  private func table(_ entries: [(place: String?, entry: Entry)]) -> PageTable {
    let hasPlaces = Set(entries.map(\.place)).count > 1 || entries.first?.place != nil
    let rows = entries.prefix(Self.mostRows).map { place, entry -> Markup in
      let name = "\(language.text(entry.foot.rawValue)) \(entry.stride)"
      let head: Markup = address(entry).map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
      return .row(
        head,
        [
          .number(entry.timeS, 1, in: language), .cell("\(language.text(entry.direction.rawValue))"),
          .cell("\(words(entry))"),
        ]
          + (hasPlaces ? [.cell("\(place ?? "")")] : []))
    }
    let more = entries.count - rows.count
    let inFile = language("\(more) more are in summary.json.")
    let rest: [Markup] = more > 0 ? ["<tr><td colspan=\"\(hasPlaces ? 5 : 4)\">\(inFile)</td></tr>"] : []
    return PageTable(
      .label(title),
      heads: [
        .head(language("Stride")), .numberHead(language("Time, s")), .head(language("Direction")),
        .head(language("What differs")),
      ] + (hasPlaces ? [.head(language("Session"))] : []), rows: rows + rest)
  }

  private func words(_ entry: Entry) -> String {
    let late = entry.delayS.map { language("step late by \(language.fixed($0, 1)) s") } ?? language("step late")
    return switch entry.kind {
    case .interruptedSwing: language("swing ended early and short")
    case .hesitation: late
    case .stop: language("\(late), a stop within the walk")
    }
  }
}
