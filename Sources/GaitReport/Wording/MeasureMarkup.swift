import GaitHistory
import GaitPages
import GaitStatistics
import PageLanguage

extension Markup {
  /// An estimate with its 95 % interval.
  static func estimate(_ estimate: Estimate?, _ decimals: Int, in language: Language) -> Markup {
    .estimate(estimate?.value, estimate?.interval, decimals, in: language)
  }

  /// A session's mean with its 95 % interval, within what the measure can be.
  package static func mean(
    _ value: PersonCourse.SessionMeasure?, of measure: TrackedMeasure, in language: Language = .english
  ) -> Markup {
    .estimate(value?.mean, value.flatMap(measure.interval), measure.shown(in: language), in: language)
  }
}

extension TrackedMeasure {
  /// How a row of a table is headed: `Walking speed, m/s`.
  package var head: Markup { head(in: .english) }

  /// The same in a language.
  package func head(in language: Language) -> Markup {
    let (title, unit) = (language.text(title), shown(in: language).text)
    return unit.isEmpty ? "\(title)" : "\(title), \(unit)"
  }
}
