import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The direction of a step, seen from the trunk.
package struct TravelDirection: Sendable, Equatable {
  package var direction: Direction
  /// Probability that `direction` is right, if the front is where it is taken to be.
  package var confidence: Double
  /// How well the surge of the trunk in this step agrees with walking in `direction`, whatever the steps around are: 1
  /// if perfectly, 0 by chance, negative if it agrees better with walking the other way.
  package var agreement: Double
}

/// Tells which way the body travels in each step.
///
/// Two relations in the surge of the trunk change sign between forward and backward walking, because time runs the
/// other way:
/// - the surge at step frequency runs ahead of the heave (`StrideMotion.travel`);
/// - the surge has the shape of a saw: at each step the body is slowed down abruptly and sped up gradually, so its
///   second harmonic has a fixed phase to the first.
///
/// Each gives a number between −1 and 1 per stride; their weighted sum is evidence for a two-state process. Sidesteps
/// show in the direction of the travel vector over a few strides.
package struct TravelDirectionClassifier: Sendable, Equatable, Codable {
  /// Log-odds of a stride for perfect agreement with forward walking in the phase of surge and heave. It was right in
  /// 99 % of 532 forward strides of 15 people, and in all of 22 backward strides of 2 people.
  package var phaseWeight = 3.0
  /// Log-odds of a stride for perfect agreement with forward walking in the shape of the surge. It was right in 96 % of
  /// 532 forward strides of 15 people, and in 20 of 22 backward strides of 2 people.
  package var shapeWeight = 2.0
  /// Amplitude of the upward acceleration at step frequency above which a person runs, in m/s²: forces of the feet that
  /// rise and fall once in a step and only just follow each other (half sines) have two thirds of gravity. A runner's
  /// trunk is lowest and slowest at the same time, a walker's lowest and fastest (Cavagna, Heglund & Taylor 1977, doi
  /// 10.1152/ajpregu.1977.233.5.R243), so that surge and heave show nothing, or the contrary. In 49 walks the median
  /// amplitude was 0.5 to 4.2.
  package var runningHeave = 2.0 / 3 * 9.81
  /// Agreement with walking, forward or backward, up to which a stride is not evidence of its direction. On stairs and
  /// in shuffles the phase and the shape of the surge contradict each other, stride after stride in the same way, so
  /// that their sum would be sure of what no stride shows.
  package var noEvidence = 0.3
  /// Surge as a share of the heave, both at step frequency, up to which a stride is not evidence of its direction. On
  /// the level the share was 0.4 to 1.6 in 90 % of strides, on stairs 0.2 to 0.5: there the legs lift and lower the
  /// trunk.
  package var leastSurge = 0.2
  /// Surge as a share of the heave, both at step frequency, from which a stride is whole evidence of its direction. On
  /// the level the pendulum ties the two together: the share was 0.4 to 1.6 in 90 % of strides.
  package var fullSurge = 0.5
  /// Share of the way from `leastSurge` to `fullSurge` above which a walk may be sideways: on stairs the surge points
  /// anywhere.
  package var levelSurge = 0.6
  /// Share of the strides of a recording, with a surge of at most `levelSurge`, from which a warning names stairs. On
  /// six flights of stairs it was 0.36 to 0.82; on the level 0 in the median of 38 walks and at most 0.1, except for
  /// one person after a stroke on a treadmill.
  package var unlevelShare = 0.25
  /// Fewest strides with a surge of at most `levelSurge` from which a warning names stairs.
  package var fewestUnlevel = 8
  /// Strides on each side whose surge shows, with a stride's own, whether the walk is on the level: steps on stairs go
  /// on.
  package var levelNeighbors = 5
  /// Agreement of a walk with itself from stride to stride (`WalkingCheck.agreement`) from which its strides are whole
  /// evidence: what does not repeat itself is not the pendulum's.
  package var fullRepetition = 0.5
  /// Strides on each side with which the evidence of a stride is compared: where it points now forward and now
  /// backward, none of it counts for much. What counts is the square of their sum as a share of the sum of their
  /// amounts.
  package var consistencyNeighbors = 2
  /// Fewest strides of which the repetition is judged: three pairs that do not overlap.
  package var fewestStrides = 5
  /// Share of the evidence that counts in a stride one of whose steps was not seen but put where it is missing: if it
  /// was not missing, the phases are those of another movement.
  package var unseenStepWeight = 0.25
  /// Probability that the direction changes from one step to the next: once in a hundred steps.
  package var change = 0.01
  /// Strides on each side over which the travel vector is summed for sidesteps.
  package var neighbors = 3
  /// A walk is sideways where the sum points between this angle and its supplement off the front, in rad: 60°,
  /// because the front is known to 15°.
  package var sidewaysAngle = Double.pi / 3
  /// Share of the lengths of the vectors that their sum must keep to be a direction.
  package var agreement = 0.5
  /// Confidence in a direction that is sideways: seen in two recordings only, so that it enters no mean.
  package var sidewaysConfidence = 0.58

  package init() {}

  /// The direction of each step of a sequence.
  package func directions(of motion: TrunkMotion, mounting: TrunkMounting) -> [TravelDirection] {
    let (front, left) = (mounting.front, mounting.left)
    guard !motion.strides.isEmpty else { return [] }
    // The first and the last step have no stride around them: they go as their neighbors.
    let byStride = motion.strides.map { evidence(of: $0, front: front) }
    let repetition =
      motion.strides.count < fewestStrides
      ? 1 : min(max(WalkingCheck().agreement(of: motion) / fullRepetition, 0), 1)
    let surgeShares = motion.strides.map { surgeShare(of: $0) }
    let strideOdds = byStride.enumerated().map { k, evidence -> Double in
      let isSeen = motion.sequence.drops[k...k + 2].allSatisfy { $0 > 0 }
      let isNearRunning = around(k, neighbors, of: motion.strides).contains { isRunning($0) }
      guard !isNearRunning else { return 0 }
      let least = noEvidence * (phaseWeight + shapeWeight)
      let clear = evidence > 0 ? max(0, evidence - least) : min(0, evidence + least)
      let consistency = consistency(of: around(k, consistencyNeighbors, of: byStride))
      let near = around(k, levelNeighbors, of: surgeShares)
      let level = near.reduce(0, +) / Double(near.count)
      return clear / (1 - noEvidence) * surgeShares[k] * level * repetition * consistency * consistency
        * (isSeen ? 1 : unseenStepWeight)
    }
    let odds = [0] + strideOdds + [0]
    let forward = TwoStateSmoother(change: self.change).probabilities(logOdds: odds)
    let isLevel = surgeShares.map { $0 > levelSurge }
    let travel = motion.strides.map { stride -> (along: Double, across: Double) in
      let t = stride.travel
      return (t.first * front.first + t.second * front.second, t.first * left.first + t.second * left.second)
    }
    return forward.indices.map { k in
      let stride = min(max(k - 1, 0), travel.count - 1)
      if isLevel[stride], isSideways(around(stride, neighbors, of: travel)) {
        return TravelDirection(
          direction: .sideways, confidence: 0.5 + (sidewaysConfidence - 0.5) * repetition, agreement: 0)
      }
      let agreement = agreement(ofStep: k, byStride)
      return forward[k] >= 0.5
        ? TravelDirection(direction: .forward, confidence: forward[k], agreement: agreement)
        : TravelDirection(direction: .backward, confidence: 1 - forward[k], agreement: -agreement)
    }
  }

  /// How many of the strides of `motions` are not those of walking on the level, or `nil` if too few for the user to be
  /// told; runners are another matter.
  package func unlevelStrides(of motions: [TrunkMotion]) -> Int? {
    let walked = motions.flatMap(\.strides).filter { !isRunning($0) }
    let count = walked.count { surgeShare(of: $0) <= levelSurge }
    return count >= fewestUnlevel && Double(count) >= unlevelShare * Double(walked.count) ? count : nil
  }

  /// Agreement with walking forward, from −1 to 1: the mean over the strides that the swing up to step `k` is in.
  private func agreement(ofStep k: Int, _ evidence: [Double]) -> Double {
    let last = min(max(k - 1, 0), evidence.count - 1)
    let first = min(max(k - 2, 0), last)
    let mean = evidence[first...last].reduce(0, +) / Double(last - first + 1)
    return mean / (phaseWeight + shapeWeight)
  }

  /// How much of the evidence counts in a stride by the size of its surge, 0 to 1.
  private func surgeShare(of stride: StrideMotion) -> Double {
    let surge = (stride.surge.first.squaredAmplitude + stride.surge.second.squaredAmplitude).squareRoot()
    let share = surge / max(stride.heave.amplitude, .leastNormalMagnitude)
    return min(max((share - leastSurge) / (fullSurge - leastSurge), 0), 1)
  }

  /// The elements up to `reach` before and after element `k`.
  private func around<Element>(_ k: Int, _ reach: Int, of elements: [Element]) -> ArraySlice<Element> {
    elements[max(0, k - reach)..<min(elements.count, k + reach + 1)]
  }

  /// How far `evidence` points the same way, 0 to 1.
  private func consistency(of evidence: ArraySlice<Double>) -> Double {
    let amounts = evidence.reduce(0) { $0 + abs($1) }
    return amounts > 0 ? abs(evidence.reduce(0, +)) / amounts : 0
  }

  private func isRunning(_ stride: StrideMotion) -> Bool { stride.heave.amplitude >= runningHeave }

  private func evidence(of stride: StrideMotion, front: (first: Double, second: Double)) -> Double {
    guard !isRunning(stride) else { return 0 }
    let surge = stride.surge.first * front.first + stride.surge.second * front.second
    let doubled = stride.surgeDoubled.first * front.first + stride.surgeDoubled.second * front.second
    let phase = sine(of: surge, against: stride.heave)
    let shape = -sine(of: doubled, against: surge * surge)
    return phaseWeight * phase + shapeWeight * shape
  }

  /// Sine of the angle by which `a` runs ahead of `b`.
  private func sine(of a: Phasor, against b: Phasor) -> Double {
    let scale = a.amplitude * b.amplitude
    return scale > 0 ? (a * b.conjugate).imaginary / scale : 0
  }

  private func isSideways(_ travel: ArraySlice<(along: Double, across: Double)>) -> Bool {
    var (along, across, lengths) = (0.0, 0.0, 0.0)
    for t in travel {
      along += t.along
      across += t.across
      lengths += (t.along * t.along + t.across * t.across).squareRoot()
    }
    let length = (along * along + across * across).squareRoot()
    guard length > self.agreement * lengths else { return false }
    return abs(along) < length * cos(sidewaysAngle)
  }
}
