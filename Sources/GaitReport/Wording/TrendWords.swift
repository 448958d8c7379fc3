import GaitHistory
import GaitPages
import GaitStatistics
import NumberText

/// What may be said of one measure's course, in words.
package struct TrendWords {
  package let measure: CourseTrend.MeasureTrend

  package init(_ measure: CourseTrend.MeasureTrend) {
    self.measure = measure
  }

  private var trend: Trend { measure.trend }
  private var decimals: Int { measure.measure.decimals }

  /// A row of the table of changes.
  var row: Markup {
    .row(
      measure.measure.head,
      [
        .number(ends), "<td class=\"number change\">\(.change(trend.change, trend.interval, decimals))</td>",
        "<td class=\"note\">\(meaning)</td>",
        .number(trend.minimalDetectableChange, decimals), .number(trend.n),
      ])
  }

  private var meaning: Markup {
    let words = ChangeWords(measure)
    let finding: Markup = words.isChange ? "<strong>\(words.finding)</strong>" : "\(words.finding)"
    return "\(finding)\(words.reason.map { ": \($0)" } ?? "")"
  }

  /// The first and the last value that count.
  private var ends: Markup {
    guard let first = trend.first, let last = trend.last else { return .dash }
    let value = PlainNumbers.fixed(last, decimals)
    return trend.n < 2 ? "\(value)" : "\(PlainNumbers.fixed(first, decimals)) → \(value)"
  }
}
