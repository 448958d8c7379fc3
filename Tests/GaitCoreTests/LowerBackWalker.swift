import GaitModel
import GaitSignal

@testable import GaitCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A walker's lower back as a few oscillations with the phases that are measured in people.
///
/// Step `k` is lowest at `start + k · step`, the right foot's steps are the even ones. Walking backward is the same
/// with time reversed.
struct LowerBackWalker {
  var rate = 100.0
  /// Seconds of standing before and after the walk.
  var standing = 4.0
  var steps = 20
  /// Seconds.
  var step = 0.55
  /// Peak-to-peak vertical movement in meters.
  var drop = 0.035
  /// Amplitude of the fore-aft acceleration in m/s².
  var surge = 1.4
  /// By which it runs ahead of the vertical acceleration, in degrees.
  var surgePhase = 112.0
  var isBackward = false
  /// A limp: seconds by which each step of one foot is early and each of the other late, and the share by which the
  /// first moves the trunk more and the other less.
  var limp = (time: 0.0, force: 0.0)
  /// Meters from the axis of the pelvis back to the sensor.
  var lever = 0.1
  /// Standard deviations, m/s² and rad/s.
  var noise = (force: 0.03, rate: 0.005)
  /// From the body's axes (front, left, up) to the sensor's.
  var mounting = Quaternion.identity

  private static let degree = Double.pi / 180

  /// Times of the lowest points.
  var lowestPoints: [Double] { (0..<steps).map { standing + Double($0) * step } }
  var duration: Double { 2 * standing + Double(steps - 1) * step }

  /// Specific force and angular velocity in the body's axes at `t`, in forward walking.
  private func signals(at t: Double) -> (force: Vector3, rate: Vector3) {
    let end = standing + Double(steps - 1) * step
    // The movement grows and fades over a step at both ends.
    let inside = min(t - standing, end - t) / step
    let size = inside <= -1 ? 0 : (inside >= 0 ? 1 : 0.5 * (1 + cos(.pi * inside)))
    let w = 2 * Double.pi / step
    let side = cos(w / 2 * (t - standing))
    let phase = w * (t - standing + size * limp.time * side)
    let strength = 1 + limp.force * side
    func wave(_ multiple: Double, _ degrees: Double) -> Double { size * cos(multiple * phase + degrees * Self.degree) }

    let up = strength * drop / 2 * w * w * wave(1, 0)
    let forward = strength * (surge * wave(1, surgePhase) + 0.4 * surge * wave(2, 104))
    let yaw = (amplitude: 0.08, second: 0.015)
    // What a sensor behind the axis feels of the angular acceleration.
    let swing = lever * (w * w / 4 * yaw.amplitude * wave(0.5, -20) + w * w * yaw.second * wave(1, 40))
    let roll = 0.04
    let left = 0.6 * wave(0.5, -77) + swing + 9.81 * roll * wave(0.5, 60)
    let turning =
      -w / 2 * yaw.amplitude * size * sin(phase / 2 - 20 * Self.degree)
      - w * yaw.second * size * sin(phase + 40 * Self.degree)
    let rolling = -w / 2 * roll * size * sin(phase / 2 + 60 * Self.degree)
    return (Vector3(forward, left, 9.81 + up), Vector3(rolling, 0, turning))
  }

  func stream() -> SensorStream {
    LowerBackWalker.stream([self])
  }

  /// The walks one after the other in one recording, in the mounting of the first.
  static func stream(_ walkers: [LowerBackWalker]) -> SensorStream {
    var random = SplitMix64(state: 7)
    var (a, w) = ([Vector3](), [Vector3]())
    for walker in walkers {
      let count = Int((walker.duration * walker.rate).rounded())
      for i in 0..<count {
        let t = Double(i) / walker.rate
        var (force, rate) = walker.signals(at: walker.isBackward ? walker.duration - t : t)
        if walker.isBackward { rate = -rate }
        force += random.vector() * walker.noise.force
        rate += random.vector() * walker.noise.rate
        a.append(walkers[0].mounting.rotate(force))
        w.append(walkers[0].mounting.rotate(rate))
      }
    }
    return stream(force: a, rate: w, samplingRate: walkers[0].rate)
  }

  static func stream(force: [Vector3], rate: [Vector3], samplingRate: Double) -> SensorStream {
    SensorStream(
      placement: .lowerBack, time: force.indices.map { Double($0) / samplingRate },
      acceleration: TriaxialSeries(x: force.map(\.x), y: force.map(\.y), z: force.map(\.z)),
      angularVelocity: TriaxialSeries(x: rate.map(\.x), y: rate.map(\.y), z: rate.map(\.z)),
      timing: SampleTiming(rate: samplingRate, jitter: 0, gaps: []))
  }
}

/// Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to below 1.
  mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Sum of twelve uniform numbers less six: mean 0, variance 1.
  mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + uniform() }
  }

  mutating func vector() -> Vector3 { Vector3(normal(), normal(), normal()) }
}
