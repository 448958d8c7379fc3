import GaitHistory
import GaitModel
import GaitStatistics

/// Whether a measure differs between two sessions of a person by more than measurement error.
package struct SessionChange {
  /// What two sessions of a person who does not change differ by at most, in 95 of 100 pairs; `nil` where no error is known.
  package let minimalDetectable: Double?
  package let verdict: Trend.Verdict

  /// `likely real`, `within measurement error`, or that the error is not known.
  package var words: String {
    minimalDetectable == nil ? Trend.Reason.noMeasurementError.rawValue : verdict.rawValue
  }

  /// - Parameter trend: Of the person, under the conditions of both sessions; its error is taken where it knows one.
  package init(
    _ measure: TrackedMeasure, _ direction: Direction, from earlier: PersonCourse.SessionMeasure,
    to later: PersonCourse.SessionMeasure, trend: CourseTrend
  ) {
    let own = trend.measures.first { $0.measure.id == measure.id && $0.direction == direction }?.trend
    let error = (own?.error ?? measure.borrowedError)?.atLeast([earlier, later].compactMap(\.standardError))
    let change = error.flatMap { Change(from: [earlier.mean], to: [later.mean], error: $0) }
    minimalDetectable = change?.mdc
    verdict = change.map { $0.exceedsError ? .likelyReal : .withinError } ?? .cannotTell
  }
}
