import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which way the wearer's front is, seen from a sensor on the trunk.
package struct TrunkMounting: Sendable, Equatable {
  /// The front as components along the two horizontal axes of the motions it was found from.
  package var front: (first: Double, second: Double)
  /// Probability that front is front and not back.
  package var confidence: Double
  /// Probability that the line of progression is front to back and not from side to side; 1 where it was declared.
  package var lineConfidence = 1.0
  /// Whether it was declared rather than found.
  package var isDeclared: Bool
  /// Whether the sensor sits at the front of the waist rather than on the lower back.
  package var isInFront = false
  /// Whether everything speaks against a back-worn sensor but a walk that is backward throughout.
  package var isAmbiguous = false

  package var left: (first: Double, second: Double) { (-front.second, front.first) }

  package static func == (a: TrunkMounting, b: TrunkMounting) -> Bool {
    a.front == b.front && a.confidence == b.confidence && a.lineConfidence == b.lineConfidence
      && a.isDeclared == b.isDeclared && a.isInFront == b.isInFront
      && a.isAmbiguous == b.isAmbiguous
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
///   every harmonic of the stride; the coherence is averaged over harmonics so that no single one decides. In front of
///   the axis the sign is the other one.
/// - **The tilt.** The skin over the lumbar spine and sacrum faces backward and a little upward, so the sensor's axis
///   next to the front usually points downward.
///
/// The lever thus tells on which side of the pelvis the sensor is, and the front only if it is known whether that is
/// the back or the belly: a sensor at the front of the waist of a person who walks forward moves like one on the back
/// of a person who walks backward. So the two places and the two ways round are weighed together, by where the sensor
/// is said to be, by a declared front, by the lever and the tilt, and by how rarely people walk backward throughout.
///
/// The line of progression itself is sharper in the surge and heave of the steps: see `TravelDirectionClassifier`.
package struct TrunkMountingFinder: Sendable, Equatable, Codable {
  /// Weight of each harmonic in the mean coherence: sway and rotation at stride and step frequency are the best
  /// above noise, the others are less bound to the way a person walks.
  package var harmonicWeights: [Double] = [3, 2, 1, 1, 1, 1, 1, 1]
  /// Log-odds for a coherence of 1. Over 39 recordings of 15 people, 3 of them with backward walking, the mean
  /// coherence was 0.21 to 0.85, never negative.
  package var coherenceWeight = 12.0
  /// Number of strides with which the coherence counts half: few strides agree by chance.
  package var halfWeightStrides = 2.0
  /// Log-odds of the front for each degree by which the front axis points downward. In 9 people the tilt was 11 ± 9°.
  package var tiltWeight = 0.1
  /// Largest log-odds of the front from the tilt, in either direction.
  package var largestTilt = 2.0
  /// Cosine of the largest angle between left and the sensor's nearest axis for a sensor that is mounted along the body
  /// (16°).
  package var alignedCosine = 0.96
  /// Cosine of the largest angle between up and the sensor's nearest axis for a sensor that is mounted along the body
  /// (32°).
  package var uprightCosine = 0.85
  /// Log-odds for the front being x in a sensor with z upward: the convention of body axes, in which processed
  /// files are written.
  package var conventionWeight = 1.4
  /// Cosine of the largest angle from vertical of a z axis that counts as upward: 14°.
  package var conventionCosine = 0.97
  /// Cosine of the angle between the lines of progression from lever and steps, below which the lever's is taken: they
  /// are across each other in sidesteps.
  package var acrossCosine = 0.35
  /// Coherence of the lever above which its line of progression may be taken instead of that from the steps.
  package var acrossCoherence = 0.4
  /// Probability that a sensor named after the lower back is worn at the front of the waist, as phones and belts are.
  /// It is an assumption: nothing here measures how often that happens.
  package var unsaidFront = 0.13
  /// Probability that a sensor named after the front of the waist is worn there. It is an assumption: nothing here
  /// measures how often a place is misnamed.
  package var saidFront = 0.97
  /// How many times rarer a recording is backward throughout than forward throughout. With `unsaidFront` such a
  /// recording is about as rare as a sensor whose place was misnamed, so that its directions are relative to each other.
  package var rareBackward = 5.0
  /// Probability that a declared front is right: enough to outweigh together how rarely people walk backward throughout
  /// and how rarely a place is misnamed.
  package var declaredFront = 0.99
  /// Log-odds that the line is from side to side, at a limp of 1 with as much of the lever along the line as across it.
  /// In two recordings of sidesteps the log-odds are 0.5 and 1.4, in 80 of walking below −1 except for two people who
  /// limp strongly.
  package var limpOdds = 2.3
  /// Log-odds that the line is from side to side for each unit of the limp's logarithm: in sidesteps one foot leads and
  /// the other follows, so that the surge differs from step to step.
  package var limpWeight = 2.5
  /// Log-odds that the line is from side to side for the share by which the lever lies along the line rather than
  /// across it: in sidesteps the pelvis turns to and fro along the way.
  package var alongWeight = 3.0
  /// Log-odds that are added on a treadmill to those of walking sideways: there people rarely do.
  package var treadmillOdds = -3.0
  /// Log-odds above which the lever shows the side of the pelvis surely (odds of nine to one).
  package var sureLever = 2.2
  /// Probability above which a stride is counted as forward or backward: that from which strides enter means.
  package var sureDirection = Stride.leastConfidence
  /// Strides that are added to both counts, so that one or two are not a recording backward throughout.
  package var fewStrides = 0.3

  package init() {}

  /// - Parameters:
  ///   - motions: The walking sequences of a recording.
  ///   - placement: Where the sensor is said to be.
  ///   - declared: The front in the sensor's axes, if the user declared it.
  ///   - surface: What the person walked on.
  ///   - travel: Tells directions once the front is known.
  /// - Returns: `nil` if there are no strides.
  package func mounting(
    of motions: [TrunkMotion], placement: Placement = .lowerBack, declared: Vector3? = nil,
    surface: Surface? = nil, travel: TravelDirectionClassifier = TravelDirectionClassifier()
  ) -> TrunkMounting? {
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

    var isDeclared = false
    if let declared, let horizontal = declared.perpendicular(to: first.up).normalized {
      front = (first: horizontal.dot(first.first), second: horizontal.dot(first.second))
      isDeclared = true
    }
    let mixture = directionOdds(of: motions, front: front, travel: travel)
    let (side, tilt) = (leverOdds(of: front, lever: lever), tiltOdds(of: front, in: first))
    // Where the lever is sure of the side of the pelvis, neither the convention nor a tilt that fits a sensor on the back
    // tells the back from the belly.
    let undecided = max(0, 1 - abs(side) / sureLever)
    let convention = undecided * conventionOdds(of: front, in: first)
    let said = placement == .waistFront ? saidFront : unsaidFront
    // Logarithms of the probabilities that `front` is the front, or the back, of a sensor behind or before the axis.
    let way = (mixture + convention + (isDeclared ? log(declaredFront / (1 - declaredFront)) : 0)) / 2
    let frontBehind = log(1 - said) + way + (side + (tilt > 0 ? undecided : 1) * tilt) / 2
    let frontBefore = log(said) + way - side / 2
    let backBehind = log(1 - said) - way - (side + (tilt < 0 ? undecided : 1) * tilt) / 2
    let backBefore = log(said) - way + side / 2
    let odds = sum(frontBehind, frontBefore) - sum(backBehind, backBefore)
    let isAmbiguous = abs(side) > sureLever && abs(odds) < sureLever
    // The place as it is said, where the signals tell the side of the pelvis but leave both ways round about as likely.
    let oddsAsSaid = placement == .waistFront ? frontBefore - backBefore : frontBehind - backBehind
    let isTurned = !isDeclared && (isAmbiguous ? oddsAsSaid : odds) < 0
    let (behind, before) = isTurned ? (backBehind, backBefore) : (frontBehind, frontBefore)
    return TrunkMounting(
      front: isTurned ? (-front.first, -front.second) : front,
      confidence: isDeclared ? probability(odds) : max(0.5, probability(isTurned ? -odds : odds)),
      lineConfidence: isDeclared
        ? 1
        : probability(
          -sidewaysOdds(of: motions, front: front, leverLeft: leverLeft)
            - (surface == .treadmill ? treadmillOdds : 0)),
      isDeclared: isDeclared,
      isInFront: before > behind, isAmbiguous: isAmbiguous)
  }

  /// Log-odds that the person walks along the line of `front` sideways.
  private func sidewaysOdds(
    of motions: [TrunkMotion], front: (first: Double, second: Double), leverLeft: (first: Double, second: Double)
  ) -> Double {
    func along(_ phasors: (first: Phasor, second: Phasor)) -> Phasor {
      phasors.first * front.first + phasors.second * front.second
    }
    var (uneven, pairs, even, strides) = (0.0, 0, 0.0, 0)
    for motion in motions {
      let odd = motion.strides.map { along($0.sway) }
      // What repeats from one stride to the next of the same foot.
      for (a, b) in zip(odd, odd.dropFirst(2)) { uneven += (a * b.conjugate).real }
      pairs += max(0, odd.count - 2)
      even += motion.strides.reduce(0) { $0 + along($1.surge).amplitude }
      strides += odd.count
    }
    guard uneven > 0, pairs > 0, even > 0 else { return -.infinity }
    let limp = (uneven / Double(pairs)).squareRoot() / (even / Double(strides))
    let along = abs(leverLeft.first * front.first + leverLeft.second * front.second)
    let across = abs(leverLeft.second * front.first - leverLeft.first * front.second)
    let share = along + across > 0 ? (along - across) / (along + across) : 0
    return limpOdds + limpWeight * log(limp) + alongWeight * share
  }

  /// The logarithm of the sum of two probabilities whose logarithms are given.
  private func sum(_ a: Double, _ b: Double) -> Double { max(a, b) + log(1 + exp(-abs(a - b))) }

  /// Log-odds, from how rarely people walk backward throughout, that `front` is the front and not the back.
  private func directionOdds(
    of motions: [TrunkMotion], front: (first: Double, second: Double), travel: TravelDirectionClassifier
  ) -> Double {
    let assumed = TrunkMounting(front: front, confidence: 1, isDeclared: false)
    var (forward, backward) = (fewStrides, fewStrides)
    for direction in motions.flatMap({ travel.directions(of: $0, mounting: assumed) })
    where direction.confidence > sureDirection {
      if direction.direction == .forward { forward += 1 }
      if direction.direction == .backward { backward += 1 }
    }
    return log(min(max(forward / backward, 1 / rareBackward), rareBackward))
  }

  private func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// Log-odds that `front` is the front and not the back of a sensor behind the axis of the pelvis, from the lever.
  private func leverOdds(of front: (first: Double, second: Double), lever: LeverEvidence) -> Double {
    let strides = Double(lever.strides)
    let coherence = coherence(of: lever, left: (-front.second, front.first))
    return coherenceWeight * coherence * strides / (strides + halfWeightStrides)
  }

  /// The same from the tilt of a sensor on the lower back.
  private func tiltOdds(of front: (first: Double, second: Double), in motion: TrunkMotion) -> Double {
    let vector = motion.first * front.first + motion.second * front.second
    // The tilt says something only of a sensor whose sides are along the body's: left is along one of its axes.
    let side = nearestAxis(to: motion.up.cross(vector))
    let axis = nearestAxis(to: vector)
    guard side.share > alignedCosine, nearestAxis(to: motion.up).share > uprightCosine else { return 0 }
    let tilt = -asin(min(max(axis.vector.dot(motion.up), -1), 1)) * 180 / Double.pi
    return min(max(tiltWeight * tilt, -largestTilt), largestTilt)
  }

  /// Log-odds that `front` is the front and not the back, from the convention of body axes.
  private func conventionOdds(of front: (first: Double, second: Double), in motion: TrunkMotion) -> Double {
    guard motion.up.z > conventionCosine else { return 0 }
    let vector = motion.first * front.first + motion.second * front.second
    return vector.x > 0 ? conventionWeight : -conventionWeight
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
