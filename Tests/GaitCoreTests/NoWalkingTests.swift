import GaitCore
import GaitModel
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Movements of a foot that are no walking")
struct NoWalkingTests {
  private static let rate = 100.0
  private static let gravity = 9.80665

  /// A foot that pitches by `amplitude` degrees and back, again and again, over a point of its sole that stays where it
  /// is, the sensor 8 cm above and `ahead` m in front of it.
  private func rocking(amplitude: Double, ahead: Double, period: Double, times: Int) -> SensorStream {
    let peak = amplitude * .pi / 180
    var columns = [[Double]](repeating: [], count: 7)
    let duration = 4 + Double(times) * period + 2
    for i in 0..<Int(duration * Self.rate) {
      let time = Double(i) / Self.rate
      let phase = 2 * Double.pi * (time - 4) / period
      let isMoving = time > 4 && time < 4 + Double(times) * period
      let omega = 2 * Double.pi / period
      // Half of one minus cosine: smooth from rest to rest.
      let pitch = isMoving ? peak * (1 - cos(phase)) / 2 : 0
      let rate = isMoving ? peak * omega * sin(phase) / 2 : 0
      let acceleration = isMoving ? peak * omega * omega * cos(phase) / 2 : 0
      let (c, s) = (cos(pitch), sin(pitch))
      let lever = (x: ahead * c - 0.08 * s, z: ahead * s + 0.08 * c)
      let turned = (x: -lever.z, z: lever.x)
      let force = (
        x: turned.x * acceleration - lever.x * rate * rate,
        z: turned.z * acceleration - lever.z * rate * rate + Self.gravity
      )
      for (k, value) in [time, force.x * c + force.z * s, 0, -force.x * s + force.z * c, 0, -rate, 0].enumerated() {
        columns[k].append(value)
      }
    }
    return SensorStream(
      placement: .leftFoot, time: columns[0],
      acceleration: TriaxialSeries(x: columns[1], y: columns[2], z: columns[3]),
      angularVelocity: TriaxialSeries(x: columns[4], y: columns[5], z: columns[6]),
      timing: SampleTiming(rate: Self.rate, jitter: 0, gaps: []))
  }

  @Test("tapping with the toes is no stride", arguments: [10.0, 25, 35])
  func tapping(amplitude: Double) {
    let stream = rocking(amplitude: amplitude, ahead: 0.1, period: 0.5, times: 12)
    let result = GaitAnalysis()(Recording(name: "tapping", sensors: [stream]))
    #expect(result.strides.isEmpty)
    #expect(result.bouts.isEmpty)
  }

  @Test("lifting the heels and standing up over the toes is no stride", arguments: [-20.0, -45])
  func heelRaise(amplitude: Double) {
    let stream = rocking(amplitude: amplitude, ahead: -0.08, period: 1.6, times: 6)
    let result = GaitAnalysis()(Recording(name: "heel raises", sensors: [stream]))
    #expect(result.strides.isEmpty)
  }

  @Test("a sensor that is picked up and put down again is no walk")
  func pickedUp() {
    // Up by half a meter and down again, level all the time, 20 cm away.
    var columns = [[Double]](repeating: [], count: 7)
    for i in 0..<900 {
      let time = Double(i) / Self.rate
      let s = min(max((time - 4) / 2, 0), 1)
      let lift = s > 0 && s < 1 ? 0.5 * 0.25 * 4 * Double.pi * Double.pi * cos(2 * .pi * s) : 0
      for (k, value) in [time, 0, 0, Self.gravity + lift, 0, 0, 0].enumerated() { columns[k].append(value) }
    }
    let stream = SensorStream(
      placement: .leftFoot, time: columns[0],
      acceleration: TriaxialSeries(x: columns[1], y: columns[2], z: columns[3]),
      angularVelocity: TriaxialSeries(x: columns[4], y: columns[5], z: columns[6]),
      timing: SampleTiming(rate: Self.rate, jitter: 0, gaps: []))
    let result = GaitAnalysis()(Recording(name: "picked up", sensors: [stream]))
    #expect(result.bouts.isEmpty)
  }
}
