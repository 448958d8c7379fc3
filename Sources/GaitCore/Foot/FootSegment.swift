import GaitModel
import GaitSignal

/// One foot over one segment without a gap: where it stood flat, and its path in between.
package struct FootSegment: Sendable {
  package var track: InertialTrack
  /// Motion intensity of each sample, rad/s.
  package var intensity: [Double]
  package var phases: [FootFlat]
  /// All phases of little motion, those included in which the foot did not surely stand still.
  package var candidates: [FootFlat]
  package var swings: [SwingPath]
  /// Rests, as ranges of samples.
  package var rests: [Range<Int>]

  package var stream: EvenStream { track.stream }
}
