import PageLanguage

/// Amounts in a row of periods as bars, each with the range that was planned for it.
public struct BarChart: Sendable {
  public struct Bar: Sendable {
    /// The period; of a date (`2026-09-07`) the axis drops the year that the label before has.
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
  /// Of the words within the chart; those that it is given are in it already.
  public var language: Language = .english
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
    let isGroup = ValueLabel.takesFocus(bars.count)
    var values: [ValueLabel] = []
    var svg = ChartFrame.opening(
      title: title, unit: unit, summary: summary, width: width, height: height, isGroup: isGroup)
    if isGroup { svg += "<g aria-hidden=\"true\">\n" }
    svg += ChartFrame.levels(of: scale, left: left, right: right, in: language)
    let step = (right - left) / Double(max(1, bars.count))
    // Labels that would touch their neighbors are left out.
    let every = max(1, Int((Self.labelWidth / step).rounded(.up)))
    let shown = stride(from: 0, to: bars.count, by: every)
    let labels = Dictionary(
      uniqueKeysWithValues: zip(shown, AxisDates.shortened(shown.map { bars[$0].label }, in: language)))
    for (k, bar) in bars.enumerated() {
      let x = left + (Double(k) + 0.5) * step
      let half = min(step * 0.32, 24)
      if let planned = bar.planned {
        let (low, high) = (scale.position(planned.lowerBound), scale.position(planned.upperBound))
        if low - high < 1 {
          svg += "<line class=\"plan\" x1=\"\(n(x - half - 4))\" x2=\"\(n(x + half + 4))\""
          svg += " y1=\"\(n(low))\" y2=\"\(n(low))\"/>"
        } else {
          svg += "<rect class=\"plan\" x=\"\(n(x - half - 4))\" width=\"\(n(2 * half + 8))\""
          svg += " y=\"\(n(high))\" height=\"\(n(low - high))\"/>"
        }
      }
      let y = scale.position(bar.value)
      svg += "<rect class=\"bar \(mark.cssClass)\" x=\"\(n(x - half))\" width=\"\(n(2 * half))\" y=\"\(n(y))\""
      svg += " height=\"\(n(max(0, bottom - y)))\"/>"
      values.append(valueLabel(of: bar, x: x, top: y, bottom: bottom, decimals: scale.decimals + 1))
      if let label = labels[k] { svg += ChartFrame.label(label, x: x, y: bottom + 18) }
      svg += "\n"
    }
    svg += ChartFrame.axis(left: left, right: right, y: bottom)
    if isGroup { svg += "</g>\n" }
    let frame = ChartArea(left: left, right: right, top: top, bottom: bottom)
    svg += ValueLabel.markup(values, frame: frame, width: width, height: height)
    return svg + "</svg>"
  }

  private func valueLabel(of bar: Bar, x: Double, top: Double, bottom: Double, decimals: Int) -> ValueLabel {
    var lines = [ValueLabel.Line(text: language.fixed(bar.value, decimals))]
    if let planned = bar.planned {
      lines.append(.init(text: language("planned \(language.range(planned.lowerBound, planned.upperBound))")))
    }
    return ValueLabel(
      x: x, marks: min(top, bottom)...bottom, heading: "\(language.date(bar.label)), \(unit)", lines: lines)
  }

  /// Room that a label such as `10-16` takes.
  private static let labelWidth = 40.0
}
