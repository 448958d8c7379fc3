import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells the direction of a stride from its displacement and the foot's long axis.
package struct DirectionClassifier: Sendable, Equatable, Codable {
  /// Angle in rad between displacement and foot below which a stride is forward (45°); above its supplement it is
  /// backward.
  package var forwardLimit = Double.pi / 4
  /// Length in m below which a stride is in place: five times the error of a displacement, so that its direction is
  /// known. Shuffling people make strides of 0.2 m and less.
  package var shortestStride = 0.15
  /// Turn of the foot in rad above which a stride may be a turn in place (45°).
  package var turnLimit = Double.pi / 4
  /// Distance in m of a foot from the axis about which a body turns on the spot: half the distance of the hips.
  /// A turning stride that goes farther than this turn would carry it was a step along a curve.
  package var turningRadius = 0.15
  /// Standard deviation in m of the displacement of a stride that began and ended at rest.
  package var displacementDeviation = 0.03
  /// Standard deviation in m of the displacement of a stride that did not begin and end at rest.
  package var unanchoredDeviation = 0.10
  /// Standard deviation in m of the displacement of a stride that did not begin and end at rest and seems to go
  /// nowhere: a foot that moves at 0.5 to 1 m/s where it should rest gets this far in the time of a swing.
  package var unanchoredRestDeviation = 0.4
  /// Standard deviation in m that each second of lost samples adds to a displacement: the foot's speed in mid-swing, 3
  /// m/s.
  package var lostDeviation = 3.0
  /// Standard deviation of the heading that a stride's direction is compared with, as a share of the turn in it: over
  /// the stride the heading passes through the half of the turn to either side.
  package var turnShare = 0.25
  /// Rotation in rad that samples may hide in a swing before the foot's heading in it is unknown (20°).
  package var largestUnseenRotation = 0.35
  /// Standard deviation of a turn in rad (6°).
  package var turnDeviation = 0.1

  package init() {}

  /// - Parameters:
  ///   - forward, leftward: Displacement along and across the foot's mean heading over the stride, in m.
  ///   - turn: Change of the foot's heading in rad.
  ///   - isAnchored: Whether the foot was at rest before and after.
  ///   - lost: Time of which the samples were lost, in s.
  ///   - unseen: Standard deviations of the displacement in m and of the rotation in rad that the sensor did not see.
  package func direction(
    forward: Double, leftward: Double, turn: Double, isAnchored: Bool, lost: Double,
    unseen: (displacement: Double, rotation: Double) = (0, 0), axes: FootAxes
  ) -> (direction: Direction, confidence: Double) {
    let length = (forward * forward + leftward * leftward).squareRoot()
    let displacement =
      (isAnchored ? displacementDeviation : unanchoredDeviation) + lostDeviation * lost + unseen.displacement
    if length < shortestStride {
      let deviation = isAnchored ? displacement : max(displacement, unanchoredRestDeviation)
      return (.inPlace, normalProbability(below: (shortestStride - length) / deviation))
    }
    let isLong = normalProbability(below: (length - shortestStride) / displacement)
    let reach = 2 * turningRadius * sin(min(abs(turn), .pi) / 2)
    let isTurning = normalProbability(below: (abs(turn) - turnLimit) / turnDeviation)
    let isWithinReach = normalProbability(below: (reach - length) / displacement)
    let isOnTheSpot = isTurning * isWithinReach
    if abs(turn) > turnLimit && length < reach { return (.inPlace, isOnTheSpot) }

    let angle = atan2(abs(leftward), forward)
    let across = displacement / length
    let turned = turnShare * turn
    let deviation = (axes.headingDeviation * axes.headingDeviation + across * across + turned * turned).squareRoot()
    let backwardLimit = Double.pi - forwardLimit
    let isForward = normalProbability(below: (forwardLimit - angle) / deviation)
    let isBackward = normalProbability(below: (angle - backwardLimit) / deviation)
    // If front and back are confused, forward and backward change places; if front and side are, all is wrong.
    let sure = axes.frontConfidence
    let rotation = unseen.rotation / largestUnseenRotation
    let moves = axes.axisConfidence * isLong * (1 - isOnTheSpot) / (1 + rotation * rotation)
    if angle < forwardLimit { return (.forward, moves * (sure * isForward + (1 - sure) * isBackward)) }
    if angle > backwardLimit { return (.backward, moves * (sure * isBackward + (1 - sure) * isForward)) }
    return (.sideways, moves * max(0, 1 - isForward - isBackward))
  }
}
