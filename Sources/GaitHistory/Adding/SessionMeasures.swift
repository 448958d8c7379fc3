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

/// The share of initial contacts in which the toes came first, in percent, as a measure of a walk.
enum ToeFirstShare {
  /// The standard error of a share that was seen in `n` contacts.
  ///
  /// A share of 0 or 1 in few contacts is not sure to be so; one half success and failure more each keep the error from
  /// vanishing (Agresti & Coull 1998, doi 10.1080/00031305.1998.10480550, with the half of Jeffreys' prior).
  static func standardError(share: Double, n: Int) -> Double {
    let trials = Double(n) + 1
    let shrunk = (share * Double(n) + 0.5) / trials
    return 100 * (shrunk * (1 - shrunk) / trials).squareRoot()
  }
}

extension RecordingMeasure {
  /// All measures that `summary` gives.
  static func all(of summary: SummaryDocument) -> [RecordingMeasure] {
    var rows: [RecordingMeasure] = []
    for direction in [Direction.forward, .backward] {
      guard let walk = summary.directions[direction.rawValue] else { continue }
      for (id, measure) in walk.measures.sorted(by: { $0.key < $1.key }) {
        let interval = measure.interval
        rows.append(
          RecordingMeasure(
            direction: direction, measure: id, n: measure.n, mean: measure.mean, sd: measure.sd,
            standardError: interval.map(PersonCourse.SessionMeasure.standardError), interval: interval))
      }
      if walk.contactCount > 0, let toe = summary.contacts[direction.rawValue]?[FirstContact.toe.rawValue] {
        let error = ToeFirstShare.standardError(share: toe, n: walk.contactCount)
        rows.append(
          RecordingMeasure(
            direction: direction, measure: StrideQuantity.toeFirst.id, n: walk.contactCount, mean: 100 * toe, sd: nil,
            standardError: error,
            interval: PersonCourse.SessionMeasure.interval(100 * toe, standardError: error).clamped(to: 0...100)))
      }
      for quantity in WalkQuantity.all {
        guard let found = quantity(summary, direction) else { continue }
        rows.append(
          RecordingMeasure(
            direction: direction, measure: quantity.id, n: found.n, mean: found.value, sd: nil,
            standardError: found.interval.map(PersonCourse.SessionMeasure.standardError), interval: found.interval))
      }
    }
    return rows
  }
}
