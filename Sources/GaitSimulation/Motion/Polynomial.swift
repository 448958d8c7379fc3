/// A state of motion along one coordinate: value and its first two derivatives with respect to time.
struct MotionState: Sendable, Equatable {
  var value: Double
  var rate = 0.0
  var acceleration = 0.0
}

/// The quintic polynomial that joins two states of motion, plus a bump that vanishes with two derivatives at the ends.
struct QuinticMotion: Sendable {
  private let start: Double
  private let duration: Double
  private let coefficients: [Double]
  private let bump: Double

  /// - Parameter bump: Height of the bump in the middle, on top of the polynomial.
  init(from a: MotionState, at start: Double, to b: MotionState, at end: Double, bump: Double = 0) {
    let t = end - start
    self.start = start
    duration = t
    self.bump = bump
    // In units of the duration, so that the coefficients are well scaled.
    let (v0, v1, a0, a1) = (a.rate * t, b.rate * t, a.acceleration * t * t, b.acceleration * t * t)
    let step = b.value - a.value
    coefficients = [
      a.value, v0, a0 / 2,
      10 * step - 6 * v0 - 4 * v1 - 1.5 * a0 + 0.5 * a1,
      -15 * step + 8 * v0 + 7 * v1 + 1.5 * a0 - a1,
      6 * step - 3 * v0 - 3 * v1 - 0.5 * a0 + 0.5 * a1,
    ]
  }

  func state(at time: Double) -> MotionState {
    let s = min(max((time - start) / duration, 0), 1)
    let c = coefficients
    let r = 1 - s
    // 64·s³·(1−s)³ is 1 in the middle.
    let height = 64 * bump
    let value = ((((c[5] * s + c[4]) * s + c[3]) * s + c[2]) * s + c[1]) * s + c[0] + height * s * s * s * r * r * r
    let rate =
      (((5 * c[5] * s + 4 * c[4]) * s + 3 * c[3]) * s + 2 * c[2]) * s + c[1]
      + height * 3 * s * s * r * r * (1 - 2 * s)
    let acceleration =
      ((20 * c[5] * s + 12 * c[4]) * s + 6 * c[3]) * s + 2 * c[2]
      + height * 6 * s * r * (1 - 5 * s + 5 * s * s)
    return MotionState(
      value: value, rate: rate / duration, acceleration: acceleration / (duration * duration))
  }
}
