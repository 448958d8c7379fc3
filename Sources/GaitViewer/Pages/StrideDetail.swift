import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import PageLanguage

/// One stride beside the mean of its kind.
struct StrideDetail {
  var recording: AnalyzedRecording
  var stride: Stride
  /// The stride's curves; `nil` where none were kept.
  var drawn: DrawnStride?
  /// Whether the curves of other strides of the recording were kept.
  var hasOtherCurves = false
  /// The strides around it, to be played; `nil` where no path is known.
  var replay: WalkReplay?
  /// Where the numbers of the replay are.
  var replayData = PageLink(.replay)
  var language: Language
  /// Where the other strides are.
  var link: (Stride?) -> PageLink

  /// How a stride stands in a URL: `left-12`.
  static func name(_ stride: Stride) -> String { name(stride.foot, stride.number) }
  static func name(_ foot: Side, _ number: Int) -> String { "\(foot.rawValue)-\(number)" }

  private static let degrees = 180 / Double.pi

  func html() -> Markup {
    let sameFoot = recording.strides.filter { $0.foot == stride.foot }
    let place = sameFoot.firstIndex { $0.number == stride.number } ?? 0
    let previous = place > 0 ? sameFoot[place - 1] : nil
    let next = place + 1 < sameFoot.count ? sameFoot[place + 1] : nil
    let figures: [Markup] =
      [StrideTimeline(strides: recording.strides, chosen: stride, language: language).svg()]
      + [
        (language("Leaving the ground"), stride.footPitchAtRelease),
        (language("First contact"), stride.footPitchAtContact),
      ].compactMap { title, pitch in
        pitch.map { SoleAngle(title: title, degrees: $0 * Self.degrees, language: language).svg() }
      }
    let title =
      stride.foot == .left
      ? language("Stride \(stride.number) of the left foot") : language("Stride \(stride.number) of the right foot")
    let table = PageTable(
      .heading("stride-title"),
      heads: [
        .head(language("Measure")), .numberHead(language("This stride")), .head(meanHead),
      ], rows: measures + eventRows)
    return """
      <section class="stride" id="stride" aria-labelledby="stride-title" tabindex="-1">
      <h2 id="stride-title">\(title)</h2>
      <p>\(kind)</p>
      <p class="pages">\(step(language("previous stride"), previous)) \(step(language("next stride"), next)) \
      <a href="\(link(nil))" data-closes>\(language("close"))</a></p>
      <div class="figures stride-figures">\(figures.map { "<figure>\($0)</figure>" as Markup }.joined())</div>
      \(replay.map { ReplaySection(replay: $0, data: replayData, language: language).html() })
      \(curves)
      \(table.markup)
      <p class="soft">\(files)</p>
      </section>
      """
  }

  private var curves: Markup {
    if drawn == nil, hasOtherCurves {
      let words = language("For a recording this long, only the curves of the first strides are kept.")
      return "<p class=\"soft\">\(words)</p>"
    }
    guard let drawn else {
      let commands: [Markup] = ["<code>retrogait analyze --force</code>", "<code>retrogait history add</code>"]
      let words = Markup.sentence(commands) { commands in
        language(
          """
          No curves were kept with this session; add it again to see them: \(commands[0]), then \(commands[1]).
          """)
      }
      return "<p class=\"soft\">\(words)</p>"
    }
    let mean = recording.summary.curves?.first { $0.foot == stride.foot && $0.direction == stride.direction }
    return StrideFigures(stride: stride, drawn: drawn, mean: mean, language: language).html()
  }

  private func step(_ words: String, _ other: Stride?) -> Markup {
    other.map { "<a href=\"\(link($0))\">\(words)</a>" } ?? .nothing
  }

  private var kind: String {
    var words = [
      direction.map { sure($0, stride.directionConfidence) } ?? language("direction not measurable")
    ]
    if let contact = stride.contact { words.append(sure(first(contact), stride.contactConfidence)) }
    if let reason = stride.rejectReason {
      let reason = language.text(reason.rawValue.replacing("_", with: " "))
      words.append(language("excluded from all means: \(reason)"))
    }
    return words.joined(separator: ", ")
  }

  private var direction: String? { stride.direction.map { language.text($0.rawValue.replacing("_", with: " ")) } }

  private var meanHead: String {
    direction.map { language("Mean of \($0) strides") } ?? language("Mean of such strides")
  }

  /// `backward (99 % sure)`
  private func sure(_ words: String, _ confidence: Double?) -> String {
    confidence.map { language("\(words) (\(language.fixed(100 * $0, 0)) % sure)") } ?? words
  }

  private func first(_ contact: FirstContact) -> String {
    switch contact {
    case .heel: language("heel first")
    case .toe: language("toe first")
    case .flat: language("flat first")
    }
  }

  private var files: Markup {
    let names = recording.summary.inputs.filter { $0.file != "recording.json" }.map { input -> Markup in
      "<code title=\"SHA-256 \(input.sha256)\">\(input.file)</code>"
    }
    return .sentence([names.joined(", ")]) { names in
      language("Measured by \(names[0]) of the recording \(recording.summary.recording).")
    }
  }

  private var measures: [Markup] {
    let means = stride.direction.flatMap { recording.summary.directions[$0.rawValue]?.measures } ?? [:]
    return StrideQuantity.averaged.map { measure in
      let unit = measure.shown(in: language)
      return .row(
        measure.head(in: language),
        [.number(measure.value(stride), unit, in: language), .cell(.mean(means[measure.id], unit, in: language))])
    }
  }

  private var eventRows: [Markup] {
    [StrideQuantity.start, .finalContact, .end].map { time -> Markup in
      let title = language("\(language.text(time.title)), s of the recording")
      return .row("\(title)", [.number(time.value(stride), time.decimals, in: language), .cell(.nothing)])
    }
  }
}
