extension WalkProgram {
  /// How a walk changes from its first step to its last one, linearly over its steps: as people tire, or get going.
  public struct Course: Sendable, Equatable {
    /// Length and speed of the last step, as a share of the first one's that is gained (positive) or lost.
    public var lengthChange: Double
    public var speedChange: Double
    /// Change of the foot's pitch at contact from the first step to the last one, in degrees.
    public var contactPitchChange: Double

    public init(lengthChange: Double = 0, speedChange: Double = 0, contactPitchChange: Double = 0) {
      self.lengthChange = lengthChange
      self.speedChange = speedChange
      self.contactPitchChange = contactPitchChange
    }

    /// Length, speed and pitch of one step, against those that the walk begins with.
    struct Step {
      var length = 1.0
      var speed = 1.0
      /// Degrees.
      var contactPitch = 0.0
      /// Time of a stride, as a share.
      var period: Double { length / speed }
    }

    func step(_ step: Int, of steps: Int) -> Step {
      let share = steps > 1 ? Double(step) / Double(steps - 1) : 0
      return Step(
        length: 1 + lengthChange * share, speed: 1 + speedChange * share, contactPitch: contactPitchChange * share)
    }
  }
}
