import GaitCore
import GaitModel
import GaitSimulation
import Testing

/// Clips of a few seconds that begin and end in mid-walk, from sensors turned in their case.
@Suite("Short walks without a rest, against simulated truth")
struct ShortWalkTests {
  /// Sidesteps in which the leg leans, so that the foot rolls more than it pitches.
  private static var leaning: SwingStyle {
    var style = SwingStyle.sideways
    style.lean = 16
    style.pitchAtRelease = -8
    style.pitchAtContact = -5
    return style
  }

  /// `seconds` of a walk that had begun before.
  private func clip(
    _ walk: WalkProgram.Walk, seconds: Double, placements: [Placement] = [.leftFoot, .rightFoot],
    effects: SensorEffects = .realistic, variability: Double = 0
  ) -> Comparison {
    var effects = effects
    effects.mounting = [0.7, -1.9, 0.4]
    effects.cut = 6
    effects.lostPackets.append(.init(start: 6 + seconds, length: 1000))
    let program = WalkProgram([.stand(2), .walk(walk)], variability: variability)
    var cut = WalkSimulator(effects: effects, placements: placements).walk(program)
    cut.strides.removeAll { $0.end > 6 + seconds }
    return Comparison(cut)
  }

  @Test("one foot that only sidesteps goes sideways", arguments: [3.5, 6, 12])
  func sidesteps(seconds: Double) {
    let walk = WalkProgram.Walk(.sideways, strides: 16, strideLength: 0.6, speed: 0.5, style: Self.leaning)
    let result = clip(walk, seconds: seconds, placements: [.rightFoot])
    #expect(!result.pairs.isEmpty)
    #expect(result.pairs.allSatisfy { $0.found.direction == .sideways })
  }

  @Test("a clip of a walk has its direction", arguments: [Direction.forward, .backward], [3.0, 5, 10])
  func clips(direction: Direction, seconds: Double) {
    let result = clip(.usual(direction, strides: 20), seconds: seconds, placements: [.leftFoot])
    #expect(!result.pairs.isEmpty)
    #expect(result.pairs.allSatisfy { $0.found.direction == direction })
  }

  @Test("a gyroscope's bias of 8 °/s costs no stride of a clip of a few seconds", arguments: [3.5, 6])
  func biased(seconds: Double) {
    var effects = SensorEffects.realistic
    effects.gyroscopeBias = [0.13, -0.04, 0.03]
    let result = clip(.usual(.backward, strides: 20), seconds: seconds, effects: effects)
    // The strides cut off at either end have no foot-flat phase to begin or end with.
    #expect(result.pairs.count >= result.truth.count - 2)
    #expect(result.pairs.allSatisfy { $0.found.direction == .backward })
  }

  @Test("a walk around a tight circle without a rest keeps all its strides", arguments: [10.0, 13])
  func circle(seconds: Double) {
    // The foot feels the way around as a force that turns with it, as a wrong bias would make gravity turn.
    var style = SwingStyle.forward
    style.circumduction = 0.08
    let walk = WalkProgram.Walk(.forward, strides: 24, strideLength: 1.45, speed: 1.5, curve: 80, style: style)
    let result = clip(walk, seconds: seconds, placements: [.rightFoot], variability: 0.03)
    #expect(result.pairs.count >= result.truth.count - 2)
    #expect(result.pairs.allSatisfy { $0.found.direction == .forward })
  }

  @Test("a walk of minutes without a rest, from a gyroscope with a bias, keeps its strides and their lengths")
  func long() {
    var effects = SensorEffects.realistic
    effects.gyroscopeBias = [0.03, -0.04, 0.02]
    let result = clip(.usual(.forward, strides: 110), seconds: 100, placements: [.leftFoot], effects: effects)
    #expect(result.pairs.count >= result.truth.count - 2)
    #expect(result.pairs.allSatisfy { $0.found.direction == .forward })
    #expect(Comparison.worst(result.errors(\.length)) < 0.03)
  }
}
