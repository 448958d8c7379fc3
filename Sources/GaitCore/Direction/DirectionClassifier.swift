import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells the direction of a stride from its displacement and the foot's long axis.
package struct DirectionClassifier: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Angle in rad between displacement and foot below which a stride is forward (45°); above its supplement it is
    /// backward.
    package var forwardLimit = Double.pi / 4
    /// Length in m below which a stride is in place.
    package var shortestStride = 0.20
    /// Turn of the foot in rad above which a stride may be a turn in place (45°).
    package var turnLimit = Double.pi / 4
    /// Distance in m of a foot from the axis about which a body turns on the spot: half the distance of the hips.
    /// A turning stride that goes farther than this turn would carry it was a step along a curve.
    package var turningRadius = 0.15
    /// Error of a stride's displacement across its direction, in m.
    package var displacementDeviation = 0.03

    package init() {}
  }

  /// - Parameters:
  ///   - forward, leftward: Displacement along and across the foot's mean heading over the stride, in m.
  ///   - turn: Change of the foot's heading in rad.
  package func direction(
    forward: Double, leftward: Double, turn: Double, axes: FootAxes
  ) -> (direction: Direction, confidence: Double) {
    let length = (forward * forward + leftward * leftward).squareRoot()
    if length < settings.shortestStride {
      let margin = (settings.shortestStride - length) / settings.displacementDeviation
      return (.inPlace, normalProbability(below: margin))
    }
    let reach = 2 * settings.turningRadius * sin(min(abs(turn), .pi) / 2)
    if abs(turn) > settings.turnLimit && length < reach {
      return (.inPlace, normalProbability(below: abs(abs(turn) - settings.turnLimit) / 0.1))
    }
    let angle = atan2(abs(leftward), forward)
    let across = settings.displacementDeviation / length
    let deviation = (axes.headingDeviation * axes.headingDeviation + across * across).squareRoot()
    let backwardLimit = Double.pi - settings.forwardLimit
    let isForward = normalProbability(below: (settings.forwardLimit - angle) / deviation)
    let isBackward = normalProbability(below: (angle - backwardLimit) / deviation)
    // If front and back are confused, forward and backward change places.
    let sure = axes.frontConfidence
    let forwardProbability = sure * isForward + (1 - sure) * isBackward
    let backwardProbability = sure * isBackward + (1 - sure) * isForward
    if angle < settings.forwardLimit { return (.forward, forwardProbability) }
    if angle > backwardLimit { return (.backward, backwardProbability) }
    return (.sideways, max(0, 1 - isForward - isBackward))
  }
}
