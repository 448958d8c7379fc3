import PageLanguage

/// Values of a few series over a common axis of categories or times, each with its interval.
public struct IntervalChart: Sendable {
  /// One value with its interval.
  public struct Point: Sendable {
    /// Position along the axis, 0 to 1.
    public var x: Double
    public var value: Double
    public var interval: ClosedRange<Double>?
    /// What the point stands for, in the table behind the chart.
    public var label: String
    /// Shown, but not counted: drawn pale and left out of the line.
    public var isPale: Bool

    public init(x: Double, value: Double, interval: ClosedRange<Double>?, label: String = "", isPale: Bool = false) {
      self.x = x
      self.value = value
      self.interval = interval
      self.label = label
      self.isPale = isPale
    }
  }

  public struct Series: Sendable {
    public var name: String
    public var mark: SeriesMark
    public var points: [Point]
    /// Values between which a point says nothing new; a band behind the points.
    public var band: ClosedRange<Double>?

    public init(name: String, mark: SeriesMark, points: [Point], band: ClosedRange<Double>? = nil) {
      self.name = name
      self.mark = mark
      self.points = points
      self.band = band
    }
  }

  public var title: String
  public var unit: String
  /// What the chart shows, in words, for those who do not see it.
  public var summary: String
  public var series: [Series]
  /// Labels along the axis: position 0 to 1 and text.
  public var labels: [(x: Double, text: String)]
  /// Remarks on places along the axis, written above them.
  public var remarks: [(x: Double, text: String)] = []
  /// What is usual elsewhere, behind everything.
  public var references: [ReferenceBand] = []
  /// Lines across the chart, within its range.
  public var goals: [GoalLine] = []
  /// Of the values that a reader points at; one more than those of the axis where none are given.
  public var decimals: Int?
  public var includesZero: Bool
  /// Of the words within the chart; those that it is given are in it already.
  public var language: Language = .english
  public var width: Double
  public var height: Double

  public init(
    title: String, unit: String, summary: String, series: [Series], labels: [(x: Double, text: String)],
    includesZero: Bool = false, width: Double = 420, height: Double = 240
  ) {
    self.title = title
    self.unit = unit
    self.summary = summary
    self.series = series
    self.labels = labels
    self.includesZero = includesZero
    self.width = width
    self.height = height
  }

  private static let margin = (left: 46.0, right: 86.0, top: 34.0, bottom: 34.0)

  /// The chart as an `svg` element that scales to the width it is given.
  ///
  /// - Parameter standalone: Whether it brings its styles, for a file of its own.
  public func svg(standalone: Bool = false) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let (left, right, top, bottom) = (
      Self.margin.left, width - Self.margin.right, Self.margin.top, height - Self.margin.bottom
    )
    let own =
      series.flatMap(\.points).flatMap { point in
        [point.value] + (point.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
      } + series.compactMap(\.band).flatMap { [$0.lowerBound, $0.upperBound] }
    let extent = own.min().flatMap { low in own.max().map { low...$0 } }
    let data = own + references.flatMap { $0.shown(beside: extent) } + goals.map(\.value)
    let scale = LinearScale(data: data, includesZero: includesZero, from: bottom, to: top)
    let along = { (x: Double) in left + 8 + x * (right - left - 16) }
    let values = valueLabels(scale: scale, along: along)
    let isGroup = ValueLabel.takesFocus(values.count)
    var svg = ChartFrame.opening(
      title: title, unit: unit, summary: summary, width: width, height: height, isStandalone: standalone,
      isGroup: isGroup)
    // Who does not see the picture has the words of its places.
    if isGroup { svg += "<g aria-hidden=\"true\">\n" }
    svg += ChartFrame.levels(of: scale, left: left, right: right, in: language)
    svg += ChartFrame.axis(left: left, right: right, y: bottom)
    let frame = ChartArea(left: left, right: right, top: top, bottom: bottom)
    for reference in references { svg += reference.markup(scale: scale, along: along, frame: frame) }
    for label in labels { svg += ChartFrame.label(label.text, x: along(label.x), y: bottom + 18) + "\n" }
    for one in series {
      guard let band = one.band else { continue }
      let (low, high) = (scale.position(band.lowerBound), scale.position(band.upperBound))
      svg += "<rect class=\"band \(one.mark.cssClass)\" x=\"\(n(left))\" width=\"\(n(right - left))\""
      svg += " y=\"\(n(high))\" height=\"\(n(low - high))\"/>\n"
    }
    svg += GoalLine.lines(goals, scale: scale, frame: frame)
    svg += remarkMarkup(along: along, frame: frame)
    for one in series { svg += markup(one, scale: scale, along: along) }
    for reference in references { svg += reference.words(scale: scale, along: along, frame: frame) }
    svg += directLabels(scale: scale, right: right)
    if isGroup { svg += "</g>\n" }
    svg += ValueLabel.markup(values, frame: frame, width: width, height: height)
    return svg + "</svg>"
  }

  /// A line at each remark, with its words where those of the one before leave room.
  private func remarkMarkup(along: (Double) -> Double, frame: ChartArea) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    var end = -Double.infinity
    return remarks.sorted { $0.x < $1.x }.map { remark in
      let x = along(remark.x)
      let half = Double(remark.text.count) * Self.remarkLetter / 2
      // Words at an edge stand within the chart.
      let middle = min(max(x, half), width - half)
      var svg =
        "<line class=\"remark\" x1=\"\(n(x))\" x2=\"\(n(x))\" y1=\"\(n(frame.top))\" y2=\"\(n(frame.bottom))\"/>"
      if middle - half >= end {
        end = middle + half
        svg += "<text class=\"muted small\" x=\"\(n(middle))\" y=\"\(n(frame.top - 6))\" text-anchor=\"middle\">"
        svg += "\(SVGMarkup.escaped(remark.text))</text>"
      }
      return svg + "\n"
    }.joined()
  }

  /// Of a small letter, on average, in units of the chart.
  private static let remarkLetter = 5.6

  /// What stands at each place along the axis, of all series.
  private func valueLabels(scale: LinearScale, along: (Double) -> Double) -> [ValueLabel] {
    let decimals = decimals ?? scale.decimals + 1
    let fixed = { (value: Double) in language.fixed(value, decimals) }
    let all = series.flatMap { one in one.points.map { (series: one, point: $0) } }
    return Dictionary(grouping: all, by: \.point.x).sorted { $0.key < $1.key }.map { x, places in
      let noted = remarks.filter { $0.x == x }.map { ValueLabel.Line(text: $0.text) }
      let lines = places.map { series, point in
        let interval =
          point.interval.map { " (\(language("\(fixed($0.lowerBound)) to \(fixed($0.upperBound))")))" } ?? ""
        let value = "\(series.name) \(fixed(point.value))\(interval)"
        return ValueLabel.Line(text: point.isPale ? language("\(value), not counted") : value, mark: series.mark)
      }
      let heights = places.map { scale.position($0.point.value) }
      let label = places.map(\.point.label).first { !$0.isEmpty }.map(language.date)
      return ValueLabel(
        x: along(x), marks: (heights.min() ?? 0)...(heights.max() ?? 0),
        heading: [label, unit].compactMap { $0 }.joined(separator: ", "), lines: lines + noted)
    }
  }

  private func markup(_ one: Series, scale: LinearScale, along: (Double) -> Double) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    var svg = ""
    let counted = one.points.filter { !$0.isPale }
    if counted.count > 1 {
      let path = counted.map { "\(n(along($0.x))),\(n(scale.position($0.value)))" }.joined(separator: " ")
      svg += "<polyline class=\"line \(one.mark.cssClass)\" points=\"\(path)\"/>\n"
    }
    svg += "<g class=\"\(one.mark.cssClass)\" stroke-width=\"1.5\">"
    for point in one.points {
      if point.isPale { svg += "<g class=\"pale\">" }
      if let interval = point.interval {
        let x = n(along(point.x))
        svg += "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"\(n(scale.position(interval.lowerBound)))\""
        svg += " y2=\"\(n(scale.position(interval.upperBound)))\"/>"
      }
      svg += one.mark.shape(x: along(point.x), y: scale.position(point.value))
      if point.isPale { svg += "</g>" }
    }
    return svg + "</g>\n"
  }

  /// Names beside the last points, and those of goals, moved apart if they would overlap.
  private func directLabels(scale: LinearScale, right: Double) -> String {
    var places = series.compactMap { one in
      one.points.last.map { (name: one.name, style: one.mark.cssClass, y: scale.position($0.value)) }
    }
    places += goals.map { ($0.label, $0.cssClass, scale.position($0.value)) }
    places.sort { $0.y < $1.y }
    var lowest = -Double.infinity
    var svg = ""
    for (name, style, position) in places {
      let y = max(position, lowest + 15)
      lowest = y
      svg += "<text class=\"\(style)\" x=\"\(SVGMarkup.number(right + 6))\""
      svg += " y=\"\(SVGMarkup.number(y + 4))\">\(SVGMarkup.escaped(name))</text>\n"
    }
    return svg
  }
}
