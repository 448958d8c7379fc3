/// How a sensor turns against the foot that follows the shank: toes down all through a stance, and back in the swing.
///
/// A sensor above the ankle is taken forward by the shank while the foot stands, so that it is never at rest on a
/// walk. Only the rotation is modeled: the sensor stays in its place on the foot.
struct StanceTurn: Sendable {
  /// Longest stance of a walk in seconds; a foot that stands longer stands under an upright shank.
  private static let longestStance = 2.5
  private var pieces: [(start: Double, motion: QuinticMotion)] = []

  /// - Parameter range: Turn within one stance in rad.
  init(range: Double, swings: [PlannedSwing]) {
    var before = MotionState(value: 0)
    for (k, swing) in swings.enumerated() {
      var stance = (end: swing.initialContact, rate: 0.0)
      if k + 1 < swings.count {
        let duration = swings[k + 1].finalContact - swing.initialContact
        if duration < Self.longestStance { stance = (swings[k + 1].finalContact, -range / duration) }
      }
      let first = MotionState(value: stance.rate == 0 ? 0 : range / 2, rate: stance.rate)
      let last = MotionState(value: stance.rate == 0 ? 0 : -range / 2, rate: stance.rate)
      pieces.append(
        (swing.finalContact, QuinticMotion(from: before, at: swing.finalContact, to: first, at: swing.initialContact)))
      if stance.end > swing.initialContact {
        pieces.append(
          (swing.initialContact, QuinticMotion(from: first, at: swing.initialContact, to: last, at: stance.end)))
      }
      before = last
    }
  }

  /// Angle in rad by which the sensor is turned toes up against the foot, with its derivatives.
  func state(at time: Double) -> MotionState {
    pieces.last { $0.start <= time }?.motion.state(at: time) ?? MotionState(value: 0)
  }
}
