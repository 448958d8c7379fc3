import GaitCharts
import GaitHistory
import GaitModel
import NumberText

extension CourseFigures {
  /// Goals of a measure as lines of its chart.
  func goals(_ id: String) -> [GoalLine] {
    goals.filter { $0.kind.measure.id == id }.map { kind, value in
      let words = "goal \(Self.text(value, kind))"
      return GoalLine(
        value: value, mark: kind.direction == .backward ? .square : .circle, label: words,
        title: "\(kind.direction.rawValue) \(words) \(kind.measure.unit)")
    }
  }

  /// A sentence on the goals of a measure, for those who do not see the chart; empty where there are none.
  func goalSentence(_ id: String) -> String {
    let words = goals.filter { $0.kind.measure.id == id }.map { kind, value in
      "\(kind.direction.rawValue) \(Self.text(value, kind)) \(kind.measure.unit)"
    }
    return words.isEmpty ? "" : " Goal: \(words.joined(separator: "; "))."
  }

  /// What thin lines across the charts are; empty where there are none.
  var goalLegend: String {
    let words = goals.map { kind, value in "\(kind.title) \(Self.text(value, kind)) \(kind.measure.unit)" }
    return words.isEmpty ? "" : " Thin lines across a chart are goals: \(words.joined(separator: "; "))."
  }

  private var goals: [(kind: GoalKind, value: Double)] {
    GoalKind.allCases.compactMap { kind in report.course.person.goals[kind].map { (kind, $0) } }
  }

  private static func text(_ value: Double, _ kind: GoalKind) -> String {
    PlainNumbers.fixed(value, kind.measure.decimals)
  }
}
