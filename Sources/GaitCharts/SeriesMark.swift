/// How the points of a series look; the two differ in shape and lightness too, so that they stay apart in gray print
/// and for color-blind eyes (Okabe & Ito 2008).
public enum SeriesMark: String, Sendable {
  /// Filled circles, dark blue, solid line.
  case circle
  /// Open squares, orange, dashed line.
  case square

  /// The class that a page's style sheet gives a color to.
  var cssClass: String { "series-\(rawValue)" }

  /// A mark around a position.
  func shape(x: Double, y: Double) -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    switch self {
    case .circle: return "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"4\"/>"
    case .square: return "<rect x=\"\(n(x - 4))\" y=\"\(n(y - 4))\" width=\"8\" height=\"8\"/>"
    }
  }

  /// The styles that charts need where no page provides them.
  public static let styleSheet = """
    .chart { font: 12px system-ui, sans-serif; fill: #222; }
    .chart .grid { stroke: #d8d8d8; stroke-width: 1; }
    .chart .axis { stroke: #666; stroke-width: 1; }
    .chart .muted { fill: #555; }
    .chart .series-circle { stroke: #0b4f8a; fill: #0b4f8a; color: #0b4f8a; }
    .chart .series-square { stroke: #b55400; fill: #fff; color: #b55400; }
    .chart .line { fill: none; stroke-width: 1.5; }
    .chart .series-square.line { stroke-dasharray: 5 3; }
    .chart .series-square.bar { fill: #e8a86a; }
    .chart .series-circle.bar { fill: #0b4f8a; fill-opacity: 0.75; }
    .chart .pale { opacity: 0.4; }
    .chart .band { stroke: none; fill-opacity: 0.1; }
    .chart .band.series-square { fill: #b55400; }
    .chart .reference { fill: #777; fill-opacity: 0.16; stroke: none; }
    .chart .reference-mean { stroke: #777; stroke-width: 1.5; stroke-dasharray: 6 4; }
    .chart .reference-label { fill: #444; font-size: 0.85em; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
    .chart .plan { fill: none; stroke: #666; stroke-width: 1; stroke-dasharray: 3 2; }
    .chart .small { font-size: 0.85em; }
    .chart .shade { fill: #888; fill-opacity: 0.14; }
    .chart .event { fill: #222; stroke: #fff; stroke-width: 1.5; }
    .chart .remark { stroke: #888; stroke-width: 1; stroke-dasharray: 2 3; }
    .chart text.series-circle { stroke: none; fill: #0b4f8a; font-weight: 600; }
    .chart text.series-square { stroke: none; fill: #9a4700; font-weight: 600; }
    .chart line.goal { stroke-width: 1; }
    .chart line.goal.series-square { stroke-dasharray: 5 3; }
    .chart text.goal { font-size: 0.85em; font-weight: 400; }
    .chart .hit { fill: transparent; }
    .chart .point:focus { outline: none; }
    .chart .point:focus-visible .hit { stroke: #c46a00; stroke-width: 2; }
    .chart .value { visibility: hidden; pointer-events: none; font-size: 12px; }
    .chart .point:hover .value, .chart .point:focus .value { visibility: visible; }
    .chart .points:hover .point:not(:hover):not(:focus-visible) .value { visibility: hidden; }
    .chart .value rect { fill: #fff; stroke: #666; stroke-width: 1; }
    .chart .value line { stroke: #666; stroke-width: 1; }
    .chart .value .heading { font-weight: 600; }
    @media print { .chart .point { display: none; } }
    """
}
