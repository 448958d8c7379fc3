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
    guard let text = try? ProgramText("stand 3, forward 20, turn 180, backward 10, stand 3") else { return nil }
    return WalkSimulator(effects: effects).walk(text.program).recording[.leftFoot]
  }()

  private func doubts(gyroscope factors: [Double], accelerometer signs: [Double] = [1, 1, 1]) throws -> [SignalWarning]
  {
    var stream = try #require(Self.foot)
    let w = stream.angularVelocity
    let a = stream.acceleration
    stream.angularVelocity = TriaxialSeries(
      x: w.x.map { $0 * factors[0] }, y: w.y.map { $0 * factors[1] }, z: w.z.map { $0 * factors[2] })
    stream.acceleration = TriaxialSeries(
      x: a.x.map { $0 * signs[0] }, y: a.y.map { $0 * signs[1] }, z: a.z.map { $0 * signs[2] })
    return SignalDoubts().doubts(about: SignalEvidence(stream))
  }

  private func cause(of doubts: [SignalWarning]) throws -> SignalWarning.Cause? {
    guard case .gyroscopeContradictsAccelerometer(_, let cause) = try #require(doubts.first) else { return nil }
    return cause
  }

  private func fault(in doubts: [SignalWarning]) throws -> SignalWarning.AxisFault? {
    guard case .axes(let fault, _) = try cause(of: doubts) else { return nil }
    return fault
  }

  @Test("a walking foot as it is declared gives no doubt")
  func sound() throws {
    #expect(try doubts(gyroscope: [1, 1, 1]).isEmpty)
  }

  @Test("a slow walk, whose swings last longer than a second, gives no doubt", arguments: [90, 360])
  func slow(turn: Int) throws {
    let program = try ProgramText("stand 3, backward 15 length 0.76 speed 0.39, turn \(turn), stand 3").program
    var effects = SensorEffects.realistic
    effects.samplingRate = 200
    let recording = WalkSimulator(effects: effects).walk(program).recording
    for placement in [Placement.leftFoot, .rightFoot] {
      #expect(SignalDoubts().doubts(about: SignalEvidence(try #require(recording[placement]))).isEmpty)
    }
  }

  @Test("rad/s that are declared as °/s are told by how gravity turns")
  func tooSmall() throws {
    let k = Double.pi / 180
    guard case .radiansAsDegrees = try cause(of: doubts(gyroscope: [k, k, k])) else {
      Issue.record("not found")
      return
    }
  }

  @Test("°/s that are declared as rad/s are told by how gravity turns")
  func tooLarge() throws {
    let k = 180 / Double.pi
    guard case .degreesAsRadians = try cause(of: doubts(gyroscope: [k, k, k])) else {
      Issue.record("not found")
      return
    }
  }

  @Test("a sensor with left-handed axes is told, whichever axis is mirrored", arguments: 0..<3)
  func mirrored(axis: Int) throws {
    let signs = (0..<3).map { $0 == axis ? -1.0 : 1.0 }
    #expect(try fault(in: doubts(gyroscope: signs, accelerometer: signs)) == .gyroscopeSigns)
  }

  @Test("one inverted axis of the gyroscope is told with the axis and the remedy", arguments: 0..<3)
  func invertedGyroscope(axis: Int) throws {
    let found = try fault(in: doubts(gyroscope: (0..<3).map { $0 == axis ? -1 : 1 }))
    #expect(found == .gyroscopeSign(StuckSignal.SensorAxisName.allCases[axis]))
  }

  @Test("one inverted axis of the accelerometer is told with the axis and the remedy", arguments: 0..<3)
  func invertedAccelerometer(axis: Int) throws {
    let signs = (0..<3).map { $0 == axis ? -1.0 : 1 }
    let found = try fault(in: doubts(gyroscope: [1, 1, 1], accelerometer: signs))
    #expect(found == .accelerometerSign(StuckSignal.SensorAxisName.allCases[axis]))
  }

  @Test("two exchanged axes are told, of the gyroscope or of the accelerometer", arguments: [true, false])
  func exchanged(ofGyroscope: Bool) throws {
    var stream = try #require(Self.foot)
    let (a, w) = (stream.acceleration, stream.angularVelocity)
    if ofGyroscope {
      stream.angularVelocity = TriaxialSeries(x: w.x, y: w.z, z: w.y)
    } else {
      stream.acceleration = TriaxialSeries(x: a.y, y: a.x, z: a.z)
    }
    let found = try fault(in: SignalDoubts().doubts(about: SignalEvidence(stream)))
    #expect(found == (ofGyroscope ? .gyroscopeExchange(allBut: .x) : .accelerometerExchange(allBut: .z)))
  }

  @Test("a sampling rate that is declared wrongly is told with about the right one", arguments: [1 / 1.5, 1.5, 2])
  func wrongRate(factor: Double) throws {
    var stream = try #require(Self.foot)
    stream.time = stream.time.map { $0 / factor }
    stream.timing.rate *= factor
    guard case .scale(_, _, let fittingRate, _) = try cause(of: SignalDoubts().doubts(about: SignalEvidence(stream)))
    else {
      Issue.record("not found")
      return
    }
    #expect(abs(fittingRate / 100 - 1) < 0.1)
  }

  @Test("an accelerometer whose scale is wrong is told with what it measures of gravity", arguments: [0.7, 1.3])
  func wrongScale(factor: Double) throws {
    let found = try doubts(gyroscope: [1, 1, 1], accelerometer: [factor, factor, factor]).first
    guard case .gravityWrong(let gravity, _) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(abs(gravity - factor * 9.80665) < 0.2)
  }

  @Test("a sensor on a foot that is said to be on the lower back is told; one on the back or a shank is not")
  func footAsBack() throws {
    var foot = try #require(Self.foot)
    foot.placement = .lowerBack
    #expect(SignalDoubts().doubts(about: SignalEvidence(foot)).contains { $0.code == .turnsLikeFoot })
    let walk = WalkSimulator(effects: .realistic, placements: [.lowerBack]).walk(.straight(.forward, strides: 20))
    let back = try #require(walk.recording[.lowerBack])
    #expect(SignalDoubts().doubts(about: SignalEvidence(back)).isEmpty)
    foot.placement = .leftShank
    #expect(SignalDoubts().doubts(about: SignalEvidence(foot)).isEmpty)
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
    #expect(SignalDoubts().doubts(about: SignalEvidence(stream)).isEmpty)
  }
}
