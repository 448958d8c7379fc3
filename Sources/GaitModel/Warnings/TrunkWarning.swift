/// What the user should know of what a sensor on the lower back or at the front of the waist shows.
public enum TrunkWarning: Sendable, Hashable {
  /// No walking was found.
  case noWalking
  /// Steps that did not repeat themselves from stride to stride, of which only the times in seconds are given; the first
  /// few of these, and whether there are more.
  case irregularSteps(Int, times: [ClosedRange<Int>], hasMore: Bool)
  /// Strides that look like steps on stairs.
  case stairs(strides: Int, of: Int)
  /// What the lengths of strides are from.
  case lengths(LengthSource)
  /// Strides in which the trunk did not move as in walking.
  case withoutLength(strides: Int, of: Int)
  /// The trunk moves as if the declared front were its back.
  case frontContradicted(SensorAxis)
  /// The same, or the sensor was worn in front by a person who walked backward.
  case frontContradictedOrAtWaist(SensorAxis)
  /// The sensor moves like one at the front of the waist.
  case wornAtWaist
  /// The sensor was worn on the back of a person who walks backward, or in front of one who walks forward.
  case backOrWaist
  /// It is not sure whether the person walks forward or sideways.
  case forwardOrSideways
  /// It is not sure which way the trunk's front is.
  case frontUnsure

  /// What the lengths of strides are from.
  public enum LengthSource: Sendable, Hashable {
    /// The speed of the belt.
    case belt
    /// The motion of the trunk.
    case trunk(usesHeight: Bool)
    /// The motion of the trunk, because the speed of the belt cannot be right.
    case trunkAgainstBelt(usesHeight: Bool)
    /// The motion of the trunk, multiplied by `scale` to go the known distance.
    case knownDistance(meters: Double, scale: Double)
    /// The motion of the trunk, because the steps that were found cannot go the given distance.
    case trunkAgainstDistance(meters: Double, usesHeight: Bool)
  }

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .noWalking: .noWalking
    case .irregularSteps: .irregularSteps
    case .stairs: .stairs
    case .lengths: .strideLengths
    case .withoutLength: .stridesWithoutLength
    case .frontContradicted: .frontContradicted
    case .frontContradictedOrAtWaist: .frontContradictedOrAtWaist
    case .wornAtWaist: .wornAtWaist
    case .backOrWaist: .backOrWaist
    case .forwardOrSideways: .forwardOrSideways
    case .frontUnsure: .frontUnsure
    }
  }
}
