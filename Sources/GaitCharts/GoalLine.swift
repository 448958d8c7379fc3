/// A value that somebody set as a goal: a thin line across a chart, with its words at the right end.
public struct GoalLine: Sendable, Equatable {
  public var value: Double
  /// Of the series that the goal is for.
  public var mark: SeriesMark
  /// A few words within the chart: `backward goal 0.90`.
  public var label: String

  public init(value: Double, mark: SeriesMark, label: String) {
    self.value = value
    self.mark = mark
    self.label = label
  }

  /// The lines, to be drawn below the points.
  static func lines(_ goals: [GoalLine], scale: LinearScale, frame: ChartArea) -> String {
    goals.map { goal in
      let y = SVGMarkup.number(scale.position(goal.value), decimals: 1)
      return "<line class=\"goal \(goal.mark.cssClass)\" x1=\"\(SVGMarkup.number(frame.left))\""
        + " x2=\"\(SVGMarkup.number(frame.right))\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
    }.joined()
  }

  /// The words, to be drawn over everything else: above their line, or below it where the line above is too near.
  static func words(_ goals: [GoalLine], scale: LinearScale, frame: ChartArea) -> String {
    // From the top of the chart down.
    let sorted = goals.sorted { $0.value > $1.value }
    return sorted.enumerated().map { k, goal in
      let line = scale.position(goal.value)
      let above = k == 0 ? frame.top : scale.position(sorted[k - 1].value)
      let isBelow = line - above < lineHeight
      let y = isBelow ? line + heightOfLetter + inset : line - inset
      return "<text class=\"goal-label \(goal.mark.cssClass)\" x=\"\(SVGMarkup.number(frame.right - inset))\""
        + " y=\"\(SVGMarkup.number(y))\" text-anchor=\"end\">\(SVGMarkup.escaped(goal.label))</text>\n"
    }.joined()
  }

  /// Room that words above a line take, in units of the chart.
  private static let lineHeight = 14.0
  /// Of small letters of the chart.
  private static let heightOfLetter = 9.0
  /// Between words and their line.
  private static let inset = 4.0
}
