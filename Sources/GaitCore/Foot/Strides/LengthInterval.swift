import GaitModel

/// How well the length of a foot's stride is known.
///
/// Independent errors: of the two places themselves (the sole slides and deforms, and the foot-flat phase is not
/// at rest), of scale and of gravity's direction, which grow with the length; and of the velocity at the two
/// zero-velocity instants, on a foot that still rolls there about a point that is not exactly
/// known; and, where samples were lost, of what the foot did meanwhile.
package struct LengthInterval: Sendable, Equatable, Codable {
  /// Standard deviation in m of the distance between two places of the foot.
  package var placeDeviation = 0.02
  /// Standard deviation as a share of the length: 1 % of an accelerometer's scale, and as much of tilt.
  package var shareDeviation = 0.02
  /// Standard deviation in m of the lever about which the foot rolls at a zero-velocity instant.
  package var leverDeviation = 0.05
  /// Standard deviation in m for each second of lost samples, in which a foot in mid-swing goes 3 m.
  package var lostDeviation = 3.0

  package init() {}

  /// Interval in which the true length lies with a probability of 95 %, in m.
  ///
  /// - Parameters:
  ///   - length: In m.
  ///   - duration: From one zero-velocity instant to the next, in s.
  ///   - intensity: Motion intensity of the foot-flat phases before and after, in rad/s.
  ///   - lost: Time of which the samples were lost, in s.
  ///   - unseenDisplacement: Standard deviation in m of the displacement that the accelerometer did not see.
  package func interval(
    of length: Double, duration: Double, intensity: (before: Double, after: Double), lost: Double,
    unseenDisplacement: Double
  ) -> ClosedRange<Double> {
    let share = shareDeviation * length
    // An error of velocity at one end is spread evenly over the swing and moves its other end by half.
    let rolling = leverDeviation * duration / 2
    let restlessness = intensity.before * intensity.before + intensity.after * intensity.after
    let unseen = lostDeviation * lost
    let variance =
      placeDeviation * placeDeviation + share * share + rolling * rolling * restlessness
      + unseen * unseen + unseenDisplacement * unseenDisplacement
    let reach = 1.96 * variance.squareRoot()
    return max(0, length - reach)...(length + reach)
  }
}
