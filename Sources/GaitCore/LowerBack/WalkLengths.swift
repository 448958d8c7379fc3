/// Lengths of strides, with what their intervals need.
struct WalkLengths {
  /// Metres, for each step of each walk.
  var byStep: [[Double]]
  /// Of each walk.
  var standing: [StandingAround]
  var origin: Origin
  /// Whether the person's height was known.
  var usesHeight: Bool

  enum Origin {
    case belt
    case trunk
    /// From the trunk, because the belt's speed cannot be right.
    case trunkAgainstBelt
  }

  /// Where the lengths are from, for the reader of the results.
  var explanation: String {
    let estimated =
      "stride lengths are estimated from the motion of the trunk"
      + (usesHeight ? " and the person's height" : ", without the person's height (height_m in recording.json)")
      + "; expect an error of 0.1 m in a person's mean, and twice that in backward walking, whose calibration rests on "
      + "two people. length_low_m and length_high_m hold 95 % intervals."
    switch origin {
    case .belt: return "stride lengths are the belt's speed times the duration of the stride."
    case .trunk: return estimated
    case .trunkAgainstBelt:
      return "the belt's speed is not used, because strides would be far longer than the trunk's motion tells; check "
        + "that belt_speed_m_s is in metres per second; " + estimated
    }
  }
}
