import GaitCharts
import GaitModel
import GaitPages
import PageLanguage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Both feet from the side and from above: the pictures that stand on the page without a script, and whose parts the script
/// moves. Within the group of a foot, lengths are in mm, upward and along the foot positive.
struct ReplayFigures {
  enum View: String, CaseIterable {
    case side
    case above
  }

  let replay: WalkReplay
  /// The time that the pictures show, in s of the recording.
  let time: Double
  private let language: Language

  private static let width = 460.0
  /// Room on the left for the name of the foot.
  private static let left = 44.0
  private static let top = 30.0
  private static let bottom = 26.0
  /// Units per mm.
  private let scale: Double
  /// Of the picture of one foot from the side, in mm above its ground.
  private let room: Double

  /// Smallest half width in mm: a foot that hardly moves would otherwise fill the page.
  private static let leastReach = 400.0
  /// From above, half of what a foot has across it, in mm: its own half width and room for words.
  private static let laneHalf = 120.0

  init(_ replay: WalkReplay, in language: Language = .english) {
    self.language = language
    self.replay = replay
    time = replay.chosen.finalContact
    let places = replay.strides.flatMap(\.loop)
    let reach = max(Self.leastReach, (places.map { abs($0.along) }.max() ?? 0) + DrawnFoot.longest)
    scale = (Self.width - Self.left - 8) / (2 * reach)
    room = (places.map(\.height).max() ?? 0) + DrawnFoot.sensorHeight + DrawnFoot.longest
  }

  func svg(_ view: View) -> Markup {
    let lane = (view == .side ? room : 2 * Self.laneHalf) * scale
    let height = Self.top + 2 * lane + Self.bottom + (view == .side ? Self.gap : 0)
    let title = SVGMarkup.escaped(
      view == .side ? language("Feet from the side") : language("Feet from above"))
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    var svg = "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(n(Self.width)) \(n(height))\">"
    svg += "<title>\(title)</title><desc>\(SVGMarkup.escaped(words))</desc>"
    svg += "<text x=\"4\" y=\"16\" font-weight=\"600\">\(title)"
    svg +=
      "<tspan class=\"muted\" font-weight=\"400\"> \(SVGMarkup.escaped(language("toes to the right")))</tspan></text>\n"
    let middle = (Self.left + Self.width - 8) / 2
    for (k, foot) in [Side.left, .right].enumerated() {
      let ground =
        view == .side
        ? Self.top + Double(k + 1) * lane + Double(k) * Self.gap : Self.top + (Double(k) + 0.5) * lane
      svg += "<text x=\"4\" y=\"\(n(ground - 6))\">\(SVGMarkup.escaped(language.text(foot.rawValue)))</text>"
      svg +=
        "<line class=\"axis\" x1=\"\(n(Self.left))\" x2=\"\(n(Self.width - 8))\" y1=\"\(n(ground))\" y2=\"\(n(ground))\"/>"
      guard let shown = replay.shown(foot, at: time) else {
        let lack = SVGMarkup.escaped(language("no path is known"))
        svg += "<text class=\"muted\" x=\"\(n(Self.left + 8))\" y=\"\(n(ground - 6))\">\(lack)</text>\n"
        continue
      }
      let matrix = "\(Self.fine(scale)) 0 0 \(Self.fine(-scale)) \(n(middle)) \(n(ground))"
      svg += "<g data-view=\"\(view.rawValue)\" data-foot=\"\(foot.rawValue)\" transform=\"matrix(\(matrix))\">"
      svg += parts(of: shown, view) + "</g>\n"
    }
    let bar = Self.barLength * scale
    svg +=
      "<line class=\"axis\" x1=\"\(n(Self.left))\" x2=\"\(n(Self.left + bar))\" y1=\"\(n(height - 8))\" y2=\"\(n(height - 8))\"/>"
    svg += "<text class=\"muted small\" x=\"\(n(Self.left + bar + 6))\" y=\"\(n(height - 4))\">20 cm</text>"
    return Markup(trusted: svg + "</svg>")
  }

  /// Between the pictures of the two feet.
  private static let gap = 14.0
  /// In mm.
  private static let barLength = 200.0

  private func parts(of shown: ReplayedStride, _ view: View) -> String {
    let mark = shown.stride.direction == .backward ? "series-square" : "series-circle"
    let contacts = [("fc", shown.stride.finalContact), ("ic", shown.stride.end)]
    let height = { (place: ReplayedStride.Place) in view == .side ? place.height + DrawnFoot.sensorHeight : 0 }
    let points = shown.loop.map { "\(Self.mm($0.along)),\(Self.mm(height($0)))" }.joined(separator: " ")
    var svg = "<polyline class=\"line \(mark)\" points=\"\(points)\"/>"
    for (name, time) in contacts {
      guard let place = shown.place(at: time) else { continue }
      svg += "<path class=\"ghost\" data-at=\"\(name)\" d=\"\(DrawnFoot.outline(view))\""
      svg += " transform=\"\(DrawnFoot.transform(place, view, shown.stride.foot))\"/>"
    }
    if let place = shown.place(at: time) {
      svg += "<path class=\"sole now\" data-at=\"now\" d=\"\(DrawnFoot.outline(view))\""
      svg += " transform=\"\(DrawnFoot.transform(place, view, shown.stride.foot))\"/>"
    }
    for (name, time) in contacts {
      guard let place = shown.place(at: time) else { continue }
      svg += "<g class=\"contact\" data-at=\"\(name)\""
      svg += " transform=\"translate(\(Self.mm(place.along)) \(Self.mm(height(place))))\">"
      svg += "<circle r=\"\(Self.mm(Self.dot / scale))\"/>"
      // Words are neither mirrored nor scaled.
      let above = (view == .side ? 0 : Self.besideFoot) + 2 * Self.dot / scale
      svg += "<text class=\"small\" text-anchor=\"middle\""
      svg += " transform=\"matrix(\(Self.fine(1 / scale)) 0 0 \(Self.fine(-1 / scale)) 0 \(Self.mm(above)))\">"
      svg += "\(name.uppercased())</text></g>"
    }
    return svg
  }

  /// Half the width of a foot, in mm.
  private static let besideFoot = 46.0
  /// Radius of the mark of a contact, in units of the picture.
  private static let dot = 3.5

  private static func mm(_ value: Double) -> String { SVGMarkup.number(value, decimals: 1) }
  private static func fine(_ value: Double) -> String { SVGMarkup.number(value, decimals: 4) }

  private var words: String {
    let feet = [Side.left, .right].compactMap { foot -> String? in
      guard let stride = replay.shown(foot, at: time)?.stride else { return nil }
      let (from, to) = (language.fixed(stride.finalContact, 2), language.fixed(stride.end, 2))
      return foot == .left
        ? language(
          "Stride \(stride.number) of the left foot, from final contact at \(from) s to initial contact at \(to) s.")
        : language(
          "Stride \(stride.number) of the right foot, from final contact at \(from) s to initial contact at \(to) s.")
    }
    return feet.joined(separator: " ")
  }
}

/// The foot as it is drawn: for everybody the same, about that of an adult. Lengths in mm from the sensor.
enum DrawnFoot {
  /// Of the sensor above the ground, on the instep.
  static let sensorHeight = 60.0
  /// From the sensor to the heel, and to the tip of the toes.
  static let heel = 110.0
  static let toes = 145.0
  /// Farthest point of the outline from the sensor.
  static let longest = 160.0

  static func outline(_ view: ReplayFigures.View) -> String {
    switch view {
    case .side:
      "M-100 -60 L125 -60 Q150 -56 142 -36 L30 0 L-10 36 L-78 36 L-84 -8 Q-118 -40 -100 -60 Z"
    case .above:
      "M-108 0 Q-108 34 -70 34 L0 30 Q60 46 110 44 Q146 38 145 0 Q140 -42 96 -38 L0 -26 L-70 -34 Q-108 -34 -108 0 Z"
    }
  }

  /// The outline at a place: turned about the sensor, and mirrored for the right foot from above.
  ///
  /// From the side, a sole is never drawn below the ground: where on the foot the sensor sits is not known.
  static func transform(_ place: ReplayedStride.Place, _ view: ReplayFigures.View, _ foot: Side) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let (sine, cosine) = (sin(place.pitch), cos(place.pitch))
    guard view == .side else {
      return
        "translate(\(n(place.along)) 0) scale(\(SVGMarkup.number(max(cosine, 0), decimals: 3)) \(foot == .left ? 1 : -1))"
    }
    let lowest = min(-heel * sine, toes * sine) - sensorHeight * cosine
    let height = max(place.height + sensorHeight, -lowest)
    return "translate(\(n(place.along)) \(n(height))) rotate(\(n(place.pitch * 180 / .pi)))"
  }
}
