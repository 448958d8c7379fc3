import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The foot's axes, seen from a sensor mounted on it in any orientation.
package struct FootAxes: Sendable, Equatable {
  /// To the toes, to the left and up when the foot is flat; unit vectors in the sensor's axes, right-handed.
  package var front: Vector3
  package var left: Vector3
  package var up: Vector3
  /// Probability that `front` points to the toes and not to the heel.
  package var frontConfidence: Double
  /// Standard deviation of the direction of `front` about `up`, in rad.
  package var headingDeviation: Double
  /// Probability that `front` lies along the foot and not across it.
  package var axisConfidence: Double
  /// Standard deviation in rad of the direction of `up`, from how much the sensor turns while the foot is on the ground.
  /// Below 4.5° on shoes; 6° and more where the sensor is loose, or sits above the ankle and follows the shank.
  package var upDeviation: Double
  /// Which rotation the largest tilt was taken for.
  package var largestTilt = FootAlignment.LargestTilt.pitch

  /// The foot's pitch in rad, toes up positive, zero when flat.
  ///
  /// - Parameters:
  ///   - orientation: From the sensor's axes to the track's.
  ///   - up: Up in the track's axes.
  package func pitchSine(orientation: Quaternion, up: Vector3) -> Double {
    min(max(orientation.rotate(front).dot(up), -1), 1)
  }

  /// The rotation from the sensor's axes to the foot's, as rows front, left, up.
  package var rotation: [[Double]] {
    [front, left, up].map { [$0.x, $0.y, $0.z] }
  }
}

/// Finds the foot's axes from the way it moves.
///
/// Up is what stays up on average while the foot is flat, each moment weighted by its stillness. A walking foot
/// pitches far more than it rolls, so its mediolateral axis is the one about which up wanders most, seen from the
/// sensor; no angular velocity is needed for that, and no drift enters. Which way along the foot the toes are shows
/// in the pitch: the heel can rise by 60° and more over the ball of the foot, the toes only by 30° over the heel, so
/// the larger and longer excursion is heel up, toes down, whether one walks forward or backward.
///
/// In sidesteps the leg leans to the side, and the foot rolls more than it pitches. Two things tell: a walking foot hardly
/// rolls (by a fifth of its pitch), while a foot that goes sideways pitches as well; and a walking foot's pitch is
/// one-sided, as the heel rises farther than the toes, while the leg leans to both sides alike. What two feet tell
/// together is asked afterwards (`BothFeet`).
package struct FootAlignment: Sendable, Equatable, Codable {
  /// Shortest horizontal displacement, in m, of a swing that tells the axes.
  package var shortestSwing = 0.1
  /// What a unit of skewness of the pitch tells about where the toes are, as a logarithm of odds: above 0.6 nearly all
  /// strides are right, at 0.3 half of them.
  package var frontWeight = 3.2
  /// What one swing can tell at most: the first step after standing may go the other way (one swing in 200).
  package var largestFrontLogit = 4.0
  /// The same of sidesteps, which land on the toes as a rule (three of four).
  package var sidestepFrontLogit = 1.1
  /// Direction of a foot's mediolateral axis from one swing, in rad: legs swing outward and feet turn out (15°).
  package var headingDeviationPerSwing = 0.26
  /// Ratio of a swing's tilt across its travel to that along it (as variances) that is as likely in walking as in
  /// sidesteps: walking has 0.03 in the median (0.01 to 0.07 in eight of ten strides), sidesteps 0.25 (0.08 to 0.8).
  package var ambiguousTilt = 0.09
  /// Weight of the logarithm of that ratio, from the same distributions.
  package var tiltWeight = 2.4
  /// Skewness of the tilt along the travel, without its sign, that is as likely in both, and its weight: walking has
  /// 1.4 ± 0.35, sidesteps 0.1 to 2.
  package var ambiguousSkewness = 0.9
  package var skewnessWeight = 3.0
  /// What a single swing can tell at most, as a logarithm of odds, and what a large skewness can.
  package var largestLogit = 3.0
  package var largestSkewnessLogit = 0.6
  /// How much alike the swings of one recording are in what they tell.
  package var swingCorrelation = 0.3
  /// Logarithm of the odds that most of a recording is walking along the foot.
  package var walkingLogit = 2.0
  /// Turn in rad up to which a swing tells about tilts (30°): a turning leg leans as well.
  package var straightTurn = 0.52
  /// Least probability that the largest tilt is what two feet tell together that it is.
  package var agreedConfidence = 0.9
  /// Motion intensity in rad/s below which all moments weigh the same.
  package var stillness = 0.1
  /// Seconds over which a sensor that still turns while the foot is flat goes on turning against the foot: half of
  /// the time from the middle of stance to its ends, since a foot that rolls on turns too.
  package var turningTime = 0.15

  package init() {}

  private struct TellingSwing {
    var swing: SwingPath
    var segment: FootSegment
  }

  /// Which rotation the largest tilt of the foot is.
  package enum LargestTilt: Sendable, Equatable {
    /// About the mediolateral axis, as in walking forward and backward.
    case pitch
    /// About the long axis, as in sidesteps.
    case roll
  }

  /// The axes, or `nil` where there is no swing to tell them.
  ///
  /// - Parameter largestTilt: What the largest tilt is known to be; `nil` to take what is more likely.
  package func axes(of segments: [FootSegment], largestTilt: LargestTilt? = nil) -> FootAxes? {
    let all = segments.flatMap { segment in
      segment.swings.filter { $0.horizontalDisplacement.norm > shortestSwing }
        .map { TellingSwing(swing: $0, segment: segment) }
    }
    let straight = all.filter { abs(turn(of: $0)) < straightTurn }
    let telling = straight.isEmpty ? all : straight
    guard let (up, upDeviation) = up(of: all), let x = perpendicular(to: up) else { return nil }
    let y = up.cross(x)
    let tilts = telling.map { tilt(of: $0, x: x, y: y) }
    let travels = telling.map { travel(of: $0, x: x, y: y) }
    var common = SwingTilt()
    for tilt in tilts { common.add(tilt) }
    guard let (principal, largest, smallest) = common.principal, largest > 0 else { return nil }
    let isPitch = pitchProbability(principal: principal, tilts: tilts, travels: travels)
    let taken = largestTilt ?? (isPitch >= 0.5 ? .pitch : .roll)
    let angle = taken == .pitch ? principal : principal + .pi / 2

    let toesDown = toesDownLogit(
      at: angle, tilts: tilts, largest: taken == .pitch ? largestFrontLogit : sidestepFrontLogit)
    let front = (x * cos(angle) + y * sin(angle)) * (toesDown >= 0 ? 1 : -1)
    let deviation =
      headingDeviationPerSwing * min(1, (1 / Double(tilts.count) + smallest / largest).squareRoot())
    let isRight = taken == .pitch ? isPitch : 1 - isPitch
    return FootAxes(
      front: front, left: up.cross(front), up: up,
      frontConfidence: 1 / (1 + exp(-abs(toesDown))),
      headingDeviation: deviation,
      axisConfidence: largestTilt == nil ? isRight : max(isRight, agreedConfidence),
      upDeviation: upDeviation, largestTilt: taken)
  }

  private func perpendicular(to up: Vector3) -> Vector3? {
    let other = abs(up.x) < 0.6 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)
    return other.perpendicular(to: up).normalized
  }

  private func tilt(of item: TellingSwing, x: Vector3, y: Vector3) -> SwingTilt {
    var tilt = SwingTilt()
    for i in item.swing.first...item.swing.last {
      let current = item.segment.track.orientation[i].inverse.rotate(item.swing.up)
      tilt.add(current.dot(x), current.dot(y))
    }
    return tilt
  }

  /// How far the foot turned over a swing, in rad, positive to the left.
  private func turn(of item: TellingSwing) -> Double {
    let orientation = item.segment.track.orientation
    let rotation = orientation[item.swing.last] * orientation[item.swing.first].inverse
    let twist = 2 * atan2(Vector3(rotation.x, rotation.y, rotation.z).dot(item.swing.up), rotation.w)
    return twist > .pi ? twist - 2 * .pi : twist < -.pi ? twist + 2 * .pi : twist
  }

  /// Logarithm of the odds that the direction at `angle` points to the toes.
  ///
  /// Up leans back, seen from a foot whose toes are down; skewness has the sign of the larger and longer excursion.
  private func toesDownLogit(at angle: Double, tilts: [SwingTilt], largest: Double) -> Double {
    let sum = tilts.reduce(0) { sum, tilt in
      sum + min(max(-frontWeight * tilt.skewness(at: angle), -largest), largest)
    }
    return sum / (1 + swingCorrelation * Double(tilts.count - 1))
  }

  /// Probability that the tilt in the direction `principal` is the pitch.
  ///
  /// Each swing tells from its own tilts whether it was a sidestep. Those along `principal` must then be walking, and
  /// those across it sidesteps, or else the tilt in that direction is roll.
  private func pitchProbability(principal: Double, tilts: [SwingTilt], travels: [Double]) -> Double {
    var logit = 0.0
    for (tilt, travel) in zip(tilts, travels) {
      let goesAlong = cos(2 * (travel - principal)) > 0
      logit += (goesAlong ? -1 : 1) * sidestepLogit(tilt, travel: travel)
    }
    logit /= 1 + swingCorrelation * Double(tilts.count - 1)
    return 1 / (1 + exp(-(walkingLogit + logit)))
  }

  /// Logarithm of how much more likely the tilts of a swing are in sidesteps than in walking.
  private func sidestepLogit(_ tilt: SwingTilt, travel: Double) -> Double {
    let along = tilt.square(at: travel)
    let across = tilt.square(at: travel + .pi / 2)
    guard along > 0, across > 0 else { return 0 }
    let ratio = tiltWeight * log(across / along / ambiguousTilt)
    let skewness = skewnessWeight * (ambiguousSkewness - abs(tilt.skewness(at: travel)))
    let reach = largestLogit
    return min(max(ratio, -reach), reach) + min(max(skewness, -largestSkewnessLogit), reach)
  }

  /// Angle in rad, from x to y, of the direction in which the foot travels, as the sensor sees it.
  private func travel(of item: TellingSwing, x: Vector3, y: Vector3) -> Double {
    let orientation = item.segment.track.orientation
    let displacement = item.swing.horizontalDisplacement
    let before = orientation[item.swing.first].inverse.rotate(displacement)
    let seen = before + orientation[item.swing.last].inverse.rotate(displacement)
    return atan2(seen.dot(y), seen.dot(x))
  }

  /// Up in the sensor's axes when the foot is flat, and the standard deviation of its direction in rad, both as the
  /// median over the times when the foot should be flat.
  private func up(of telling: [TellingSwing]) -> (up: Vector3, deviation: Double)? {
    var ups: [Vector3] = []
    var spreads: [Double] = []
    var rates: [Vector3] = []
    for item in telling {
      let track = item.segment.track
      for phase in [item.swing.phaseBefore, item.swing.phaseAfter] {
        var sum = Vector3.zero
        var weights = 0.0
        for i in phase.neighbourhood {
          let stillness = max(item.segment.intensity[i], self.stillness)
          let weight = 1 / (stillness * stillness)
          sum += track.orientation[i].inverse.rotate(item.swing.up) * weight
          weights += weight
        }
        guard let mean = sum.normalized else { continue }
        ups.append(mean)
        // The mean of unit vectors that lie within δ of each other is shorter than they by δ²/2.
        spreads.append((2 * max(0, 1 - sum.norm / weights)).squareRoot())
        var turn = Vector3.zero
        for i in phase.first...phase.last { turn += track.stream.angularVelocity[i] - track.bias }
        rates.append(turn / Double(phase.last - phase.first + 1))
      }
    }
    guard let up = median(of: ups)?.normalized, let spread = median(of: spreads), let rate = median(of: rates) else {
      return nil
    }
    let turned = rate.perpendicular(to: up).norm * turningTime
    // Both tell of the same turning; the one misses what the other sees in a short or in a long stance.
    return (up, max(spread, turned))
  }
}
