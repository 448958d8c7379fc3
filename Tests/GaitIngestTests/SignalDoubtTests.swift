import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("What physics makes doubtful in signals")
struct SignalDoubtTests {
  /// A foot that walks as a consumer sensor sees it.
  private static let foot: SensorStream? = {
    var effects = SensorEffects.realistic
    effects.mounting = [0.4, -0.3, 1.1]
    guard let text = try? ProgrammeText("stand 3, forward 20, turn 180, backward 10, stand 3") else { return nil }
    return WalkSimulator(effects: effects).walk(text.programme).recording[.leftFoot]
  }()

  private func doubts(gyroscope factors: [Double], accelerometer signs: [Double] = [1, 1, 1]) throws -> [String] {
    var stream = try #require(Self.foot)
    let w = stream.angularVelocity
    let a = stream.acceleration
    stream.angularVelocity = TriaxialSeries(
      x: w.x.map { $0 * factors[0] }, y: w.y.map { $0 * factors[1] }, z: w.z.map { $0 * factors[2] })
    stream.acceleration = TriaxialSeries(
      x: a.x.map { $0 * signs[0] }, y: a.y.map { $0 * signs[1] }, z: a.z.map { $0 * signs[2] })
    return SignalDoubts().doubts(about: stream)
  }

  @Test("a walking foot as it is declared gives no doubt")
  func sound() throws {
    #expect(try doubts(gyroscope: [1, 1, 1]).isEmpty)
  }

  @Test("rad/s that are declared as °/s are told by how gravity turns")
  func tooSmall() throws {
    let k = Double.pi / 180
    let found = try #require(try doubts(gyroscope: [k, k, k]).first)
    #expect(found.contains("multiplied by 57.3"))
  }

  @Test("°/s that are declared as rad/s are told by how gravity turns")
  func tooLarge() throws {
    let k = 180 / Double.pi
    let found = try #require(try doubts(gyroscope: [k, k, k]).first)
    #expect(found.contains("divided by 57.3"))
  }

  @Test("a sensor with left-handed axes is told, whichever axis is mirrored", arguments: 0..<3)
  func mirrored(axis: Int) throws {
    let signs = (0..<3).map { $0 == axis ? -1.0 : 1.0 }
    let found = try #require(try doubts(gyroscope: signs, accelerometer: signs).first)
    #expect(found.contains("left-handed"))
  }

  @Test("a sensor on a foot that is said to be on the lower back is told; one on the back or a shank is not")
  func footAsBack() throws {
    var foot = try #require(Self.foot)
    foot.placement = .lowerBack
    #expect(SignalDoubts().doubts(about: foot).contains { $0.contains("as feet do") })
    let walk = WalkSimulator(effects: .realistic, placements: [.lowerBack]).walk(.straight(.forward, strides: 20))
    let back = try #require(walk.recording[.lowerBack])
    #expect(SignalDoubts().doubts(about: back).isEmpty)
    foot.placement = .leftShank
    #expect(SignalDoubts().doubts(about: foot).isEmpty)
  }

  @Test("a gyroscope that stands still while the foot walks is told")
  func frozen() throws {
    #expect(try !doubts(gyroscope: [0, 0, 0]).isEmpty)
  }

  @Test("a sensor that lies still gives no doubt")
  func still() throws {
    let n = 2000
    let stream = SensorStream(
      placement: .leftFoot, time: (0..<n).map { Double($0) / 100 },
      acceleration: TriaxialSeries(
        x: [Double](repeating: 0, count: n), y: [Double](repeating: 6.9, count: n),
        z: [Double](repeating: 6.9, count: n)),
      angularVelocity: TriaxialSeries(
        x: [Double](repeating: 0.001, count: n), y: [Double](repeating: 0, count: n),
        z: [Double](repeating: 0, count: n)),
      timing: SampleTiming(rate: 100, jitter: 0, gaps: []))
    #expect(SignalDoubts().doubts(about: stream).isEmpty)
  }
}
