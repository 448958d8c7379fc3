import PageLanguage

/// What charts have around their marks: title and words, and numbers along their axes.
enum ChartFrame {
  private static func n(_ value: Double) -> String { SVGMarkup.number(value, decimals: 1) }

  /// The start of an `svg` element, with what the chart is called and shows.
  ///
  /// - Parameters:
  ///   - isStandalone: Whether it brings its styles, for a file of its own.
  ///   - isGroup: Whether parts of it take the focus, which those of an image may not.
  static func opening(
    title: String, unit: String, summary: String, width: Double, height: Double, isStandalone: Bool = false,
    isGroup: Bool = false
  ) -> String {
    var svg = "<svg class=\"chart\" role=\"\(isGroup ? "group" : "img")\" viewBox=\"0 0 \(n(width)) \(n(height))\""
    svg +=
      isStandalone ? " xmlns=\"http://www.w3.org/2000/svg\" width=\"\(n(width))\" height=\"\(n(height))\">\n" : ">\n"
    svg += "<title>\(SVGMarkup.escaped(title))</title><desc>\(SVGMarkup.escaped(summary))</desc>\n"
    if isStandalone {
      svg += "<style>\(SeriesMark.styleSheet)</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    }
    svg += "<text x=\"4\" y=\"16\" font-weight=\"600\">\(SVGMarkup.escaped(title))"
    return svg + "<tspan class=\"muted\" font-weight=\"400\"> \(SVGMarkup.escaped(unit))</tspan></text>\n"
  }

  /// Lines across the chart at the ticks of its vertical axis, with their numbers on the left.
  static func levels(of scale: LinearScale, left: Double, right: Double, in language: Language) -> String {
    scale.ticks.map { tick in
      let y = scale.position(tick)
      return "<line class=\"grid\" x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(n(y))\" y2=\"\(n(y))\"/>"
        + "<text class=\"muted\" x=\"\(n(left - 6))\" y=\"\(n(y + 4))\" text-anchor=\"end\">"
        + "\(language.fixed(tick, scale.decimals))</text>\n"
    }.joined()
  }

  /// The numbers of a horizontal axis.
  static func numbers(of scale: LinearScale, y: Double, in language: Language) -> String {
    scale.ticks.map { tick in
      label(language.fixed(tick, scale.decimals), x: scale.position(tick), y: y) + "\n"
    }.joined()
  }

  /// Words below a place of a horizontal axis, in one or two lines.
  static func label(_ text: String, x: Double, y: Double) -> String {
    text.split(separator: "\n").enumerated().map { line, words in
      "<text class=\"muted\" x=\"\(n(x))\" y=\"\(n(y + Double(line) * lineHeight))\" text-anchor=\"middle\">"
        + "\(SVGMarkup.escaped(String(words)))</text>"
    }.joined()
  }

  /// From one line of a label to the next.
  private static let lineHeight = 13.0

  /// The line of a horizontal axis.
  static func axis(left: Double, right: Double, y: Double) -> String {
    "<line class=\"axis\" x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(n(y))\" y2=\"\(n(y))\"/>\n"
  }
}
