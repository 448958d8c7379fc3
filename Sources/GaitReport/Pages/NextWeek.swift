import GaitHistory
import GaitModel
import GaitPages
import NumberText

/// What a person is to do after the last visit, in plain words: what the plan has for the week after it, and what was
/// prescribed.
///
/// Weeks are named by their first day and counted from the last visit, so that the page is the same on every day.
struct NextWeek {
  let report: PersonReport

  /// Most prescriptions on the page: that of the week of the last visit and that of the next one.
  private static let most = 2

  /// Empty where neither a plan nor a prescription is there.
  func html() -> Markup {
    let parts = [plan, prescriptions].filter { !$0.isEmpty }
    return parts.isEmpty ? .nothing : "<h2>Your training</h2>\(parts.joined())"
  }

  private var plan: Markup {
    guard let plan = report.course.person.plan else { return .nothing }
    guard let day = report.dose.lastDay?.adding(days: 7), let week = report.dose.week(of: day) else {
      return "<p>Your plan of walking backward: \(plan.inNumbers).</p>"
    }
    guard let minutes = week.planned else {
      return "<p>Your plan has no walking backward for the week from \(week.label).</p>"
    }
    let times = week.plannedSessions.map { $0.words == "1" ? "once, " : "\($0.words) times, " } ?? ""
    return """
      <p>Your plan for the week from \(week.label): walk backward \(times)\
      \(PlainNumbers.range(minutes.low, minutes.high)) minutes in all.</p>
      """
  }

  private var prescriptions: Markup {
    let monday = report.dose.lastDay?.monday
    let all = report.course.person.prescriptions.filter { one in monday.map { one.week >= $0 } ?? true }
    let items = all.prefix(Self.most).map { one -> Markup in
      """
      <p>Prescribed for the week from \(one.week.description):</p>
      <div class="written" dir="auto">\(one.text)</div>
      """
    }
    let more = all.count > Self.most ? "<p>Later weeks are in the whole report.</p>" as Markup : .nothing
    return items.joined() + more
  }
}
