/// A course of values as a small picture that stands in a line of text.
public struct Sparkline: Sendable {
  public var values: [Double]
  /// What the picture shows, in words.
  public var summary: String
  public var mark: SeriesMark
  /// What the height spans; that of the values themselves where none is given. Pictures that are read beside each other have
  /// one scale, so that small changes look small.
  public var scale: ClosedRange<Double>?
  public var width: Double
  public var height: Double

  public init(
    values: [Double], summary: String, mark: SeriesMark, scale: ClosedRange<Double>? = nil, width: Double = 120,
    height: Double = 28
  ) {
    self.values = values
    self.summary = summary
    self.mark = mark
    self.scale = scale
    self.width = width
    self.height = height
  }

  /// An `svg` element; empty text without values.
  public func svg() -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return "" }
    let (low, high) = (min(least, scale?.lowerBound ?? least), max(greatest, scale?.upperBound ?? greatest))
    let inset = 4.0
    let places = finite.enumerated().map { k, value in
      (
        x: finite.count > 1
          ? inset + Double(k) / Double(finite.count - 1) * (width - 2 * inset) : width / 2,
        y: high > low ? height - inset - (value - low) / (high - low) * (height - 2 * inset) : height / 2
      )
    }
    var svg = "<svg class=\"chart sparkline\" role=\"img\" viewBox=\"0 0 \(n(width)) \(n(height))\""
    svg += " width=\"\(n(width))\" height=\"\(n(height))\"><title>\(SVGMarkup.escaped(summary))</title>"
    if places.count > 1 {
      let points = places.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
      svg += "<polyline class=\"line \(mark.cssClass)\" points=\"\(points)\"/>"
    }
    if let last = places.last {
      svg += "<circle class=\"\(mark.cssClass)\" cx=\"\(n(last.x))\" cy=\"\(n(last.y))\" r=\"3\"/>"
    }
    return svg + "</svg>"
  }
}
