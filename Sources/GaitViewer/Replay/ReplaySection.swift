import GaitModel
import GaitPages
import PageLanguage

/// The replay on the page of a stride: pictures, and controls for a browser that runs scripts.
struct ReplaySection {
  var replay: WalkReplay
  /// Where the script finds the numbers.
  var data: PageLink
  var language: Language = .english

  /// Step of the slider and of the buttons, in ms: about the distance of two points of a path, 41 in a stride of a second.
  private static let step = 20

  func html() -> Markup {
    let figures = ReplayFigures(replay, in: language)
    let range = [replay.time.lowerBound, replay.time.upperBound].map(ReplayData.milliseconds)
    let now = ReplayData.milliseconds(figures.time)
    let drawings = ReplayFigures.View.allCases.map { Markup.figure(figures.svg($0).html) }
    return """
      <div class="replay" id="replay" role="group" aria-labelledby="replay-title" data-replay="\(data)" \
      data-now="\(now)" data-words="\(ReplayWords(language).json)">
      <h3 id="replay-title">\(language("Replay"))</h3>
      <div class="figures views">\(drawings.joined())</div>
      <div class="controls" hidden>
      <p class="buttons"><button type="button" data-does="play">\(language("Play"))</button>
      <button type="button" data-does="contact-back">\(language("Previous contact"))</button>
      <button type="button" data-does="back">\(language("\(Self.step) ms back"))</button>
      <button type="button" data-does="forward">\(language("\(Self.step) ms on"))</button>
      <button type="button" data-does="contact-forward">\(language("Next contact"))</button>
      <label>\(language("Speed")) <select><option value="1">\(language("full"))</option>\
      <option value="0.5">\(language("half"))</option>\
      <option value="0.25" selected>\(language("a quarter"))</option></select></label></p>
      <label class="time">\(language("Time")) \
      <input type="range" min="\(range[0])" max="\(range[1])" step="\(Self.step)" value="\(now)"></label>
      <p><output></output></p>
      </div>
      <noscript><p class="soft">\(language("The pictures move only in a browser that runs scripts."))</p></noscript>
      <p class="soft">\(legend)</p>
      </div>
      """
  }

  private var legend: String {
    var sentences = [
      language("FC is the final contact, IC the initial contact; outlines show the foot at both."),
      language(
        "Each foot is drawn on a ground of its own, which passes at the speed of its stride, as on a treadmill."),
      language(
        "How far apart the feet are is not measured. Their sideways paths are not kept, and turns are not drawn."),
      language("All feet are drawn equally large, with the sensor on the instep."),
    ]
    if replay.leftOut > 0 {
      let all = replay.strides.count + replay.leftOut
      sentences.append(
        language("The replay holds the \(replay.strides.count) strides around this one; the bout has \(all)."))
    }
    return sentences.joined(separator: " ")
  }
}
