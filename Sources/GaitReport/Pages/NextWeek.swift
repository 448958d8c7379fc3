import GaitHistory
import GaitModel
import GaitPages
import PageLanguage

/// What a person is to do after the last visit, in plain words: what the plan has for the week after it, and what was
/// prescribed.
///
/// Weeks are named by their first day and counted from the last visit, so that the page is the same on every day.
struct NextWeek {
  let report: PersonReport
  private var language: Language { report.language }

  /// Most prescriptions on the page: that of the week of the last visit and that of the next one.
  private static let most = 2

  /// Empty where neither a plan nor a prescription is there.
  func html() -> Markup {
    let parts = [plan, prescriptions].filter { !$0.isEmpty }
    return parts.isEmpty ? .nothing : "<h2>\(language("Your training"))</h2>\(parts.joined())"
  }

  private var plan: Markup {
    guard let plan = report.course.person.plan else { return .nothing }
    guard let day = report.dose.lastDay?.adding(days: 7), let week = report.dose.week(of: day) else {
      return "<p>\(language("Your plan of walking backward: \(plan.inNumbers(in: language))."))</p>"
    }
    guard let minutes = week.planned else {
      let words = language("Your plan has no walking backward for the week from \(language.date(week.label)).")
      return "<p>\(words)</p>"
    }
    let (first, range) = (language.date(week.label), language.range(minutes.low, minutes.high))
    let words =
      switch week.plannedSessions?.words {
      case nil: language("Your plan for the week from \(first): walk backward \(range) minutes in all.")
      case "1": language("Your plan for the week from \(first): walk backward once, \(range) minutes in all.")
      case .some(let times):
        language("Your plan for the week from \(first): walk backward \(times) times, \(range) minutes in all.")
      }
    return "<p>\(words)</p>"
  }

  private var prescriptions: Markup {
    let monday = report.dose.lastDay?.monday
    let all = report.course.person.prescriptions.filter { one in monday.map { one.week >= $0 } ?? true }
    let items = all.prefix(Self.most).map { one -> Markup in
      """
      <p>\(language("Prescribed for the week from \(language.date(one.week.description)):"))</p>
      <div class="written" dir="auto">\(one.text)</div>
      """
    }
    let more = all.count > Self.most ? "<p>\(language("Later weeks are in the whole report."))</p>" as Markup : .nothing
    return items.joined() + more
  }
}
