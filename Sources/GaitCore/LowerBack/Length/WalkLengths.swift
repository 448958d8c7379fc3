import GaitModel

/// Lengths of the strides of one walk, and how sure each is.
package struct WalkLengths: Sendable {
  /// Metres, of the stride that ends with each step.
  package var byStep: [Double]
  package var surroundings: WalkSurroundings
  /// The surge at stride frequency by that at step frequency.
  package var limp: Double
  package var isFromBelt = false
  /// Whether they were scaled to a known distance.
  package var isScaled = false
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
      isFromBelt
        ? model.beltInterval(of: length)
        : model.interval(
          of: length, travel: travel, turn: stride.turn, duration: stride.duration,
          shared: sharedDeviation(travel.direction), scatter: model.scatter(of: byStep, around: step), limp: limp,
          ramp: model.rampDeviation(ofStep: step, of: byStep.count, surroundings))
    }
  }

  /// Standard deviation of the logarithm of the length that all strides of the person in `direction` have in common.
  func sharedDeviation(_ direction: Direction) -> Double {
    if isFromBelt { return 0 }
    if isScaled { return model.knownDistanceDeviation }
    return direction == .backward ? model.backwardPersonDeviation : model.personDeviation
  }
}

/// What lengths are from.
package enum LengthOrigin: Sendable {
  case belt
  case trunk
  /// From the trunk, because the belt's speed cannot be right.
  case trunkAgainstBelt
  /// From the trunk, multiplied by `scale` to go the known distance.
  case knownDistance(metres: Double, scale: Double)
  /// From the trunk, because the steps that were found cannot go the given distance.
  case trunkAgainstDistance(metres: Double)

  /// For the reader of the results.
  func explanation(usesHeight: Bool) -> String {
    let estimated =
      "stride lengths are estimated from the motion of the trunk"
      + (usesHeight ? " and the person's height" : ", without the person's height (height_m in recording.json)")
      + "; expect the mean of a person to be off by 12 %, and twice that in backward walking, whose calibration rests "
      + "on three people. length_low_m and length_high_m hold 95 % intervals. A known distance (walked_m in "
      + "recording.json) or belt_speed_m_s makes them exact."
    switch self {
    case .belt: return "stride lengths are the belt's speed times the duration of the stride."
    case .trunk: return estimated
    case .trunkAgainstBelt:
      return "the belt's speed is not used, because strides would be far longer than the trunk's motion tells; check "
        + "that belt_speed_m_s is in metres per second; " + estimated
    case .knownDistance(let metres, let scale):
      return
        "stride lengths are estimated from the motion of the trunk and multiplied by \(rounded(scale)), so that the "
        + "steps go the \(rounded(metres)) m of walked_m."
    case .trunkAgainstDistance(let metres):
      return
        "the \(rounded(metres)) m of walked_m are not used, because the steps that were found cannot go so far or so "
        + "little; check that the recording holds the whole walk and no other; " + estimated
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
