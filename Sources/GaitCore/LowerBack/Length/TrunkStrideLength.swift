import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates the length of the stride that ends with each step from the motion of the trunk.
///
/// On a treadmill of known speed the length is that times the duration. Elsewhere, two things grow with the length of a
/// stride: the change of speed within each step and the vertical acceleration. For an inverted pendulum of leg length l
/// and stride duration T they grow as `L·T·g/l` and `L²/(l·T²)`, so that the square root of the first times the fourth
/// root of the second is `L` whatever the duration (Zijlstra & Hof 2003, doi 10.1016/S0966-6362(02)00190-X, use the
/// second alone). A stride that is a tenth longer thus reads a tenth longer. Among exponents that keep that proportion
/// these are off least in sets of recordings that are left out of the factor.
///
/// That is what the trunk goes in two steps; `TrunkProgress` tells from it what a foot goes in one.
///
/// The factor comes from straight forward walking of 24 people (motion capture, a walkway on a treadmill, pressure
/// insoles, and sensors on both feet, six of them after a stroke), each person counted alike. Leaving out one set of
/// recordings at a time, the mean length of a person is off by 11 % (standard deviation), and more strides do not
/// shrink that: it is the person's. Neither rotation of the pelvis, duration, sway, asymmetry nor walk ratio makes a
/// set that was left out better. A known distance or the speed of a belt takes the person's share away.
package struct TrunkStrideLength: Sendable, Equatable, Codable {
  /// Length in m for a change of speed of 1 m/s and a vertical acceleration of 1 m/s²: 2.04 with each person counted
  /// alike, 2.02 with each set, 1.9 in people after a stroke.
  package var factor = 2.0
  /// Exponent of the change of speed: the pendulum's own, ½.
  package var speedExponent = 0.5
  /// Exponent of the vertical acceleration: the pendulum's own, ¼.
  package var accelerationExponent = 0.25
  /// Share, as a logarithm, by which the model of forward walking is too long in backward walking: 0.22, 0.27 and -0.03
  /// in three people, drawn toward nothing because persons differ by as much (0.16).
  package var backwardExcess = 0.1
  /// Height in m of the people in the fit, at which height changes nothing: the mean of those who are known.
  package var meanHeight = 1.69
  /// Exponent of height by `meanHeight`. The pendulum leaves 0.75 for it; in the nine people of known height none of it
  /// is as good, so that most is drawn toward nothing.
  package var heightExponent = 0.25
  /// Standard deviation of the logarithm of what all forward strides of a person have in common: 0.11 over 24 people,
  /// each in a set of recordings that was left out.
  package var personDeviation = 0.12
  /// Standard deviation of the logarithm of what all backward strides of a person have in common, from three people,
  /// each in a set of recordings that was left out.
  package var backwardPersonDeviation = 0.22
  /// Standard deviation of the logarithm of what all strides of a person have in common where a walked distance is
  /// known: what is left between walks of a person at two speeds.
  package var knownDistanceDeviation = 0.05
  /// Standard deviation of the logarithm of single strides of a person, in straight walking overground.
  package var strideDeviation = 0.08
  /// Standard deviation of the logarithm of single strides on a treadmill of known speed, where strides wander on the
  /// belt.
  package var beltDeviation = 0.04
  /// Error in m that is added to every stride: noise and tilt make up a change of speed where there is hardly any.
  package var shortDeviation = 0.08
  /// Standard deviation of the logarithm that is added for each unit of the surge at stride frequency by that at step
  /// frequency. In a strong limp the pendulum does not move the latter: in a person who dragged one foot by 0.25 m the
  /// ratio was 1.4, and lengths were twice too long; in 20 others it was 0.04 to 0.3 and in two after a stroke 0.5 and
  /// 1.1.
  package var limpDeviation = 0.35
  /// Standard deviation of the logarithm that is added for each 90° of turn: one foot goes farther than the trunk and
  /// the other less far.
  package var turningDeviation = 0.30
  /// Standard deviation of the logarithm that is added for a first swing, whose length follows from the next step only.
  package var firstDeviation = 0.15
  /// Error in m that is added to a stride within two steps of standing. The root mean square error of 19 such strides
  /// of six people, whose last ones bring the feet together by 0.1 to 0.6 m, was 0.14, of which the other terms explain
  /// a little.
  package var standingDeviation = 0.13
  /// Error in m that is added to a stride within two steps of other movement. The root mean square error of 11 such
  /// strides of three people was 0.27, while walks were taken to go on there.
  package var otherMovementDeviation = 0.2
  /// Standard deviation of the logarithm that is added for each second that a stride takes longer than `usualDuration`:
  /// people who hesitate do not follow the pendulum.
  package var slowDeviation = 0.5
  /// Longest duration in s of a stride that is not slow: 86 steps per minute.
  package var usualDuration = 1.4
  /// Share of the standard deviation of the logarithm of the lengths around a stride that is added to its own: in an
  /// uneven walk a single stride is less sure. Errors grew from 0.08 in even walks to 0.3 where that deviation was 0.3
  /// to 0.5.
  package var scatterShare = 0.3
  /// Steps on each side of a stride over which the scatter of lengths is taken.
  package var scatterNeighbors = 3
  /// Length in m that shorter strides count as in the scatter: its logarithm has no limit below.
  package var shortestLength = 0.05
  /// Length by the belt, as a multiple of that by the trunk, above which the belt did not run at the given speed. In
  /// the median it is six standard deviations of a forward stride's logarithm, three of a backward one's, and less than
  /// miles (2.2) or kilometers (3.6) per hour given as meters per second.
  package var largestBeltShare = 1.8
  /// Standard deviations of a person up to which a known distance may differ from that by the trunk; beyond, it is not
  /// the distance of the steps that were found.
  package var largestDistanceError = 4.0

  /// Agreement with walking (`TravelDirection.agreement`) below which a stride has no length. Of 403 strides 31 were
  /// below, as a rule turns on the spot and shuffles. Their lengths would have been off by 19 cm, more than those of
  /// people who are all taken to have the same (14.5 cm); those above were by 10 cm.
  package var leastAgreement = 0.3
  /// Standard deviation of the logarithm that is added for each unit that the agreement with walking is below 1.
  package var disagreementDeviation = 0.15

  /// Way of the trunk in each step, from its way in every two.
  package var progress = TrunkProgress()

  package init() {}

  /// The speed of the belt that lengths follow from, in m/s, where the recording says it.
  package func beltSpeed(_ details: RecordingDetails) -> Double? {
    guard details.surface == .treadmill, let speed = details.beltSpeed, speed > 0 else { return nil }
    return speed
  }

  /// Length in meters of the stride that ends with each step of `motion`, on a belt. The first two are taken to be as
  /// long as the third.
  package func lengths(of motion: TrunkMotion, beltSpeed: Double) -> [Double] {
    let lengths = motion.strides.map { beltSpeed * $0.duration }
    return lengths.prefix(1) + lengths.prefix(1) + lengths
  }

  /// Whether strides on a belt of the speed `beltSpeed` would be far longer than the trunk's motion tells.
  ///
  /// - Parameter estimates: Of the stride that ends with each step of each motion, by the motion of the trunk.
  package func contradicts(_ estimates: [[Double]], beltSpeed: Double, in motions: [TrunkMotion]) -> Bool {
    let shares = zip(motions, estimates).flatMap { motion, lengths in
      zip(motion.strides, lengths.dropFirst(2)).map { beltSpeed * $0.duration / max($1, .leastNormalMagnitude) }
    }
    return (median(of: shares) ?? 1) > largestBeltShare
  }

  /// What all lengths must be multiplied by for the steps to go `distance` meters in all; `nil` where they cannot have.
  ///
  /// - Parameter estimates: Of the stride that ends with each step of each walk, by the motion of the trunk.
  package func scale(of estimates: [[Double]], toDistance distance: Double) -> Double? {
    // The trunk goes half a stride in each step.
    let estimated = estimates.joined().reduce(0, +) / 2
    guard estimated > 0, distance > 0 else { return nil }
    let scale = distance / estimated
    return abs(log(scale)) <= largestDistanceError * personDeviation ? scale : nil
  }

  /// Length in meters of the stride that ends with each step of `motion`, by the motion of the trunk.
  ///
  /// - Parameters:
  ///   - directions: Of each step of the motion's sequence, of which stride `k` ends with step `k + 2`.
  ///   - height: Of the person, in meters.
  package func lengths(
    of motion: TrunkMotion, directions: [TravelDirection], surroundings: WalkSurroundings, mounting: TrunkMounting,
    height: Double?
  ) -> [Double] {
    let front = mounting.front
    let scale = height.map { pow($0 / meanHeight, heightExponent) } ?? 1
    let sums = motion.strides.enumerated().map { k, stride -> Double in
      let surge = stride.surge.first * front.first + stride.surge.second * front.second
      // From least to most: twice the amplitude of the acceleration over its angular frequency.
      let speedChange = 2 * surge.amplitude * stride.duration / (4 * Double.pi)
      // If the front is not where it was taken to be, forward and backward change places.
      let backward = directions[k + 2].direction == .backward ? mounting.confidence : 1 - mounting.confidence
      return factor * scale * exp(-backwardExcess * backward) * chord(of: stride.turn)
        * pow(speedChange, speedExponent) * pow(stride.verticalRMS, accelerationExponent)
    }
    return progress.progress(
      sums: sums, turns: motion.strides.map(\.turn), directions: directions.map(\.direction), surroundings: surroundings
    ).map { 2 * $0 }
  }

  /// What a straight line between the ends of an arc is of its length: the trunk tells how far the body went along its
  /// way, a stride's length is the distance between two places of a foot.
  private func chord(of turn: Double) -> Double {
    let half = min(abs(turn), .pi) / 2
    return half > 0 ? sin(half) / half : 1
  }

  /// Interval in which the true length lies with a probability of 95 %, in meters.
  ///
  /// Errors are shares of the length, so the interval is even on a logarithmic scale.
  ///
  /// - Parameters:
  ///   - duration: Of the stride in seconds; `nil` for a first swing.
  ///   - shared: Standard deviation of the logarithm that all strides of the person have in common.
  ///   - scatter: As `scatter(of:around:)` tells it.
  ///   - limp: As `limp(of:mounting:)` tells it.
  ///   - ramp: As `rampDeviation(ofStep:of:_:)` tells it.
  package func interval(
    of length: Double, travel: TravelDirection, turn: Double?, duration: Double?, shared: Double, scatter: Double,
    limp: Double, ramp: Double
  ) -> ClosedRange<Double> {
    let divisor = max(length, shortestLength)
    let turning = turningDeviation * abs(turn ?? 0) / (.pi / 2)
    let timing = duration.map { slowDeviation * max(0, $0 - usualDuration) } ?? firstDeviation
    let deviation = [
      shared, strideDeviation, turning, timing, min(1, ramp / divisor), min(1, shortDeviation / divisor),
      scatterShare * scatter, limpDeviation * limp, disagreementDeviation * (1 - travel.agreement),
    ].reduce(0) { $0 + $1 * $1 }.squareRoot()
    return interval(of: length, deviation: deviation)
  }

  /// The same on a belt of known speed.
  package func beltInterval(of length: Double) -> ClosedRange<Double> { interval(of: length, deviation: beltDeviation) }

  private func interval(of length: Double, deviation: Double) -> ClosedRange<Double> {
    let reach = exp(1.96 * deviation)
    return length / reach...length * reach
  }

  /// The surge at stride frequency by that at step frequency, of the middle stride of a walk.
  package func limp(of motion: TrunkMotion, mounting: TrunkMounting) -> Double {
    let front = mounting.front
    func along(_ phasors: (first: Phasor, second: Phasor)) -> Double {
      (phasors.first * front.first + phasors.second * front.second).amplitude
    }
    return median(of: motion.strides.map { along($0.sway) / max(along($0.surge), .leastNormalMagnitude) }) ?? 0
  }

  /// Standard deviation in meters of what a walk of `count` steps begins and ends with.
  package func rampDeviation(ofStep step: Int, of count: Int, _ surroundings: WalkSurroundings) -> Double {
    func isNear(_ neighbor: WalkSurroundings.Neighbor) -> Bool {
      surroundings.isNear(neighbor, step: step, of: count, within: progress.stepsToSpeed)
    }
    return isNear(.otherMovement) ? otherMovementDeviation : isNear(.standing) ? standingDeviation : 0
  }

  /// Standard deviation of the logarithm of the lengths of the strides that end with the steps around `step`.
  package func scatter(of lengths: [Double], around step: Int) -> Double {
    let first = max(0, step - scatterNeighbors)
    let around = lengths[first..<min(lengths.count, step + scatterNeighbors + 1)]
    let logarithms = around.map { log(max($0, shortestLength)) }
    let count = Double(logarithms.count)
    guard count > 0 else { return 0 }
    let mean = logarithms.reduce(0, +) / count
    return (logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  }
}
