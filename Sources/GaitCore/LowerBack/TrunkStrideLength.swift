import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates the length of strides from the motion of the trunk.
///
/// On a treadmill of known speed the length is speed times duration. Elsewhere, three things grow with the length of a
/// stride: the change of speed within each step, the vertical acceleration and the rotation of the pelvis. For an
/// inverted pendulum of leg length l and stride duration T, the first two grow as `L·T·g/l` and `L²/(l·T²)`, so that
/// the square root of the first times the fourth root of the second is `L` whatever the duration; the exponents that
/// fit are close to that. They and the factor come from forward walking of 15 adults (motion capture, instrumented
/// treadmill, pressure insoles, and 20 m walks). Leaving out one person at a time, strides are off by 0.10 m in the
/// mean over persons, most of it the same for all strides of a person. There is no fit to backward walking: in three
/// short recordings of two people lengths read 0.09 m too long, with a mean absolute error of 0.18 m.
package struct TrunkStrideLength: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Metres for a change of speed of 1 m/s, an acceleration of 1 m/s² and a rotation of 1 rad.
    package var factor = 2.10
    package var speedExponent = 0.4
    package var accelerationExponent = 0.3
    package var yawExponent = 0.075
    /// Bounds of the rotation that enters, in rad: less is noise, more is turning.
    package var yaw = 0.02...0.2
    /// Height in metres of the people in the fit, and the exponent of height: lengths scale with the leg, and the
    /// measured accelerations carry two thirds of that scale already.
    package var meanHeight = 1.70
    package var heightExponent = 1.0 / 3
    /// Standard deviations of a stride's logarithmic error, between and within persons: straight forward walking, of
    /// which the error was 0.08 in those persons and 0.11 in each when left out; backward walking of two persons, whose
    /// lengths were on average too long by `backwardExcess`; and on a treadmill, where strides wander on the belt.
    package var forwardDeviation = 0.11
    package var backwardDeviation = 0.20
    package var backwardExcess = 0.08
    package var beltDeviation = 0.04
    /// What is added for each 90° of turn, in which one foot goes farther than the trunk and the other less far, and
    /// for the first swing after standing, which may be half a stride.
    package var turningDeviation = 0.30
    package var firstDeviation = 0.25
    /// What is added for each second that a stride takes longer than a usual one: people who hesitate do not follow
    /// the pendulum.
    package var slowDeviation = 0.5
    package var usualDuration = 1.4
    /// Strides on each side over which the motion is taken in the median.
    package var neighbours = 1

    package init() {}
  }

  /// Length in metres of each stride of `motion`.
  package func lengths(of motion: TrunkMotion, mounting: TrunkMounting, details: RecordingDetails) -> [Double] {
    if isFromBelt(details), let speed = details.beltSpeed {
      return motion.strides.map { speed * $0.duration }
    }
    let front = mounting.front
    let speedChanges = motion.strides.map { stride -> Double in
      let surge = stride.surge.first * front.first + stride.surge.second * front.second
      // From least to most: twice the amplitude of the acceleration over its angular frequency.
      return 2 * surge.amplitude * stride.duration / (4 * Double.pi)
    }
    let speed = smoothed(speedChanges)
    let acceleration = smoothed(motion.strides.map(\.verticalRMS))
    let yaw = smoothed(motion.strides.map(\.yaw))
    let height = details.height.map { pow($0 / settings.meanHeight, settings.heightExponent) } ?? 1
    return motion.strides.indices.map { k in
      settings.factor * height * chord(of: motion.strides[k].turn) * pow(speed[k], settings.speedExponent)
        * pow(acceleration[k], settings.accelerationExponent)
        * pow(min(max(yaw[k], settings.yaw.lowerBound), settings.yaw.upperBound), settings.yawExponent)
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
    of length: Double, direction: Direction, turn: Double?, duration: Double?, details: RecordingDetails
  ) -> ClosedRange<Double> {
    let deviation: Double
    var center = length
    if isFromBelt(details) {
      deviation = settings.beltDeviation
    } else {
      let isBackward = direction == .backward
      let model = isBackward ? settings.backwardDeviation : settings.forwardDeviation
      let turning = settings.turningDeviation * abs(turn ?? 0) / (.pi / 2)
      let timing =
        duration.map { settings.slowDeviation * max(0, $0 - settings.usualDuration) } ?? settings.firstDeviation
      deviation = (model * model + turning * turning + timing * timing).squareRoot()
      if isBackward { center *= exp(-settings.backwardExcess) }
    }
    let reach = exp(1.96 * deviation)
    return center / reach...center * reach
  }

  private func isFromBelt(_ details: RecordingDetails) -> Bool {
    details.surface == .treadmill && details.beltSpeed.map { $0 > 0 } == true
  }

  private func smoothed(_ values: [Double]) -> [Double] {
    values.indices.map { k in
      median(of: Array(values[max(0, k - settings.neighbours)..<min(values.count, k + settings.neighbours + 1)]))
        ?? values[k]
    }
  }
}
