import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import PageLanguage

/// One session: all its recordings together, then each of them with its strides.
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
      self.init(recording: query.number("recording") ?? 1)
      if let sort = query["sort"], StrideQuantity.shown.contains(where: { $0.column == sort }) { self.sort = sort }
      isDescending = query["order"] == "down"
      direction = query["direction"].flatMap(Direction.init)
      page = query.number("page") ?? 1
      stride = query.text("stride")
    }

    init(recording: Int) {
      self.recording = recording
    }
  }

  /// Most recordings whose parts are all open: a session of more is a list first.
  static let mostOpen = 3

  var person: String
  var session: PersonCourse.Session
  /// In the order of time.
  var recordings: [AnalyzedRecording]
  var choice: Choice
  /// The curves of the stride that is chosen.
  var drawn: DrawnStride?
  /// Whether the curves of other strides of the recording were kept.
  var hasOtherCurves = false
  /// The strides around the one that is chosen.
  var replay: WalkReplay?
  /// Strides of each recording whose replays are offered; none of the recording of which a stride is chosen.
  var replayed: [[Stride]] = []
  var language: Language = .english

  /// The recording that is shown, and the stride of it that is chosen.
  static func shown(
    of recordings: [AnalyzedRecording], _ choice: Choice
  ) -> (index: Int, stride: Stride?) {
    let index = min(choice.recording, recordings.count) - 1
    return (index, choice.stride.flatMap { name in recordings[index].strides.first { StrideDetail.name($0) == name } })
  }

  func html() -> Markup {
    let day = session.day.map { ", \(language.date($0.description))" } ?? ""
    let labels = session.walks.map { $0.conditions.label(in: language) }.joined(separator: "; ")
    let about = recordings.count == 1 ? parts[0].conditions : language("\(recordings.count, "recording"), \(labels)")
    let edit = PageLink(.editSession, [("person", person), ("session", session.name)])
    var body: Markup = """
      <h1>\(session.name)</h1><p class="soft">\(person)\(day), \(about) \
      <span class="exports"><a href="\(edit)">\(language("Edit"))</a></span></p>
      """
    body += recordings.count == 1 ? parts[0].html : together + parts.map(folded).joined()
    return PageFrame(
      title: language("\(session.name) of \(person)"),
      trail: [(language("People"), PageLink(.people)), (person, .person(person)), (session.name, nil)],
      body: body + exports, language: language
    ).html()
  }

  /// Each recording, as far as the page shows it.
  private var parts: [RecordingPart] {
    let (index, chosen) = Self.shown(of: recordings, choice)
    let all = recordings.reduce(0) { $0 + $1.strides.count }
    return recordings.enumerated().map { k, recording in
      var part = RecordingPart(
        person: person, session: session.name, recording: recording, isOnly: recordings.count == 1,
        choice: k == index ? choice : Choice(recording: k + 1))
      // Tables of all recordings only where they are as short as one page of one of them.
      part.listsStrides = k == index || all <= RecordingPart.rowsPerPage
      part.choice.recording = k + 1
      part.language = language
      if k < replayed.count { part.replayed = replayed[k] }
      guard k == index else { return part }
      (part.chosen, part.drawn, part.hasOtherCurves, part.replay) = (chosen, drawn, hasOtherCurves, replay)
      return part
    }
  }

  /// What all recordings have together.
  private var together: Markup {
    [
      SessionMeansSection(session, in: language).html(), recordingTable,
      SessionTestsSection(recordings, in: language) { "\(RecordingPart.address($0 + 1, session.name, of: person))" }
        .html(),
      SegmentsSection(recordings, in: language).html(), ExclusionsSection(recordings, in: language).html(),
    ].joined()
  }

  /// A recording that opens and closes; of few all are open.
  private func folded(_ part: RecordingPart) -> Markup {
    let shown = Self.shown(of: recordings, choice).index + 1
    let isOpen = recordings.count <= Self.mostOpen || part.choice.recording == shown
    return """
      <details class="recording" id="\(part.id)"\(if: isOpen, " open")>\
      <summary><h2>\(language("Recording \(part.recording.summary.recording)"))</h2></summary>
      <p class="soft">\(part.conditions)</p>\(part.html.withLowerHeadings)</details>
      """
  }

  /// Every recording in a row, with a link to its part.
  private var recordingTable: Markup {
    let rows = parts.map { part -> Markup in
      let summary = part.recording.summary
      let number = part.choice.recording
      let speeds = [Direction.backward, .forward].flatMap { direction -> [Markup] in
        let found = summary.directions[direction.rawValue]
        let speed = found?.measures[StrideQuantity.speed.id]
        return [
          .number(found.map { "\($0.strides)" } ?? .dash), .number(.mean(speed, language.speedUnit, in: language)),
        ]
      }
      let name: Markup = """
        <a href="\(RecordingPart.address(number, session.name, of: person))">\(summary.recording)</a>
        """
      return .row(
        name,
        speeds + [
          .number(ExcludedStrides([part.recording]).excluded), .number(summary.warnings.count),
          .number(summary.durationSeconds / 60, 1, in: language), .cell("\(part.ground)"),
        ])
    }
    let speed = "\(language.inSentence(StrideQuantity.speed.title)), \(language.speedUnit.text)"
    let columns = [language("strides"), speed]
    let numbers =
      columns + columns + [language("Excluded strides"), language("Warnings"), language("Minutes")]
    let table = PageTable(
      .heading("recordings"), isTall: recordings.count > Self.mostOpen, attributes: " class=\"recordings\"",
      head: """
        <tr><th></th>\(.groupHead(language("backward"), columns: 2))\(.groupHead(language("forward"), columns: 2))\
        <th></th><th></th><th></th><th></th></tr>
        <tr>\(.head(language("Recording")))\(numbers.map(Markup.numberHead).joined(""))\(.head(language("Ground")))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    return """
      <section aria-labelledby="recordings"><h2 id="recordings">\(language("Recordings"))</h2>
      \(table.markup)</section>
      """
  }

  private var exports: Markup {
    let link = PageLink(.exportStrides, [("person", person), ("session", session.name)])
    return """
      <section aria-labelledby="export"><h2 id="export">\(language("Export"))</h2>
      <p class="exports"><a href="\(link)" download>\(language("Strides of this session (CSV)"))</a></p></section>
      """
  }
}
