import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import NumberText
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
      [StrideTimeline(strides: recording.strides, chosen: stride).svg()]
      + [
        stride.footPitchAtRelease.map { SoleAngle(title: "Leaving the ground", degrees: $0 * Self.degrees).svg() },
        stride.footPitchAtContact.map { SoleAngle(title: "First contact", degrees: $0 * Self.degrees).svg() },
      ].compactMap { $0 }
    let table = PageTable(
      .heading("stride-title"),
      heads: [
        .head("Measure"), .numberHead("This stride"), .head("Mean of \(stride.direction?.rawValue ?? "such") strides"),
      ], rows: measures + eventRows)
    return """
      <section class="stride" id="stride" aria-labelledby="stride-title" tabindex="-1">
      <h2 id="stride-title">Stride \(stride.number) of the \(stride.foot.rawValue) foot</h2>
      <p>\(kind)</p>
      <p class="pages">\(step("previous stride", previous)) \(step("next stride", next)) \
      <a href="\(link(nil))" data-closes>close</a></p>
      <div class="figures stride-figures">\(figures.map { "<figure>\($0)</figure>" as Markup }.joined())</div>
      \(replay.map { ReplaySection(replay: $0, data: replayData).html() })
      \(curves)
      \(table.markup)
      <p class="soft">Measured by \(files).</p>
      </section>
      """
  }

  private var curves: Markup {
    if drawn == nil, hasOtherCurves {
      return "<p class=\"soft\">For a recording this long, only the curves of the first strides are kept.</p>"
    }
    guard let drawn else {
      return """
        <p class="soft">No curves were kept with this session; add it again to see them: \
        <code>retrogait analyze --force</code>, then <code>retrogait history add</code>.</p>
        """
    }
    let mean = recording.summary.curves?.first { $0.foot == stride.foot && $0.direction == stride.direction }
    return StrideFigures(stride: stride, drawn: drawn, mean: mean, language: language).html()
  }

  private func step(_ words: String, _ other: Stride?) -> Markup {
    other.map { "<a href=\"\(link($0))\">\(words)</a>" } ?? .nothing
  }

  private var kind: String {
    var words: [String] = []
    if let direction = stride.direction {
      let sure = stride.directionConfidence.map { " (\(PlainNumbers.fixed(100 * $0, 0)) % sure)" } ?? ""
      words.append(direction.rawValue.replacing("_", with: " ") + sure)
    } else {
      words.append("direction not measurable")
    }
    if let contact = stride.contact {
      let sure = stride.contactConfidence.map { " (\(PlainNumbers.fixed(100 * $0, 0)) % sure)" } ?? ""
      words.append("\(contact.rawValue) first\(sure)")
    }
    if let reason = stride.rejectReason {
      words.append("excluded from all means: \(reason.rawValue.replacing("_", with: " "))")
    }
    return words.joined(separator: ", ")
  }

  private var files: Markup {
    let names = recording.summary.inputs.filter { $0.file != "recording.json" }.map { input -> Markup in
      "<code title=\"SHA-256 \(input.sha256)\">\(input.file)</code>"
    }
    return "\(names.joined(", ")) of the recording \(recording.summary.recording)"
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
    [StrideQuantity.start, .finalContact, .end].map { time in
      .row("\(time.title), s of the recording", [.number(time.value(stride), time.decimals), .cell(.nothing)])
    }
  }
}
