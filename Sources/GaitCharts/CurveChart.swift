import PageLanguage

/// Lines through points in a plane, each with a band of its spread.
public struct CurveChart: Sendable {
  public struct Curve: Sendable {
    public var name: String
    public var mark: SeriesMark
    public var points: [(x: Double, y: Double)]
    /// Spread of y to either side, one per point.
    public var spread: [Double]?
    /// Whether it stands in the background, to be compared with.
    public var isPale: Bool

    public init(
      name: String, mark: SeriesMark, points: [(x: Double, y: Double)], spread: [Double]? = nil, isPale: Bool = false
    ) {
      self.name = name
      self.mark = mark
      self.points = points
      self.spread = spread
      self.isPale = isPale
    }
  }

  /// An event: a line across the chart, or a spot on a curve if it has a height.
  public struct Event: Sendable {
    /// A few letters; the chart's words say what they mean.
    public var name: String
    public var x: Double
    public var y: Double?

    public init(name: String, x: Double, y: Double? = nil) {
      self.name = name
      self.x = x
      self.y = y
    }
  }

  public var title: String
  /// Of the vertical axis.
  public var unit: String
  /// What stands along the horizontal axis.
  public var along: String
  /// What the chart shows, in words, for those who do not see it.
  public var summary: String
  public var curves: [Curve]
  public var events: [Event]
  /// Stretches of the horizontal axis that are shaded.
  public var shaded: [ClosedRange<Double>]
  /// Other charts beside it, whose curves its axes have room for too, so that the eye can compare them.
  public var companions: [CurveChart] = []
  /// Of the words within the chart; those that it is given are in it already.
  public var language: Language = .english
  public var width: Double
  public var height: Double

  public init(
    title: String, unit: String, along: String, summary: String, curves: [Curve], events: [Event] = [],
    shaded: [ClosedRange<Double>] = [], width: Double = 420, height: Double = 220
  ) {
    self.title = title
    self.unit = unit
    self.along = along
    self.summary = summary
    self.curves = curves
    self.events = events
    self.shaded = shaded
    self.width = width
    self.height = height
  }

  /// Room beside the curves: on the left for the numbers of the axis.
  private static let left = 46.0
  private static let right = 18.0

  /// The chart as an `svg` element that scales to the width it is given.
  public func svg() -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let (left, right, top, bottom) = (Self.left, width - Self.right, 34.0, height - 44)
    let all = curves + companions.flatMap(\.curves)
    let horizontal = LinearScale(
      data: all.flatMap { $0.points.map(\.x) }, from: left, to: right, about: 6, isTight: true)
    let values = all.flatMap { curve in
      curve.points.indices.flatMap { k in
        let spread = curve.spread.map { k < $0.count ? $0[k] : 0 } ?? 0
        return [curve.points[k].y - spread, curve.points[k].y + spread]
      }
    }
    let vertical = LinearScale(data: values, includesZero: true, from: bottom, to: top)
    var svg = ChartFrame.opening(title: title, unit: unit, summary: summary, width: width, height: height)
    for span in shaded {
      let (from, to) = (horizontal.position(span.lowerBound), horizontal.position(span.upperBound))
      svg +=
        "<rect class=\"shade\" x=\"\(n(from))\" width=\"\(n(to - from))\" y=\"\(n(top))\" height=\"\(n(bottom - top))\"/>\n"
    }
    svg += ChartFrame.levels(of: vertical, left: left, right: right, in: language)
    svg += ChartFrame.numbers(of: horizontal, y: bottom + 18, in: language)
    svg += ChartFrame.label(along, x: (left + right) / 2, y: bottom + 36) + "\n"
    for event in events where event.y == nil {
      svg += line(event, at: horizontal.position(event.x), from: top, to: bottom)
    }
    for curve in curves { svg += markup(curve, horizontal, vertical) }
    for event in events {
      guard let y = event.y else { continue }
      svg += spot(event, x: horizontal.position(event.x), y: vertical.position(y))
    }
    return svg + "</svg>"
  }

  private func line(_ event: Event, at x: Double, from top: Double, to bottom: Double) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    // A name at the edge stands within it, clear of the numbers of the axis.
    let anchor = x < Self.left + 10 ? "start" : x > width - Self.right - 10 ? "end" : "middle"
    return "<line class=\"remark\" x1=\"\(n(x))\" x2=\"\(n(x))\" y1=\"\(n(top))\" y2=\"\(n(bottom))\"/>"
      + "<text class=\"muted small\" x=\"\(n(x))\" y=\"\(n(top - 3))\" text-anchor=\"\(anchor)\">"
      + "\(SVGMarkup.escaped(event.name))</text>\n"
  }

  private func spot(_ event: Event, x: Double, y: Double) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    return "<circle class=\"event\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"4\"/>"
      + "<text class=\"small\" x=\"\(n(x))\" y=\"\(n(y - 8))\" text-anchor=\"middle\">"
      + "\(SVGMarkup.escaped(event.name))</text>\n"
  }

  private func markup(_ curve: Curve, _ horizontal: LinearScale, _ vertical: LinearScale) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let place = { (x: Double, y: Double) in "\(n(horizontal.position(x))),\(n(vertical.position(y)))" }
    var svg = curve.isPale ? "<g class=\"pale\">" : ""
    if let spread = curve.spread, spread.count == curve.points.count {
      let upper = zip(curve.points, spread).map { place($0.x, $0.y + $1) }
      let lower = zip(curve.points, spread).map { place($0.x, $0.y - $1) }.reversed()
      svg += "<polygon class=\"band \(curve.mark.cssClass)\" points=\"\((upper + lower).joined(separator: " "))\"/>\n"
    }
    let line = curve.points.map { place($0.x, $0.y) }.joined(separator: " ")
    svg += "<polyline class=\"line \(curve.mark.cssClass)\" points=\"\(line)\"/>\n"
    if curve.isPale { svg += "</g>" }
    if let place = namePlace(of: curve, horizontal, vertical) {
      svg += "<text class=\"\(curve.mark.cssClass)\" x=\"\(n(place.x))\" y=\"\(n(place.y))\" text-anchor=\"middle\">"
      svg += "\(SVGMarkup.escaped(curve.name))</text>\n"
    }
    return svg
  }

  /// Half the width of a name, in which other curves may come too near.
  private static let nameReach = 40.0

  /// Above the highest or below the lowest point of a curve, whichever is farther from the other curves.
  private func namePlace(
    of curve: Curve, _ horizontal: LinearScale, _ vertical: LinearScale
  ) -> (x: Double, y: Double)? {
    guard !curve.name.isEmpty, let high = curve.points.max(by: { $0.y < $1.y }),
      let low = curve.points.min(by: { $0.y < $1.y })
    else { return nil }
    let others = curves.filter { $0.name != curve.name && !$0.isPale }.flatMap(\.points)
    let places = [(high, -6.0), (low, 14.0)].map { point, shift in
      // Names stay within the chart.
      let x = min(max(horizontal.position(point.x), Self.left + Self.nameReach), width - Self.right - Self.nameReach)
      let y = vertical.position(point.y) + shift
      let middle = y - 4
      let room = others.filter { abs(horizontal.position($0.x) - x) < Self.nameReach }
        .map { abs(vertical.position($0.y) - middle) }.min()
      return (x: x, y: y, room: room ?? height)
    }
    // Names over the curves, unless there is clearly more room below.
    let best = places[1].room > places[0].room + 8 ? places[1] : places[0]
    return (best.x, best.y)
  }
}
