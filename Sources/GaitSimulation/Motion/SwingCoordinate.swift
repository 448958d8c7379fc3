/// One coordinate of a foot in the air: from one state of motion to another, where an obstacle may stop it on its way.
struct SwingCoordinate: Sendable {
  private let undisturbed: QuinticMotion
  /// The way from the obstacle on: while it stops the foot, and then to the ground.
  private var stopped: (start: Double, braking: QuinticMotion, end: Double, lowering: QuinticMotion)?

  /// - Parameters:
  ///   - bump: Height of the bump in the middle, on top of the polynomial.
  ///   - obstacle: When it stops the foot, by how much farther the foot would have come down, and when.
  init(
    from a: MotionState, at start: Double, to b: MotionState, at end: Double, bump: Double,
    obstacle: (time: Double, way: Double, contact: Double)?
  ) {
    guard let obstacle else {
      undisturbed = QuinticMotion(from: a, at: start, to: b, at: end, bump: bump)
      return
    }
    var aim = b
    aim.value += obstacle.way
    undisturbed = QuinticMotion(from: a, at: start, to: aim, at: obstacle.contact, bump: bump)
    let caught = undisturbed.state(at: obstacle.time)
    let left = Stumble.speedLeft * caught.rate
    let free = MotionState(value: caught.value + Stumble.braking * (caught.rate + left) / 2, rate: left)
    let freed = obstacle.time + Stumble.braking
    stopped = (
      obstacle.time, QuinticMotion(from: caught, at: obstacle.time, to: free, at: freed), freed,
      QuinticMotion(from: free, at: freed, to: b, at: end)
    )
  }

  func state(at time: Double) -> MotionState {
    guard let stopped, time >= stopped.start else { return undisturbed.state(at: time) }
    return time < stopped.end ? stopped.braking.state(at: time) : stopped.lowering.state(at: time)
  }
}
