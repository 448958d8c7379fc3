import GaitHistory
import GaitPages
import GaitStatistics
import PageLanguage

/// What may be said of one measure's course, in words.
package struct TrendWords {
  package let measure: CourseTrend.MeasureTrend

  private let language: Language

  package init(_ measure: CourseTrend.MeasureTrend, in language: Language = .english) {
    self.measure = measure
    self.language = language
  }

  private var trend: Trend { measure.trend }
  private var unit: ShownUnit { measure.measure.shown(in: language) }

  /// A row of the table of changes.
  var row: Markup {
    .row(
      measure.measure.head(in: language),
      [
        .number(ends),
        "<td class=\"number change\">\(.change(trend.change, trend.interval, unit, in: language))</td>",
        "<td class=\"note\">\(meaning)</td>",
        .number(trend.minimalDetectableChange, unit, in: language), .number(trend.n),
      ])
  }

  private var meaning: Markup {
    let words = ChangeWords(measure, in: language)
    let finding: Markup = words.isChange ? "<strong>\(words.finding)</strong>" : "\(words.finding)"
    return "\(finding)\(words.reason.map { ": \($0)" } ?? "")"
  }

  /// The first and the last value that count.
  private var ends: Markup {
    guard let first = trend.first, let last = trend.last else { return .dash }
    let value = language.fixed(last, unit)
    return trend.n < 2 ? "\(value)" : "\(language.fixed(first, unit)) → \(value)"
  }
}
