/// A value that somebody set as a goal: a thin line across a chart, with its words beside its right end.
public struct GoalLine: Sendable, Equatable {
  public var value: Double
  /// Of the series that the goal is for. The line is solid or dashed as that of the series, so that both stay apart in gray.
  public var mark: SeriesMark
  /// A few words, which have room for about ten letters: `goal 0.90`.
  public var label: String
  /// All of it, for those who point at the line: `backward goal 0.90 m/s`.
  public var title: String

  public init(value: Double, mark: SeriesMark, label: String, title: String) {
    self.value = value
    self.mark = mark
    self.label = label
    self.title = title
  }

  /// Of line and words.
  var cssClass: String { "goal \(mark.cssClass)" }

  /// The lines, to be drawn below the points.
  static func lines(_ goals: [GoalLine], scale: LinearScale, frame: ChartArea) -> String {
    goals.map { goal in
      let y = SVGMarkup.number(scale.position(goal.value), decimals: 1)
      return "<g><title>\(SVGMarkup.escaped(goal.title))</title><line class=\"\(goal.cssClass)\""
        + " x1=\"\(SVGMarkup.number(frame.left))\" x2=\"\(SVGMarkup.number(frame.right))\""
        + " y1=\"\(y)\" y2=\"\(y)\"/></g>\n"
    }.joined()
  }
}
