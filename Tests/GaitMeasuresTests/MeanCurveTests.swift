import GaitModel
import Testing

@testable import GaitMeasures

@Suite("Mean curves of the foot")
struct MeanCurveTests {
  /// Forward strides of the left foot outside bouts, whose curves are constants that rise with their number.
  private func result(count: Int) -> GaitResult {
    let numbers = 1...count
    let strides = numbers.map { number in
      var stride = Stride(foot: .left, number: number, finalContact: Double(number), end: Double(number) + 0.4)
      stride.direction = .forward
      stride.directionConfidence = 0.9
      return stride
    }
    let curves = numbers.map { number in
      let level = [Double](repeating: Double(number), count: StrideCurve.points)
      return StrideCurve(
        foot: .left, number: number, forward: level, height: level.map { $0 / 10 }, pitch: level.map { $0 * .pi / 180 })
    }
    return GaitResult(strides: strides, curves: curves)
  }

  @Test("means and spreads are of the strides, the pitch in degrees")
  func means() throws {
    let curves = MeanCurve.all(of: result(count: 3))
    let curve = try #require(curves.first)
    #expect(curves.count == 1 && curve.foot == .left && curve.direction == .forward && curve.n == 3)
    #expect(curve.forward.count == StrideCurve.points && curve.forward.allSatisfy { abs($0 - 2) < 1e-12 })
    #expect(curve.pitch.allSatisfy { abs($0 - 2) < 1e-12 })
    #expect(try #require(curve.heightSD).allSatisfy { abs($0 - 0.1) < 1e-12 })
    #expect(try #require(curve.pitchSD).allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test("a stride that is rejected, or whose direction is in doubt, is in no mean")
  func leftOut() throws {
    var walk = result(count: 4)
    walk.strides[0].rejectReason = .clipped
    walk.strides[1].directionConfidence = 0.5
    let curve = try #require(MeanCurve.all(of: walk).first)
    #expect(curve.n == 2 && abs(curve.forward[0] - 3.5) < 1e-12)
  }

  @Test("one stride has no spread")
  func single() throws {
    let curve = try #require(MeanCurve.all(of: result(count: 1)).first)
    #expect(curve.heightSD == nil && curve.pitchSD == nil && curve.height[0] == 0.1)
  }
}
