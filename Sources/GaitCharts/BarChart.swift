/// Amounts in a row of periods as bars, each with the range that was planned for it.
public struct BarChart: Sendable {
  public struct Bar: Sendable {
    public var label: String
    public var value: Double
    public var planned: ClosedRange<Double>?

    public init(label: String, value: Double, planned: ClosedRange<Double>? = nil) {
      self.label = label
      self.value = value
      self.planned = planned
    }
  }

  public var title: String
  public var unit: String
  /// What the chart shows, in words, for those who do not see it.
  public var summary: String
  public var bars: [Bar]
  public var mark: SeriesMark
  public var width: Double
  public var height: Double

  public init(
    title: String, unit: String, summary: String, bars: [Bar], mark: SeriesMark, width: Double = 420,
    height: Double = 220
  ) {
    self.title = title
    self.unit = unit
    self.summary = summary
    self.bars = bars
    self.mark = mark
    self.width = width
    self.height = height
  }

  /// The chart as an `svg` element that scales to the width it is given.
  public func svg() -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let (left, right, top, bottom) = (46.0, width - 12, 34.0, height - 34)
    let data = bars.flatMap { [$0.value] + ($0.planned.map { [$0.lowerBound, $0.upperBound] } ?? []) }
    let scale = LinearScale(data: data, includesZero: true, from: bottom, to: top)
    var svg = "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(n(width)) \(n(height))\">\n"
    svg += "<title>\(SVGMarkup.escaped(title))</title><desc>\(SVGMarkup.escaped(summary))</desc>\n"
    svg += "<text x=\"4\" y=\"16\" font-weight=\"600\">\(SVGMarkup.escaped(title))"
    svg += "<tspan class=\"muted\" font-weight=\"400\"> \(SVGMarkup.escaped(unit))</tspan></text>\n"
    for tick in scale.ticks {
      let y = n(scale.position(tick))
      svg += "<line class=\"grid\" x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(y)\" y2=\"\(y)\"/>"
      svg += "<text class=\"muted\" x=\"\(n(left - 6))\" y=\"\(n(scale.position(tick) + 4))\" text-anchor=\"end\">"
      svg += "\(SVGMarkup.fixed(tick, decimals: scale.decimals))</text>\n"
    }
    let step = (right - left) / Double(max(1, bars.count))
    // Labels that would touch their neighbours are left out.
    let every = max(1, Int((Self.labelWidth / step).rounded(.up)))
    for (k, bar) in bars.enumerated() {
      let x = left + (Double(k) + 0.5) * step
      let half = min(step * 0.32, 24)
      if let planned = bar.planned {
        let (low, high) = (scale.position(planned.lowerBound), scale.position(planned.upperBound))
        svg += "<rect class=\"plan\" x=\"\(n(x - half - 4))\" width=\"\(n(2 * half + 8))\""
        svg += " y=\"\(n(high - 1))\" height=\"\(n(max(2, low - high + 2)))\"/>"
      }
      let y = scale.position(bar.value)
      svg += "<rect class=\"bar \(mark.cssClass)\" x=\"\(n(x - half))\" width=\"\(n(2 * half))\" y=\"\(n(y))\""
      svg += " height=\"\(n(max(0, bottom - y)))\"/>"
      if k % every == 0 {
        svg += "<text class=\"muted\" x=\"\(n(x))\" y=\"\(n(bottom + 18))\" text-anchor=\"middle\">"
        svg += "\(SVGMarkup.escaped(bar.label))</text>"
      }
      svg += "\n"
    }
    svg += "<line class=\"axis\" x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(n(bottom))\" y2=\"\(n(bottom))\"/>\n"
    return svg + "</svg>"
  }

  /// Room that a label such as `10-16` takes.
  private static let labelWidth = 40.0
}
