import GaitHistory
import GaitMeasures
import GaitStatistics
import PageLanguage

/// What sessions show of a change, in the words that all pages and the terminal share.
///
/// A change is named by what became of the number: faster, slower, longer, shorter. It is never better or worse. All that the
/// statistics do not call likely real is no change that the sessions can show, with the reason.
package struct ChangeWords: Sendable, Equatable {
  /// `faster`, or that there is nothing that the sessions can show.
  package let finding: String
  /// What the finding rests on, or what it lacks; `nil` if there is nothing to add.
  package let reason: String?
  /// Whether the finding names a change.
  package let isChange: Bool

  /// What is said of a change that may be chance.
  package static let noChange = noChange(in: .english)

  /// The same in a language.
  package static func noChange(in language: Language) -> String { language("no change that these sessions can show") }

  /// `faster: consistent over sessions`
  package var text: String { finding + (reason.map { ": \($0)" } ?? "") }

  private init(finding: String, reason: String?, isChange: Bool) {
    self.finding = finding
    self.reason = reason
    self.isChange = isChange
  }

  /// - Parameters:
  ///   - reason: Words for the reason; `nil` if the finding stands alone.
  ///   - change: The amount whose sign is named.
  package init(
    _ verdict: Trend.Verdict, because reason: String?, change: Double?, _ way: ChangeWay,
    in language: Language = .english
  ) {
    let name: String? =
      switch verdict {
      case .likelyReal: change.map { way($0, in: language) }
      case .withinError, .cannotTell: nil
      }
    self.init(finding: name ?? Self.noChange(in: language), reason: reason, isChange: name != nil)
  }

  /// - Parameter isReversed: Whether what is shown is the negative of the measure, such as right less left.
  package init(_ measure: CourseTrend.MeasureTrend, isReversed: Bool = false, in language: Language = .english) {
    let trend = measure.trend
    if trend.sameInAll != nil {
      self.init(finding: language("the same in all sessions that count"), reason: nil, isChange: false)
    } else {
      self.init(
        trend.verdict, because: trend.reason.words(in: language), change: trend.change.map { isReversed ? -$0 : $0 },
        ChangeWay(measure.measure), in: language)
    }
  }

  /// The words for backward walking speed in a list of people.
  package init(_ status: CourseStatus, in language: Language = .english) {
    self.init(
      status.verdict, because: status.reason.words(in: language), change: status.change, .speed, in: language)
  }
}

/// What a rise and a fall of a measure are called.
package struct ChangeWay: Sendable, Equatable {
  private let rise: Phrase
  private let fall: Phrase

  package static let speed = ChangeWay(rise: "faster", fall: "slower")
  private static let extent = ChangeWay(rise: "longer", fall: "shorter")
  private static let share = ChangeWay(rise: "more often toes first", fall: "less often toes first")
  /// Of the number, which may be negative: angles, differences of sides, coefficients.
  private static let number = ChangeWay(rise: "higher", fall: "lower")

  package init(_ measure: TrackedMeasure) {
    self =
      switch measure.id {
      case StrideQuantity.speed.id: .speed
      case StrideQuantity.length.id: .extent
      case StrideQuantity.toeFirst.id: .share
      // Times of strides and turns.
      case _ where measure.unit == StrideQuantity.duration.unit.text: .extent
      default: .number
      }
  }

  private init(rise: Phrase, fall: Phrase) {
    self.rise = rise
    self.fall = fall
  }

  /// The word for a change that is not 0.
  package func callAsFunction(_ change: Double, in language: Language = .english) -> String {
    language(change > 0 ? rise : fall)
  }
}
