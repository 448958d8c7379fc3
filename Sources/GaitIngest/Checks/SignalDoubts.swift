import GaitModel

/// What physics makes doubtful in a sensor's signals, where they can still be read; nothing is corrected.
struct SignalDoubts {
  /// Deviation of the force from gravity in m/s² that one sample in a hundred exceeds when a person moves.
  private static let moving = 3.0
  /// Angular velocity in rad/s that one sample in a hundred of a moving foot, and of the trunk or a shank, exceeds: a
  /// tenth of what slow walking needs, more than radians taken for degrees leave of it.
  private static let slowestFoot = 0.3
  private static let slowestBody = 0.08

  /// Angular velocity in rad/s (250 °/s) that one sample in twenty of a sensor on the trunk does not exceed: 141 °/s is
  /// the most in 42 recordings of people who walk, and 171 °/s the least of a foot, that of one who
  /// shuffles; others' feet reach 300 °/s.
  private static let fastestTrunk = 4.4

  /// One sentence each, without the name of the sensor.
  func doubts(about stream: SensorStream) -> [String] {
    let gravity = PhysicsCheck.quietForce(stream) ?? PlainColumns.standardGravity
    if let better = RotationConsistency(stream, gravity: gravity).betterReading() {
      return [Self.sentence(better.reading, found: better.misfit, declared: better.declared)]
    }
    let slowest = stream.placement.foot == nil ? Self.slowestBody : Self.slowestFoot
    if let rate = PhysicsCheck.quantile(0.99, ofMagnitudes: stream.angularVelocity), rate < slowest,
      let force = PhysicsCheck.quantile(0.99, ofMagnitudes: stream.acceleration, about: gravity), force > Self.moving
    {
      return [
        "the gyroscope shows at most \(rounded(rate * 180 / .pi)) °/s while the accelerometer shows movement; its "
          + "numbers may be in rad/s where °/s is declared."
      ]
    }
    if stream.placement == .lowerBack,
      let rate = PhysicsCheck.quantile(0.95, ofMagnitudes: stream.angularVelocity), rate > Self.fastestTrunk
    {
      return [
        "it turns faster than \(rounded(rate * 180 / .pi)) °/s in one sample of twenty, as feet do and the lower back does "
          + "not; check where it was worn, and whether files are exchanged."
      ]
    }
    return []
  }

  private static func sentence(_ reading: RotationConsistency.Reading, found: Double, declared: Double) -> String {
    let how =
      if reading.scale > 1 {
        "fits when it is multiplied by 57.3, as if rad/s were declared as °/s"
      } else if reading.scale < 1 {
        "fits when it is divided by 57.3, as if °/s were declared as rad/s"
      } else if reading.isMirrored {
        "fits when an axis is mirrored, as if the axes of one sensor were left-handed"
      } else {
        "fits when two of its axes are turned round, as if the axes of both sensors differed"
      }
    return "the gyroscope does not turn with the gravity in the accelerometer (\(rounded(declared)) m/s² apart) and "
      + "\(how) (\(rounded(found)) m/s²); nothing was corrected, --map can do so."
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
  private func rounded(_ value: Double) -> Double { Self.rounded(value) }
}
