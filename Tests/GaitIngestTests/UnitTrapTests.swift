import Foundation
import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

/// Files whose units, gravity or axes are not what they say: each is told by physics, left as it is, and read rightly once
/// the user says how.
@Suite("Files that do not hold what they say")
struct UnitTrapTests {
  private let truth: SensorStream

  init() throws {
    let program = try ProgramText("stand 3, forward 14, turn 180, backward 8, stand 3").program
    var effects = SensorEffects.realistic
    effects.mounting = [0.4, -0.3, 1.1]
    truth = try #require(WalkSimulator(effects: effects).walk(program).recording[.leftFoot])
  }

  private func scaled(_ series: TriaxialSeries, _ factors: [Double]) -> TriaxialSeries {
    TriaxialSeries(
      x: series.x.map { $0 * factors[0] }, y: series.y.map { $0 * factors[1] }, z: series.z.map { $0 * factors[2] })
  }

  /// A plain file of the walk, the numbers of its signals multiplied.
  private func file(
    force: [Double] = [1, 1, 1], turn: [Double] = [1, 1, 1], header: (String) -> String = { $0 }
  ) throws -> Export {
    var stream = truth
    stream.acceleration = scaled(truth.acceleration, force)
    stream.angularVelocity = scaled(truth.angularVelocity, turn)
    let text = String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self)
    let lines = text.split(separator: "\n", maxSplits: 1)
    return try Export(["left_foot.csv": header(String(lines[0])) + "\n" + lines[1]])
  }

  /// What inspect tells of the file beside its numbers.
  private func told(_ export: Export) -> String {
    let inspection = RecordingInspector().inspect(export.folder.path + "/left_foot.csv").inspection
    return InspectionText().lines(of: inspection).map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }

  /// That `map` reads the file as the walk was, and nothing is doubted any more.
  private func expectTruth(_ export: Export, map: String) throws {
    let recording = try export.recording("left_foot.csv", mapping: try ColumnMapping(map))
    let stream = recording.sensors[0]
    #expect(recording.warnings.isEmpty, "\(recording.warnings)")
    for (found, true_) in [
      (stream.acceleration, truth.acceleration), (stream.angularVelocity, truth.angularVelocity),
    ] {
      let errors = zip(found.x + found.y + found.z, true_.x + true_.y + true_.z).map { abs($0 - $1) }
      #expect((errors.max() ?? 1) < 0.01)
    }
  }

  @Test("a file that holds what it says is not doubted")
  func sound() throws {
    let recording = try file().recording("left_foot.csv")
    #expect(recording.warnings.isEmpty)
  }

  @Test("acceleration in g under names of m/s² is refused with what to write instead, and read so on request")
  func gravities() throws {
    let export = try file(force: [1, 1, 1].map { $0 / TrueMotion.standardGravity })
    let message = try export.refusal("left_foot.csv")
    #expect(message.contains("the numbers look like g"))
    #expect(told(export).contains("the numbers look like g"))
    try expectTruth(export, map: "time=1:s acc=2,3,4:g gyr=5,6,7:deg/s")
  }

  @Test("acceleration in m/s² under names of g is refused with what to write instead, and read so on request")
  func metric() throws {
    let export = try file { $0.replacing("m_s2", with: "g") }
    #expect(try export.refusal("left_foot.csv").contains("the numbers look like m/s²"))
    try expectTruth(export, map: "time=1:s acc=2,3,4:m/s2 gyr=5,6,7:deg/s")
  }

  @Test("turning in °/s under names of rad/s is refused with what to write instead, and read so on request")
  func degrees() throws {
    let export = try file { $0.replacing("deg_s", with: "rad_s") }
    let message = try export.refusal("left_foot.csv")
    #expect(message.contains("as if °/s were declared as rad/s") && message.contains("gyr_x_deg_s"))
    try expectTruth(export, map: "time=1:s acc=2,3,4:m/s2 gyr=5,6,7:deg/s")
  }

  @Test("turning in rad/s under names of °/s is refused with what to write instead, and read so on request")
  func radians() throws {
    let k = Double.pi / 180
    let export = try file(turn: [k, k, k])
    let message = try export.refusal("left_foot.csv")
    #expect(message.contains("as if rad/s were declared as °/s") && message.contains("gyr_x_rad_s"))
    #expect(told(export).contains("as if rad/s were declared as °/s"))
    try expectTruth(export, map: "time=1:s acc=2,3,4:m/s2 gyr=5,6,7:rad/s")
  }

  @Test("left-handed axes are a warning, change no number, and are turned round on request", arguments: 0..<3)
  func leftHanded(axis: Int) throws {
    let signs = (0..<3).map { $0 == axis ? -1.0 : 1 }
    let export = try file(force: signs, turn: signs)
    let recording = try export.recording("left_foot.csv")
    #expect(recording.warnings.map(\.code) == [.gyroscopeContradictsAccelerometer])
    #expect(told(export).contains("left-handed"))
    let found = recording.sensors[0].acceleration.z
    #expect(zip(found, truth.acceleration.z).allSatisfy { abs($0 - signs[2] * $1) < 1e-3 })
    func columns(_ first: Int) -> String {
      (0..<3).map { (signs[$0] < 0 ? "-" : "") + "\(first + $0)" }.joined(separator: ",")
    }
    try expectTruth(export, map: "time=1:s acc=\(columns(2)):m/s2 gyr=\(columns(5)):deg/s")
  }

  @Test("acceleration without gravity is refused, whatever the unit that is declared")
  func withoutGravity() throws {
    // The trunk hardly turns, so that its mean force is gravity.
    let program = try ProgramText("stand 3, forward 14, stand 3").program
    var stream = try #require(
      WalkSimulator(effects: .realistic, placements: [.lowerBack]).walk(program).recording[.lowerBack])
    func centered(_ column: [Double]) -> [Double] {
      let mean = column.reduce(0, +) / Double(column.count)
      return column.map { $0 - mean }
    }
    let force = stream.acceleration
    stream.acceleration = TriaxialSeries(x: centered(force.x), y: centered(force.y), z: centered(force.z))
    let text = String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self)
    let export = try Export(["lower_back.csv": text])
    #expect(try export.refusal("lower_back.csv").contains("gravity seems to have been removed"))
    let inspection = RecordingInspector().inspect(export.folder.path + "/lower_back.csv")
    #expect(inspection.error?.description.contains("gravity seems to have been removed") == true)
    #expect(inspection.recording != nil, "its signals are shown all the same")
  }

  /// Strides of 0.8 s: half a second of stance, in which the foot trembles by `tremble` m/s², then a swing that turns
  /// evenly at 8 rad/s and feels `swinging` m/s² without change.
  private func strides(tremble: Double, swinging: Double, unit: Double = 1) -> SensorStream {
    let times = (0..<400).map { Double($0) / 100 }
    let isStance = times.map { $0.truncatingRemainder(dividingBy: 0.8) < 0.5 }
    let force = zip(times, isStance).map { ($1 ? 9.81 + tremble * sin(97 * $0) : swinging) * unit }
    let zeros = [Double](repeating: 0, count: times.count)
    return SensorStream(
      placement: .leftFoot, time: times, acceleration: TriaxialSeries(x: zeros, y: zeros, z: force),
      angularVelocity: TriaxialSeries(x: zeros, y: isStance.map { $0 ? 0.1 : 8 }, z: zeros),
      timing: SampleTiming(rate: 100, jitter: 0, gaps: []))
  }

  @Test("brisk walking without rest is not refused for what an evenly turning foot feels", arguments: [16.0, 20, 4.5])
  func evenSwing(swinging: Double) throws {
    try PhysicsCheck(SignalEvidence(strides(tremble: 2, swinging: swinging))).check()
    #expect(throws: IngestError.self) {
      try PhysicsCheck(SignalEvidence(strides(tremble: 2, swinging: 16, unit: 0.102))).check()
    }
    #expect(throws: IngestError.self) {
      try PhysicsCheck(SignalEvidence(strides(tremble: 2, swinging: 16, unit: 9.81))).check()
    }
  }
}
