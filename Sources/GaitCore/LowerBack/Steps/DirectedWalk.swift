import GaitModel
import GaitSignal

/// A walking sequence whose steps have a side and a direction.
package struct DirectedWalk: Sendable {
  package var motion: TrunkMotion
  package var stream: EvenStream
  /// Of each step of the sequence.
  package var sides: [Side]
  package var directions: [TravelDirection]
  /// When each step happens, as a position between samples of the stream; at first that of its lowest point.
  package var positions: [Double]

  package init(motion: TrunkMotion, stream: EvenStream, sides: [Side], directions: [TravelDirection]) {
    self.motion = motion
    self.stream = stream
    self.sides = sides
    self.directions = directions
    positions = motion.sequence.positions
  }
}
