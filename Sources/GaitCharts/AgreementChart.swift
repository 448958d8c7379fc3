/// Differences of two measurements over their mean (Bland & Altman 1986, doi 10.1016/S0140-6736(86)90837-8).
///
/// Pairs are drawn as counts in cells, so that the chart shows where they lie and holds no single one.
public struct AgreementChart: Sendable {
  public var title: String
  /// Unit of both axes.
  public var unit: String
  public var summary: String
  /// Mean of the two measurements, and the first less the second.
  public var points: [(mean: Double, difference: Double)]
  /// Size of a cell on either axis.
  public var cell: (mean: Double, difference: Double)
  /// Bias and limits to draw; those of the differences as if all were independent, where none are given.
  public var limits: (bias: Double, lower: Double, upper: Double)?
  public var width: Double
  public var height: Double

  public init(
    title: String, unit: String, summary: String, points: [(mean: Double, difference: Double)],
    cell: (mean: Double, difference: Double), limits: (bias: Double, lower: Double, upper: Double)? = nil,
    width: Double = 420, height: Double = 260
  ) {
    self.title = title
    self.unit = unit
    self.summary = summary
    self.points = points
    self.cell = cell
    self.limits = limits
    self.width = width
    self.height = height
  }

  private struct Cell: Hashable, Comparable {
    var mean: Int
    var difference: Int

    static func < (a: Cell, b: Cell) -> Bool { (a.mean, a.difference) < (b.mean, b.difference) }
  }

  /// The chart as a document of its own.
  public func svg() -> String {
    let n = { (value: Double) in SVGMarkup.number(value, decimals: 1) }
    let (left, right, top, bottom) = (48.0, width - 70, 30.0, height - 40)
    let differences = points.map(\.difference)
    let lines = limits ?? Self.limits(of: differences)
    let across = LinearScale(data: points.map(\.mean), from: left, to: right, about: 5)
    let along = LinearScale(data: differences + [lines.lower, lines.upper, 0], from: bottom, to: top, about: 5)
    var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\""
    svg += " viewBox=\"0 0 \(n(width)) \(n(height))\">\n"
    svg += "<title>\(SVGMarkup.escaped(title))</title><desc>\(SVGMarkup.escaped(summary))</desc>\n"
    svg += "<style>\ntext { font: 12px system-ui, sans-serif; fill: #1b1b1b; }\n.soft { fill: #555; }\n"
    svg += ".grid { stroke: #ddd; }\n.bias { stroke: #1b1b1b; }\n"
    svg += ".limit { stroke: #1b1b1b; stroke-dasharray: 4 3; }\n.cell { fill: #0b5fa5; }\n</style>\n"
    svg += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    svg += "<text x=\"4\" y=\"16\" font-weight=\"600\">\(SVGMarkup.escaped(title))"
    svg += "<tspan class=\"soft\" font-weight=\"400\"> found − reference, \(SVGMarkup.escaped(unit))</tspan></text>\n"
    for tick in along.ticks {
      let y = n(along.position(tick))
      svg += "<line class=\"grid\" x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
      svg += "<text class=\"soft\" x=\"\(n(left - 6))\" y=\"\(n(along.position(tick) + 4))\" text-anchor=\"end\">"
      svg += "\(SVGMarkup.fixed(tick, decimals: along.decimals))</text>\n"
    }
    for tick in across.ticks {
      svg += "<text class=\"soft\" x=\"\(n(across.position(tick)))\" y=\"\(n(bottom + 16))\" text-anchor=\"middle\">"
      svg += "\(SVGMarkup.fixed(tick, decimals: across.decimals))</text>\n"
    }
    svg += "<text class=\"soft\" x=\"\(n((left + right) / 2))\" y=\"\(n(bottom + 33))\" text-anchor=\"middle\">"
    svg += "mean of the two, \(SVGMarkup.escaped(unit))</text>\n"
    svg += cells(across: across, along: along)
    for (value, style) in [(lines.bias, "bias"), (lines.lower, "limit"), (lines.upper, "limit")] {
      let y = along.position(value)
      svg += "<line class=\"\(style)\" x1=\"\(n(left))\" x2=\"\(n(right))\" y1=\"\(n(y))\" y2=\"\(n(y))\"/>\n"
      svg +=
        "<text x=\"\(n(right + 6))\" y=\"\(n(y + 4))\">\(SVGMarkup.fixed(value, decimals: along.decimals + 1))</text>\n"
    }
    return svg + "</svg>\n"
  }

  private static func limits(of differences: [Double]) -> (bias: Double, lower: Double, upper: Double) {
    let count = Double(max(1, differences.count))
    let bias = differences.reduce(0, +) / count
    let sd = (differences.reduce(0) { $0 + ($1 - bias) * ($1 - bias) } / max(1, count - 1)).squareRoot()
    return (bias, bias - 1.96 * sd, bias + 1.96 * sd)
  }

  /// A disc in each cell, whose area grows with the number of points in it.
  private func cells(across: LinearScale, along: LinearScale) -> String {
    var counts: [Cell: Int] = [:]
    for point in points where point.mean.isFinite && point.difference.isFinite {
      let key = Cell(
        mean: Int((point.mean / cell.mean).rounded(.down)),
        difference: Int((point.difference / cell.difference).rounded(.down)))
      counts[key, default: 0] += 1
    }
    let most = Double(counts.values.max() ?? 1)
    let radius = min(
      abs(across.position(cell.mean) - across.position(0)), abs(along.position(cell.difference) - along.position(0)), 16
    )
    var svg = ""
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      let x = across.position((Double(key.mean) + 0.5) * cell.mean)
      let y = along.position((Double(key.difference) + 0.5) * cell.difference)
      let size = max(1.5, radius / 2 * (Double(count) / most).squareRoot())
      svg += "<circle class=\"cell\" cx=\"\(SVGMarkup.number(x))\" cy=\"\(SVGMarkup.number(y))\""
      svg += " r=\"\(SVGMarkup.number(size))\"/>\n"
    }
    return svg
  }
}
