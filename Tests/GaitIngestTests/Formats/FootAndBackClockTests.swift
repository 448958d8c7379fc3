import Foundation
import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("A foot and the lower back on one clock")
struct FootAndBackClockTests {
  private let foot: SensorStream
  private let back: SensorStream

  init() throws {
    var parts: [WalkProgram.Part] = [.stand(4)]
    for k in 0..<6 {
      let strides = 6 + (k * 7) % 9
      parts.append(.walk(.init(k % 3 == 1 ? .backward : .forward, strides: strides, strideLength: 1.2, speed: 1.1)))
      parts.append(.stand(3 + Double((k * 5) % 7)))
      if k % 2 == 0 { parts.append(.turn(degrees: 180, steps: 5)) }
    }
    let walk = WalkSimulator(seed: 7, effects: .realistic, placements: [.leftFoot, .lowerBack])
      .walk(WalkProgram(parts)).recording
    foot = try #require(walk[.leftFoot])
    back = try #require(walk[.lowerBack])
  }

  /// The sensor as its own file would have it: from `start` on, on a clock of its own that loses `drift` in a second.
  private func sensor(
    _ placement: Placement, time: [Double], _ force: TriaxialSeries, _ turn: TriaxialSeries, from start: Double = 0,
    drift: Double = 0
  ) -> SensorAlignment.Sensor {
    let first = time.firstIndex { $0 >= start } ?? 0
    return .init(
      placement: placement, file: "\(placement.rawValue).csv",
      signals: SensorSignals(
        time: time[first...].map { 500 + ($0 - time[first]) / (1 + drift) }, origin: .unknown,
        acceleration: force[first..<time.count], angularVelocity: turn[first..<time.count]))
  }

  @Test(
    "the back that started later, or earlier, is set to a tenth of a second, as sure as is said",
    arguments: [2.4, 17.8, -6.3])
  func offset(late: Double) throws {
    var sensors = [
      sensor(.leftFoot, time: foot.time, foot.acceleration, foot.angularVelocity, from: max(0, -late)),
      sensor(.lowerBack, time: back.time, back.acceleration, back.angularVelocity, from: max(0, late)),
    ]
    let (_, warnings) = SensorAlignment().align(&sensors)
    let relation = try #require(sensors[1].relation)
    #expect(abs(relation.offset - late) < 0.1, "\(relation)")
    #expect(abs(relation.offset - late) < 3 * relation.uncertainty, "\(relation)")
    #expect(relation.drift == 0)
    #expect(warnings.map(\.code) == [.clocksAlignedByMotion])
  }

  @Test("tables that begin and end together share a clock, and are not set by their motion")
  func together() {
    var sensors = [
      sensor(.leftFoot, time: foot.time, foot.acceleration, foot.angularVelocity),
      sensor(.lowerBack, time: back.time, back.acceleration, back.angularVelocity),
    ]
    let (_, warnings) = SensorAlignment().align(&sensors)
    #expect(warnings.isEmpty)
    #expect(sensors[1].relation == nil)
    #expect(sensors[1].signals.time.first == sensors[0].signals.time.first)
  }

  @Test(
    "a real foot and back whose common clock is hidden are as near as is said, and some to a tenth of a second",
    .enabled(if: FileManager.default.fileExists(atPath: RecordingReaderTests.recordings), "needs ../shared/recordings"))
  func real() throws {
    let root = RecordingReaderTests.recordings
    var sure = 0
    for path in RecordingFinder().recordings(at: ["\(root)/tripod", "\(root)/voisard"]) {
      let recording = try RecordingReader().recording(at: path)
      let (foot, back) = (try #require(recording[.leftFoot]), try #require(recording[.lowerBack]))
      let start = back.time[0] + 2.4
      var sensors = [
        sensor(.leftFoot, time: foot.time, foot.acceleration, foot.angularVelocity, from: foot.time[0]),
        sensor(.lowerBack, time: back.time, back.acceleration, back.angularVelocity, from: start),
      ]
      _ = SensorAlignment().align(&sensors)
      guard let relation = sensors[1].relation else { continue }
      let first = back.time.first { $0 >= start } ?? 0
      let error = abs(relation.offset - (first - foot.time[0]))
      #expect(error < 2 * relation.uncertainty, "\(recording.name): \(relation)")
      if error < 0.1 { sure += 1 }
    }
    #expect(sure > 0)
  }

  @Test("a drift of 80 ppm over an hour is estimated, and corrected from the first minute to the last")
  func drift() throws {
    // The same walk again and again for an hour, at half the rate, with pauses of different lengths in between.
    var time: [Double] = []
    var rows: [Int] = []
    var begin = 0.0
    var round = 0
    while begin < 3600 {
      for i in stride(from: 0, to: foot.count, by: 2) {
        time.append(begin + foot.time[i])
        rows.append(i)
      }
      let pause = 15 + Double((round * round * 13) % 37)
      for k in 1..<Int(pause * 50) {
        time.append(begin + foot.time[foot.count - 1] + Double(k) / 50)
        rows.append(k % 100)
      }
      begin = (time.last ?? 0) + 0.02
      round += 1
    }
    func series(_ series: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: rows.map { series.x[$0] }, y: rows.map { series.y[$0] }, z: rows.map { series.z[$0] })
    }
    let (true80ppm, late) = (8e-5, 3.2)
    var sensors = [
      sensor(.leftFoot, time: time, series(foot.acceleration), series(foot.angularVelocity)),
      sensor(
        .lowerBack, time: time, series(back.acceleration), series(back.angularVelocity), from: late, drift: true80ppm),
    ]
    let (_, warnings) = SensorAlignment().align(&sensors)
    let relation = try #require(sensors[1].relation)
    #expect(abs(relation.drift - true80ppm) < 2e-5, "\(relation)")
    #expect(abs(relation.offset - late) < 0.15, "\(relation)")
    #expect(warnings[0].hasDrift)
    // The back's sample of each moment now stands at the moment that the foot has for it.
    let first = time.firstIndex { $0 >= late } ?? 0
    let errors = zip(time[first...], sensors[1].signals.time).map { $1 - ($0 + sensors[0].signals.time[0]) }
    let uncorrected = true80ppm * 3600
    let largest = errors.map(abs).max() ?? 1
    #expect(largest < 0.15 && largest < uncorrected, "\(errors.first ?? 0) \(errors.last ?? 0)")
  }
}
