import GaitModel

/// Lengths of the strides of one walk, and how sure each is.
package struct WalkLengths: Sendable {
  /// Meters, of the stride that ends with each step.
  package var byStep: [Double]
  package var surroundings: WalkSurroundings
  /// The surge at stride frequency by that at step frequency.
  package var limp: Double
  package var isFromBelt = false
  /// Whether they were scaled to a known distance.
  package var isScaled = false
  package var model: TrunkStrideLength

  /// Meters, of the stride that ends with step `step`; `nil` sideways, and off the treadmill where the trunk does not
  /// move as in walking or leaves it open whether that is forward or backward.
  func length(endingWith step: Int, _ travel: TravelDirection) -> Double? {
    guard travel.direction != .sideways else { return nil }
    let isWalking =
      travel.agreement >= model.leastAgreement && travel.confidence >= Stride.leastConfidence
    return isFromBelt || isWalking ? byStep[step] : nil
  }

  /// Interval in which the length of `stride` lies with a probability of 95 %, in meters; `nil` without a length.
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
