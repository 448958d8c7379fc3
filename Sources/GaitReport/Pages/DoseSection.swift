import GaitHistory
import GaitModel
import GaitPages
import NumberText

/// How much was walked backward each week, against the plan where there is one.
package struct DoseSection {
  private let report: PersonReport
  /// The last day of which anything is known: today, else the day of the last session.
  private let lastDay: CalendarDay?

  /// - Parameter today: The day on which the page is seen; `nil` for a report, which is the same on every day.
  package init(report: PersonReport, today: CalendarDay? = nil) {
    self.report = report
    lastDay = today ?? report.dose.lastDay
  }

  package func html() -> Markup {
    guard let chart = CourseFigures(report: report).dose() else { return .nothing }
    let plan = report.course.person.plan
    let hasSessions = plan?.sessionsPerWeek != nil
    let rows = report.dose.weeks.map { week in
      var cells: [Markup] = [
        .number(week.sessions), .number(week.backward.minutes, 1), .number(week.backward.strides),
        .number(week.backward.meters, 0), .number(week.forward.minutes, 1),
      ]
      if plan != nil {
        let planned = week.planned.map { "\(PlainNumbers.range($0.low, $0.high))" as Markup }
        cells += [.number(planned ?? .dash), .number(hasBegun(week) ? week.missingMinutes : nil, 1)]
        if hasSessions { cells.append(.number(sessions(week))) }
      }
      return Markup.row("\(week.label)", cells)
    }
    let heads =
      ["sessions", "backward, min", "backward, strides", "backward, m", "forward, min"]
      + (plan == nil ? [] : ["planned, min", "not recorded, min"])
      + (hasSessions ? ["backward sessions, of planned"] : [])
    let table = PageTable(
      .label("Walking per week"), attributes: " class=\"dates\"",
      heads: [.head("week from")] + heads.map(Markup.numberHead), rows: rows)
    return """
      <section><h2>How much was walked</h2><div class="dose"><div class="figures">\(.figure(chart.svg()))</div>\
      \(table.markup)</div><p class="soft">Only recorded walking counts.\
      \(if: report.dose.undated > 0, " Sessions without a date are excluded.")\
      \(plan.map(Self.words) ?? "")</p></section>
      """
  }

  private static func words(_ plan: TrainingPlan) -> String {
    " What was not recorded may have been walked, and is not counted. Dashed: planned (\(plan.inWords))."
  }

  /// Recorded sessions with backward walking, of those planned: `2 of 3`.
  private func sessions(_ week: WalkingDose.Period) -> Markup {
    week.plannedSessions.map { "\(week.backwardSessions) of \($0.words)" } ?? "\(week.backwardSessions)"
  }

  /// Nothing is missing in a week that is still to come.
  private func hasBegun(_ week: WalkingDose.Period) -> Bool {
    guard let day = week.day, let lastDay else { return false }
    return day <= lastDay
  }
}
