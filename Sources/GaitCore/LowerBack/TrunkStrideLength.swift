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
    /// Strides on each side over which the motion is taken in the median.
    package var neighbours = 1

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
    let height = details.height.map { pow($0 / settings.meanHeight, settings.heightExponent) } ?? 1
    return motion.strides.indices.map { k in
      settings.factor * height * pow(speed[k], settings.speedExponent)
        * pow(acceleration[k], settings.accelerationExponent)
        * pow(min(max(yaw[k], settings.yaw.lowerBound), settings.yaw.upperBound), settings.yawExponent)
    }
  }

  private func smoothed(_ values: [Double]) -> [Double] {
    values.indices.map { k in
      median(of: Array(values[max(0, k - settings.neighbours)..<min(values.count, k + settings.neighbours + 1)]))
        ?? values[k]
    }
  }
}
