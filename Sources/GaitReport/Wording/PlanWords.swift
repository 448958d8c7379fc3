import GaitHistory
import NumberText
import PageLanguage

extension TrainingPlan {
  /// `10 min, 3 times a week, 6 weeks`. In English it is `inNumbers`.
  package func inNumbers(in language: Language) -> String {
    let length = language("\(weeks, "week")")
    let times = sessionsPerWeek.map {
      $0.words == "1" ? language("once a week") : language("\($0.words) times a week")
    }
    if let minutesPerWeek {
      return ([language("\(minutesPerWeek.words) min a week")] + [times, length].compactMap(\.self))
        .joined(separator: ", ")
    }
    guard let minutesPerSession, let times else { return length }
    guard let lastMinutesPerSession, lastMinutesPerSession != minutesPerSession else {
      return "\(minutesPerSession.words) min, \(times), \(length)"
    }
    let minutes = language("\(minutesPerSession.words) growing to \(lastMinutesPerSession.words) min")
    return "\(minutes), \(times), \(length)"
  }

  /// Name, numbers and first day: `10 min, 3 times a week, 6 weeks, from 2026-09-07`. In English it is `inWords`.
  package func inWords(in language: Language) -> String {
    let numbers = inNumbers(in: language)
    let what = hasOwnName ? "\(name) (\(numbers))" : numbers
    return start.map { language("\(what), from \(language.date($0))") } ?? what
  }
}
