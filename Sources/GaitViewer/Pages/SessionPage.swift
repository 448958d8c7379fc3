import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import NumberText

/// One session with its strides.
struct SessionPage {
  /// What of a session is shown, as it stands in the URL.
  struct Choice: Sendable {
    /// Counts the session's recordings from 1.
    var recording = 1
    var sort = StrideQuantity.end.column
    var isDescending = false
    var direction: Direction?
    var page = 1
    var stride: String?

    init(_ query: QueryParameters) {
      recording = query.number("recording") ?? 1
      if let sort = query["sort"], StrideQuantity.shown.contains(where: { $0.column == sort }) { self.sort = sort }
      isDescending = query["order"] == "down"
      direction = query["direction"].flatMap(Direction.init)
      page = query.number("page") ?? 1
      stride = query.text("stride")
    }
  }

  /// More rows than this make a page slow.
  static let rowsPerPage = 500

  var person: String
  var session: String
  var recordings: [AnalyzedRecording]
  var choice: Choice
  /// The curves of the stride that is chosen.
  var drawn: DrawnStride?
  /// Whether the curves of other strides of the recording were kept.
  var hasOtherCurves = false
  /// The strides around the one that is chosen.
  var replay: WalkReplay?
  /// Strides whose replays are offered where none is chosen.
  var replayed: [Stride] = []

  /// The recording that is shown, and the stride of it that is chosen.
  static func shown(
    of recordings: [AnalyzedRecording], _ choice: Choice
  ) -> (index: Int, stride: Stride?) {
    let index = min(choice.recording, recordings.count) - 1
    return (index, choice.stride.flatMap { name in recordings[index].strides.first { StrideDetail.name($0) == name } })
  }

  func html() -> Markup {
    let (index, chosen) = Self.shown(of: recordings, choice)
    let recording = recordings[index]
    let day = recording.summary.startedAt.map { String($0.prefix(10)) }
    var body: Markup = """
      <h1>\(session)</h1><p class="soft">\(person)\(day.map { ", \($0)" } ?? ""), \(conditions(recording)) \
      <span class="exports"><a href="\(PageLink(.editSession, [("person", person), ("session", session)]))">Edit</a></span></p>
      """
    if recordings.count > 1 { body += recordingLinks(index) }
    body +=
      comparison(recording) + SegmentsSection(recording).html() + wholeWalk(recording) + stride(chosen, recording)
      + table(recording) + quality(recording) + exports
    return PageFrame(
      title: "\(session) of \(person)",
      trail: [("People", PageLink(.people)), (person, .person(person)), (session, nil)], body: body
    ).html()
  }

  private func conditions(_ recording: AnalyzedRecording) -> String {
    let summary = recording.summary
    var words = [summary.surface?.rawValue ?? "surface not stated"]
    if let speed = summary.beltSpeedMS { words.append("belt \(PlainNumbers.fixed(speed, 2)) m/s") }
    if let incline = summary.inclinePercent, incline != 0 {
      words.append("incline \(PlainNumbers.fixed(incline, 0)) %")
    }
    words.append("\(PlainNumbers.fixed(summary.durationSeconds / 60, 1)) min recorded")
    words.append(PlainNumbers.count(summary.strides, "stride"))
    return words.joined(separator: ", ")
  }

  /// This page with everything that was chosen but the stride and the page of the table.
  var link: PageLink {
    PageLink.session(session, of: person)
      .with("recording", choice.recording > 1 ? String(choice.recording) : nil)
      .with("direction", choice.direction?.rawValue)
      .with("sort", choice.sort == StrideQuantity.end.column ? nil : choice.sort)
      .with("order", choice.isDescending ? "down" : nil)
  }

  private func recordingLinks(_ shown: Int) -> Markup {
    let links = recordings.enumerated().map { k, recording -> Markup in
      let link = PageLink.session(session, of: person).with("recording", String(k + 1))
      return .choice(recording.summary.recording, "\(link)", isChosen: k == shown)
    }
    return """
      <ul class="choices" aria-label="Recordings">\(links.joined(""))</ul>
      <p class="soft">All numbers below are of recording \(shown + 1) of \(recordings.count) alone. The means of the whole \
      session stand on the page of the person.</p>
      """
  }

  private func comparison(_ recording: AnalyzedRecording) -> Markup {
    let directions = recording.summary.directions
    guard !directions.isEmpty else {
      return "<p class=\"lead\">No forward or backward walking could be measured.</p>"
    }
    let rows = StrideQuantity.averaged.map { measure -> Markup in
      let cells = ["backward", "forward"].map { direction -> Markup in
        if let reason = directions[direction]?.notMeasured[measure.id] {
          return "<td class=\"soft\">not measured: \(reason)</td>"
        }
        return .cell(.mean(directions[direction]?.measures[measure.id], measure.decimals))
      }
      return .row(measure.head, cells)
    }
    let counts = ["backward", "forward"].map { direction -> Markup in
      let contacts = recording.summary.contacts[direction] ?? [:]
      let shares = FirstContact.allCases.compactMap { contact in
        contacts[contact.rawValue].flatMap { $0 > 0 ? $0 : nil }.map {
          "\(contact.rawValue) \(PlainNumbers.fixed(100 * $0, 0)) %"
        }
      }
      return .cell("\(shares.isEmpty ? "–" : shares.joined(separator: ", "))")
    }
    let strides = ["backward", "forward"].map { direction -> Markup in
      guard let found = directions[direction] else {
        return "<td class=\"soft\">no \(direction) walking was found</td>"
      }
      return .cell("\(found.strides) of \(found.stridesWalked ?? found.strides)")
    }
    let table = PageTable(
      .heading("means"), heads: ["Measure", "backward", "forward"].map(Markup.head),
      rows: [.row("Strides that count, of all", strides), .row("First contact", counts)] + rows)
    let pitchChart = DistributionChart.pitchAtContact(of: recording.strides.filter(\.isValid), title: "Foot")
    return """
      <section aria-labelledby="means"><h2 id="means">Backward and forward</h2><div class="beside">
      \(table.markup)\(pitchChart.map { .figure($0.svg()) })</div></section>
      """
  }

  /// Where the walking of each direction can be played.
  private var replayLinks: Markup {
    guard !replayed.isEmpty else { return .nothing }
    let links = replayed.compactMap { stride -> Markup? in
      stride.direction.map { "<a href=\"\(link.with("stride", StrideDetail.name(stride)))#replay\">\($0.rawValue)</a>" }
    }
    return "<p class=\"pages\">Replay of both feet: \(links.joined(" "))</p>"
  }

  private func stride(_ chosen: Stride?, _ recording: AnalyzedRecording) -> Markup {
    guard choice.stride != nil else { return replayLinks }
    guard let chosen else {
      return "<section><p class=\"lead\">This recording has no stride with that number.</p></section>"
    }
    return StrideDetail(
      recording: recording, stride: chosen, drawn: drawn, hasOtherCurves: hasOtherCurves, replay: replay,
      replayData: PageLink(.replay, [("person", person), ("session", session)])
        .with("recording", choice.recording > 1 ? String(choice.recording) : nil)
        .with("stride", StrideDetail.name(chosen))
    ) { other in
      link.with("page", choice.page > 1 ? String(choice.page) : nil).with("stride", other.map(StrideDetail.name))
    }.html()
  }
}
