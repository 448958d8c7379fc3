import GaitHistory
import GaitModel
import GaitPages
import PageLanguage

/// How much was walked backward each week, against the plan where there is one.
package struct DoseSection {
  private let report: PersonReport
  private var language: Language { report.language }
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
        .number(week.sessions), .number(week.backward.minutes, 1, in: language), .number(week.backward.strides),
        .number(week.backward.meters, 0, in: language), .number(week.forward.minutes, 1, in: language),
      ]
      if plan != nil {
        let planned = week.planned.map { "\(language.range($0.low, $0.high))" as Markup }
        cells += [.number(planned ?? .dash), .number(hasBegun(week) ? week.missingMinutes : nil, 1, in: language)]
        if hasSessions { cells.append(.number(sessions(week))) }
      }
      return Markup.row("\(language.date(week.label))", cells)
    }
    let amounts = [
      language("sessions"), language("backward, min"), language("backward, strides"), language("backward, m"),
      language("forward, min"),
    ]
    let heads =
      amounts + (plan == nil ? [] : [language("planned, min"), language("not recorded, min")])
      + (hasSessions ? [language("backward sessions, of planned")] : [])
    let table = PageTable(
      .label(language("Walking per week")), attributes: " class=\"dates\"",
      heads: [.head(language("week from"))] + heads.map(Markup.numberHead), rows: rows)
    return """
      <section><h2>\(language("How much was walked"))</h2><div class="dose"><div class="figures">\(.figure(chart.svg()))</div>\
      \(table.markup)</div><p class="soft">\(language("Only recorded walking counts."))\
      \(if: report.dose.undated > 0, " \(language("Sessions without a date are excluded."))")\
      \(plan.map(words) ?? "")</p></section>
      """
  }

  private func words(_ plan: TrainingPlan) -> String {
    " "
      + language(
        """
        What was not recorded may have been walked, and is not counted. Dashed: planned (\(plan.inWords(in: language))).
        """)
  }

  /// Recorded sessions with backward walking, of those planned: `2 of 3`.
  private func sessions(_ week: WalkingDose.Period) -> Markup {
    week.plannedSessions.map { "\(language("\(week.backwardSessions) of \($0.words)"))" } ?? "\(week.backwardSessions)"
  }

  /// Nothing is missing in a week that is still to come.
  private func hasBegun(_ week: WalkingDose.Period) -> Bool {
    guard let day = week.day, let lastDay else { return false }
    return day <= lastDay
  }
}
