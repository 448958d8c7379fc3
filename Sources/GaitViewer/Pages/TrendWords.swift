import GaitHistory
import GaitPages
import GaitStatistics
import NumberText

/// What may be said of one measure's course, in words.
struct TrendWords {
  let measure: CourseTrend.MeasureTrend

  init(_ measure: CourseTrend.MeasureTrend) {
    self.measure = measure
  }

  private var trend: Trend { measure.trend }
  private var decimals: Int { measure.measure.decimals }

  /// For a line in a list: the verdict, and the change where there is a verdict.
  var status: String {
    switch trend.verdict {
    case .likelyReal:
      "\(trend.verdict.rawValue): \(PlainNumbers.signed(trend.change, decimals)) \(measure.measure.unit)"
    case .withinError: trend.verdict.rawValue
    case .cannotTell: trend.n == 0 ? "run-in" : "\(trend.verdict.rawValue): \(trend.reason.rawValue)"
    }
  }

  /// The change with its 95 % interval.
  var change: Markup {
    .change(trend.change, trend.interval, decimals)
  }

  /// A row of the table of changes.
  var row: Markup {
    .row(
      "\(measure.measure.title) \(measure.direction.rawValue), \(measure.measure.unit)",
      [
        .number(trend.n), .number(trend.first, decimals), .number(trend.last, decimals), .cell(change),
        .number(trend.minimalDetectableChange, decimals),
        "<td class=\"note\"><strong>\(trend.verdict.rawValue)</strong>: \(trend.reason.rawValue)</td>",
      ])
  }
}
