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
/// In sidesteps a foot rolls as much as it pitches, and one foot alone cannot tell which is which. Two feet can: taken
/// for pitching, they would walk in opposite directions at the same time (`BothFeet.areSidestepping`).
package struct FootAlignment: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Shortest horizontal displacement, in m, of a swing that tells the axes.
    package var shortestSwing = 0.1
    /// Share of swings whose larger excursion of the pitch is toes down: over 97 % in forward, 90 % in backward
    /// walking.
    package var voteReliability = 0.93
    /// Direction of a foot's mediolateral axis from one swing, in rad: legs swing outward and feet turn out (15°).
    package var headingDeviationPerSwing = 0.26
    /// Share of the tilt about the mediolateral axis (as a variance) that the tilt about the long axis has when the two
    /// can just not be told apart: half its amplitude. Walks stay below 0.14, with many turns 0.21; sidesteps alone
    /// have 0.23 to 0.47.
    package var ambiguousTilt = 0.25
    /// Steepness of the probability around it: at half of it, the axis is right in 94 %.
    package var tiltExponent = 4.0
    /// Share of sidesteps whose larger excursion of the pitch is toes down: they land on the toes as a rule.
    package var sidestepVoteReliability = 0.75
    /// Probability that two feet that contradict each other were sidestepping, and not misread in another way.
    package var sidestepConfidence = 0.9
    /// Motion intensity in rad/s below which all moments weigh the same.
    package var stillness = 0.1
    /// Seconds over which a sensor that still turns while the foot is flat goes on turning against the foot: half of
    /// the time from the middle of stance to its ends, since a foot that rolls on turns too.
    package var turningTime = 0.15

    package init() {}
  }

  private struct TellingSwing {
    var swing: SwingPath
    var segment: FootSegment
  }

  /// Which rotation the largest tilt of the foot is.
  package enum LargestTilt: Sendable {
    /// About the mediolateral axis, as in walking forward and backward.
    case pitch
    /// About the long axis, as in sidesteps.
    case roll
  }

  /// The axes, or `nil` where there is no swing to tell them.
  package func axes(of segments: [FootSegment], largestTilt: LargestTilt = .pitch) -> FootAxes? {
    let telling = segments.flatMap { segment in
      segment.swings.filter { $0.horizontalDisplacement.norm > settings.shortestSwing }
        .map { TellingSwing(swing: $0, segment: segment) }
    }
    guard !telling.isEmpty, let (up, upDeviation) = up(of: telling) else { return nil }
    var spread = SymmetricMatrix3()
    for item in telling {
      forEachUp(in: item) { current in spread.addOuterProduct(up.cross(current)) }
    }
    guard let (principal, largest, smallest) = spread.principalAxis(perpendicularTo: up), largest > 0 else {
      return nil
    }
    let axis = largestTilt == .pitch ? principal : principal.cross(up)

    // Third powers weigh the large and long excursions; their sum has the sign of the larger side.
    let front = axis.cross(up)
    var toesDown = 0.0
    for item in telling {
      var skewness = 0.0
      forEachUp(in: item) { current in
        let sine = front.dot(current)
        skewness += sine * sine * sine
      }
      if skewness < 0 { toesDown += 1 }
    }
    let total = Double(telling.count)
    let left = toesDown * 2 >= total ? axis : -axis
    let deviation = settings.headingDeviationPerSwing * min(1, (1 / total + smallest / largest).squareRoot())
    let reliability = largestTilt == .pitch ? settings.voteReliability : settings.sidestepVoteReliability
    return FootAxes(
      front: left.cross(up), left: left, up: up,
      frontConfidence: confidence(majority: abs(2 * toesDown - total), reliability: reliability),
      headingDeviation: deviation,
      axisConfidence: largestTilt == .pitch
        ? axisConfidence(tiltRatio: smallest / largest) : settings.sidestepConfidence,
      upDeviation: upDeviation)
  }

  /// Probability that the majority is right, if swings err independently. They do not, so each counts half.
  private func confidence(majority: Double, reliability: Double) -> Double {
    1 / (1 + pow(reliability / (1 - reliability), -majority / 2))
  }

  /// Probability that the larger tilt is the pitch.
  private func axisConfidence(tiltRatio: Double) -> Double {
    max(0.5, 1 / (1 + pow(tiltRatio / settings.ambiguousTilt, settings.tiltExponent)))
  }

  /// Calls `body` with up as the sensor sees it, for each sample of the swing.
  private func forEachUp(in item: TellingSwing, _ body: (Vector3) -> Void) {
    for i in item.swing.first...item.swing.last {
      body(item.segment.track.orientation[i].inverse.rotate(item.swing.up))
    }
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
          let stillness = max(item.segment.intensity[i], settings.stillness)
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
    let turned = rate.perpendicular(to: up).norm * settings.turningTime
    // Both tell of the same turning; the one misses what the other sees in a short or in a long stance.
    return (up, max(spread, turned))
  }
}
