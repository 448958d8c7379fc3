import GaitCharts
import GaitModel
import GaitPages
import PageLanguage

/// When the feet were in the air around one stride, as bars along the time.
struct StrideTimeline {
  var strides: [Stride]
  var chosen: Stride
  /// Seconds shown before and after the chosen stride.
  var around = 1.5
  var language: Language = .english

  private static let width = 460.0
  private static let height = 128.0
  private static let left = 58.0

  func svg() -> Markup {
    let from = (chosen.start ?? chosen.finalContact) - around
    let to = chosen.end + around
    let scale = LinearScale(data: [from, to], from: Self.left, to: Self.width - 12, about: 6)
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let clamped = { (time: Double) in min(Self.width - 12, max(Self.left, scale.position(time))) }
    var svg = "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(n(Self.width)) \(n(Self.height))\">"
    let title = SVGMarkup.escaped(language("Feet in the air"))
    let unit = SVGMarkup.escaped(language("s of the recording; this stride is framed"))
    svg += "<title>\(title)</title><desc>\(SVGMarkup.escaped(summary))</desc>"
    svg += "<text x=\"4\" y=\"16\" font-weight=\"600\">\(title)"
    svg += "<tspan class=\"muted\" font-weight=\"400\"> \(unit)</tspan></text>"
    for tick in scale.ticks {
      let x = n(scale.position(tick))
      svg += "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"26\" y2=\"100\"/>"
      svg += "<text class=\"muted\" x=\"\(x)\" y=\"118\" text-anchor=\"middle\">"
      svg += "\(language.fixed(tick, scale.decimals))</text>"
    }
    for (foot, y) in [(Side.left, 32.0), (Side.right, 68.0)] {
      svg += "<text x=\"4\" y=\"\(n(y + 17))\">\(SVGMarkup.escaped(language.text(foot.rawValue)))</text>"
      svg +=
        "<line class=\"axis\" x1=\"\(n(Self.left))\" x2=\"\(n(Self.width - 12))\" y1=\"\(n(y + 26))\" y2=\"\(n(y + 26))\"/>"
      for stride in strides where stride.foot == foot && stride.end > from && stride.finalContact < to {
        let (x0, x1) = (clamped(stride.finalContact), clamped(stride.end))
        let mark = stride.direction == .backward ? "series-square" : "series-circle"
        let isChosen = stride.foot == chosen.foot && stride.number == chosen.number
        svg += "<rect class=\"bar \(mark)\(isChosen ? " chosen" : "")\" x=\"\(n(x0))\" width=\"\(n(max(1, x1 - x0)))\""
        svg += " y=\"\(n(y))\" height=\"26\"/>"
      }
    }
    return Markup(trusted: svg + "</svg>")
  }

  private var summary: String {
    let (from, to) = (language.fixed(chosen.finalContact, 2), language.fixed(chosen.end, 2))
    return chosen.foot == .left
      ? language("The left foot leaves the ground at \(from) s and touches it again at \(to) s.")
      : language("The right foot leaves the ground at \(from) s and touches it again at \(to) s.")
  }
}

/// The sole against the ground at one contact.
struct SoleAngle {
  var title: String
  /// Degrees, toes up positive.
  var degrees: Double
  var language: Language = .english

  /// Toes point to the right.
  func svg() -> Markup {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    // The lower end of the sole touches the ground.
    let pivot = degrees >= 0 ? 40.0 : 140.0
    let words = degrees > 5 ? language("heel first") : degrees < -5 ? language("toes first") : language("flat")
    let angle = language.fixed(degrees, 0)
    let summary = language("The sole at \(angle)° to the ground, \(words); toes to the right.")
    var svg = "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 200 160\"><title>\(SVGMarkup.escaped(title))</title>"
    svg += "<desc>\(SVGMarkup.escaped(summary))</desc>"
    svg += "<text x=\"4\" y=\"16\" font-weight=\"600\">\(SVGMarkup.escaped(title))</text>"
    svg += "<line class=\"axis\" x1=\"8\" x2=\"192\" y1=\"142\" y2=\"142\"/>"
    svg += "<g transform=\"rotate(\(n(-degrees)) \(n(pivot)) 142)\">"
    svg +=
      "<path class=\"sole\" d=\"M40 141 L140 141 Q146 135 138 130 L90 116 L84 100 L48 100 L46 118 Q36 128 40 141 Z\"/></g>"
    svg += "<text class=\"muted\" x=\"4\" y=\"34\">\(angle)°</text>"
    return Markup(trusted: svg + "</svg>")
  }
}
