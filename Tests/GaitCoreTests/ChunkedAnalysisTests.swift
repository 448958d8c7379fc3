import GaitCore
import GaitModel
import GaitSimulation
import Testing

@Suite("The analysis of a recording in chunks")
struct ChunkedAnalysisTests {
  private static let walk = WalkSimulator(placements: [.leftFoot, .rightFoot, .lowerBack]).walk(
    WalkProgram([
      .stand(6), .walk(.usual(.forward, strides: 12)), .stand(8), .walk(.usual(.backward, strides: 12)), .stand(6),
    ]))
  /// In the middle of the second stand.
  private static let cut: Double = {
    let ends = walk.strides.filter { $0.direction == .forward }.map(\.end)
    return (ends.max() ?? 0) + 4
  }()

  private static func part(_ recording: Recording, _ range: ClosedRange<Double>) -> Recording {
    var part = recording
    part.sensors = recording.sensors.map { sensor in
      let rows = sensor.time.indices.filter { range.contains(sensor.time[$0]) }
      let run = (rows.first ?? 0)..<((rows.last ?? -1) + 1)
      return SensorStream(
        placement: sensor.placement, time: Array(sensor.time[run]), acceleration: sensor.acceleration[run],
        angularVelocity: sensor.angularVelocity[run], timing: sensor.timing)
    }
    return part
  }

  private static func analyzed(_ chunks: [Recording]) throws -> (recording: Recording, result: GaitResult) {
    var analysis = ChunkedAnalysis()
    for chunk in chunks { analysis.add(chunk) }
    return try #require(analysis.result)
  }

  @Test("strides that a person of that height does not take are doubted", arguments: [1.75, 0.9])
  func height(meters: Double) throws {
    var recording = Self.walk.recording
    recording.details.height = meters
    let warnings = try Self.analyzed([recording]).result.warnings
    #expect(
      warnings.contains { $0.code == .heightContradicted } == (meters < 1))
  }

  @Test("finds the strides, bouts and numbers that the whole recording has")
  func sameAsWhole() throws {
    let whole = GaitAnalysis()(Self.walk.recording)
    let (recording, result) = try Self.analyzed([
      Self.part(Self.walk.recording, 0...Self.cut), Self.part(Self.walk.recording, (Self.cut + 0.001)...1000),
    ])
    #expect(result.strides.count == whole.strides.count)
    for (stride, other) in zip(result.strides, whole.strides) {
      #expect(
        (stride.foot, stride.number, stride.bout, stride.direction) == (
          other.foot, other.number, other.bout, other.direction
        ))
      #expect(abs(stride.end - other.end) < 0.01)
      #expect(abs((stride.length ?? 0) - (other.length ?? 0)) < 0.02)
    }
    #expect(result.curves.map(\.number).sorted() == whole.curves.map(\.number).sorted())
    #expect(result.signals.map(\.number).sorted() == whole.signals.map(\.number).sorted())
    #expect(result.bouts.map(\.number) == [1, 2])
    #expect(result.bouts.allSatisfy { $0.trunk != nil })
    #expect(result.sensors.map(\.samples) == whole.sensors.map(\.samples))
    #expect(abs(recording.duration - Self.walk.recording.duration) < 0.02)
    #expect(recording.warnings == [.files(.analyzedInChunks(2))])
  }

  @Test("a single chunk is analyzed as the recording itself")
  func single() throws {
    let (recording, result) = try Self.analyzed([Self.walk.recording])
    #expect(recording.duration == Self.walk.recording.duration)
    #expect(recording.sensors.map(\.placement) == Self.walk.recording.sensors.map(\.placement))
    #expect(recording.warnings == Self.walk.recording.warnings)
    #expect(result == GaitAnalysis()(Self.walk.recording))
  }

  @Test("a warning of some chunks has their number")
  func warnings() throws {
    var second = Self.part(Self.walk.recording, (Self.cut + 0.001)...1000)
    let warning = GaitWarning.table(.leftFoot, .paused(1))
    second.warnings = [warning]
    let first = Self.part(Self.walk.recording, 0...Self.cut)
    let (_, result) = try Self.analyzed([first, second])
    #expect(result.warnings.contains(.inChunks(1, of: 2, warning)))
    var warned = first
    warned.warnings = second.warnings
    #expect(try Self.analyzed([warned, second]).result.warnings.contains(warning))
  }

  @Test("a chunk in which nothing was measured adds nothing and changes nothing")
  func nothingMeasured() throws {
    var empty = Self.part(Self.walk.recording, 0...3)
    for k in empty.sensors.indices {
      let missing = empty.sensors[k].time.map { _ in Double.nan }
      let series = TriaxialSeries(x: missing, y: missing, z: missing)
      (empty.sensors[k].acceleration, empty.sensors[k].angularVelocity) = (series, series)
    }
    let (_, result) = try Self.analyzed([empty, Self.walk.recording])
    let whole = GaitAnalysis()(Self.walk.recording)
    #expect(result.strides == whole.strides)
    #expect(result.bouts == whole.bouts)
  }

  @Test("no chunk gives no result")
  func none() {
    #expect(ChunkedAnalysis().result == nil)
  }
}
