import GaitHistory
import GaitStatistics

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
    case .likelyReal: "\(trend.verdict.rawValue): \(signed(trend.change)) \(measure.measure.unit)"
    case .withinError: trend.verdict.rawValue
    case .cannotTell: trend.n == 0 ? "run-in" : "\(trend.verdict.rawValue): \(trend.reason.rawValue)"
    }
  }

  /// The change with its 95 % interval.
  var change: Markup {
    guard trend.change != nil else { return "<span class=\"soft\">–</span>" }
    guard let interval = trend.interval else { return "\(signed(trend.change))" }
    let (low, high) = (signed(interval.lowerBound), signed(interval.upperBound))
    return "\(signed(trend.change)) <span class=\"interval\">(\(low) to \(high))</span>"
  }

  /// A row of the table of changes.
  var row: Markup {
    """
    <tr><th scope="row">\(measure.measure.title) \(measure.direction.rawValue), \(measure.measure.unit)</th>\
    <td class="number">\(trend.n)</td>\
    <td class="number">\(ShownNumbers.fixed(trend.first, decimals))</td>\
    <td class="number">\(ShownNumbers.fixed(trend.last, decimals))</td><td>\(change)</td>\
    <td class="number">\(ShownNumbers.fixed(trend.minimalDetectableChange, decimals))</td>\
    <td class="note"><strong>\(trend.verdict.rawValue)</strong>: \(trend.reason.rawValue)</td></tr>
    """
  }

  func signed(_ value: Double?) -> String {
    let text = ShownNumbers.fixed(value, decimals)
    return text.contains { ("1"..."9").contains($0) } && !text.hasPrefix("−") ? "+\(text)" : text
  }
}
