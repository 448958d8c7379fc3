import GaitModel

/// Specific force (m/s²) along the sensor's x, y and z and angular velocity (rad/s) about them at one instant, and two
/// zeros: side by side, six signals are worked on as fast as two or three.
typealias SixAxes = SIMD8<Double>

extension EvenStream {
  func sixAxes(in range: Range<Int>) -> [SixAxes] {
    let (force, rate) = (acceleration.vectors(in: range), angularVelocity.vectors(in: range))
    return zip(force, rate).map { SixAxes($0.x, $0.y, $0.z, $1.x, $1.y, $1.z, 0, 0) }
  }
}
