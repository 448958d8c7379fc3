import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("Sensors that stream")
struct StreamedClockTests {
  private func walk(_ change: (inout SensorEffects) -> Void) throws -> SensorStream {
    var effects = SensorEffects.realistic
    change(&effects)
    let program = try ProgramText("stand 3, forward 30, turn 180, forward 30, stand 3").program
    return try #require(WalkSimulator(effects: effects).walk(program).recording[.leftFoot])
  }

  private func read(_ stream: SensorStream) throws -> Recording {
    let folder = try TemporaryFolder()
    try folder.write("left_foot.csv", String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self))
    return try RecordingReader().recording(at: folder.path)
  }

  @Test("samples that were stamped on arrival get the even times of the sensor back, and the user is told")
  func bursts() throws {
    let truth = try walk { _ in }
    let streamed = try walk { $0.streaming = StreamedClock() }
    let recording = try read(streamed)
    let found = try #require(recording[.leftFoot])
    #expect(found.count == truth.count)
    #expect(abs(found.timing.rate - 100) < 0.05)
    #expect(found.timing.jitter > 0.005)
    let offsets = zip(found.time, truth.time).map { $0 - $1 }
    let (least, most) = (offsets.min() ?? 0, offsets.max() ?? 1)
    #expect(most - least < 0.012)
    #expect(recording.warnings.contains { $0.code == .stampsOfArrival && $0.placement == .leftFoot })
  }

  @Test("packets that were lost on the way are gaps")
  func lostPackets() throws {
    let streamed = try walk {
      $0.streaming = StreamedClock()
      $0.lostPackets = [.init(start: 20, length: 0.3), .init(start: 31, length: 0.6)]
    }
    let found = try #require(try read(streamed)[.leftFoot])
    #expect(found.timing.gaps.count == 2)
    #expect(zip(found.timing.gaps, [0.31, 0.61]).allSatisfy { abs($0.duration - $1) < 0.015 })
  }

  @Test("stamps that jitter give the times of the samples, and are not spoken of", arguments: [0.0, 0.0005, 0.001])
  func jitter(deviation: Double) throws {
    let truth = try walk { _ in }
    let recording = try read(try walk { $0.timeJitter = deviation })
    #expect(recording.warnings.isEmpty)
    #expect(
      zip(try #require(recording[.leftFoot]).time, truth.time).allSatisfy { abs($0 - $1) < 0.001 + 4 * deviation })
  }
}
