import GaitModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One measure of a recording, or of a segment of it, in one direction: a row of `measures.csv`.
public struct MeasuredValue: Sendable, Equatable {
  /// Name of the segment; `nil` for the whole recording.
  public var segment: String?
  public var direction: Direction
  /// `id` of the `StrideQuantity` or the `WalkQuantity`.
  public var measure: String
  /// Unit as printed; empty for a number without one.
  public var unit: String
  /// Number of strides, contacts, turns, steps or bouts that it rests on; 0 without a value.
  public var n: Int
  /// `nil` where it was not measured.
  public var value: Double?
  /// Standard deviation over strides; `nil` of what only a whole walk has.
  public var sd: Double?
  /// 95 % interval of `value`.
  public var interval: ClosedRange<Double>?
  /// Why there is no value, as the end of "not measured: …".
  public var notMeasured: String?

  /// Everything that `summary` has of forward and backward walking, and what it lacks, in the order of the lists of
  /// quantities.
  public static func all(of summary: SummaryDocument) -> [MeasuredValue] {
    var values: [MeasuredValue] = []
    for direction in [Direction.forward, .backward] {
      guard let walk = summary.directions[direction.rawValue] else { continue }
      values += strides(walk, contacts: summary.contacts[direction.rawValue], direction, segment: nil)
      for quantity in WalkQuantity.all where quantity.directions.contains(direction) {
        let found = quantity(summary, direction)
        values.append(
          MeasuredValue(
            direction: direction, measure: quantity.id, unit: quantity.unit, n: found?.n ?? 0, value: found?.value,
            interval: found?.interval,
            notMeasured: found == nil ? quantity.missingReason(summary, direction) : nil))
      }
    }
    for segment in summary.segments ?? [] {
      for direction in [Direction.forward, .backward] { values += all(of: segment, direction) }
    }
    return values
  }

  /// The means over the strides of `segment` in one direction, and what it lacks; empty where nobody walked that way.
  public static func all(of segment: SummaryDocument.SegmentMeasures, _ direction: Direction) -> [MeasuredValue] {
    guard let walk = segment.directions[direction.rawValue] else { return [] }
    return strides(walk, contacts: segment.contacts[direction.rawValue], direction, segment: segment.name)
  }

  /// The means over strides, and the share of contacts with the toes first.
  private static func strides(
    _ walk: SummaryDocument.DirectionMeasures, contacts: [String: Double]?, _ direction: Direction, segment: String?
  ) -> [MeasuredValue] {
    StrideQuantity.all.compactMap { quantity in
      guard let mean = quantity.mean else { return nil }
      var value = MeasuredValue(
        segment: segment, direction: direction, measure: mean.id, unit: quantity.unit.text, n: 0)
      if mean.isShare {
        if walk.contactCount > 0, let toe = contacts?[FirstContact.toe.rawValue] {
          value.n = walk.contactCount
          value.value = 100 * toe
          value.interval = ToeFirstShare.interval(share: toe, n: walk.contactCount)
        }
      } else if let measure = walk.measures[mean.id] {
        value.n = measure.n
        value.value = measure.mean
        value.sd = measure.sd
        value.interval = measure.interval
      }
      if value.value == nil { value.notMeasured = walk.notMeasured[mean.id] ?? mean.requirement }
      return value
    }
  }
}

/// The share of initial contacts in which the toes came first.
package enum ToeFirstShare {
  /// The standard error, in percent, of a share that was seen in `n` contacts.
  ///
  /// A share of 0 or 1 in few contacts is not sure to be so; one half success and failure more each keep the error from
  /// vanishing (Agresti & Coull 1998, doi 10.1080/00031305.1998.10480550, with the half of Jeffreys' prior).
  package static func standardError(share: Double, n: Int) -> Double {
    let trials = Double(n) + 1
    let shrunk = (share * Double(n) + 0.5) / trials
    return 100 * (shrunk * (1 - shrunk) / trials).squareRoot()
  }

  /// The 95 % interval, in percent.
  package static func interval(share: Double, n: Int) -> ClosedRange<Double> {
    let half = reach95 * standardError(share: share, n: n)
    return max(0, 100 * share - half)...min(100, 100 * share + half)
  }

  /// Standard deviations within which 95 % of normal values lie.
  private static let reach95 = 1.96
}
