import PageLanguage

/// How the values of two series are distributed, as bars above and below a common axis.
public struct DistributionChart: Sendable {
  public struct Series: Sendable {
    public var name: String
    public var mark: SeriesMark
    public var values: [Double]

    public init(name: String, mark: SeriesMark, values: [Double]) {
      self.name = name
      self.mark = mark
      self.values = values
    }
  }

  public var title: String
  public var unit: String
  public var summary: String
  /// Drawn upward.
  public var upper: Series
  /// Drawn downward.
  public var lower: Series
  public var binWidth: Double
  /// Values that are marked on the axis with a line.
  public var limits: [Double]
  /// What values below, between and above the limits mean; one more than there are limits, or none.
  public var zones: [String]
  /// Of the words within the chart; those that it is given are in it already.
  public var language: Language = .english
  public var width: Double
  public var height: Double

  public init(
    title: String, unit: String, summary: String, upper: Series, lower: Series, binWidth: Double,
    limits: [Double] = [], zones: [String] = [], width: Double = 420, height: Double = 220
  ) {
    self.title = title
    self.unit = unit
    self.summary = summary
    self.upper = upper
    self.lower = lower
    self.binWidth = binWidth
    self.limits = limits
    self.zones = zones
    self.width = width
    self.height = height
  }

  /// The chart as an `svg` element that scales to the width it is given.
  public func svg() -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let (left, right, top, bottom) = (16.0, width - 92, zones.isEmpty ? 30.0 : 44.0, height - 30)
    let middle = (top + bottom) / 2
    let all = upper.values + lower.values + limits
    let scale = LinearScale(data: all, from: left, to: right, about: 6)
    let counts = [upper, lower].map { bins(of: $0.values) }
    // Shares and not counts, so that a short and a long walk compare.
    let highest =
      zip(counts, [upper, lower]).map { bins, one in
        Double(bins.values.max() ?? 0) / Double(max(1, one.values.count))
      }.max() ?? 1
    var svg = ChartFrame.opening(title: title, unit: unit, summary: summary, width: width, height: height)
    for limit in limits {
      let x = n(scale.position(limit))
      svg += "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(n(top))\" y2=\"\(n(bottom))\"/>\n"
    }
    svg += zoneNames(scale, y: top - 6)
    for (k, one) in [upper, lower].enumerated() {
      for (bin, count) in counts[k].sorted(by: { $0.key < $1.key }) {
        let x = scale.position(Double(bin) * binWidth)
        let size = scale.position(Double(bin + 1) * binWidth) - x
        let share = Double(count) / Double(max(1, one.values.count))
        let length = highest > 0 ? share / highest * (middle - top - 2) : 0
        svg += "<rect class=\"bar \(one.mark.cssClass)\" x=\"\(n(x + 0.5))\" width=\"\(n(max(1, size - 1)))\""
        svg += " y=\"\(n(k == 0 ? middle - length : middle))\" height=\"\(n(length))\"/>"
      }
      svg += "\n<text class=\"\(one.mark.cssClass)\" x=\"\(n(right + 8))\""
      svg += " y=\"\(n(k == 0 ? middle - 14 : middle + 24))\">\(SVGMarkup.escaped(one.name))</text>\n"
    }
    svg += ChartFrame.axis(left: left, right: right, y: middle)
    svg += ChartFrame.numbers(of: scale, y: bottom + 18, in: language)
    return svg + "</svg>"
  }

  /// Room that a letter of a zone's name takes, at least.
  private static let letterWidth = 6.5

  /// Names of the zones between the limits; those at the ends stand next to their limit.
  private func zoneNames(_ scale: LinearScale, y: Double) -> String {
    guard !limits.isEmpty, zones.count == limits.count + 1 else { return "" }
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let places = limits.sorted().map(scale.position)
    return zones.enumerated().map { k, name in
      // Where no value lies below the first limit there is no room for what it would mean.
      if k == 0, places[0] < Self.letterWidth * Double(name.count) { return "" }
      let (x, anchor) =
        k == 0
        ? (places[0] - 5, "end")
        : k == limits.count ? (places[k - 1] + 5, "start") : ((places[k - 1] + places[k]) / 2, "middle")
      return "<text class=\"muted\" x=\"\(n(x))\" y=\"\(n(y))\""
        + " text-anchor=\"\(anchor)\">\(SVGMarkup.escaped(name))</text>\n"
    }.joined()
  }

  private func bins(of values: [Double]) -> [Int: Int] {
    var bins: [Int: Int] = [:]
    for value in values where value.isFinite { bins[Int((value / binWidth).rounded(.down)), default: 0] += 1 }
    return bins
  }
}
