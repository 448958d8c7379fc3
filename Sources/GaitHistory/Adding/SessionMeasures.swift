import GaitMeasures
import GaitModel

/// The measures of one recording as a store keeps them: mean, its interval and its standard error, by direction.
struct RecordingMeasure {
  var direction: Direction
  var measure: String
  var n: Int
  var mean: Double
  var sd: Double?
  var standardError: Double?
  /// 95 % interval of the mean: that of the summary, which a bootstrap gave.
  var interval: ClosedRange<Double>?
}

extension RecordingMeasure {
  /// All measures that `summary` gives and that a session can have: sums and changes within a recording are not among them.
  static func all(of summary: SummaryDocument) -> [RecordingMeasure] {
    MeasuredValue.all(of: summary).compactMap { measured in
      guard measured.segment == nil, let mean = measured.value, !untracked.contains(measured.measure) else {
        return nil
      }
      // The interval of a share is cut at 0 and 100.
      let error =
        measured.measure == StrideQuantity.toeFirst.id
        ? ToeFirstShare.standardError(share: mean / 100, n: measured.n)
        : measured.interval.map(PersonCourse.SessionMeasure.standardError)
      return RecordingMeasure(
        direction: measured.direction, measure: measured.measure, n: measured.n, mean: mean, sd: measured.sd,
        standardError: error, interval: measured.interval)
    }
  }

  private static let untracked = Set(WalkQuantity.all.filter { !$0.isTracked }.map(\.id))
}
