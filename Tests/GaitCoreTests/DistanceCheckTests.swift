import GaitModel
import GaitSimulation
import Testing

@testable import GaitCore

@Suite("A walked distance that the feet contradict")
struct DistanceCheckTests {
  /// Twelve strides of 1.2 m of each foot.
  private func warnings(walkedDistance: Double) -> [GaitWarning] {
    let strides = WalkProgram.Walk(.forward, strides: 12, strideLength: 1.2, speed: 1.1)
    let details = RecordingDetails(walkedDistance: walkedDistance)
    let walk = WalkSimulator().walk(WalkProgram([.stand(3), .walk(strides), .stand(3)]), details: details)
    var analysis = ChunkedAnalysis()
    analysis.add(walk.recording)
    return analysis.result?.result.warnings ?? []
  }

  @Test("a distance in another unit is told, with both numbers", arguments: [1440.0, 47, 4])
  func contradicted(meters: Double) throws {
    let told = warnings(walkedDistance: meters).compactMap { warning -> (given: Double, measured: Double)? in
      guard case .walk(.distanceContradicted(let given, let measured)) = warning else { return nil }
      return (given, measured)
    }
    let found = try #require(told.first)
    #expect(told.count == 1)
    #expect(found.given == meters)
    #expect(abs(found.measured - 14.4) < 1.3)
  }

  @Test(
    "the true distance, and one measured a little before and behind the walk, are not", arguments: [13.0, 14.4, 16])
  func agrees(meters: Double) {
    #expect(!warnings(walkedDistance: meters).contains { $0.code == .distanceContradicted })
  }
}
