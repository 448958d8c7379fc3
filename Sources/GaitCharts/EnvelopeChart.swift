/// Long signals over a common time axis, drawn as the range of their values in each column of pixels, so that a day has
/// the size of a minute and no peak is lost.
public struct EnvelopeChart: Sendable {
  /// Smallest and largest value of a signal in each column; NaN where it has no samples.
  public struct Envelope: Sendable, Equatable {
    public var minimum: [Double]
    public var maximum: [Double]

    /// The envelope of `values` at `time` (never decreasing) over `range`, in `columns` columns.
    public init(_ values: [Double], time: [Double], range: ClosedRange<Double>, columns: Int) {
      var minimum = [Double](repeating: .infinity, count: columns)
      var maximum = [Double](repeating: -.infinity, count: columns)
      let scale = Double(columns) / max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
      for i in 0..<min(values.count, time.count) where values[i].isFinite {
        let column = ((time[i] - range.lowerBound) * scale).rounded(.down)
        guard column >= 0, column <= Double(columns) else { continue }
        let k = min(Int(column), columns - 1)
        minimum[k] = min(minimum[k], values[i])
        maximum[k] = max(maximum[k], values[i])
      }
      self.minimum = minimum.map { $0.isFinite ? $0 : .nan }
      self.maximum = maximum.map { $0.isFinite ? $0 : .nan }
    }
  }

  /// Signals that share an axis of values.
  public struct Panel: Sendable {
    public var title: String
    public var unit: String
    public var signals: [(name: String, envelope: Envelope)]

    public init(title: String, unit: String, signals: [(name: String, envelope: Envelope)]) {
      self.title = title
      self.unit = unit
      self.signals = signals
    }
  }

  /// Columns of pixels of the plot.
  public static let columns = 960

  public var title: String
  /// Time in seconds.
  public var range: ClosedRange<Double>
  public var panels: [Panel]

  public init(title: String, range: ClosedRange<Double>, panels: [Panel]) {
    self.title = title
    self.range = range
    self.panels = panels
  }

  private static let margin = (left: 70.0, right: 20.0, top: 44.0, bottom: 40.0)
  private static let panelHeight = 110.0
  private static let panelGap = 34.0
  /// Colors that the color-blind can tell apart (Okabe and Ito 2008).
  private static let colors = ["#0072B2", "#D55E00", "#009E73"]

  /// The chart as an SVG document of its own.
  public func svg() -> String {
    let width = Self.margin.left + Double(Self.columns) + Self.margin.right
    let body = Double(panels.count) * (Self.panelHeight + Self.panelGap)
    let height = Self.margin.top + body + Self.margin.bottom
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(width))\" height=\"\(number(height))\" "
      + "viewBox=\"0 0 \(number(width)) \(number(height))\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n"
      + "<title>\(SVGMarkup.escaped(title))</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
      + "<text x=\"\(number(Self.margin.left))\" y=\"20\" font-size=\"15\">\(SVGMarkup.escaped(title))</text>\n"
    let time = LinearScale(
      data: [range.lowerBound, range.upperBound], from: Self.margin.left, to: Self.margin.left + Double(Self.columns),
      about: 8)
    for (k, panel) in panels.enumerated() {
      let top = Self.margin.top + Double(k) * (Self.panelHeight + Self.panelGap) + Self.panelGap - 14
      svg += self.svg(of: panel, top: top, time: time)
    }
    let bottom = Self.margin.top + body - 14
    for tick in time.ticks where range.contains(tick) {
      svg += text(SVGMarkup.fixed(tick, decimals: time.decimals), x: x(tick), y: bottom + 20, anchor: "middle")
    }
    svg += text("s", x: width - Self.margin.right, y: bottom + 36, anchor: "end")
    return svg + "</svg>\n"
  }

  private func svg(of panel: Panel, top: Double, time: LinearScale) -> String {
    let values = panel.signals.flatMap { $0.envelope.minimum + $0.envelope.maximum }.filter(\.isFinite)
    let scale = LinearScale(data: values, from: top + Self.panelHeight, to: top, about: 3)
    let right = Self.margin.left + Double(Self.columns)
    var svg = text(panel.title, x: Self.margin.left, y: top - 6, anchor: "start", isBold: true)
    for (k, signal) in panel.signals.enumerated() {
      let place = right - Double(panel.signals.count - k) * 34
      svg +=
        "<rect x=\"\(number(place))\" y=\"\(number(top - 15))\" width=\"10\" height=\"10\" fill=\"\(color(k))\"/>\n"
        + text(signal.name, x: place + 14, y: top - 6, anchor: "start")
    }
    for tick in scale.ticks {
      let y = scale.position(tick)
      svg +=
        "<line x1=\"\(number(Self.margin.left))\" x2=\"\(number(right))\" y1=\"\(number(y))\" y2=\"\(number(y))\" "
        + "stroke=\"#ddd\"/>\n"
        + text(SVGMarkup.fixed(tick, decimals: scale.decimals), x: Self.margin.left - 6, y: y + 4, anchor: "end")
    }
    for tick in time.ticks where range.contains(tick) {
      svg +=
        "<line x1=\"\(number(x(tick)))\" x2=\"\(number(x(tick)))\" y1=\"\(number(top))\" "
        + "y2=\"\(number(top + Self.panelHeight))\" stroke=\"#eee\"/>\n"
    }
    svg += text(panel.unit, x: 8, y: top + Self.panelHeight / 2, anchor: "start")
    for (k, signal) in panel.signals.enumerated() {
      svg +=
        "<path fill=\"none\" stroke=\"\(color(k))\" stroke-opacity=\"0.75\" d=\"\(path(signal.envelope, scale))\"/>\n"
    }
    return svg
  }

  /// A vertical line per column from the smallest to the largest value, joined to its neighbors.
  private func path(_ envelope: Envelope, _ scale: LinearScale) -> String {
    var d = ""
    var last: Int?
    // Columns without a sample lie between samples where there are fewer samples than columns, and in gaps; only a
    // stretch much longer than usual is left open.
    let filled = envelope.minimum.indices.filter { envelope.minimum[$0].isFinite }
    let steps = zip(filled.dropFirst(), filled).map { $0 - $1 }.sorted()
    let longest = 2 * (steps.isEmpty ? 1 : steps[steps.count / 2])
    for k in filled {
      let column = number(Self.margin.left + Double(k) + 0.5)
      let high = number(scale.position(envelope.maximum[k]))
      let low = number(scale.position(envelope.minimum[k]))
      let isJoined = last.map { k - $0 <= longest } ?? false
      d += (isJoined ? "L" : "M") + "\(column) \(high)"
      d += high == low ? (isJoined ? "" : "h0.1") : "V\(low)"
      last = k
    }
    return d
  }

  private func x(_ time: Double) -> Double {
    let span = max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
    return Self.margin.left + (time - range.lowerBound) / span * Double(Self.columns)
  }

  private func color(_ k: Int) -> String { Self.colors[k % Self.colors.count] }

  private func text(_ text: String, x: Double, y: Double, anchor: String, isBold: Bool = false) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(isBold ? " font-weight=\"bold\"" : "")>"
      + "\(SVGMarkup.escaped(text))</text>\n"
  }

  private func number(_ value: Double) -> String { SVGMarkup.number(value, decimals: 1) }
}
