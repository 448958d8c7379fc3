import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The foot's axes, seen from a sensor mounted on it in any orientation.
package struct FootAxes: Sendable, Equatable {
  /// To the toes, to the left and up when the foot is flat; unit vectors in the sensor's axes, right-handed.
  package var front: Vector3
  package var left: Vector3
  package var up: Vector3
  /// Probability that `front` points to the toes and not to the heel.
  package var frontConfidence: Double
  /// Standard deviation of the direction of `front` about `up`, in rad.
  package var headingDeviation: Double
  /// Probability that `front` lies along the foot and not across it.
  package var axisConfidence: Double
  /// Standard deviation in rad of the direction of `up`, from how much the sensor turns while the foot is on the ground.
  /// Below 4.5° on shoes; 6° and more where the sensor is loose, or sits above the ankle and follows the shank.
  package var upDeviation: Double
  /// What became of the axis that was declared to point to the toes; `nil` if none was.
  package var declaration: Declaration?

  /// What became of a declared axis.
  package enum Declaration: Sendable {
    case agrees
    /// The foot moves as if its toes were elsewhere.
    case contradicted
    /// The axis is not level while the foot is flat, and was not used.
    case upright
  }

  /// The foot's pitch in rad, toes up positive, zero when flat.
  ///
  /// - Parameters:
  ///   - orientation: From the sensor's axes to the track's.
  ///   - up: Up in the track's axes.
  package func pitchSine(orientation: Quaternion, up: Vector3) -> Double {
    min(max(orientation.rotate(front).dot(up), -1), 1)
  }

  /// The rotation from the sensor's axes to the foot's, as rows front, left, up.
  package var rotation: [[Double]] {
    [front, left, up].map { [$0.x, $0.y, $0.z] }
  }
}
