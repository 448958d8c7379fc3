import GaitHistory
import GaitMeasures
import GaitPages
import PageLanguage

extension Markup {
  /// A session's mean with its 95 % interval.
  ///
  /// - Parameter id: The measure, of which a share does not go beyond 0 and 100 %.
  static func mean(
    _ value: PersonCourse.SessionMeasure?, _ unit: ShownUnit, of id: String, in language: Language
  ) -> Markup {
    let tracked = TrackedMeasure.named(id)
    return .estimate(value?.mean, value?.interval.map { tracked?.bounded($0) ?? $0 }, unit, in: language)
  }

  /// A mean of one recording with its 95 % interval.
  static func mean(_ value: SummaryDocument.Measure?, _ unit: ShownUnit, in language: Language) -> Markup {
    .estimate(value?.mean, value?.interval, unit, in: language)
  }
}
