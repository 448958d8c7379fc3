import GaitHistory
import GaitPages
import NumberText

/// How much was walked backward each week, against the plan where there is one.
package struct DoseSection {
  private let report: PersonReport

  package init(report: PersonReport) {
    self.report = report
  }

  package func html() -> Markup {
    guard let chart = CourseFigures(report: report).dose() else { return .nothing }
    let plan = report.course.person.plan
    let rows = report.dose.weeks.map { week in
      var cells: [Markup] = [
        .number(week.sessions), .number(week.backward.minutes, 1), .number(week.backward.strides),
        .number(week.backward.meters, 0), .number(week.forward.minutes, 1),
      ]
      if plan != nil {
        let planned = week.planned.map { "\(PlainNumbers.range($0.low, $0.high))" as Markup }
        cells += [.number(planned ?? .dash), .number(week.missingMinutes, 1)]
      }
      return Markup.row("\(week.label)", cells)
    }
    let heads =
      ["sessions", "backward, min", "backward, strides", "backward, m", "forward, min"]
      + (plan == nil ? [] : ["planned, min", "not recorded, min"])
    let table = PageTable(
      .label("Walking per week"), attributes: " class=\"dates\"",
      heads: [.head("week from")] + heads.map(Markup.numberHead), rows: rows)
    return """
      <section><h2>How much was walked</h2><div class="dose"><div class="figures">\(.figure(chart.svg()))</div>\
      \(table.markup)</div><p class="soft">Only recorded walking counts.\
      \(if: report.dose.undated > 0, " Sessions without a date are excluded.")\
      \(plan.map { " Dashed: planned (\($0.name))." } ?? "")</p></section>
      """
  }
}
