import GaitModel
import GaitSignal
import GaitSimulation
import Testing

@testable import GaitCore

@Suite("Where the toes are, declared by the user")
struct DeclaredToesTests {
  /// Sensors turned by a right angle about up, so that `y` or `-y` points to the toes.
  private func recording(_ direction: Direction, placements: [Placement] = [.leftFoot, .rightFoot]) -> Recording {
    var effects = SensorEffects.realistic
    effects.mounting = [0, 0, .pi / 2]
    return WalkSimulator(effects: effects, placements: placements).walk(.straight(direction, strides: 12)).recording
  }

  /// The axis of a sensor that the alignment takes to point to the toes.
  private func found(_ result: GaitResult, _ placement: Placement) throws -> SensorAxis {
    let sensor = try #require(result.sensors.first { $0.placement == placement })
    let front = try #require(sensor.alignment?.rotation.first)
    let vector = Vector3(front[0], front[1], front[2])
    return try #require(SensorAxis.allCases.max { $0.vector.dot(vector) < $1.vector.dot(vector) })
  }

  private func opposite(_ axis: SensorAxis) -> SensorAxis? {
    SensorAxis.allCases.first { $0.vector.dot(axis.vector) < 0 }
  }

  @Test("a right declaration makes what was found sure", arguments: [Direction.forward, .backward])
  func right(direction: Direction) throws {
    var recording = recording(direction)
    let before = GaitAnalysis()(recording)
    recording.details.toes = ToeAxes(left: try found(before, .leftFoot), right: try found(before, .rightFoot))
    let result = GaitAnalysis()(recording)
    #expect(result.strides.map(\.direction) == before.strides.map(\.direction))
    #expect(result.strides.allSatisfy { $0.direction != direction || ($0.directionConfidence ?? 0) > 0.95 })
    #expect(!result.warnings.contains { [.toesContradicted, .toesUpright].contains($0.code) })
  }

  @Test("a declaration that the foot's motion contradicts makes directions unsure, with a warning")
  func wrong() throws {
    var recording = recording(.forward, placements: [.leftFoot])
    recording.details.toes = ToeAxes(left: opposite(try found(GaitAnalysis()(recording), .leftFoot)))
    let result = GaitAnalysis()(recording)
    #expect(!result.strides.contains { $0.sureDirection == .backward })
    #expect(result.warnings.contains(.foot(.leftFoot, .toesContradicted)))
  }

  @Test("a wrong declaration of one foot leaves the other as it was")
  func otherFoot() throws {
    var recording = recording(.forward)
    let before = GaitAnalysis()(recording)
    recording.details.toes = ToeAxes(left: opposite(try found(before, .leftFoot)))
    let result = GaitAnalysis()(recording)
    #expect(result.warnings.count { $0.code == .toesContradicted } == 1)
    #expect(
      result.strides.filter { $0.foot == .right }.map(\.sureDirection)
        == before.strides.filter { $0.foot == .right }.map(\.sureDirection))
    #expect(!result.strides.contains { $0.foot == .left && $0.sureDirection != nil && $0.sureDirection != .inPlace })
  }

  @Test("an axis that points up is not used, with a warning; settings go before the recording's details")
  func upright() {
    var recording = recording(.forward)
    let before = GaitAnalysis()(recording)
    recording.details.toes = ToeAxes("left=z")
    let result = GaitAnalysis()(recording)
    #expect(result.strides == before.strides)
    #expect(result.warnings.count { $0.code == .toesUpright } == 1)
    var analysis = GaitAnalysis()
    analysis.foot.leftToes = .y
    #expect(!analysis(recording).warnings.contains { $0.code == .toesUpright })
  }

  @Test("the spelling is one axis, or one for a foot or each")
  func spelling() {
    #expect(ToeAxes("-y") == ToeAxes(left: .minusY, right: .minusY))
    #expect(ToeAxes("left=x,right=-x") == ToeAxes(left: .x, right: .minusX))
    #expect(ToeAxes("right=z") == ToeAxes(right: .z))
    for text in ["x", "left=x,right=-x", "right=z"] { #expect(ToeAxes(text)?.text == text) }
    for text in ["", "up", "left", "left=x,left=y", "left=x,", "middle=x", "left=x=y"] { #expect(ToeAxes(text) == nil) }
  }
}
