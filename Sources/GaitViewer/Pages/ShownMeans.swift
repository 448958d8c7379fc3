import GaitHistory
import GaitMeasures
import GaitPages

extension Markup {
  /// A session's mean with its 95 % interval.
  ///
  /// - Parameter id: The measure, of which a share does not go beyond 0 and 100 %.
  static func mean(_ value: PersonCourse.SessionMeasure?, _ decimals: Int, of id: String) -> Markup {
    let tracked = TrackedMeasure.named(id)
    return .estimate(value?.mean, value?.interval.map { tracked?.bounded($0) ?? $0 }, decimals)
  }

  /// A mean of one recording with its 95 % interval.
  static func mean(_ value: SummaryDocument.Measure?, _ decimals: Int) -> Markup {
    .estimate(value?.mean, value?.interval, decimals)
  }
}
