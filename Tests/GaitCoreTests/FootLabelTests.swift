import GaitModel
import GaitSimulation
import Testing

@testable import GaitCore

@Suite("Labels of feet, checked against the way they move")
struct FootLabelTests {
  private static let circle = WalkProgram(
    [.stand(2), .walk(.init(.forward, strides: 14, strideLength: 1.1, speed: 1.0, curve: 30)), .stand(2)],
    stepWidth: 0.2)

  /// The recording with the labels of the two feet exchanged.
  private func exchanged(_ recording: Recording) -> Recording {
    var recording = recording
    for k in recording.sensors.indices {
      recording.sensors[k].placement = recording.sensors[k].placement == .leftFoot ? .rightFoot : .leftFoot
    }
    recording.sensors.sort { $0.placement < $1.placement }
    return recording
  }

  private func warnings(_ recording: Recording) -> [GaitWarning] { GaitAnalysis()(recording).warnings }

  @Test("in a turn the outer foot goes farther, so exchanged labels are noticed and kept", arguments: [30.0, -30])
  func turns(curve: Double) {
    var program = Self.circle
    program.parts[1] = .walk(.init(.forward, strides: 14, strideLength: 1.1, speed: 1.0, curve: curve))
    let walk = WalkSimulator().walk(program)
    #expect(warnings(walk.recording).isEmpty)
    let result = GaitAnalysis()(exchanged(walk.recording))
    #expect(result.warnings.count { $0.code == .feetExchanged } == 1)
    // Nothing is turned round in silence: what was recorded as left stays left.
    let left = walk.strides.filter { $0.foot == .left }.map(\.end)
    let labeledRight = result.strides.filter { $0.foot == .right }.map(\.end)
    #expect(left.count == labeledRight.count)
    #expect(zip(left, labeledRight).allSatisfy { abs($0 - $1) < 0.05 })
  }

  @Test("one turning stride says nothing about labels")
  func oneTurn() {
    let strides = (0..<3).map { k in
      let end = Double(k) * 0.6 + 1
      var stride = Stride(
        foot: k == 1 ? .right : .left, number: k + 1, finalContact: end - 0.4, end: end)
      stride.direction = .forward
      stride.turn = 1.4
      stride.length = k == 1 ? 0.4 : 1.2
      return stride
    }
    #expect(FootLabels().doubts(twists: [:], strides: strides).isEmpty)
  }

  @Test("stops and starts before turns on the spot are not taken for exchanged feet", arguments: [180.0, -180])
  func turnsOnTheSpot(turn: Double) {
    let lap: [WalkProgram.Part] = [
      .walk(.init(.forward, strides: 20, strideLength: 1.2, speed: 1.1)), .turn(degrees: turn, steps: 6),
      .walk(.init(.forward, strides: 20, strideLength: 1.2, speed: 1.1)),
      .stand(4),
    ]
    let walk = WalkSimulator().walk(WalkProgram([.stand(2)] + (0..<16).flatMap { _ in lap }))
    #expect(!warnings(walk.recording).contains { $0.code == .feetExchanged })
  }

  @Test("a distance between the feet that no body has is no evidence")
  func impossibleDistance() {
    // The walk slows down while it turns left: each left stride is 0.3 m longer than those of the right foot.
    let strides = (0..<40).map { k in
      let end = Double(k) * 0.6 + 1
      var stride = Stride(
        foot: k.isMultiple(of: 2) ? .left : .right, number: k / 2 + 1, start: end - 1.2, finalContact: end - 0.4,
        end: end)
      stride.direction = .forward
      stride.turn = 0.25
      stride.length = k.isMultiple(of: 2) ? 1.3 : 1.0
      return stride
    }
    #expect(FootLabels().doubts(twists: [:], strides: strides).isEmpty)
    // The same with feet 0.2 m apart is a pair of exchanged feet.
    let possible = strides.map { stride in
      var stride = stride
      stride.length = stride.foot == .left ? 1.05 : 1.0
      return stride
    }
    #expect(FootLabels().doubts(twists: [:], strides: possible).contains { $0.code == .feetExchanged })
  }

  @Test("a straight walk that says nothing about labels raises no doubt")
  func straight() {
    let walk = WalkSimulator().walk(.straight(strides: 12))
    #expect(warnings(walk.recording).isEmpty)
    #expect(warnings(exchanged(walk.recording)).isEmpty)
  }

  @Test("one foot's recording under both names swings at the same time")
  func sameFoot() throws {
    var recording = WalkSimulator(placements: [.leftFoot]).walk(.straight(strides: 12)).recording
    var copy = try #require(recording.sensors.first)
    copy.placement = .rightFoot
    recording.sensors.append(copy)
    #expect(warnings(recording).contains { $0.code == .feetSwingTogether })
  }

  @Test("feet that walk opposite ways are noticed, and neither is turned round")
  func oppositeWays() throws {
    let forward = WalkSimulator(placements: [.leftFoot]).walk(.straight(.forward, strides: 12)).recording
    let backward = WalkSimulator(placements: [.rightFoot])
      .walk(.straight(.backward, strides: 12, strideLength: 1.35, speed: 1.25)).recording
    let result = GaitAnalysis()(Recording(name: "mixed", sensors: forward.sensors + backward.sensors))
    #expect(result.warnings.contains { $0.code == .feetInOppositeDirections })
    #expect(result.strides.filter { $0.foot == .left }.allSatisfy { $0.direction == .forward })
    #expect(result.strides.filter { $0.foot == .right }.allSatisfy { $0.direction == .backward })
  }

  @Test("the twist at push-off tells left from right, in both feet and in one")
  func pushOff() {
    let labels = FootLabels()
    let outward = (0..<12).map { 0.2 + 0.01 * Double($0 % 5) }
    let inward = outward.map { -$0 }
    #expect(labels.doubts(twists: [.left: outward, .right: inward], strides: []).isEmpty)
    #expect(labels.doubts(twists: [.left: inward, .right: outward], strides: []).count == 1)
    #expect(labels.doubts(twists: [.left: outward], strides: []).isEmpty)
    #expect(labels.doubts(twists: [.right: outward], strides: []) == [.foot(.rightFoot, .looksLikeOther)])
    // Too few strides, or too unlike each other.
    #expect(
      labels.doubts(twists: [.left: Array(inward.prefix(5)), .right: Array(outward.prefix(5))], strides: []).isEmpty)
    let scattered = (0..<12).map { $0.isMultiple(of: 2) ? 1.5 : -1.2 }
    #expect(labels.doubts(twists: [.left: scattered.map { -$0 }, .right: scattered], strides: []).isEmpty)
  }
}
