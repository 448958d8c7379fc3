import GaitCore
import GaitModel
import GaitSignal
import GaitSimulation
import Testing

@Suite("Walks with one affected side, against simulated truth")
struct AffectedSideTests {
  /// Forward walking of a person whose right foot drops, as after a stroke: it leaves the ground with little push, swings
  /// outward for longer than the other, and lands at `pitch` degrees where the left one lands on the heel.
  private func compare(pitch: Double, strideLength: Double, speed: Double, ahead: Double) -> Comparison {
    let style = SwingStyle(
      pitchAtRelease: -28, pitchRateAtRelease: -1.2, pitchAtContact: pitch, pitchRateAtContact: 0.2, lift: 0.03,
      circumduction: 0.06, landingDeceleration: 12, releaseShare: 0.16, loadingShare: 0.08)
    var walk = WalkProgram.Walk(
      .forward, strides: 15, strideLength: strideLength, speed: speed, stanceShare: 0.72)
    walk.affected = .init(.right, style: style, stanceShare: 0.58, ahead: ahead)
    let program = WalkProgram([.stand(3), .walk(walk), .stand(3)], variability: 0.04)
    return Comparison(WalkSimulator(effects: .realistic).walk(program))
  }

  @Test(
    "a foot that lands flat or on the toes walks forward all the same, and its contacts are its own",
    arguments: [(-12.0, 0.7, 0.45, 0.08), (0, 0.7, 0.45, -0.08), (-20, 0.5, 0.3, 0.05), (-8, 0.9, 0.6, 0)])
  func dropFoot(pitch: Double, strideLength: Double, speed: Double, ahead: Double) throws {
    let result = compare(pitch: pitch, strideLength: strideLength, speed: speed, ahead: ahead)
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.count == result.truth.count)
    for (found, truth) in result.pairs {
      #expect(found.direction == .forward)
      #expect(found.contact == truth.contact)
      #expect((found.contact == .heel) == (found.foot == .left))
      #expect(found.isValid)
    }
    #expect(Comparison.worst(result.errors(\.length)) < 0.02)
    let contacts = result.errors { $0.end }
    #expect(Comparison.worst(contacts) < 0.04)
    func excursion(_ side: Side) throws -> Double {
      try #require(median(of: result.found.strides.filter { $0.foot == side }.compactMap(\.lateralExcursion)))
    }
    #expect(try excursion(.right) > 1.5 * excursion(.left))
  }

  @Test("how much longer the affected side swings is told to 0.07 s")
  func swing() throws {
    let result = compare(pitch: 0, strideLength: 0.9, speed: 0.6, ahead: 0)
    func swing(_ strides: [Stride], _ side: Side) throws -> Double {
      try #require(median(of: strides.filter { $0.foot == side }.map(\.swing)))
    }
    let truth = try swing(result.truth, .right) - swing(result.truth, .left)
    let found = try swing(result.found.strides, .right) - swing(result.found.strides, .left)
    #expect(truth > 0.2)
    #expect(abs(found - truth) < 0.07)
  }
}
