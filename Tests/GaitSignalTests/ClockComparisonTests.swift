import GaitModel
import Testing

@testable import GaitSignal

@Suite("Clocks by motion")
struct ClockComparisonTests {
  private static let rate = 50.0

  /// The trace of a body part that shakes in `bursts`, given in seconds, whose clock is `late`.
  private func trace(_ bursts: [ClosedRange<Double>], seconds: Double = 200, late: Double = 0) throws -> MotionTrace {
    let time = (0..<Int(seconds * Self.rate)).map { Double($0) / Self.rate }
    let force = time.map { t in
      9.81 + (bursts.contains { $0.contains(t + late) } ? 5 * sine(2 * .pi * 1.8 * (t + late)) : 0)
    }
    let zero = [Double](repeating: 0, count: time.count)
    return try #require(
      MotionTrace(time: time, acceleration: TriaxialSeries(x: zero, y: zero, z: force)))
  }

  @Test("walks and pauses of unequal length set two clocks against each other", arguments: [0.0, 3.3, 17.5])
  func unequal(late: Double) throws {
    let bursts = [10.0...25, 40...47, 70...95, 120...126, 150...170]
    let relation = try #require(ClockComparison().relation(try trace(bursts), try trace(bursts, late: late)))
    #expect(abs(relation.offset - late) < 0.2 && relation.drift == 0 && relation.uncertainty >= 0.4)
  }

  @Test("walks that return every twenty seconds fit at many offsets, and tell none")
  func periodic() throws {
    let bursts = (0..<10).map { 20 * Double($0)...(20 * Double($0) + 8) }
    #expect(ClockComparison().relation(try trace(bursts), try trace(bursts)) == nil)
  }

  @Test("a body part that does not move tells nothing")
  func still() throws {
    #expect(ClockComparison().relation(try trace([10...25]), try trace([])) == nil)
  }

  @Test("a value is held over half a second without samples, and then taken for rest")
  func held() throws {
    var time = (0..<100).map { Double($0) / Self.rate }
    time += time.map { $0 + 5 }
    // The force grows by 4 m/s³.
    let force = (0..<200).map { 9.81 + Double($0) * 4 / Self.rate }
    let zero = [Double](repeating: 0, count: 200)
    let trace = try #require(MotionTrace(time: time, acceleration: TriaxialSeries(x: zero, y: zero, z: force)))
    #expect(abs(trace.jolts[50] - 2) < 1e-6 && abs(trace.jolts[120] - 2) < 1e-6)
    #expect(trace.jolts[130..<249].allSatisfy { $0 == 0 } && abs(trace.jolts[260] - 2) < 1e-6)
  }

  @Test("without two times that follow each other there is no trace")
  func noTrace() {
    let none = TriaxialSeries()
    #expect(MotionTrace(time: [], acceleration: none) == nil)
    let two = TriaxialSeries(x: [0, 0], y: [0, 0], z: [1, 1])
    #expect(MotionTrace(time: [3, 3], acceleration: two) == nil)
    #expect(MotionTrace(time: [3, 4], acceleration: none) == nil)
  }
}
