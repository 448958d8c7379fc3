import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates the length of strides from the motion of the trunk.
///
/// On a treadmill of known speed the length is speed times duration. Elsewhere, four things grow with the length of a
/// stride: the change of speed within each step, the vertical acceleration, the rotation of the pelvis, and (at the
/// same acceleration) the duration. For an inverted pendulum of leg length l, the first two grow as `L·T·g/l` and
/// `L²/(l·T²)`; their product suggests exponents near one half and one quarter and little dependence on duration.
/// The exponents and the factor were fitted to forward walking of 17 adults (motion capture, instrumented treadmill,
/// pressure insoles, and 20 m walks), leaving out one person at a time: the error of a person's mean is about 0.1 m.
/// There is no fit to backward walking: in three short recordings of two people it read 0.1 m too long.
package struct TrunkStrideLength: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Metres for a change of speed of 1 m/s, an acceleration of 1 m/s², a rotation of 1 rad and a duration of 1 s.
    package var factor = 2.04
    package var speedExponent = 0.4
    package var accelerationExponent = 0.4
    package var yawExponent = 0.1
    package var durationExponent = 0.2
    /// Bounds of the rotation that enters, in rad: less is noise, more is turning.
    package var yaw = 0.02...0.2
    /// Height in metres of the people in the fit, and the exponent of height: lengths scale with the leg, and the
    /// measured accelerations carry two thirds of that scale already.
    package var meanHeight = 1.70
    package var heightExponent = 1.0 / 3
    /// Strides on each side over which the motion is taken in the median.
    package var neighbours = 2

    package init() {}
  }

  /// Length in metres of each stride of `motion`.
  package func lengths(of motion: TrunkMotion, mounting: TrunkMounting, details: RecordingDetails) -> [Double] {
    if details.surface == .treadmill, let speed = details.beltSpeed, speed > 0 {
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
    let duration = smoothed(motion.strides.map(\.duration))
    let height = details.height.map { pow($0 / settings.meanHeight, settings.heightExponent) } ?? 1
    return motion.strides.indices.map { k in
      settings.factor * height * pow(speed[k], settings.speedExponent)
        * pow(acceleration[k], settings.accelerationExponent)
        * pow(min(max(yaw[k], settings.yaw.lowerBound), settings.yaw.upperBound), settings.yawExponent)
        * pow(duration[k], settings.durationExponent)
    }
  }

  private func smoothed(_ values: [Double]) -> [Double] {
    values.indices.map { k in
      median(of: Array(values[max(0, k - settings.neighbours)..<min(values.count, k + settings.neighbours + 1)]))
        ?? values[k]
    }
  }
}
