import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import PageLanguage

/// One recording on the page of its session: its means, its whole walk, its strides and its quality.
struct RecordingPart {
  /// More rows than this make a page slow.
  static let rowsPerPage = 500

  var person: String
  var session: String
  var recording: AnalyzedRecording
  /// Whether the session has no other, so that the page has no section on the session as a whole.
  var isOnly: Bool
  var choice: SessionPage.Choice
  /// Whether the table of strides is there, and not a link to it.
  var listsStrides = true
  /// The stride that is chosen.
  var chosen: Stride?
  var drawn: DrawnStride?
  var hasOtherCurves = false
  var replay: WalkReplay?
  var replayed: [Stride] = []
  var language: Language = .english

  init(
    person: String, session: String, recording: AnalyzedRecording, isOnly: Bool, choice: SessionPage.Choice
  ) {
    self.person = person
    self.session = session
    self.recording = recording
    self.isOnly = isOnly
    self.choice = choice
  }

  /// What the recording has; segments and tests stand with those of the session where it has several recordings.
  var html: Markup {
    comparison + (isOnly ? SegmentsSection([recording], in: language).html() : .nothing) + wholeWalk + stride + table
      + quality
  }

  /// Where the part of a recording is, counted from 1.
  static func address(_ number: Int, _ session: String, of person: String) -> Markup {
    "\(PageLink.session(session, of: person).with("recording", String(number)))#recording-\(number)"
  }

  var id: String { "recording-\(choice.recording)" }

  /// A name for an element of which the page has one for each recording.
  func id(_ name: String) -> String { isOnly ? name : "\(name)-\(choice.recording)" }

  /// This page with everything that was chosen but the stride and the page of the table.
  var link: PageLink {
    PageLink.session(session, of: person)
      .with("recording", choice.recording > 1 ? String(choice.recording) : nil)
      .with("direction", choice.direction?.rawValue)
      .with("sort", choice.sort == StrideQuantity.end.column ? nil : choice.sort)
      .with("order", choice.isDescending ? "down" : nil)
  }

  /// `treadmill, belt 0.80 m/s, incline 6 %`.
  var ground: String {
    let summary = recording.summary
    var words = [summary.surface.map { language.text($0.rawValue) } ?? language("surface not stated")]
    if let speed = summary.beltSpeedMS { words.append(language("belt \(language.speed(speed))")) }
    if let incline = summary.inclinePercent, incline != 0 {
      words.append(language("incline \(language.fixed(incline, 0)) %"))
    }
    return words.joined(separator: ", ")
  }

  /// The ground, and how much was recorded.
  var conditions: String {
    let minutes = language.fixed(recording.summary.durationSeconds / 60, 1)
    return language("\(ground), \(minutes) min recorded, \(recording.summary.strides, "stride")")
  }

  private var comparison: Markup {
    let directions = recording.summary.directions
    guard !directions.isEmpty else {
      return "<p class=\"lead\">\(language("No forward or backward walking could be measured."))</p>"
    }
    let rows = StrideQuantity.averaged.map { measure -> Markup in
      let cells = ["backward", "forward"].map { direction -> Markup in
        if let reason = directions[direction]?.notMeasured[measure.id] {
          return "<td class=\"soft\">\(language("not measured: \(language.text(reason))"))</td>"
        }
        return .cell(.mean(directions[direction]?.measures[measure.id], measure.shown(in: language), in: language))
      }
      return .row(measure.head(in: language), cells)
    }
    let counts = ["backward", "forward"].map { direction -> Markup in
      let contacts = recording.summary.contacts[direction] ?? [:]
      let shares = FirstContact.allCases.compactMap { contact in
        contacts[contact.rawValue].flatMap { $0 > 0 ? $0 : nil }.map {
          "\(language.text(contact.rawValue)) \(language.fixed(100 * $0, 0)) %"
        }
      }
      return .cell("\(shares.isEmpty ? "–" : shares.joined(separator: ", "))")
    }
    let strides = ["backward", "forward"].map { direction -> Markup in
      guard let found = directions[direction] else {
        return "<td class=\"soft\">\(language("no \(language.text(direction)) walking was found"))</td>"
      }
      return .cell("\(language("\(found.strides) of \(found.stridesWalked ?? found.strides)"))")
    }
    let means = id("means")
    let table = PageTable(
      .heading(means), heads: [language("Measure"), language("backward"), language("forward")].map(Markup.head),
      rows: [
        .row("\(language("Strides that count, of all"))", strides), .row("\(language("First contact"))", counts),
      ] + rows)
    let pitchChart = DistributionChart.pitchAtContact(
      of: recording.strides.filter(\.isValid), title: language("Foot"), in: language)
    return """
      <section aria-labelledby="\(means)"><h2 id="\(means)">\(language("Backward and forward"))</h2><div class="beside">
      \(table.markup)\(pitchChart.map { .figure($0.svg()) })</div></section>
      """
  }

  /// What is known of the whole walk, and the strides of it to look at.
  private var wholeWalk: Markup {
    let strides = LookAtSection(recording, in: language) { entry in
      let name = StrideDetail.name(entry.foot, entry.stride)
      return "\(link.with("page", choice.page > 1 ? String(choice.page) : nil).with("stride", name))#stride"
    }
    return WholeWalkSection(recording, hasStudies: isOnly, in: language).html() + strides.html()
  }

  /// Where the walking of each direction can be played.
  private var replayLinks: Markup {
    guard !replayed.isEmpty else { return .nothing }
    let links = replayed.compactMap { stride -> Markup? in
      stride.direction.map { direction in
        let words = language.text(direction.rawValue)
        return "<a href=\"\(link.with("stride", StrideDetail.name(stride)))#replay\">\(words)</a>"
      }
    }
    return "<p class=\"pages\">\(language("Replay of both feet:")) \(links.joined(" "))</p>"
  }

  private var stride: Markup {
    guard choice.stride != nil else { return replayLinks }
    guard let chosen else {
      let words = language("This recording has no stride with that number.")
      return "<section><p class=\"lead\">\(words)</p></section>"
    }
    return StrideDetail(
      recording: recording, stride: chosen, drawn: drawn, hasOtherCurves: hasOtherCurves, replay: replay,
      replayData: PageLink(.replay, [("person", person), ("session", session)])
        .with("recording", choice.recording > 1 ? String(choice.recording) : nil)
        .with("stride", StrideDetail.name(chosen)), language: language
    ) { other in
      link.with("page", choice.page > 1 ? String(choice.page) : nil).with("stride", other.map(StrideDetail.name))
    }.html()
  }
}
