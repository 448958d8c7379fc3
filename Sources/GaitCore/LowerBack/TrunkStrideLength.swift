import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates the length of strides from the motion of the trunk.
///
/// On a treadmill of known speed the length is that times the duration. Elsewhere, two things grow with the length of a
/// stride: the change of speed within each step and the vertical acceleration. For an inverted pendulum of leg length l
/// and stride duration T they grow as `L·T·g/l` and `L²/(l·T²)`, so that the square root of the first times the fourth
/// root of the second is `L` whatever the duration (Zijlstra & Hof 2003, doi 10.1016/S0966-6362(02)00190-X, use the
/// second alone). The exponents 0.4 and 0.3 keep that proportion: a stride that is a tenth longer reads a tenth longer.
///
/// The factor comes from straight forward walking of 15 adults (motion capture, a walkway on a treadmill, pressure
/// insoles, and sensors on both feet in 10 m walks), each person counted alike. Leaving out one person at a time,
/// straight forward strides are off by 0.10 m in the mean over persons, most of it the same for all strides of a person.
/// The rotation of the pelvis, the duration, the sway and the walk ratio do not make a person who was left out better.
package struct TrunkStrideLength: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Metres for a change of speed of 1 m/s and an acceleration of 1 m/s².
    package var factor = 1.81
    package var speedExponent = 0.4
    package var accelerationExponent = 0.3
    /// Power of the chord of a turn. Once because a foot goes straight where the trunk goes round; and once more because
    /// people turn by pivoting, in which the trunk rises and falls without going along: with it strides in turns of seven
    /// of eight people are nearer, on average by 2 cm.
    package var chordExponent = 2.0
    /// Share, as a logarithm, by which the model of forward walking is too long in backward walking: 0.17 and 0.04 in two
    /// people, drawn towards nothing because persons differ by as much (0.08).
    package var backwardExcess = 0.08
    /// Height in metres of the people in the fit (the mean of the seven who are known), and the exponent of height: with
    /// the exponents above the pendulum leaves `l` to the power of 0.4 + 0.3. Over these seven people the logarithm of
    /// the length that is missing without it grows with 0.75 times that of the height.
    package var meanHeight = 1.69
    package var heightExponent = 0.7
    /// Standard deviations of a stride's logarithmic error, between and within persons: straight forward walking of
    /// persons who were left out; backward walking of two persons; and on a treadmill, where strides wander on the belt.
    package var forwardDeviation = 0.12
    package var backwardDeviation = 0.20
    package var beltDeviation = 0.04
    /// What is added for each 90° of turn, in which one foot goes farther than the trunk and the other less far, and
    /// for the first swing after standing, which may be half a stride.
    package var turningDeviation = 0.50
    package var firstDeviation = 0.25
    /// What is added for each second that a stride takes longer than a usual one: people who hesitate do not follow
    /// the pendulum.
    package var slowDeviation = 0.5
    package var usualDuration = 1.4
    /// Strides on each side over which the motion is taken in the median.
    package var neighbours = 1
    /// A belt on which strides would in the median be longer than this many times what the trunk tells did not run at
    /// the given speed: five standard deviations between persons, and less than miles (2.2) or kilometres (3.6) per hour
    /// that were given as metres per second.
    package var largestBeltShare = 1.8

    package init() {}
  }

  /// The speed of the belt that lengths follow from, in m/s, where the recording says it.
  package func beltSpeed(_ details: RecordingDetails) -> Double? {
    guard details.surface == .treadmill, let speed = details.beltSpeed, speed > 0 else { return nil }
    return speed
  }

  /// Whether strides on a belt of the speed `beltSpeed` would be far longer than the trunk's motion tells.
  ///
  /// - Parameter estimates: Of each motion's strides, by the motion of the trunk.
  package func contradicts(_ estimates: [[Double]], beltSpeed: Double, in motions: [TrunkMotion]) -> Bool {
    let shares = zip(motions, estimates).flatMap { motion, lengths in
      zip(motion.strides, lengths).map { beltSpeed * $0.duration / $1 }
    }
    return (median(of: shares) ?? 1) > settings.largestBeltShare
  }

  /// Length in metres of each stride of `motion`, by the motion of the trunk.
  ///
  /// - Parameters:
  ///   - directions: Of each step of the motion's sequence, of which stride `k` ends with step `k + 2`.
  ///   - height: Of the person, in metres.
  package func lengths(
    of motion: TrunkMotion, directions: [TravelDirection], mounting: TrunkMounting, height: Double?
  ) -> [Double] {
    let front = mounting.front
    let speedChanges = motion.strides.map { stride -> Double in
      let surge = stride.surge.first * front.first + stride.surge.second * front.second
      // From least to most: twice the amplitude of the acceleration over its angular frequency.
      return 2 * surge.amplitude * stride.duration / (4 * Double.pi)
    }
    let speed = smoothed(speedChanges)
    let acceleration = smoothed(motion.strides.map(\.verticalRMS))
    let scale = height.map { pow($0 / settings.meanHeight, settings.heightExponent) } ?? 1
    return motion.strides.indices.map { k in
      // If the front is not where it was taken to be, forward and backward change places.
      let backward = directions[k + 2].direction == .backward ? mounting.confidence : 1 - mounting.confidence
      return settings.factor * scale * exp(-settings.backwardExcess * backward)
        * pow(chord(of: motion.strides[k].turn), settings.chordExponent)
        * pow(speed[k], settings.speedExponent) * pow(acceleration[k], settings.accelerationExponent)
    }
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
  /// - Parameter duration: Of the stride in seconds; `nil` for the first swing after standing.
  package func interval(
    of length: Double, direction: Direction, turn: Double?, duration: Double?, isFromBelt: Bool
  ) -> ClosedRange<Double> {
    let deviation: Double
    if isFromBelt {
      deviation = settings.beltDeviation
    } else {
      let model = direction == .backward ? settings.backwardDeviation : settings.forwardDeviation
      let turning = settings.turningDeviation * abs(turn ?? 0) / (.pi / 2)
      let timing =
        duration.map { settings.slowDeviation * max(0, $0 - settings.usualDuration) } ?? settings.firstDeviation
      deviation = (model * model + turning * turning + timing * timing).squareRoot()
    }
    let reach = exp(1.96 * deviation)
    return length / reach...length * reach
  }

  private func smoothed(_ values: [Double]) -> [Double] {
    values.indices.map { k in
      median(of: Array(values[max(0, k - settings.neighbours)..<min(values.count, k + settings.neighbours + 1)]))
        ?? values[k]
    }
  }
}
