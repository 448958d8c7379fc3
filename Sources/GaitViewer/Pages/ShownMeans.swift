import GaitExport
import GaitHistory
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
    let bounds = value?.ci95.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
    return .estimate(value?.mean, bounds, decimals)
  }
}
