import GaitCore
import GaitModel
import GaitSimulation
import Testing

@Suite("Swings that are seen and not measured, and clocks that do not agree")
struct UnmeasuredSwingTests {
  private static let program = WalkProgram(
    [
      .stand(2), .walk(.init(.forward, strides: 20, strideLength: 1.3, speed: 1.2)), .stand(2),
      .walk(.init(.backward, strides: 14, strideLength: 0.9, speed: 0.75)), .stand(2),
    ], variability: 0.03)

  @Test(
    "a sensor without a filter finds the swings at low rates, in their direction",
    arguments: [(20.0, 2.0), (25, 2), (20, 16), (25, 16), (31, 16), (50, 16)])
  func unfiltered(rate: Double, range: Double) {
    var effects = SensorEffects.realistic
    (effects.samplingRate, effects.isFiltered) = (rate, false)
    effects.accelerometerRange = range * 9.80665
    let result = Comparison(WalkSimulator(effects: effects).walk(Self.program))
    #expect(Double(result.pairs.count) >= 0.9 * Double(result.truth.count))
    #expect(result.found.strides.count <= result.truth.count + 4)
    let wrong = result.pairs.count { $0.found.sureDirection != nil && $0.found.sureDirection != $0.truth.direction }
    #expect(wrong <= 1)
  }

  @Test("swings that the gyroscope could not follow are rows without direction and length, counted and told")
  func beyondTheRange() throws {
    var effects = SensorEffects.realistic
    effects.gyroscopeRange = 0.6
    let walk = WalkSimulator(effects: effects).walk(Self.program)
    let result = GaitAnalysis()(walk.recording)
    #expect(result.strides.count >= walk.strides.count / 2)
    #expect(result.strides.allSatisfy { !$0.isValid && $0.length == nil })
    let left = try #require(result.sensors.first)
    #expect(left.swings == result.strides.count { $0.foot == .left })
    #expect(left.measuredSwings == 0)
    #expect(result.warnings.contains { $0.placement == .leftFoot && $0.code == .fewLengths })
  }

  @Test("where all is measured, nothing is counted twice and nothing is told")
  func measured() {
    let walk = WalkSimulator(effects: .realistic).walk(Self.program)
    let result = GaitAnalysis()(walk.recording)
    #expect(result.strides.count == walk.strides.count)
    #expect(result.sensors.allSatisfy { $0.swings == $0.measuredSwings })
    #expect(result.warnings.isEmpty)
  }

  @Test("clocks that do not agree are noticed, and no double support is given", arguments: [0.28, -0.25])
  func clocks(late: Double) {
    var recording = WalkSimulator(effects: .realistic).walk(Self.program).recording
    for i in recording.sensors[1].time.indices { recording.sensors[1].time[i] += late }
    let result = GaitAnalysis()(recording)
    #expect(result.warnings.contains { $0.code == .feetSwingTogether })
    #expect(result.strides.allSatisfy { $0.doubleSupport == nil })
  }

  @Test("clocks that are off by less than double support are not noticed")
  func nearlySynchronous() {
    var recording = WalkSimulator(effects: .realistic).walk(Self.program).recording
    for i in recording.sensors[1].time.indices { recording.sensors[1].time[i] += 0.03 }
    let result = GaitAnalysis()(recording)
    #expect(result.warnings.isEmpty)
    #expect(result.strides.contains { $0.doubleSupport != nil })
  }
}
