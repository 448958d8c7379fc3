/// The values at one place of a chart, in a small label that is drawn only while somebody points at the place or has
/// moved the focus to it. It needs no script.
struct ValueLabel {
  struct Line {
    var text: String
    /// Gives the line the color of its series.
    var mark: SeriesMark?
  }

  /// The middle of the place, in units of the chart.
  var x: Double
  /// From the highest to the lowest mark there.
  var marks: ClosedRange<Double>
  /// What the place stands for, with the unit.
  var heading: String
  var lines: [Line]

  /// What a screen reader calls the place: `2026-09-07, m/s: forward 1.02 (0.98 to 1.06); backward 0.61`.
  var words: String { "\(heading): \(lines.map(\.text).joined(separator: "; "))" }

  /// Most places of a chart that take the focus without a script. Tab stops at each in turn, and a page has four charts:
  /// with more, a keyboard would need more than sixty stops to what follows them. Tables have all values. The viewer's script
  /// makes one stop of all places of a chart, however many.
  static let mostStops = 15
  /// Most places that have a label: a chart is about as many units wide, and nobody can point at less than one.
  static let mostPlaces = 300

  /// Whether a chart with `count` places has any that take the focus.
  static func takesFocus(_ count: Int) -> Bool { (1...mostStops).contains(count) }

  /// The labels of a chart, to be drawn over everything else, so that nothing covers them; empty where there are too many.
  ///
  /// - Parameters:
  ///   - labels: In the order along the axis.
  ///   - width, height: Of the whole chart, within which each label stays.
  static func markup(_ labels: [ValueLabel], frame: ChartArea, width: Double, height: Double) -> String {
    guard !labels.isEmpty, labels.count <= mostPlaces else { return "" }
    let takesFocus = takesFocus(labels.count)
    let groups = labels.indices.map { k in
      let gaps = [k - 1, k + 1].filter(labels.indices.contains).map { abs(labels[$0].x - labels[k].x) }
      let reach = min(widestReach, (gaps.min() ?? .infinity) / 2)
      return labels[k].markup(reach: reach, takesFocus: takesFocus, frame: frame, width: width, height: height)
    }
    return "<g class=\"points\">\n\(groups.joined())</g>\n"
  }

  private func markup(reach: Double, takesFocus: Bool, frame: ChartArea, width: Double, height: Double) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    // An empty title keeps the browser from showing that of the chart over the label.
    let name = SVGMarkup.escaped(words)
    let role = takesFocus ? " role=\"img\" tabindex=\"0\" aria-label=\"\(name)\"" : " data-words=\"\(name)\""
    var svg = "<g class=\"point\"\(role)><title></title>"
    svg += "<rect class=\"hit\" x=\"\(n(x - reach))\" width=\"\(n(2 * reach))\""
    svg += " y=\"\(n(frame.top))\" height=\"\(n(frame.bottom - frame.top))\"/>"
    svg += "<g class=\"value\"><line x1=\"\(n(x))\" x2=\"\(n(x))\" y1=\"\(n(frame.top))\" y2=\"\(n(frame.bottom))\"/>"
    let texts = [Line(text: heading)] + lines
    let letters = texts.map { min($0.text.count, Self.mostLetters) }.max() ?? 0
    let size = (
      width: Double(letters) * Self.letter + 2 * Self.inset, height: Double(texts.count) * Self.line + Self.inset
    )
    let left = min(max(x - size.width / 2, Self.edge), width - Self.edge - size.width)
    // Above the marks; below them where there is no room.
    let above = marks.lowerBound - Self.clearance - size.height
    let top = max(Self.edge, above >= Self.edge ? above : min(marks.upperBound + Self.clearance, height - size.height))
    svg += "<rect x=\"\(n(left))\" y=\"\(n(top))\" width=\"\(n(size.width))\" height=\"\(n(size.height))\" rx=\"3\"/>"
    for (k, line) in texts.enumerated() {
      let style = k == 0 ? " class=\"heading\"" : line.mark.map { " class=\"\($0.cssClass)\"" } ?? ""
      let text =
        line.text.count > Self.mostLetters ? "\(line.text.prefix(Self.mostLetters - 1))…" : line.text
      svg += "<text\(style) x=\"\(n(left + size.width / 2))\" y=\"\(n(top + Double(k + 1) * Self.line - 1))\""
      svg += " text-anchor=\"middle\">\(SVGMarkup.escaped(text))</text>"
    }
    return svg + "</g></g>\n"
  }

  /// How far from its middle a place is pointed at, in units of the chart: about a finger where charts are widest. Between
  /// places, what lies behind them keeps its own words.
  private static let widestReach = 10.0
  /// Of a letter of 12 units, in the widest of usual fonts (DejaVu Sans).
  private static let letter = 7.3
  private static let line = 15.0
  private static let inset = 6.0
  /// Between the label and the edge of the chart.
  private static let edge = 2.0
  /// Between the label and the marks.
  private static let clearance = 10.0
  /// Letters of a line that a chart of 420 units has room for; the name of a session can be longer.
  private static let mostLetters = 54
}
