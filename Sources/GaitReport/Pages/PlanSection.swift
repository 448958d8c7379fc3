import GaitHistory
import GaitModel
import GaitPages
import NumberText

/// What a clinician set for a person: the plan, what of this week's part was recorded, goals, and prescriptions by week.
package struct PlanSection {
  private let report: PersonReport
  /// The day on which the page is seen; `nil` for a report, which is the same on every day.
  private let today: CalendarDay?

  package init(report: PersonReport, today: CalendarDay? = nil) {
    self.report = report
    self.today = today
  }

  package func html() -> Markup {
    let parts = [plan, week, goals, prescriptions].filter { !$0.isEmpty }
    guard !parts.isEmpty else { return .nothing }
    return "<section><h2>Plan, goals and prescriptions</h2>\(parts.joined())</section>"
  }

  private var person: PersonCourse.Person { report.course.person }

  private var plan: Markup { person.plan.map { "<p>Plan of backward walking: \($0.inWords).</p>" } ?? .nothing }

  /// Recorded against planned of the week of today.
  private var week: Markup {
    guard person.plan != nil, let today, let week = report.dose.week(of: today) else { return .nothing }
    let minutes = "\(PlainNumbers.fixed(week.backward.minutes, 1)) min"
    let recorded = "recorded \(minutes) in \(PlainNumbers.count(week.backwardSessions, "session"))"
    guard let planned = week.planned else {
      return """
        <p>Week from \(week.label), to date: \(recorded) of backward walking. The plan has nothing for this week.</p>
        """
    }
    let sessions = week.plannedSessions.map { " in \($0.words) session\($0.words == "1" ? "" : "s")" } ?? ""
    return """
      <p>Week from \(week.label), to date: \(recorded) of backward walking; planned \
      \(PlainNumbers.range(planned.low, planned.high)) min\(sessions). What was not recorded is not counted.</p>
      """
  }

  private var goals: Markup {
    let items = GoalKind.allCases.compactMap { kind -> Markup? in
      guard let goal = person.goals[kind] else { return nil }
      let words = "goal \(PlainNumbers.fixed(goal, kind.measure.decimals)) \(kind.measure.unit)"
      return "<li>\(kind.title.capitalizedFirst): \(latest(kind)); \(words).</li>"
    }
    return items.isEmpty ? .nothing : "<ul>\(items.joined(""))</ul>"
  }

  /// The last value under the usual conditions, with its interval.
  private func latest(_ kind: GoalKind) -> String {
    let measure = kind.measure
    guard let usual = report.course.usualConditions,
      let session = report.course.sessions.last(where: {
        $0[usual]?.directions[kind.direction]?.measures[measure.id] != nil
      }), let found = session[usual]?.directions[kind.direction]?.measures[measure.id]
    else { return "not measured" }
    let interval = measure.interval(of: found).map {
      " (95 % CI \(PlainNumbers.fixed($0.lowerBound, measure.decimals)) to "
        + "\(PlainNumbers.fixed($0.upperBound, measure.decimals)))"
    }
    return "latest \(PlainNumbers.fixed(found.mean, measure.decimals)) \(measure.unit)\(interval ?? ""), "
      + report.place(of: session)
  }

  /// In the order of weeks; those that are over stand aside on a page of today.
  private var prescriptions: Markup {
    let all = person.prescriptions
    guard !all.isEmpty else { return .nothing }
    let past = today.map { day in all.filter { $0.week < day.monday } } ?? []
    let rest = Array(all.dropFirst(past.count))
    let earlier: Markup =
      past.isEmpty
      ? .nothing
      : """
      <details><summary>Earlier prescriptions (\(past.count))</summary>\
      \(table(past, "Earlier prescriptions"))</details>
      """
    return (rest.isEmpty ? .nothing : table(rest, "Prescriptions")) + earlier
  }

  private func table(_ prescriptions: [Prescription], _ name: String) -> Markup {
    PageTable(
      .label(name), attributes: " class=\"dates weeks\"", heads: [.head("week from"), .head("prescribed")],
      rows: prescriptions.map { prescription in
        .row(
          "\(prescription.week.description)",
          [.cell("<div class=\"written\" dir=\"auto\">\(prescription.text)</div>")])
      }
    ).markup
  }
}
