import GaitModel
import Testing

@testable import GaitIngest

@Suite("Movella DOT CSV")
struct MovellaDOTTests {
  static let preamble = """
    sep=,
    DeviceTag:,left foot,,,,
    FirmwareVersion:,2.1.0
    AppVersion:,v2021.0.0
    SyncStatus:,Synced
    OutputRate:,60Hz
    FilterProfile:,General
    Measurement Mode:,Rate Quantities
    StartTime:,2023-03-01 10:15:00.123 Z
    © Movella Technologies B.V. 2005-2023
    """

  /// The payload 'rate quantities', or custom mode 5 with a quaternion between time and acceleration.
  static func text(
    _ motion: TrueMotion, preamble: String = preamble, firstCount: Double = 0, withQuaternion: Bool = false
  ) -> String {
    let quaternion = withQuaternion ? "Quat_W,Quat_X,Quat_Y,Quat_Z," : ""
    let header = "PacketCounter,SampleTimeFine,\(quaternion)Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z"
    let rows = motion.rows { i in
      let count = (firstCount + (motion.time[i] * 1e6).rounded()).truncatingRemainder(dividingBy: 4_294_967_296)
      return ["\(i + 1)", "\(Int(count))"] + (withQuaternion ? ["1", "0", "0", "0"] : [])
        + fixed(motion.force(i)) + fixed(motion.degrees(i)) + [""]
    }
    return preamble + "\n\n" + header + "\n" + rows
  }

  @Test("raw payloads are read in m/s² and °/s, placed by the device's tag", arguments: [false, true])
  func roundTrip(withQuaternion: Bool) throws {
    let motion = TrueMotion(rate: 60)
    let export = try Export(["D422CD.csv": Self.text(motion, withQuaternion: withQuaternion)])
    let recording = try export.recording("D422CD.csv")
    #expect(recording.sensors.map(\.placement) == [.leftFoot])
    motion.expect(recording.sensors[0])
    #expect(recording.inputs[0].format == "Movella DOT CSV")
    #expect(recording.details.startedAt == "2023-03-01T10:15:00.123Z")
    let format = try export.format("D422CD.csv")
    #expect(format.reason.contains("DeviceTag:"))
    #expect(format.units == [.definition(acceleration: "m/s²", angularVelocity: "°/s")])
  }

  @Test("the other way in which the app writes the start is read, its zone left open")
  func otherStart() throws {
    let preamble = Self.preamble.replacing(
      "StartTime:,2023-03-01 10:15:00.123 Z", with: "StartTime: ,2025-07-11_20:06:00_086 WEST")
    let export = try Export(["left_foot.csv": Self.text(TrueMotion(rate: 60), preamble: preamble)])
    #expect(try export.recording("left_foot.csv").details.startedAt == "2025-07-11T20:06:00.086")
  }

  @Test("a counter that starts again at zero after 71.6 minutes goes on")
  func wrappedCounter() throws {
    let motion = TrueMotion(rate: 60)
    let export = try Export(["left_foot.csv": Self.text(motion, firstCount: 4_294_967_296 - 2_500_000)])
    motion.expect(try export.recording("left_foot.csv").sensors[0])
  }

  @Test("synchronised sensors of a folder keep the time between their starts")
  func synchronised() throws {
    let (left, right) = (TrueMotion(rate: 60), TrueMotion(rate: 60, size: 0.9))
    let export = try Export([
      "walk/DOT_left_foot.csv": Self.text(left, firstCount: 7_000_000),
      "walk/DOT_right_foot.csv": Self.text(
        right, preamble: Self.preamble.replacing("left foot", with: "D4"), firstCount: 7_500_000),
    ])
    #expect(RecordingFinder().recordings(at: [export.folder.path]) == [export.folder.path + "/walk"])
    let recording = try export.recording("walk")
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot])
    left.expect(recording.sensors[0])
    right.expect(recording.sensors[1], start: 0.5)
    #expect(recording.warnings.isEmpty)
  }

  @Test("sensors of a folder are told apart by their tags where the names of their files say nothing")
  func tags() throws {
    let motion = TrueMotion(rate: 60)
    let right = Self.preamble.replacing("left foot", with: "RightFoot")
    let export = try Export([
      "walk/D422CD001.csv": Self.text(motion), "walk/D422CD002.csv": Self.text(motion, preamble: right),
    ])
    #expect(try export.recording("walk").sensors.map(\.placement) == [.leftFoot, .rightFoot])
  }

  @Test("sensors that were not synchronised are taken to start together, and that is said")
  func notSynchronised() throws {
    let (left, right) = (TrueMotion(rate: 60), TrueMotion(rate: 60, size: 0.9))
    let preamble = Self.preamble.replacing("Synced", with: "Unsynced").replacing("left foot", with: "D4")
    let export = try Export([
      "walk/DOT_left_foot.csv": Self.text(left, preamble: preamble, firstCount: 7_000_000),
      "walk/DOT_right_foot.csv": Self.text(right, preamble: preamble, firstCount: 9_500_000),
    ])
    let recording = try export.recording("walk")
    right.expect(recording.sensors[1])
    #expect(recording.warnings.count == 1)
    #expect([.clocksAssumed, .clocksAlignedByMotion].contains(recording.warnings.first?.code))
  }

  @Test(
    "payloads without raw signals are refused with the reason",
    arguments: [
      (
        "Euler_X,Euler_Y,Euler_Z,FreeAcc_X,FreeAcc_Y,FreeAcc_Z,Status",
        "free acceleration, from which gravity is removed"
      ),
      ("dq_W,dq_X,dq_Y,dq_Z,dv[1],dv[2],dv[3]", "'high fidelity'"),
      ("Quat_W,Quat_X,Quat_Y,Quat_Z", "the columns PacketCounter"),
    ])
  func refused(columns: String, says: String) throws {
    let export = try Export([
      "left_foot.csv": Self.preamble + "\n\nPacketCounter,SampleTimeFine,\(columns)\n1,100,1,2,3,4,5,6,7\n"
    ])
    let message = try export.refusal("left_foot.csv")
    #expect(message.contains(says))
    #expect(message.contains("Rate Quantities, or Custom Mode 5"))
  }
}
