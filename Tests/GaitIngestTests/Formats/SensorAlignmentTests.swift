import Foundation
import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("Sensors on one clock")
struct SensorAlignmentTests {
  /// A person who walks, turns and stands at odd times, as a person does in a clinic.
  private static func walk(minutes: Int) -> [Placement: SensorStream] {
    var parts: [WalkProgram.Part] = [.stand(4)]
    for k in 0..<(minutes * 2) {
      let strides = 6 + (k * 7) % 9
      parts.append(.walk(.init(k % 3 == 1 ? .backward : .forward, strides: strides, strideLength: 1.2, speed: 1.1)))
      parts.append(.stand(2 + Double((k * 5) % 7)))
      if k % 2 == 0 { parts.append(.turn(degrees: 180, steps: 5)) }
      parts.append(.stand(3 + Double((k * 3) % 5)))
    }
    let walk = WalkSimulator(seed: 5).walk(WalkProgram(parts))
    return Dictionary(uniqueKeysWithValues: walk.recording.sensors.map { ($0.placement, $0) })
  }

  private func sensor(
    _ stream: SensorStream, from start: Double, drift: Double = 0, origin: ClockOrigin = .unknown
  ) -> SensorAlignment.Sensor {
    let first = stream.time.firstIndex { $0 >= start } ?? 0
    let range = first..<stream.count
    return .init(
      placement: stream.placement, file: "\(stream.placement.rawValue).csv",
      signals: SensorSignals(
        // The clock has a zero of its own, and loses `drift` in a second.
        time: range.map { 1000 + (stream.time[$0] - stream.time[first]) / (1 + drift) }, origin: origin,
        acceleration: stream.acceleration[range], angularVelocity: stream.angularVelocity[range]))
  }

  @Test(
    "sensors without a common zero are set by their motion, and how sure that is is said", arguments: [0.6, 3.7, 21.3])
  func byMotion(late: Double) throws {
    let streams = Self.walk(minutes: 4)
    var sensors = [
      sensor(try #require(streams[.leftFoot]), from: 0), sensor(try #require(streams[.rightFoot]), from: late),
    ]
    let (start, warnings) = SensorAlignment().align(&sensors)
    #expect(start == .unknown)
    #expect(warnings.count == 1)
    #expect(warnings[0].code == .clocksAlignedByMotion)
    let relation = try #require(sensors[1].relation)
    // Steps do not refine what starts and stops tell: a limp would be lost.
    #expect(relation.uncertainty >= 0.4)
    #expect(abs(relation.offset - late) < 2 * relation.uncertainty, "\(relation)")
    #expect(sensors.compactMap(\.signals.time.first).min() == 0)
    #expect(abs((sensors[1].signals.time[0] - sensors[0].signals.time[0]) - relation.offset) < 1e-9)
  }

  @Test("columns of one table, and tables that begin and end together, are never shifted against each other")
  func sharedClock() throws {
    let streams = Self.walk(minutes: 2)
    let (left, right) = (try #require(streams[.leftFoot]), try #require(streams[.rightFoot]))
    var together = [sensor(left, from: 0), sensor(right, from: 0)]
    #expect(SensorAlignment().align(&together).warnings.isEmpty)
    #expect(together[0].signals.time == together[1].signals.time)
    var oneTable = [sensor(left, from: 0), sensor(right, from: 5)]
    oneTable[1].file = oneTable[0].file
    #expect(SensorAlignment().align(&oneTable).warnings.isEmpty)
    #expect(oneTable[1].relation == nil)
  }

  @Test("a drift of 100 ppm over an hour is found and corrected")
  func drift() throws {
    let stream = try #require(Self.walk(minutes: 3)[.leftFoot])
    // An hour of the same three minutes would fit at many offsets: pauses between them differ.
    var time: [Double] = []
    var rows: [Int] = []
    var end = 0.0
    for k in 0..<14 {
      let pause = 20 + Double((k * k * 13) % 37)
      for i in stream.time.indices where i % 4 == 0 {
        time.append(end + stream.time[i] - stream.time[0])
        rows.append(i)
      }
      end = (time.last ?? 0) + pause
    }
    func series(_ series: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: rows.map { series.x[$0] }, y: rows.map { series.y[$0] }, z: rows.map { series.z[$0] })
    }
    let (force, turning) = (series(stream.acceleration), series(stream.angularVelocity))
    func sensor(_ placement: Placement, _ time: [Double]) -> SensorAlignment.Sensor {
      .init(
        placement: placement, file: "\(placement.rawValue).csv",
        signals: SensorSignals(time: time, origin: .unknown, acceleration: force, angularVelocity: turning))
    }
    let late = time.map { ($0 - 5) / (1 + 1e-4) }
    let first = late.firstIndex { $0 >= 0 } ?? 0
    // A foot and its shank, which turn together; the steps of two feet would not be alike.
    var sensors = [sensor(.leftFoot, time), sensor(.leftShank, late)]
    sensors[1].signals.time = late.map { $0 - late[first] }
    let (_, warnings) = SensorAlignment().align(&sensors)
    let relation = try #require(sensors[1].relation)
    #expect(abs(relation.drift - 1e-4) < 2e-5, "\(relation)")
    #expect(warnings[0].hasDrift)
    let errors = zip(sensors[0].signals.time, sensors[1].signals.time).map { abs($0 - $1) }
    #expect((errors.max() ?? 1) < 0.15)
  }

  @Test("clocks in UTC and in local time each keep the time between sensors")
  func absolute() throws {
    let streams = Self.walk(minutes: 1)
    let (left, right) = (try #require(streams[.leftFoot]), try #require(streams[.rightFoot]))
    for origins in [(ClockOrigin.utc(1e9), ClockOrigin.utc(1e9 + 2.5)), (.local(1e9), .local(1e9 + 2.5))] {
      var sensors = [sensor(left, from: 0, origin: origins.0), sensor(right, from: 0, origin: origins.1)]
      let (start, warnings) = SensorAlignment().align(&sensors)
      #expect(warnings.isEmpty)
      #expect(abs(sensors[1].signals.time[0] - 2.5) < 1e-6)
      #expect(sensors[0].signals.time[0] == 0)
      #expect(start == (origins.0 == .utc(1e9) ? .utc(1e9 + 1000) : .local(1e9 + 1000)))
    }
  }

  @Test("a sensor that saw nothing of the walk is taken to have started together, and that is said")
  func nothingInCommon() throws {
    let stream = try #require(Self.walk(minutes: 1)[.leftFoot])
    var table = sensor(stream, from: 5)
    let zeros = [Double](repeating: 0, count: table.signals.time.count)
    table.placement = .rightFoot
    table.file = "right_foot.csv"
    table.signals.angularVelocity = TriaxialSeries(x: zeros, y: zeros, z: zeros)
    table.signals.acceleration = TriaxialSeries(x: zeros, y: zeros, z: zeros.map { $0 + 9.81 })
    var sensors = [sensor(stream, from: 0), table]
    let (_, warnings) = SensorAlignment().align(&sensors)
    #expect(warnings.count == 1)
    #expect(warnings.first?.code == .clocksAssumed)
    #expect(sensors[1].relation == nil)
  }

  @Test(
    "real feet whose common clock is hidden are set right, or not at all",
    .enabled(if: FileManager.default.fileExists(atPath: RecordingReaderTests.recordings), "needs ../shared/recordings"))
  func realFeet() throws {
    let root = RecordingReaderTests.recordings
    var errors: [(seconds: Double, uncertainty: Double)] = []
    var undecided = 0
    let sets = try FileManager.default.contentsOfDirectory(atPath: root).sorted().filter { !$0.contains(".") }
    // The feet of felius have clocks of their own already: there is no common one to be found again.
    for set in sets where set != "felius" {
      for path in RecordingFinder().recordings(at: ["\(root)/\(set)"]) {
        // Some recordings there are to be refused.
        guard let recording = try? RecordingReader().recording(at: path) else { continue }
        guard let left = recording[.leftFoot], let right = recording[.rightFoot], recording.duration > 30 else {
          continue
        }
        let late = (right.time.first ?? 0) - (left.time.first ?? 0) + 4
        var sensors = [
          sensor(left, from: left.time[0]), sensor(right, from: right.time[0] + 4),
        ]
        _ = SensorAlignment().align(&sensors)
        guard let relation = sensors[1].relation else {
          undecided += 1
          continue
        }
        errors.append((abs(relation.offset - late), relation.uncertainty))
      }
    }
    #expect(errors.allSatisfy { $0.seconds < 2 * $0.uncertainty }, "\(errors)")
    #expect(errors.count >= undecided, "half of the recordings are decided")
  }
}
