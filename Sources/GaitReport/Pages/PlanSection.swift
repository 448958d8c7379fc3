import GaitHistory
import GaitModel
import GaitPages
import PageLanguage

/// What a clinician set for a person: the plan, what of this week's part was recorded, goals, and prescriptions by week.
package struct PlanSection {
  private let report: PersonReport
  private var language: Language { report.language }
  /// The day on which the page is seen; `nil` for a report, which is the same on every day.
  private let today: CalendarDay?

  package init(report: PersonReport, today: CalendarDay? = nil) {
    self.report = report
    self.today = today
  }

  package func html() -> Markup {
    let parts = [plan, week, goals, prescriptions].filter { !$0.isEmpty }
    guard !parts.isEmpty else { return .nothing }
    return "<section><h2>\(language("Plan, goals and prescriptions"))</h2>\(parts.joined())</section>"
  }

  private var person: PersonCourse.Person { report.course.person }

  private var plan: Markup {
    person.plan.map { "<p>\(language("Plan of backward walking: \($0.inWords(in: language))."))</p>" } ?? .nothing
  }

  /// Recorded against planned of the week of today.
  private var week: Markup {
    guard person.plan != nil, let today, let week = report.dose.week(of: today) else { return .nothing }
    let (day, minutes) = (language.date(week.label), "\(language.fixed(week.backward.minutes, 1)) min")
    let recorded = language("recorded \(minutes) in \(week.backwardSessions, "session") of backward walking")
    guard let planned = week.planned else {
      let words = language("Week from \(day), to date: \(recorded). The plan has nothing for this week.")
      return "<p>\(words)</p>"
    }
    let range = "\(language.range(planned.low, planned.high)) min"
    let sessions =
      switch week.plannedSessions?.words {
      case nil: language("planned \(range)")
      case "1": language("planned \(range) in 1 session")
      case .some(let words): language("planned \(range) in \(words) sessions")
      }
    let words = language("Week from \(day), to date: \(recorded); \(sessions). What was not recorded is not counted.")
    return "<p>\(words)</p>"
  }

  private var goals: Markup {
    let items = GoalKind.allCases.compactMap { kind -> Markup? in
      guard let goal = person.goals[kind] else { return nil }
      let goalWords = language(
        "goal \(language.fixed(goal, kind.measure.shown(in: language))) \(kind.measure.shown(in: language).text)")
      return "<li>\(language.text(kind.title).capitalizedFirst): \(latest(kind)); \(goalWords).</li>"
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
    else { return language("not measured") }
    let unit = measure.shown(in: language)
    let interval = measure.interval(of: found).map { interval in
      let bounds = (
        language.fixed(interval.lowerBound, unit), language.fixed(interval.upperBound, unit)
      )
      return " (\(language("95 % CI \(bounds.0) to \(bounds.1)")))"
    }
    let value = "\(language.fixed(found.mean, unit)) \(unit.text)\(interval ?? "")"
    return language("latest \(value), \(report.place(of: session))")
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
      <details><summary>\(language("Earlier prescriptions (\(past.count))"))</summary>\
      \(table(past, language("Earlier prescriptions")))</details>
      """
    return (rest.isEmpty ? .nothing : table(rest, language("Prescriptions"))) + earlier
  }

  private func table(_ prescriptions: [Prescription], _ name: String) -> Markup {
    PageTable(
      .label(name), attributes: " class=\"dates weeks\"",
      heads: [.head(language("week from")), .head(language("prescribed"))],
      rows: prescriptions.map { prescription in
        .row(
          "\(language.date(prescription.week.description))",
          [.cell("<div class=\"written\" dir=\"auto\">\(prescription.text)</div>")])
      }
    ).markup
  }
}
