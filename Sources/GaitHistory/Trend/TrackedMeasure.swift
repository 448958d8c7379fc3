import GaitMeasures
import GaitModel
import GaitStatistics

/// A measure whose course over sessions is judged.
public struct TrackedMeasure: Sendable {
  /// Name in files: `stride_length_m`.
  public var id: String
  public var title: String
  public var unit: String
  /// Decimals that are worth printing.
  public var decimals: Int
  /// Least and greatest value that the measure can have, where it has any.
  public var possible: ClosedRange<Double>?
  /// Whether one value divided by another means something: not so for angles and shares, which may be 0 or negative.
  public var hasRatio: Bool
  /// Whether it was named beforehand, for backward walking.
  private var isPrespecified: Bool
  /// What the measure differs by from one day to another in people who do not change.
  public var borrowedError: MeasurementError?
  /// The value of one stride; 100 or 0 for the toe-first share.
  var value: @Sendable (Stride) -> Double?

  /// The mean of `quantity` over strides.
  init(_ quantity: StrideQuantity) {
    id = quantity.id
    title = quantity.title
    unit = quantity.unit.text
    decimals = quantity.decimals
    possible = quantity.mean?.isShare == true ? 0...100 : nil
    hasRatio = quantity.hasRatio
    isPrespecified = quantity.mean?.prespecified != nil
    borrowedError = quantity.mean?.borrowedError
    value = quantity.value
  }

  /// All of them, in the order in which they are shown.
  public static let all = StrideQuantity.tracked.map(TrackedMeasure.init)
  /// Those named beforehand for backward walking.
  public static let prespecified = StrideQuantity.prespecified.map(TrackedMeasure.init)
  /// Speed and stride length, which a person's walking is known by.
  public static let speedAndLength = [StrideQuantity.speed, .length].map(TrackedMeasure.init)

  /// The measure of the name.
  public static func named(_ id: String) -> TrackedMeasure? { all.first { $0.id == id } }

  /// Whether the measure was named beforehand as what backward walking is practised for.
  public func isPrimary(_ direction: Direction) -> Bool { direction == .backward && isPrespecified }

  /// The 95 % interval of a session's value, within what is possible.
  public func interval(of value: PersonCourse.SessionMeasure) -> ClosedRange<Double>? {
    value.interval.map(bounded)
  }

  /// `interval` within what is possible.
  public func bounded(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    possible.map(interval.clamped(to:)) ?? interval
  }
}
