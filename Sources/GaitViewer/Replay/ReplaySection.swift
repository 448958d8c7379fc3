import GaitModel
import GaitPages
import NumberText

/// The replay on the page of a stride: pictures, and controls for a browser that runs scripts.
struct ReplaySection {
  var replay: WalkReplay
  /// Where the script finds the numbers.
  var data: PageLink

  /// Step of the slider and of the buttons, in ms: about the distance of two points of a path, 41 in a stride of a second.
  private static let step = 20

  func html() -> Markup {
    let figures = ReplayFigures(replay)
    let range = [replay.time.lowerBound, replay.time.upperBound].map(ReplayData.milliseconds)
    let now = ReplayData.milliseconds(figures.time)
    let drawings = ReplayFigures.View.allCases.map { Markup.figure(figures.svg($0).html) }
    return """
      <div class="replay" id="replay" role="group" aria-labelledby="replay-title" data-replay="\(data)" \
      data-now="\(now)">
      <h3 id="replay-title">Replay</h3>
      <div class="figures views">\(drawings.joined())</div>
      <div class="controls" hidden>
      <p class="buttons"><button type="button" data-does="play">Play</button>
      <button type="button" data-does="contact-back">Previous contact</button>
      <button type="button" data-does="back">\(Self.step) ms back</button>
      <button type="button" data-does="forward">\(Self.step) ms on</button>
      <button type="button" data-does="contact-forward">Next contact</button>
      <label>Speed <select><option value="1">full</option><option value="0.5">half</option>\
      <option value="0.25" selected>a quarter</option></select></label></p>
      <label class="time">Time <input type="range" min="\(range[0])" max="\(range[1])" step="\(Self.step)" value="\(now)"></label>
      <p><output></output></p>
      </div>
      <noscript><p class="soft">The pictures move only in a browser that runs scripts.</p></noscript>
      <p class="soft">\(legend)</p>
      </div>
      """
  }

  private var legend: String {
    var sentences = [
      "FC is the final contact, IC the initial contact; outlines show the foot at both.",
      "Each foot is drawn on a ground of its own, which passes at the speed of its stride, as on a treadmill.",
      "How far apart the feet are is not measured. Their sideways paths are not kept, and turns are not drawn.",
      "All feet are drawn equally large, with the sensor on the instep.",
    ]
    if replay.leftOut > 0 {
      sentences.append(
        "The replay holds the \(replay.strides.count) strides around this one; the bout has "
          + "\(replay.strides.count + replay.leftOut).")
    }
    return sentences.joined(separator: " ")
  }
}
