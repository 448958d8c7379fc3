import GaitModel

/// How a foot leaves the ground, swings and comes back.
public struct SwingStyle: Sendable, Equatable {
  /// Foot pitch at final contact in degrees, toes up positive: the foot rolls over the ball if it is negative, over
  /// the heel if positive.
  public var pitchAtRelease: Double
  /// Rate of the pitch at final contact in rad/s.
  public var pitchRateAtRelease: Double
  /// Foot pitch at initial contact in degrees: heel first if positive, toes first if negative.
  public var pitchAtContact: Double
  /// Rate of the pitch at initial contact in rad/s.
  public var pitchRateAtContact: Double
  /// Extra height of the sensor in the middle of the swing in m.
  public var lift: Double
  /// Outward swing in m.
  public var circumduction: Double
  /// How far the foot rolls in the air to one side and then the other, as the leg leans in sidesteps, in degrees.
  public var lean = 0.0
  /// How far the foot rolls in the air onto its outer edge, as a paretic foot does, in degrees.
  public var inversion = 0.0
  /// Vibration of a foot that is dragged over the ground during its swing, in m/s²; 0 where the foot is lifted.
  public var dragging = 0.0
  /// Deceleration along the ground with which the foot touches down, in m/s²; 0 is a landing without a jolt.
  public var landingDeceleration: Double
  /// Share of the stride in which the foot rolls off, and in which it comes down.
  public var releaseShare: Double
  public var loadingShare: Double

  public init(
    pitchAtRelease: Double, pitchRateAtRelease: Double, pitchAtContact: Double, pitchRateAtContact: Double,
    lift: Double, circumduction: Double, landingDeceleration: Double, releaseShare: Double, loadingShare: Double
  ) {
    self.pitchAtRelease = pitchAtRelease
    self.pitchRateAtRelease = pitchRateAtRelease
    self.pitchAtContact = pitchAtContact
    self.pitchRateAtContact = pitchRateAtContact
    self.lift = lift
    self.circumduction = circumduction
    self.landingDeceleration = landingDeceleration
    self.releaseShare = releaseShare
    self.loadingShare = loadingShare
  }

  /// Heel first, after a push-off with the heel high: −60° at release, +25° at contact (Mariani et al. 2013,
  /// doi 10.1016/j.gaitpost.2012.07.012, give 20° to 30° for healthy adults).
  public static let forward = SwingStyle(
    pitchAtRelease: -58, pitchRateAtRelease: -3, pitchAtContact: 25, pitchRateAtContact: -1, lift: 0.02,
    circumduction: 0.02, landingDeceleration: 20, releaseShare: 0.24, loadingShare: 0.10)

  /// Toes first, and off over the heel: the joints move about as in forward walking run backwards (Lee et al. 2013,
  /// doi 10.1016/j.gaitpost.2013.03.014), at smaller angles.
  public static let backward = SwingStyle(
    pitchAtRelease: 13, pitchRateAtRelease: 1.2, pitchAtContact: -28, pitchRateAtContact: 0.8, lift: 0.05,
    circumduction: 0.02, landingDeceleration: 20, releaseShare: 0.12, loadingShare: 0.18)

  /// A paretic foot: little push-off, a swing outward with the outer edge down that rolls as much as it pitches, toes that
  /// are dragged, and a flat landing (as measured on two of twelve people after stroke: 21° down, 18° up, 20° of roll).
  public static let paretic: SwingStyle = {
    var style = SwingStyle(
      pitchAtRelease: -16, pitchRateAtRelease: 0.4, pitchAtContact: 12, pitchRateAtContact: 0.6, lift: 0.02,
      circumduction: 0.08, landingDeceleration: 8, releaseShare: 0.14, loadingShare: 0.08)
    style.inversion = 20
    style.dragging = 3
    return style
  }()

  /// Nearly flat, toes first.
  public static let sideways = SwingStyle(
    pitchAtRelease: -14, pitchRateAtRelease: -0.5, pitchAtContact: -9, pitchRateAtContact: 0.4, lift: 0.04,
    circumduction: 0, landingDeceleration: 10, releaseShare: 0.12, loadingShare: 0.12)

  /// The usual style of walking in `direction`.
  public static func usual(_ direction: Direction) -> SwingStyle {
    switch direction {
    case .forward: .forward
    case .backward: .backward
    case .sideways, .inPlace: .sideways
    }
  }
}
