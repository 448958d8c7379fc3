/// What the user should know of what the sensors of a walk show together, and beside its details.
public enum WalkWarning: Sendable, Hashable {
  /// The feet walk in opposite directions in some strides.
  case feetInOppositeDirections(strides: Int, of: Int)
  /// Both feet swing at the same time for so many percent of their swings.
  case feetSwingTogether(percent: Int, mayBeOneFoot: Bool)
  /// The feet move as if left and right were exchanged.
  case feetExchanged
  /// The feet and the trunk walk in opposite directions in some strides.
  case feetContradictBackDirection(strides: Int, of: Int)
  /// The feet and the trunk show very different numbers of strides.
  case feetContradictBackCount(feet: Int, back: Int)
  /// The belt's speed as given, and the one that the feet show, in m/s.
  case beltSpeedContradicted(given: Double, measured: Double)
  /// The distance walked as given, and the one that the feet show, in meters.
  case distanceContradicted(given: Double, measured: Double)
  /// Forward strides are too long for the person's height as given; both in meters.
  case heightContradicted(height: Double, stride: Double)
  /// A second sensor on the trunk.
  case trunkSensorNotUsed(Placement)
  /// A sensor on a shank.
  case shankNotAnalyzed(Placement)

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .feetInOppositeDirections: .feetInOppositeDirections
    case .feetSwingTogether: .feetSwingTogether
    case .feetExchanged: .feetExchanged
    case .feetContradictBackDirection: .feetContradictBackDirection
    case .feetContradictBackCount: .feetContradictBackCount
    case .beltSpeedContradicted: .beltSpeedContradicted
    case .distanceContradicted: .distanceContradicted
    case .heightContradicted: .heightContradicted
    case .trunkSensorNotUsed: .trunkSensorNotUsed
    case .shankNotAnalyzed: .shankNotAnalyzed
    }
  }
}
