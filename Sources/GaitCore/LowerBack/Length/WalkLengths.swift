import GaitModel

/// Lengths of the strides of one walk, and how sure each is.
package struct WalkLengths: Sendable {
  /// Metres, of the stride that ends with each step.
  package var byStep: [Double]
  package var surroundings: WalkSurroundings
  package var isFromBelt: Bool
  package var model: TrunkStrideLength

  /// Metres, of the stride that ends with step `step`; `nil` sideways, and off the treadmill where the trunk does not
  /// move as in walking or leaves it open whether that is forward or backward.
  func length(endingWith step: Int, _ travel: TravelDirection) -> Double? {
    guard travel.direction != .sideways else { return nil }
    let isWalking =
      travel.agreement >= model.leastAgreement && travel.confidence >= Stride.leastConfidence
    return isFromBelt || isWalking ? byStep[step] : nil
  }

  /// Interval in which the length of `stride` lies with a probability of 95 %, in metres; `nil` without a length.
  ///
  /// - Parameter step: The one that the stride ends with.
  func interval(of stride: Stride, endingWith step: Int, _ travel: TravelDirection) -> ClosedRange<Double>? {
    stride.length.map { length in
      model.interval(
        of: length, travel: travel, turn: stride.turn, duration: stride.duration,
        scatter: model.scatter(of: byStep, around: step),
        ramp: model.rampDeviation(ofStep: step, of: byStep.count, surroundings),
        isFromBelt: isFromBelt)
    }
  }
}

/// What lengths are from.
package enum LengthOrigin: Sendable {
  case belt
  case trunk
  /// From the trunk, because the belt's speed cannot be right.
  case trunkAgainstBelt

  /// For the reader of the results.
  func explanation(usesHeight: Bool) -> String {
    let estimated =
      "stride lengths are estimated from the motion of the trunk"
      + (usesHeight ? " and the person's height" : ", without the person's height (height_m in recording.json)")
      + "; expect an error of 0.1 m in a person's mean, and twice that in backward walking, whose calibration rests on "
      + "two people. length_low_m and length_high_m hold 95 % intervals."
    switch self {
    case .belt: return "stride lengths are the belt's speed times the duration of the stride."
    case .trunk: return estimated
    case .trunkAgainstBelt:
      return "the belt's speed is not used, because strides would be far longer than the trunk's motion tells; check "
        + "that belt_speed_m_s is in metres per second; " + estimated
    }
  }
}
