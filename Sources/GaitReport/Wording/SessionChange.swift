import GaitHistory
import GaitModel
import GaitStatistics
import NumberText
import PageLanguage

/// Whether a measure differs between two sessions of a person by more than measurement error.
package struct SessionChange {
  /// What two sessions of a person who does not change differ by at most, in 95 of 100 pairs; `nil` where no error is known.
  package let minimalDetectable: Double?
  package private(set) var verdict: Trend.Verdict
  /// Two-sided p of the difference; `nil` where no error is known.
  private let p: Double?
  /// Whether the difference is 0 in the decimals of the program's unit; then nothing is judged to be real.
  private let isNothing: Bool
  private let isPrimary: Bool
  private var isNotAfterCorrection = false
  /// The later value less the earlier one.
  private let change: Double
  private let measure: TrackedMeasure
  private var way: ChangeWay { ChangeWay(measure) }

  /// `faster`, or that the two sessions show no change, with what speaks against it.
  package var words: String { words(in: .english) }

  /// The same in a language.
  package func words(in language: Language) -> String {
    if minimalDetectable == nil { return Self.unknown(in: language) }
    let unit = measure.shown(in: language)
    if isNothing, language.fixed(abs(change), unit) == language.fixed(0, unit) {
      return language("none in the decimals shown")
    }
    let reason = isNotAfterCorrection ? Trend.Reason.notAfterCorrection.words(in: language) : nil
    return ChangeWords(verdict, because: reason, change: change, way, in: language).text
  }

  /// The words where no measurement error is known.
  package static let unknown = unknown(in: .english)

  /// The same in a language.
  package static func unknown(in language: Language) -> String {
    "\(ChangeWords.noChange(in: language)): \(Trend.Reason.noMeasurementError.words(in: language))"
  }

  /// - Parameters:
  ///   - trend: Of the person, under the conditions of both sessions; its error is taken where it knows one.
  ///   - group: The person's diagnosis, for an error that is borrowed.
  package init(
    _ measure: TrackedMeasure, _ direction: Direction, from earlier: PersonCourse.SessionMeasure,
    to later: PersonCourse.SessionMeasure, trend: CourseTrend, group: String?
  ) {
    let own = trend.measures.first { $0.measure.id == measure.id && $0.direction == direction }?.trend
    let known = own?.error ?? measure.borrowedError(direction, group: group)
    let error = known?.atLeast([earlier, later].compactMap(\.standardError))
    let judged = error.flatMap { Change(from: [earlier.mean], to: [later.mean], error: $0) }
    let shown = { (value: Double) in PlainNumbers.fixed(value, measure.decimals) }
    minimalDetectable = judged?.mdc
    p = judged?.p
    change = later.mean - earlier.mean
    self.measure = measure
    isPrimary = measure.isPrimary(direction)
    let isNothing = shown(abs(change)) == shown(0)
    self.isNothing = isNothing
    verdict = judged.map { $0.exceedsError && !isNothing ? .likelyReal : .withinError } ?? .cannotTell
  }

  /// The changes of all measures that two sessions have in one direction, by the measure's `id`.
  ///
  /// They are corrected for their number after Holm, but for those that were named beforehand: `likely real` that does not
  /// stand is taken back. Means over strides are one family, what only a whole walk has is another, as in trends.
  package static func all(
    _ direction: Direction, from earlier: PersonCourse.DirectionWalk?, to later: PersonCourse.DirectionWalk?,
    trend: CourseTrend, group: String?
  ) -> [String: SessionChange] {
    var changes: [String: SessionChange] = [:]
    for measures in [TrackedMeasure.ofStrides, TrackedMeasure.ofWalks] {
      let family = measures.compactMap { measure -> (id: String, change: SessionChange)? in
        guard let first = earlier?.measures[measure.id], let second = later?.measures[measure.id] else { return nil }
        return (
          measure.id, SessionChange(measure, direction, from: first, to: second, trend: trend, group: group)
        )
      }
      let adjusted = Holm.adjusted(family.map { $0.change.isPrimary ? nil : $0.change.p })
      for (one, p) in zip(family, adjusted) { changes[one.id] = one.change.corrected(p) }
    }
    return changes
  }

  /// The change with the corrected p-value of its family.
  private func corrected(_ p: Double?) -> SessionChange {
    guard let p, p > TrendSettings().significance, verdict == .likelyReal else { return self }
    var change = self
    change.verdict = .cannotTell
    change.isNotAfterCorrection = true
    return change
  }
}
