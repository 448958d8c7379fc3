import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A part of straight walking, as the trunk takes part in it.
struct TrunkWalk: Sendable {
  var start: Double
  var end: Double
  var stridePeriod: Double
  var speed: Double
  var direction: Direction
  var heading: Double
  /// How far the trunk leans forward, in rad.
  var lean = 0.0
  /// When each step begins; empty where all of them are even.
  var steps: [Step] = []

  /// A step: when its swing begins, in s, and how fast the person walks then, in m/s.
  struct Step: Sendable {
    var time: Double
    var speed: Double
  }

  /// How far the walk is in its rhythm: phase and its rate in rad and rad/s, 2π to a stride, and the speed in m/s.
  ///
  /// A step that lasts longer goes through the same half turn more slowly, so that a hesitation leaves the trunk nearly still.
  /// From step to step the rate changes without a jump.
  func rhythm(at time: Double) -> (phase: Double, omega: Double, speed: Double) {
    guard let k = steps.lastIndex(where: { $0.time <= time }) else {
      let omega = 2 * Double.pi / stridePeriod
      return (omega * (time - start), omega, speed)
    }
    func begin(of step: Int) -> Double {
      step < steps.count ? steps[step].time : steps[steps.count - 1].time + stridePeriod / 2
    }
    func meanRate(in step: Int) -> Double {
      let step = min(max(step, 0), steps.count - 1)
      return Double.pi / (begin(of: step + 1) - begin(of: step))
    }
    // The slower of two steps gives the rate between them, so that the phase never runs back.
    func state(before step: Int) -> MotionState {
      MotionState(value: Double.pi * Double(step), rate: min(meanRate(in: step - 1), meanRate(in: step)))
    }
    let motion = QuinticMotion(
      from: state(before: k), at: begin(of: k), to: state(before: k + 1), at: begin(of: k + 1))
    let now = motion.state(at: time)
    return (now.value, now.rate, steps[k].speed)
  }
}

/// The motion of the lower back.
///
/// An inverted pendulum: the trunk is highest in the middle of each step and slowest there, because it trades speed
/// for height. Its forward acceleration therefore follows the derivative of the vertical one when walking forward and
/// opposes it when walking backward. Sway to the side and rotation follow the stride. At the ends of a walk the
/// amplitudes fade in and out; the small terms of the fading itself are left out.
struct TrunkMotion: Sendable {
  let walks: [TrunkWalk]

  /// Half the vertical excursion of the trunk at 1.3 m/s in m, growing with the square of speed (Zijlstra & Hof 2003,
  /// doi 10.1016/S0966-6362(02)00190-X).
  private static let verticalAmplitude = 0.020
  /// Half the variation of speed over a step at 1.3 m/s, in m/s.
  private static let speedAmplitude = 0.12
  /// Half the sideways excursion in m.
  private static let swayAmplitude = 0.02
  /// Half the rotation about up and about the forward axis over a stride, in rad.
  private static let yawAmplitude = 0.06
  private static let rollAmplitude = 0.04
  /// Time in which the amplitudes fade in and out, in s.
  private static let fade = 1.0

  /// Specific force and angular velocity in the trunk's axes: front, left, up.
  func reading(at time: Double) -> (force: Vector3, rate: Vector3) {
    guard let walk = walks.first(where: { $0.start <= time && time <= $0.end }) else {
      return (Vector3(0, 0, IdealSensor.gravity), .zero)
    }
    let envelope = min(1, (time - walk.start) / Self.fade, (walk.end - time) / Self.fade)
    let (phase, omega, speed) = walk.rhythm(at: time)
    let pace = (speed / 1.3) * (speed / 1.3)
    // Height A·cos 2φ; speed lowest where the height is highest.
    let vertical = -Self.verticalAmplitude * pace * (2 * omega) * (2 * omega) * cos(2 * phase)
    let along = Self.speedAmplitude * pace * 2 * omega * sin(2 * phase)
    let sway = -Self.swayAmplitude * omega * omega * sin(phase)
    let front = walk.direction == .backward ? -along : walk.direction == .forward ? along : 0
    let force = Vector3(front * envelope, sway * envelope, IdealSensor.gravity + vertical * envelope)
    let rate = Vector3(
      Self.rollAmplitude * omega * cos(phase) * envelope, 0, Self.yawAmplitude * omega * sin(phase) * envelope)
    guard walk.lean != 0 else { return (force, rate) }
    return leaning(force, rate, by: walk.lean * envelope, rate: walk.lean * envelopeRate(at: time, in: walk))
  }

  /// What a trunk that leans forward by `angle` reads: turned about the axis to the left.
  private func leaning(
    _ force: Vector3, _ rate: Vector3, by angle: Double, rate angleRate: Double
  ) -> (force: Vector3, rate: Vector3) {
    func turned(_ v: Vector3) -> Vector3 {
      Vector3(v.x * cos(angle) - v.z * sin(angle), v.y, v.x * sin(angle) + v.z * cos(angle))
    }
    return (turned(force), turned(rate) + Vector3(0, angleRate, 0))
  }

  /// Change of the envelope per second.
  private func envelopeRate(at time: Double, in walk: TrunkWalk) -> Double {
    if time - walk.start < Self.fade { return 1 / Self.fade }
    return walk.end - time < Self.fade ? -1 / Self.fade : 0
  }
}
