import GaitHistory
import GaitPages
import GaitStatistics

extension Markup {
  /// An estimate with its 95 % interval.
  static func estimate(_ estimate: Estimate?, _ decimals: Int) -> Markup {
    .estimate(estimate?.value, estimate?.interval, decimals)
  }

  /// A session's mean with its 95 % interval, within what the measure can be.
  package static func mean(_ value: PersonCourse.SessionMeasure?, of measure: TrackedMeasure) -> Markup {
    .estimate(value?.mean, value.flatMap(measure.interval), measure.decimals)
  }
}

extension TrackedMeasure {
  /// How a row of a table is headed: `Walking speed, m/s`.
  package var head: Markup { "\(title), \(unit)" }
}
