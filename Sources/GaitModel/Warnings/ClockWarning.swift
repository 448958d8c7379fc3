/// What the user should know of the clocks of sensors, and of when they began and ended; all times in seconds.
public enum ClockWarning: Sendable, Hashable {
  /// Sensors without a common zero that are taken to have started with the reference.
  case assumed([Placement], reference: Placement)
  /// Sensors that were aligned with the reference by their motion.
  case alignedByMotion([Placement], reference: Placement, by: Alignment)
  /// A sensor ends at `time`, so much before another.
  case endsEarly(Placement, seconds: Double, other: Placement, at: Double)
  /// A sensor begins so much after another.
  case beginsLate(Placement, seconds: Double, other: Placement)
  /// A sensor ends so much before a foot that still walks.
  case endsWhileWalking(Placement, seconds: Double, foot: Placement)
  /// A sensor begins so much after a foot that already walks.
  case beginsWhileWalking(Placement, seconds: Double, foot: Placement)

  /// How a clock was aligned.
  public struct Alignment: Sendable, Hashable {
    /// Seconds by which the sensors started later than the reference.
    public var offset: Double
    /// Standard deviation of `offset` in seconds.
    public var uncertainty: Double
    /// Seconds per hour by which the clock was corrected.
    public var drift: Double

    public init(offset: Double, uncertainty: Double, drift: Double) {
      self.offset = offset
      self.uncertainty = uncertainty
      self.drift = drift
    }
  }

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .assumed: .clocksAssumed
    case .alignedByMotion: .clocksAlignedByMotion
    case .endsEarly: .sensorEndsEarly
    case .beginsLate: .sensorBeginsLate
    case .endsWhileWalking: .sensorEndsWhileWalking
    case .beginsWhileWalking: .sensorBeginsWhileWalking
    }
  }
}
