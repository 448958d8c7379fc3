import GaitCharts
import GaitHistory
import GaitModel
import PageLanguage

extension CourseFigures {
  /// Goals of a measure as lines of its chart.
  func goals(_ id: String) -> [GoalLine] {
    goals.filter { $0.kind.measure.id == id }.map { kind, value in
      let unit = kind.measure.shown(in: language)
      let number = language.fixed(value, unit)
      let direction = language.text(kind.direction.rawValue)
      return GoalLine(
        value: unit.value(value), mark: kind.direction == .backward ? .square : .circle,
        label: language("goal \(number)"),
        title: language("\(direction) goal \(number) \(unit.text)"))
    }
  }

  /// A sentence on the goals of a measure, for those who do not see the chart; empty where there are none.
  func goalSentence(_ id: String) -> String {
    let words = goals.filter { $0.kind.measure.id == id }.map { kind, value in
      "\(language.text(kind.direction.rawValue)) \(text(value, kind))"
    }
    return words.isEmpty ? "" : " " + language("Goal: \(words.joined(separator: "; ")).")
  }

  /// What thin lines across the charts are; empty where there are none.
  var goalLegend: String {
    let words = goals.map { kind, value in "\(language.text(kind.title)) \(text(value, kind))" }
    return words.isEmpty
      ? "" : " " + language("Thin lines across a chart are goals: \(words.joined(separator: "; ")).")
  }

  private var goals: [(kind: GoalKind, value: Double)] {
    GoalKind.allCases.compactMap { kind in report.course.person.goals[kind].map { (kind, $0) } }
  }

  private func text(_ value: Double, _ kind: GoalKind) -> String {
    let unit = kind.measure.shown(in: language)
    return "\(language.fixed(value, unit)) \(unit.text)"
  }
}
