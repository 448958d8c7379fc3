import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which way the wearer's front is, seen from a sensor on the lower back.
package struct TrunkMounting: Sendable, Equatable {
  /// The front as components along the two horizontal axes of the motions it was found from.
  package var front: (first: Double, second: Double)
  /// Probability that front is front and not back.
  package var confidence: Double
  /// Whether it was declared rather than found.
  package var isDeclared: Bool
  /// Probability that the signals give to the declared front.
  package var supportForDeclared: Double?

  package var left: (first: Double, second: Double) { (-front.second, front.first) }

  package static func == (a: TrunkMounting, b: TrunkMounting) -> Bool {
    a.front == b.front && a.confidence == b.confidence && a.isDeclared == b.isDeclared
      && a.supportForDeclared == b.supportForDeclared
  }
}

/// Finds the wearer's front from the way the trunk moves.
///
/// Walking backward is, to a good approximation, walking forward with time running backward. A relation between
/// signals that does not change when time is reversed therefore holds in both directions of walking, and one that
/// changes sign when the sensor is turned half round tells front from back whichever way the person walks. There are
/// two such relations:
/// - **The lever.** A sensor on the back sits behind the axis about which the pelvis turns. When the pelvis turns to
///   the left and is slowed down there, the sensor swings to the right and is pushed to the left: the acceleration to
///   the left is in phase with the angle of rotation to the left. This is the kinematics of a rigid body and holds in
///   every harmonic of the stride; the coherence is averaged over harmonics so that no single one decides.
/// - **The tilt.** The skin over the lumbar spine and sacrum faces backward and a little upward, so the sensor's axis
///   next to the front usually points downward.
///
/// The line of progression itself is sharper in the surge and heave of the steps: see `TravelDirectionClassifier`.
package struct TrunkMountingFinder: Sendable, Equatable, Codable {
  /// Weight of each harmonic in the mean coherence: sway and rotation at stride and step frequency are the best
  /// above noise, the others are less bound to the way a person walks.
  package var harmonicWeights: [Double] = [3, 2, 1, 1, 1, 1, 1, 1]
  /// Log-odds for a coherence of 1. Over 39 recordings of 15 people, 3 of them with backward walking, the mean
  /// coherence was 0.21 to 0.85, never negative.
  package var coherenceWeight = 12.0
  /// With this many strides the coherence counts half.
  package var halfWeightStrides = 2.0
  /// Log-odds for each degree by which the front axis points downward, and the most the tilt may contribute. In
  /// 9 people the tilt was 11 ± 9°.
  package var tiltWeight = 0.1
  package var largestTilt = 2.0
  /// Cosines of the largest angles between left and up and the sensor's axes next to them for a sensor that is
  /// mounted along the body: 16° and 32°.
  package var alignedCosine = 0.96
  package var uprightCosine = 0.85
  /// Log-odds for the front being x in a sensor with z upward: the convention of body axes, in which processed
  /// files are written.
  package var conventionWeight = 1.4
  /// Cosine of the largest angle from vertical of a z axis that counts as upward: 14°.
  package var conventionCosine = 0.97
  /// The line of progression is taken from the lever alone where it is across the one from the steps (sidesteps):
  /// a cosine below the first with a coherence above the second.
  package var acrossCosine = 0.35
  package var acrossCoherence = 0.4

  package init() {}

  /// - Parameters:
  ///   - motions: The walking sequences of a recording.
  ///   - declared: The front in the sensor's axes, if the user declared it.
  /// - Returns: `nil` if there are no strides.
  package func mounting(of motions: [TrunkMotion], declared: Vector3? = nil) -> TrunkMounting? {
    guard let first = motions.first else { return nil }
    var lever = LeverEvidence()
    var (q11, q12, q22) = (0.0, 0.0, 0.0)
    for motion in motions {
      lever += motion.lever
      for stride in motion.strides {
        let travel = stride.travel
        q11 += travel.first * travel.first
        q12 += travel.first * travel.second
        q22 += travel.second * travel.second
      }
    }
    guard lever.strides > 0 else { return nil }

    // The line of progression: the direction in which the travel vectors are longest.
    let angle = 0.5 * atan2(2 * q12, q11 - q22)
    var front = (first: cos(angle), second: sin(angle))
    let leverLeft = meanLeft(lever)
    let strength = (leverLeft.first * leverLeft.first + leverLeft.second * leverLeft.second).squareRoot()
    // Front is to the right of left.
    let leverFront = (first: leverLeft.second, second: -leverLeft.first)
    let along = abs(front.first * leverFront.first + front.second * leverFront.second)
    if strength > acrossCoherence && along < acrossCosine * strength {
      front = (leverFront.first / strength, leverFront.second / strength)
    }

    if let declared, let horizontal = declared.perpendicular(to: first.up).normalized {
      let axis = (first: horizontal.dot(first.first), second: horizontal.dot(first.second))
      return TrunkMounting(
        front: axis, confidence: 1, isDeclared: true,
        supportForDeclared: probability(logOdds(of: axis, lever: lever, in: first)))
    }
    let odds = logOdds(of: front, lever: lever, in: first)
    return TrunkMounting(
      front: odds < 0 ? (-front.first, -front.second) : front, confidence: probability(abs(odds)), isDeclared: false,
      supportForDeclared: nil)
  }

  private func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// Log-odds that `front` is the front and not the back.
  private func logOdds(
    of front: (first: Double, second: Double), lever: LeverEvidence, in motion: TrunkMotion
  ) -> Double {
    let strides = Double(lever.strides)
    let coherence = coherence(of: lever, left: (-front.second, front.first))
    var odds = coherenceWeight * coherence * strides / (strides + halfWeightStrides)

    let vector = motion.first * front.first + motion.second * front.second
    // The tilt says something only of a sensor whose sides are along the body's: left is along one of its axes.
    let side = nearestAxis(to: motion.up.cross(vector))
    let axis = nearestAxis(to: vector)
    if side.share > alignedCosine, nearestAxis(to: motion.up).share > uprightCosine {
      let tilt = -asin(min(max(axis.vector.dot(motion.up), -1), 1)) * 180 / Double.pi
      odds += min(max(tiltWeight * tilt, -largestTilt), largestTilt)
    }
    if motion.up.z > conventionCosine {
      odds += vector.x > 0 ? conventionWeight : -conventionWeight
    }
    return odds
  }

  /// The sensor's axis closest to the unit vector `vector`, and the cosine of the angle between them.
  private func nearestAxis(to vector: Vector3) -> (vector: Vector3, share: Double) {
    SensorAxis.allCases.map { ($0.vector, $0.vector.dot(vector)) }.max { $0.1 < $1.1 } ?? (.zero, 0)
  }

  /// Mean coherence of the acceleration along `left` with the rotation about the vertical.
  private func coherence(of lever: LeverEvidence, left: (first: Double, second: Double)) -> Double {
    mean(over: lever) { sums in
      let product = left.first * sums.firstTimesYaw + left.second * sums.secondTimesYaw
      let square =
        left.first * left.first * sums.firstSquared + left.second * left.second * sums.secondSquared
        + 2 * left.first * left.second * sums.firstTimesSecond
      let scale = (square * sums.yawSquared).squareRoot()
      return scale > 0 ? product / scale : 0
    }
  }

  /// Where left is by the lever alone, as long as the coherence is strong.
  private func meanLeft(_ lever: LeverEvidence) -> (first: Double, second: Double) {
    func component(_ product: (LeverEvidence.Harmonic) -> Double) -> Double {
      mean(over: lever) { sums in
        let scale = ((sums.firstSquared + sums.secondSquared) * sums.yawSquared).squareRoot()
        return scale > 0 ? product(sums) / scale : 0
      }
    }
    return (component(\.firstTimesYaw), component(\.secondTimesYaw))
  }

  private func mean(over lever: LeverEvidence, _ value: (LeverEvidence.Harmonic) -> Double) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for (weight, harmonic) in zip(harmonicWeights, lever.harmonics) {
      sum += weight * value(harmonic)
      weights += weight
    }
    return weights > 0 ? sum / weights : 0
  }
}

extension StrideMotion {
  /// A horizontal vector that points in the direction in which the body travels.
  ///
  /// In every step the body is slowed down while it rises over the leg and sped up while it falls: the acceleration
  /// in the direction of travel runs ahead of the upward acceleration by about a third of a step. The component that
  /// is a quarter of a step ahead of the upward acceleration is positive in the direction of travel, forward and
  /// backward; sway, which repeats with every stride and not with every step, does not enter.
  package var travel: (first: Double, second: Double) {
    ((surge.first * heave.conjugate).imaginary, (surge.second * heave.conjugate).imaginary)
  }
}
