import GaitModel

/// What gravity and turning show of a sensor's signals, worked out once for all that judge them.
struct SignalEvidence {
  let stream: SensorStream
  /// The median magnitude of the force in m/s² where the sensor moves least, and its variation as a share of it.
  let quiet: (magnitude: Double, variation: Double)?
  /// The magnitude of gravity in m/s²: see `RotationConsistency.gravity`.
  let gravity: Double?
  /// Angular velocity in rad/s that one sample in a hundred exceeds.
  let fastest: Double?
  /// What contradicts the declared reading of the gyroscope, if something does clearly.
  let contradiction: RotationConsistency.Contradiction?

  init(_ stream: SensorStream) {
    self.stream = stream
    let blocks = MotionBlocks(stream)
    quiet = blocks.quiet
    gravity = RotationConsistency.gravity(stream)
    fastest = PhysicsCheck.quantile(0.99, ofMagnitudes: stream.angularVelocity)
    contradiction = RotationConsistency(stream, blocks: blocks, fastest: fastest ?? 0).contradiction()
  }
}
