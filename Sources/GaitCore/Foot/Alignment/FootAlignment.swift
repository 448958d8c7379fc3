import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds the axes of the feet of one person from the way they move.
///
/// Up is what stays up on average while the foot is flat, each moment weighted by its stillness. Where the toes are
/// about it follows from all that the recording shows, each with its weight (`HeadingPosterior`):
/// - **Travel.** A foot goes along its long axis, forward or backward; sidesteps are rare and never last long.
/// - **Tilt.** A walking foot hardly rolls (by a fifth of its pitch), and its pitch is one-sided. In sidesteps the leg
///   leans to the side: the foot rolls as much as it pitches, and to both sides alike.
/// - **Toes.** The heel can rise by 60° and more over the ball of the foot, the toes only by 30° over the heel, so the
///   larger and longer excursion is toes down, whether one walks forward or backward.
/// - **Landing.** The point that lands lies a hand's breadth before or behind the sensor, but never so far beside it.
package struct FootAlignment: Sendable, Equatable, Codable {
  /// Shortest horizontal displacement, in m, of a swing that shows the axes: three times its error.
  package var shortestSwing = 0.1
  /// Turn in rad up to which a swing's tilt is evidence (30°): a turning leg leans as well.
  package var straightTurn = 0.52
  /// Fewest straight swings that are used alone; with fewer, as in a circle, turning swings are used too.
  package var fewestStraight = 4
  /// Most swings of a foot that are used, spread evenly over the recording: more add hardly anything.
  package var mostSwings = 40
  /// Correlation of the evidence of swings of one recording: they resemble each other, so that many count less than
  /// their number.
  package var swingCorrelation = 0.3
  /// Time in seconds within which swings of the two feet belong to the same walk.
  package var togetherWithin = 1.5

  /// Log-odds of where the toes are, for each unit of skewness of the pitch: above a skewness of 0.6 nearly all strides
  /// are right, at 0.3 half of them.
  package var frontWeight = 3.2
  /// Largest log-odds of where the toes are from one swing: the first step after standing may go the other way (one
  /// swing in 200).
  package var largestFrontLogit = 4.0
  /// Largest log-odds of where the toes are from one sidestep: sidesteps land on the toes as a rule (three of four).
  package var sidestepFrontLogit = 1.1
  /// Ratio of a swing's tilt across its travel to that along it (as variances) that is as likely in walking as in
  /// sidesteps: walking has 0.03 in the median (0.01 to 0.07 in eight of ten strides), sidesteps 0.25 (0.08 to 0.8).
  package var ambiguousTilt = 0.09
  /// Log-odds of sidesteps for each unit of the logarithm of the ratio of tilts (`ambiguousTilt`), from the
  /// distributions of that ratio.
  package var tiltWeight = 2.4
  /// Skewness of the tilt along the travel, without its sign, that is as likely in walking as in sidesteps: walking has
  /// 1.4 ± 0.35, sidesteps 0.1 to 2.
  package var ambiguousSkewness = 0.9
  /// Log-odds of sidesteps for each unit of skewness below `ambiguousSkewness`, from the distributions of that
  /// skewness: walking has 1.4 ± 0.35, sidesteps 0.1 to 2.
  package var skewnessWeight = 3.0
  /// Largest log-odds of sidesteps from the tilts of a single swing, in either direction (odds of 20 to 1).
  package var largestLogit = 3.0
  /// Largest log-odds against sidesteps from a large skewness of a single swing: the skewness of sidesteps reaches 2 as
  /// well.
  package var largestSkewnessLogit = 0.6
  /// Share of feet that do not tilt as most feet do, among people whose gait is measured: of 24 feet after stroke 2 rolled
  /// as much as they pitched, and worn shoes, braces and loose sensors do the same.
  package var atypicalShare = 0.2
  /// Weight of the skewness of the pitch of a foot that does not tilt as most feet do, as a share: its pitch is hardly
  /// evidence.
  package var atypicalToesWeight = 0.2
  /// Standard deviation in rad of the travel of a swing about the foot's axis (20°): legs swing outward, feet turn out,
  /// and paths curve.
  package var travelDeviation = 0.35
  /// Share of swings that go in any direction, so that a single odd one does not decide.
  package var strayShare = 0.03
  /// Standard deviation in rad that each rad of turn in a swing adds to `travelDeviation`: the heading passes through
  /// half of the turn to either side.
  package var travelPerTurn = 0.4
  /// Number of sidesteps in a row to one side that lowers their odds by a factor of e: nobody goes far sideways.
  package var sidestepRun = 5.0

  /// Confidence of each foot alone from which neither is reversed to agree with the other: such feet were not in one
  /// walk, or a sensor is faulty, and a warning follows.
  package var sureAlone = 0.95

  /// Distance in m from the sensor to the point that lands up to which it is not evidence of where the foot points: it
  /// may lie beside the sensor as well.
  package var leastLever = 0.04
  /// Distance in m beyond `leastLever` over which the evidence of the landing point grows to its full weight: a hand's
  /// breadth in all.
  package var clearLever = 0.06
  /// Distance in m from the sensor to the point that lands beyond which it is not evidence: no point of a shoe is so
  /// far away.
  package var largestLever = 0.3
  /// Half of the log-odds of where the foot points from one landing at `leastLever` + `clearLever` (odds of 7 to 1).
  package var leverWeight = 1.0
  /// Longest time in seconds before the foot is flat in which it comes down over the point that lands.
  package var landingTime = 0.3
  /// Largest tilt in rad with which the foot comes down over the point that lands (15°).
  package var landingTilt = 0.262

  /// Standard deviation in rad of a foot's mediolateral axis from one swing (15°): legs swing outward and feet turn
  /// out.
  package var headingDeviationPerSwing = 0.26
  /// Standard deviation in rad of the axis of largest tilt about the mediolateral axis (3°), where the foot tilts about
  /// that axis only.
  package var principalDeviation = 0.05
  /// Standard deviation in rad of the axis of largest tilt that is added where the foot tilts across that axis, for
  /// each unit of the ratio of the two variances.
  package var principalDeviationPerRatio = 1.05
  /// Standard deviation in rad of the mean travel about the long axis (12°).
  package var meanTravelDeviation = 0.21

  /// Angle in rad within which the toes lie about an axis that was declared to point to them (60°): sensors are worn
  /// askew, but not across.
  package var declaredWithin = Double.pi / 3
  /// Log-odds that the toes lie within `declaredWithin` of the declared axis: so large that the declaration decides.
  package var declaredLogit = 30.0
  /// Probability, by the foot's motion alone, of the headings within `declaredWithin` below which the motion
  /// contradicts the declaration: one in a hundred.
  package var contradiction = 0.01
  /// Sine of the angle from the vertical below which a declared axis is not level (30°).
  package var leastLevel = 0.5

  /// Motion intensity in rad/s below which all moments weigh the same.
  package var stillness = 0.1
  /// Time in seconds over which a sensor that still turns while the foot is flat goes on turning against the foot: half
  /// of the time from the middle of stance to its ends, since a foot that rolls on turns too.
  package var turningTime = 0.15

  package init() {}

  /// How a person goes during a recording: share of swings in each direction (`TravelClass`).
  struct Habit {
    var shares: [Double]
    var logPrior: Double
  }

  /// Most people walk, and sidestep now and then; in one recording of twenty they sidestep most of the time.
  var habits: [Habit] {
    [
      Habit(shares: [0.55, 0.38, 0.035, 0.035], logPrior: log(0.95)),
      Habit(shares: [0.1, 0.1, 0.4, 0.4], logPrior: log(0.05)),
    ]
  }

  /// Number of headings that are told apart, 10° from each other.
  static let headings = 36

  /// The heading at `index` in rad.
  static func heading(_ index: Int) -> Double { 2 * .pi * Double(index) / Double(headings) }

  /// Probability per rad of a swing whose travel strays by `angle` from where its class goes.
  func density(_ angle: Double, deviation: Double) -> Double {
    let stray = remainder(angle, 2 * .pi) / deviation
    let along = exp(-stray * stray / 2) / (deviation * (2 * .pi).squareRoot())
    return (1 - strayShare) * along + strayShare / (2 * .pi)
  }

  /// The axes of the feet of one person, `nil` for a foot without a swing that tells them.
  ///
  /// - Parameters:
  ///   - feet: The segments of each foot.
  ///   - toes: For each foot the unit vector in the sensor's axes that was declared to point to the toes.
  package func axes(of feet: [[FootSegment]], toes: [Vector3?]) -> [FootAxes?] {
    let evidence = feet.map { self.evidence(of: $0) }
    guard toes.contains(where: { $0 != nil }) else { return axes(of: evidence) }
    let undeclared = HeadingPosterior(alignment: self).probabilities(of: evidence.compactMap { $0 })
    var probabilities = undeclared.makeIterator()
    var declared = evidence
    var declarations: [FootAxes.Declaration?] = evidence.map { _ in nil }
    for k in evidence.indices {
      guard let foot = evidence[k], let probability = probabilities.next(), let axis = toes[k] else { continue }
      let (x, y) = (axis.dot(foot.x), axis.dot(foot.y))
      guard (x * x + y * y).squareRoot() >= leastLevel else {
        declarations[k] = .upright
        continue
      }
      let heading = atan2(y, x)
      let elsewhere = probability.indices.filter {
        abs(remainder(Self.heading($0) - heading, 2 * .pi)) > declaredWithin
      }
      // A wrong declaration must not turn the other foot round.
      guard 1 - elsewhere.reduce(0, { $0 + probability[$1] }) >= contradiction else {
        declarations[k] = .contradicted
        continue
      }
      declarations[k] = .agrees
      for i in elsewhere { declared[k]?.headingLogits[i] -= declaredLogit }
    }
    var found = axes(of: declared)
    for k in found.indices {
      found[k]?.declaration = declarations[k]
      // What contradicts the foot's own motion is as likely wrong as right.
      if declarations[k] == .contradicted { found[k]?.frontConfidence *= 0.5 }
    }
    return found
  }

  private func axes(of evidence: [AlignmentEvidence?]) -> [FootAxes?] {
    let known = evidence.compactMap { $0 }
    let posterior = HeadingPosterior(alignment: self)
    var together = zip(known, posterior.probabilities(of: known)).map { axes($0, $1) }
    if known.count > 1 {
      let alone = known.map { axes($0, posterior.probabilities(of: [$0])[0]) }
      let isContradicted = zip(alone, together).contains { own, both in
        own.front.dot(both.front) < 0.5
          || both.frontConfidence * both.axisConfidence < Stride.leastConfidence
      }
      if isContradicted, alone.allSatisfy({ $0.frontConfidence * $0.axisConfidence > sureAlone }) { together = alone }
    }
    var found = together.makeIterator()
    return evidence.map { $0 == nil ? nil : found.next() }
  }

  /// The axes at the most probable heading.
  private func axes(_ foot: AlignmentEvidence, _ probability: [Double]) -> FootAxes {
    let best = probability.indices.max { probability[$0] < probability[$1] } ?? 0
    var (c, s, along, against) = (0.0, 0.0, 0.0, 0.0)
    for k in probability.indices {
      let apart = remainder(Self.heading(k) - Self.heading(best), 2 * .pi)
      if abs(apart) < .pi / 4 {
        along += probability[k]
        c += probability[k] * cos(apart)
        s += probability[k] * sin(apart)
      } else if abs(apart) > 3 * .pi / 4 {
        against += probability[k]
      }
    }
    var angle = Self.heading(best) + atan2(s, c)
    var deviation = meanTravelDeviation
    if let principal = foot.principal {
      // Both show the same axis, each with its error.
      let apart = remainder(principal.angle - angle, .pi)
      let own = principalDeviation + principalDeviationPerRatio * principal.ratio
      let share = meanTravelDeviation * meanTravelDeviation / (meanTravelDeviation * meanTravelDeviation + own * own)
      if abs(apart) < .pi / 4 {
        angle += share * apart
        deviation *= (1 - share).squareRoot()
      }
    }
    let count = Double(max(1, foot.swings.count))
    deviation = (deviation * deviation + headingDeviationPerSwing * headingDeviationPerSwing / count).squareRoot()
    let front = foot.x * cos(angle) + foot.y * sin(angle)
    return FootAxes(
      front: front, left: foot.up.cross(front), up: foot.up, frontConfidence: along / (along + against),
      headingDeviation: deviation, axisConfidence: min(1, along + against), upDeviation: foot.upDeviation)
  }
}
