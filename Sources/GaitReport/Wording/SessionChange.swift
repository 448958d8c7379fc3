import GaitHistory
import GaitModel
import GaitStatistics
import NumberText

/// Whether a measure differs between two sessions of a person by more than measurement error.
package struct SessionChange {
  /// What two sessions of a person who does not change differ by at most, in 95 of 100 pairs; `nil` where no error is known.
  package let minimalDetectable: Double?
  package private(set) var verdict: Trend.Verdict
  /// Two-sided p of the difference; `nil` where no error is known.
  private let p: Double?
  /// Whether the difference is 0 in the decimals that are shown.
  private let isNothing: Bool
  private let isPrimary: Bool
  private var isNotAfterCorrection = false

  /// `likely real`, `within measurement error`, or what speaks against saying so.
  package var words: String {
    if minimalDetectable == nil { return Trend.Reason.noMeasurementError.rawValue }
    if isNotAfterCorrection { return Trend.Reason.notAfterCorrection.rawValue }
    return isNothing ? "none in the decimals shown" : verdict.rawValue
  }

  /// - Parameter trend: Of the person, under the conditions of both sessions; its error is taken where it knows one.
  package init(
    _ measure: TrackedMeasure, _ direction: Direction, from earlier: PersonCourse.SessionMeasure,
    to later: PersonCourse.SessionMeasure, trend: CourseTrend
  ) {
    let own = trend.measures.first { $0.measure.id == measure.id && $0.direction == direction }?.trend
    let error = (own?.error ?? measure.borrowedError)?.atLeast([earlier, later].compactMap(\.standardError))
    let change = error.flatMap { Change(from: [earlier.mean], to: [later.mean], error: $0) }
    let shown = { (value: Double) in PlainNumbers.fixed(value, measure.decimals) }
    minimalDetectable = change?.mdc
    p = change?.p
    isPrimary = measure.isPrimary(direction)
    let isNothing = shown(abs(later.mean - earlier.mean)) == shown(0)
    self.isNothing = isNothing
    verdict = change.map { $0.exceedsError && !isNothing ? .likelyReal : .withinError } ?? .cannotTell
  }

  /// The changes of one direction, corrected for their number after Holm but for those that were named beforehand:
  /// `likely real` that does not stand is taken back.
  package static func family(_ changes: [SessionChange]) -> [SessionChange] {
    let adjusted = Holm.adjusted(changes.map { $0.isPrimary ? nil : $0.p })
    return zip(changes, adjusted).map { change, p in
      var change = change
      if let p, p > TrendSettings().significance, change.verdict == .likelyReal {
        change.verdict = .cannotTell
        change.isNotAfterCorrection = true
      }
      return change
    }
  }
}
