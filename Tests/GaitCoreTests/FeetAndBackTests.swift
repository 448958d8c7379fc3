import GaitCore
import GaitModel
import GaitSimulation
import Testing

@Suite("Sensors on feet and lower back together")
struct FeetAndBackTests {
  private static let program = WalkProgram([
    .stand(2), .walk(.usual(.forward, strides: 12)), .stand(5), .walk(.usual(.backward, strides: 10)), .stand(2),
  ])

  private static func walk(_ placements: [Placement]) -> SimulatedWalk {
    var effects = SensorEffects()
    effects.accelerometerNoise = 0.03
    effects.gyroscopeNoise = 0.003
    return WalkSimulator(effects: effects, placements: placements).walk(program)
  }

  private static func seen(_ walk: SimulatedWalk, by placements: Set<Placement>) -> GaitResult {
    var recording = walk.recording
    recording.sensors.removeAll { !placements.contains($0.placement) }
    return GaitAnalysis()(recording)
  }

  @Test("feet give the strides and the back says how the trunk moved in each of their bouts")
  func together() throws {
    let walk = Self.walk([.leftFoot, .rightFoot, .lowerBack])
    let both = GaitAnalysis()(walk.recording)
    let feet = Self.seen(walk, by: [.leftFoot, .rightFoot])
    #expect(both.strides == feet.strides)
    #expect(both.events == feet.events)
    #expect(both.sensors.map(\.placement) == [.leftFoot, .rightFoot, .lowerBack])
    #expect(both.bouts.map(\.direction) == [.forward, .backward])
    for (bout, foot) in zip(both.bouts, feet.bouts) {
      #expect(foot.trunk == nil)
      let trunk = try #require(bout.trunk)
      // A step of each foot is one of the trunk; the first and last may be missed.
      #expect((bout.strides - 4...bout.strides + 1).contains(trunk.steps))
      #expect(try #require(trunk.strideRegularity.up) > 0.7)
      #expect(try #require(trunk.rms.up) > 0.2)
    }
  }

  @Test("the back alone gives strides, bouts and how the trunk moved in them")
  func alone() throws {
    let result = Self.seen(Self.walk([.leftFoot, .rightFoot, .lowerBack]), by: [.lowerBack])
    #expect(result.bouts.count == 2)
    #expect(result.bouts.allSatisfy { $0.trunk != nil })
    #expect(result.strides.allSatisfy { $0.contact == nil })
  }

  @Test("a back sensor of another walk is noticed")
  func otherWalk() {
    var recording = Self.walk([.leftFoot, .rightFoot]).recording
    let other = WalkSimulator(placements: [.lowerBack]).walk(.straight(.forward, strides: 40))
    recording.sensors += other.recording.sensors
    #expect(GaitAnalysis()(recording).warnings.contains { $0.code == .feetContradictBackCount })
  }

  @Test("a back sensor that was declared the wrong way round disagrees with the feet, which are used")
  func wrongFront() throws {
    var recording = Self.walk([.leftFoot, .rightFoot, .lowerBack]).recording
    let index = try #require(recording.sensors.firstIndex { $0.placement == .lowerBack })
    #expect(!GaitAnalysis()(recording).warnings.contains { $0.code == .feetContradictBackDirection })
    recording.details.front = try Self.opposite(of: recording.sensors[index])
    let result = GaitAnalysis()(recording)
    #expect(result.warnings.contains { $0.code == .feetContradictBackDirection })
    #expect(result.bouts.map(\.direction) == [.forward, .backward])
  }

  /// The axis of the sensor that points to the wearer's back.
  private static func opposite(of stream: SensorStream) throws -> SensorAxis {
    let front = try #require(LowerBackAnalysis()(stream).findings.alignment?.rotation.first)
    let strongest = try #require((0..<3).max { abs(front[$0]) < abs(front[$1]) })
    let axes: [(SensorAxis, SensorAxis)] = [(.x, .minusX), (.y, .minusY), (.z, .minusZ)]
    return front[strongest] > 0 ? axes[strongest].1 : axes[strongest].0
  }
}
