import GaitModel

/// Specific force (m/s²) along the sensor's x, y and z and angular velocity (rad/s) about them at one instant, and two
/// zeros: side by side, six signals are worked on as fast as two or three.
typealias SixAxes = SIMD8<Double>

extension EvenStream {
  func sixAxes(in range: Range<Int>) -> [SixAxes] {
    acceleration.withColumns { fx, fy, fz in
      angularVelocity.withColumns { wx, wy, wz in
        range.map { SixAxes(fx[$0], fy[$0], fz[$0], wx[$0], wy[$0], wz[$0], 0, 0) }
      }
    }
  }
}
