import GaitHistory
import GaitMeasures
import GaitStatistics

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
  package static let noChange = "no change that these sessions can show"

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
  package init(_ verdict: Trend.Verdict, because reason: String?, change: Double?, _ way: ChangeWay) {
    let name: String? =
      switch verdict {
      case .likelyReal: change.map(way.callAsFunction)
      case .withinError, .cannotTell: nil
      }
    self.init(finding: name ?? Self.noChange, reason: reason, isChange: name != nil)
  }

  /// - Parameter isReversed: Whether what is shown is the negative of the measure, such as right less left.
  package init(_ measure: CourseTrend.MeasureTrend, isReversed: Bool = false) {
    let trend = measure.trend
    if trend.sameInAll != nil {
      self.init(finding: "the same in all sessions that count", reason: nil, isChange: false)
    } else {
      self.init(
        trend.verdict, because: trend.reason.words, change: trend.change.map { isReversed ? -$0 : $0 },
        ChangeWay(measure.measure))
    }
  }

  /// The words for backward walking speed in a list of people.
  package init(_ status: CourseStatus) {
    self.init(status.verdict, because: status.reason.words, change: status.change, .speed)
  }
}

/// What a rise and a fall of a measure are called.
package struct ChangeWay: Sendable, Equatable {
  private let rise: String
  private let fall: String

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

  private init(rise: String, fall: String) {
    self.rise = rise
    self.fall = fall
  }

  /// The word for a change that is not 0.
  package func callAsFunction(_ change: Double) -> String { change > 0 ? rise : fall }
}
