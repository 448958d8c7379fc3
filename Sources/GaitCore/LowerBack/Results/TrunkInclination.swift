import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far the trunk leans forward in walking, against how the same person stands in the same recording.
///
/// Over whole steps at a steady speed the mean specific force points upward. Its direction in the sensor's axes is another
/// one in walking than in standing by the angle that the trunk leans. How the sensor sits, and the bias of its
/// accelerometer, are the same in both and drop out. A sensor that slips on the belt is not posture.
package enum TrunkInclination {
  /// Upward in the sensor's axes while the person stands beside `walks`; `nil` where nobody stood.
  package static func standing(
    beside walks: [(sequence: WalkingSequence, stream: EvenStream)], by surroundings: WalkSurroundingsDetector
  ) -> Vector3? {
    var sum = Vector3.zero
    for (sequence, stream) in walks {
      for samples in surroundings.standing(beside: sequence, in: stream) {
        sum += stream.acceleration.mean(of: samples) * Double(samples.count)
      }
    }
    return sum.normalized
  }

  /// The angle in rad between `walking`, the mean specific force over a walk, and `standing`, about the wearer's left;
  /// positive where the trunk leans forward.
  package static func angle(of walking: Vector3, front: Vector3, standing: Vector3) -> Double? {
    guard let front = front.perpendicular(to: standing).normalized else { return nil }
    return -atan2(walking.dot(front), walking.dot(standing))
  }
}
