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
/// second alone). The exponents 0.3 and 0.35 keep that proportion (0.3 + 2 · 0.35 = 1): a stride that is a tenth longer
/// reads a tenth longer. Among exponents that do, they scatter least, between persons and within.
///
/// That is what the trunk goes in two steps; `TrunkProgress` tells from it what a foot goes in one.
///
/// The factor comes from straight forward walking of 15 adults (motion capture, a walkway on a treadmill, pressure
/// insoles, and sensors on both feet in 10 m walks), each person counted alike. Leaving out one person at a time,
/// straight forward strides are off by 0.09 m in the mean over persons, most of it the same for all strides of a person.
/// The rotation of the pelvis, the duration, the sway and the walk ratio do not make a person who was left out better.
package struct TrunkStrideLength: Sendable, Equatable, Codable {
  /// Metres for a change of speed of 1 m/s and an acceleration of 1 m/s².
  package var factor = 1.54
  package var speedExponent = 0.3
  package var accelerationExponent = 0.35
  /// Share, as a logarithm, by which the model of forward walking is too long in backward walking: 0.19 and 0.02 in two
  /// people, drawn towards nothing because persons differ by as much (0.08).
  package var backwardExcess = 0.08
  /// Height in metres of the people in the fit (the mean of the seven who are known), and the exponent of height: with
  /// the exponents above the pendulum leaves `l` to the power of 0.3 + 0.35. Over these seven people the logarithm of
  /// the length that is missing without it grows with 0.75 times that of the height.
  package var meanHeight = 1.69
  package var heightExponent = 0.65
  /// Standard deviations of a stride's logarithmic error, between and within persons: straight forward walking of
  /// persons who were left out; backward walking of two persons; and on a treadmill, where strides wander on the belt.
  package var forwardDeviation = 0.09
  package var backwardDeviation = 0.20
  package var beltDeviation = 0.04
  /// What is added for each 90° of turn, in which one foot goes farther than the trunk and the other less far, and
  /// for a first swing, of which only the next step tells.
  package var turningDeviation = 0.30
  package var firstDeviation = 0.15
  /// What is added to the error of a stride within two steps of standing, in m. The root mean square error of 19 such
  /// strides of six people, whose last ones bring the feet together by 0.1 to 0.6 m, was 0.14, of which the other
  /// terms explain a little.
  package var standingDeviation = 0.13
  /// The same where the walk comes out of other movement or goes over into it: the root mean square error of 11 such
  /// strides of three people was 0.27, while walks were taken to go on there.
  package var otherMovementDeviation = 0.2
  /// What is added for each second that a stride takes longer than a usual one: people who hesitate do not follow
  /// the pendulum.
  package var slowDeviation = 0.5
  package var usualDuration = 1.4
  /// Share that is added of the standard deviation of the logarithm of the lengths around a stride, over so many on each
  /// side: in an uneven walk a single stride is less sure. Errors grew from 0.08 in even walks to 0.3 where that
  /// deviation was 0.3 to 0.5.
  package var scatterShare = 0.3
  package var scatterNeighbours = 3
  /// Length below which strides count as of that length in the scatter, in m.
  package var shortestLength = 0.05
  /// A belt on which strides would in the median be longer than this many times what the trunk tells did not run at
  /// the given speed: six standard deviations of a forward stride's logarithm, three of a backward one's, and less than
  /// miles (2.2) or kilometres (3.6) per hour that were given as metres per second.
  package var largestBeltShare = 1.8

  /// Agreement with walking (`TravelDirection.agreement`) below which a stride has no length: what keeps the pendulum
  /// going is not seen. Of 403 strides 31 were below, in turns on the spot and shuffles as a rule; their lengths would
  /// have been off by 19 cm, more than those of people who are all taken to have the same (14.5 cm). Those above were by
  /// 10 cm.
  package var leastAgreement = 0.3
  /// Standard deviation of the logarithm that is added for each unit that the agreement is below 1.
  package var disagreementDeviation = 0.15

  package var progress = TrunkProgress()

  package init() {}

  /// The speed of the belt that lengths follow from, in m/s, where the recording says it.
  package func beltSpeed(_ details: RecordingDetails) -> Double? {
    guard details.surface == .treadmill, let speed = details.beltSpeed, speed > 0 else { return nil }
    return speed
  }

  /// Length in metres of the stride that ends with each step of `motion`, on a belt. The first two are taken to be as
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

  /// Length in metres of the stride that ends with each step of `motion`, by the motion of the trunk.
  ///
  /// - Parameters:
  ///   - directions: Of each step of the motion's sequence, of which stride `k` ends with step `k + 2`.
  ///   - height: Of the person, in metres.
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

  /// Interval in which the true length lies with a probability of 95 %, in metres.
  ///
  /// Errors are shares of the length, so the interval is even on a logarithmic scale.
  ///
  /// - Parameters:
  ///   - duration: Of the stride in seconds; `nil` for a first swing.
  ///   - scatter: As `scatter(of:around:)` tells it.
  ///   - ramp: As `rampDeviation(ofStep:of:_:)` tells it.
  package func interval(
    of length: Double, travel: TravelDirection, turn: Double?, duration: Double?, scatter: Double, ramp: Double,
    isFromBelt: Bool
  ) -> ClosedRange<Double> {
    let deviation: Double
    if isFromBelt {
      deviation = beltDeviation
    } else {
      let model = travel.direction == .backward ? backwardDeviation : forwardDeviation
      let turning = turningDeviation * abs(turn ?? 0) / (.pi / 2)
      let timing =
        duration.map { slowDeviation * max(0, $0 - usualDuration) } ?? firstDeviation
      let relativeRamp = min(1, ramp / max(length, shortestLength))
      let uneven = scatterShare * scatter
      let disagreement = disagreementDeviation * (1 - travel.agreement)
      deviation = [model, turning, timing, relativeRamp, uneven, disagreement].reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let reach = exp(1.96 * deviation)
    return length / reach...length * reach
  }

  /// Standard deviation in metres of what a walk of `count` steps begins and ends with.
  package func rampDeviation(ofStep step: Int, of count: Int, _ surroundings: WalkSurroundings) -> Double {
    func isNear(_ neighbour: WalkSurroundings.Neighbour) -> Bool {
      surroundings.isNear(neighbour, step: step, of: count, within: progress.stepsToSpeed)
    }
    return isNear(.otherMovement) ? otherMovementDeviation : isNear(.standing) ? standingDeviation : 0
  }

  /// Standard deviation of the logarithm of the lengths of the strides that end with the steps around `step`.
  package func scatter(of lengths: [Double], around step: Int) -> Double {
    let first = max(0, step - scatterNeighbours)
    let around = lengths[first..<min(lengths.count, step + scatterNeighbours + 1)]
    let logarithms = around.map { log(max($0, shortestLength)) }
    let count = Double(logarithms.count)
    guard count > 0 else { return 0 }
    let mean = logarithms.reduce(0, +) / count
    return (logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  }
}
