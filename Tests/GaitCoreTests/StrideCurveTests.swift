import GaitModel
import GaitSimulation
import Testing

@testable import GaitCore

@Suite("The path and pitch of a foot over the gait cycle")
struct StrideCurveTests {
  @Test(
    "curves begin and end flat on the ground, a stride apart, with the heel rising first forward and the toes last backward",
    arguments: [Direction.forward, .backward])
  func shape(_ direction: Direction) throws {
    let walk = WalkSimulator(seed: 3, effects: .realistic).walk(.straight(direction, strides: 10))
    let result = GaitAnalysis()(walk.recording)
    #expect(result.curves.count >= 16)
    for curve in result.curves {
      let stride = try #require(result.strides.first { $0.foot == curve.foot && $0.number == curve.number })
      let length = try #require(stride.length)
      let last = try #require(curve.forward.last)
      #expect(curve.forward.count == StrideCurve.points && curve.height.count == StrideCurve.points)
      #expect(curve.forward[0] == 0 && curve.height[0] == 0)
      #expect(abs(abs(last) - length) < 0.03)
      #expect((last > 0) == (direction == .forward))
      #expect(abs(curve.height[StrideCurve.points - 1]) < 0.03)
      #expect((curve.height.max() ?? 0) > 0.02)
      #expect(abs(curve.pitch[0]) < 0.1 && abs(curve.pitch[StrideCurve.points - 1]) < 0.1)
    }
  }
}
