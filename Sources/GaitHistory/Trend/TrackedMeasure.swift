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
  /// Whether only a whole walk has it. Such measures are a family of their own where p-values are corrected for their number.
  public let isOfWalk: Bool
  /// Whether it was named beforehand, for backward walking.
  private var isPrespecified: Bool
  /// What the measure differs by from one day to another in people who do not change.
  private var borrowedError: MeasurementError?
  /// What it differs by in backward walking after a stroke; `nil` where no study says.
  private var backwardErrorAfterStroke: MeasurementError?
  /// The value of one stride; 100 or 0 for the toe-first share. Of what only a whole walk has, no stride has a value.
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
    isOfWalk = false
    borrowedError = quantity.mean?.borrowedError
    backwardErrorAfterStroke = quantity.mean?.backwardErrorAfterStroke
    value = quantity.value
  }

  /// What only a whole walk has.
  init(_ quantity: WalkQuantity) {
    id = quantity.id
    title = quantity.title
    unit = quantity.unit
    decimals = quantity.decimals
    possible = quantity.possible
    hasRatio = false
    isPrespecified = false
    isOfWalk = true
    value = { _ in nil }
  }

  /// Means over strides, in the order in which they are shown.
  public static let ofStrides = StrideQuantity.tracked.map(TrackedMeasure.init)
  /// What only a whole walk has: variation, asymmetry, backward against forward, turns, the trunk.
  public static let ofWalks = WalkQuantity.tracked.map(TrackedMeasure.init)
  /// All of them.
  public static let all = ofStrides + ofWalks
  /// Those named beforehand for backward walking.
  public static let prespecified = StrideQuantity.prespecified.map(TrackedMeasure.init)
  /// Speed and stride length, which a person's walking is known by.
  public static let speedAndLength = [StrideQuantity.speed, .length].map(TrackedMeasure.init)

  /// The measure of the name.
  public static func named(_ id: String) -> TrackedMeasure? { all.first { $0.id == id } }

  /// Whether the measure was named beforehand as what backward walking is practiced for.
  public func isPrimary(_ direction: Direction) -> Bool { direction == .backward && isPrespecified }

  /// The measurement error that studies found in walking of this kind; `nil` where there is none.
  ///
  /// - Parameter group: The person's diagnosis, in anybody's words.
  public func borrowedError(_ direction: Direction, group: String?) -> MeasurementError? {
    let isAfterStroke = group.map { FoldedText.folded($0).contains("stroke") } ?? false
    return direction == .backward && isAfterStroke ? backwardErrorAfterStroke ?? borrowedError : borrowedError
  }

  /// The 95 % interval of a session's value, within what is possible.
  public func interval(of value: PersonCourse.SessionMeasure) -> ClosedRange<Double>? {
    value.interval.map(bounded)
  }

  /// `interval` within what is possible.
  public func bounded(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    possible.map(interval.clamped(to:)) ?? interval
  }
}
