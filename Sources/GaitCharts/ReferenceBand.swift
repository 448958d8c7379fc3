/// What is usual elsewhere, behind a course: a grey band, or a broken line where only its middle is known.
public struct ReferenceBand: Sendable, Equatable {
  /// Where along the axis it holds, 0 to 1.
  public var extent: ClosedRange<Double>
  /// Where most of the others are; `nil` where that is not known.
  public var values: ClosedRange<Double>?
  /// The middle of the others.
  public var mean: Double
  /// A few words within the chart.
  public var label: String
  /// All of it in a sentence, for those who point at it.
  public var title: String

  public init(extent: ClosedRange<Double>, values: ClosedRange<Double>?, mean: Double, label: String, title: String) {
    self.extent = extent
    self.values = values
    self.mean = mean
    self.label = label
    self.title = title
  }

  /// What must be within a chart of `data` for the band to be seen: its middle, and the limit that the data come near or
  /// cross. A limit far from the data is left out, because it would press the course itself together.
  func shown(beside data: ClosedRange<Double>?) -> [Double] {
    guard let values, let data else { return [mean] }
    return [mean] + (data.lowerBound < mean ? [values.lowerBound] : [])
      + (data.upperBound > mean ? [values.upperBound] : [])
  }

  /// The band and its words; positions outside of `frame` are cut off.
  func markup(scale: LinearScale, along: (Double) -> Double, frame: ChartArea) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    // To the edges of the chart, where it holds to the first or last point.
    let left = extent.lowerBound <= 0 ? frame.left : along(extent.lowerBound)
    let right = extent.upperBound >= 1 ? frame.right : along(extent.upperBound)
    let level = { (value: Double) in min(max(scale.position(value), frame.top), frame.bottom) }
    var svg = "<g><title>\(SVGMarkup.escaped(title))</title>"
    if let values {
      let (low, high) = (level(values.lowerBound), level(values.upperBound))
      svg += "<rect class=\"reference\" x=\"\(n(left))\" width=\"\(n(right - left))\""
      svg += " y=\"\(n(high))\" height=\"\(n(low - high))\"/>"
    } else {
      let y = n(level(mean))
      svg += "<line class=\"reference-mean\" x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(y)\" y2=\"\(y)\"/>"
    }
    return svg + "</g>\n"
  }

  /// The words, to be drawn over everything else; empty where there is no room for them.
  func words(scale: LinearScale, along: (Double) -> Double, frame: ChartArea) -> String {
    let left = extent.lowerBound <= 0 ? frame.left : along(extent.lowerBound)
    let right = extent.upperBound >= 1 ? frame.right : along(extent.upperBound)
    guard right - left >= Double(label.count) * Self.widthOfLetter + 2 * Self.inset else { return "" }
    let top = min(max(scale.position(values?.upperBound ?? mean), frame.top), frame.bottom)
    let y = top + (values == nil ? -Self.inset : Self.inset + Self.heightOfLetter)
    return "<text class=\"reference-label\" x=\"\(SVGMarkup.number(left + Self.inset))\" y=\"\(SVGMarkup.number(y))\">"
      + "\(SVGMarkup.escaped(label))</text>\n"
  }

  /// Of small letters of the chart, on average, in units of the chart.
  private static let widthOfLetter = 5.2
  private static let heightOfLetter = 9.0
  /// Between words and the edge that they stand at.
  private static let inset = 4.0
}

/// Where in a chart its marks stand, in units of the chart.
struct ChartArea {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
}
