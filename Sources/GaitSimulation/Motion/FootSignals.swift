import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What ideal sensors read.
enum IdealSensor {
  /// Standard gravity in m/s² (CGPM 1901).
  static let gravity = 9.80665

  /// Specific force and angular velocity in the foot's axes: front, left, up.
  static func reading(of state: FootState) -> (force: Vector3, rate: Vector3) {
    let (heading, pitch) = (state.heading.value, state.pitch.value)
    let total = state.acceleration + Vector3(0, 0, gravity)
    // Into the horizontal axes along the heading, then into the pitched foot, then into the rolled one.
    let along = total.x * cos(heading) + total.y * sin(heading)
    let across = -total.x * sin(heading) + total.y * cos(heading)
    let (c, s) = (cos(pitch), sin(pitch))
    let force = Vector3(along * c + total.z * s, across, -along * s + total.z * c)
    // Turning to the left is about the world's up; toes up is against the left axis.
    let rate = Vector3(state.heading.rate * s, -state.pitch.rate, state.heading.rate * c)
    return (rolled(force, by: state.roll.value), rolled(rate, by: state.roll.value) + Vector3(state.roll.rate, 0, 0))
  }

  private static func rolled(_ v: Vector3, by roll: Double) -> Vector3 {
    guard roll != 0 else { return v }
    let (c, s) = (cos(roll), sin(roll))
    return Vector3(v.x, v.y * c + v.z * s, v.z * c - v.y * s)
  }

  /// The reading of a sensor that is turned toes up against the foot by `turn`.
  static func reading(of state: FootState, turnedBy turn: MotionState) -> (force: Vector3, rate: Vector3) {
    let (force, rate) = reading(of: state)
    let (c, s) = (cos(turn.value), sin(turn.value))
    func turned(_ v: Vector3) -> Vector3 { Vector3(v.x * c + v.z * s, v.y, v.z * c - v.x * s) }
    return (turned(force), turned(rate) - Vector3(0, turn.rate, 0))
  }
}
