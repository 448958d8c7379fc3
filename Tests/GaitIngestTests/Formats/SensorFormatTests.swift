import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Files of sensors")
struct SensorFormatTests {
  private let motion = TrueMotion()

  @Test(
    "Xsens MT Manager text is read with four, five or twelve comments, its 16-bit counter going on",
    arguments: [0, 1, 8])
  func xsens(moreComments: Int) throws {
    let comments = SensorFixtures.xsensComments + (0..<moreComments).map { "//  Setting \($0): x" }
    let export = try Export(["MT_left_foot.txt": SensorFixtures.xsens(motion, comments: comments)])
    let recording = try export.recording("MT_left_foot.txt")
    motion.expect(try #require(recording[.leftFoot]))
    #expect(recording.inputs[0].format == "Xsens MT Manager text")
  }

  @Test("Xsens text without an update rate or without raw signals is refused")
  func xsensRefused() throws {
    let export = try Export([
      "a.txt": SensorFixtures.xsens(motion, comments: ["// Start Time: Unknown"]),
      "b.txt": "// Update Rate: 100.0Hz\nPacketCounter\tMat[1][1]\tMat[2][1]\n1\t0\t0\n",
    ])
    #expect(try export.refusal("a.txt").contains("no update rate"))
    #expect(try export.refusal("b.txt").contains("expected Acc_X … Acc_Z"))
  }

  @Test("Shimmer's calibrated signals are read, of two accelerometers the wide-range one", arguments: [";", "\t", ","])
  func shimmer(delimiter: String) throws {
    let export = try Export(["walk.csv": SensorFixtures.shimmer(motion, delimiter: delimiter)])
    let recording = try export.recording("walk.csv", placement: .lowerBack)
    motion.expect(try #require(recording[.lowerBack]), timeTolerance: 1e-3)
    #expect(recording.details.startedAt == "2020-07-28T10:56:50.034Z")
    let narrow = try Export(["walk.csv": SensorFixtures.shimmer(motion, wideRange: false)])
    motion.expect(try narrow.recording("walk.csv", placement: .lowerBack).sensors[0], timeTolerance: 1e-3)
  }

  @Test("a Shimmer file that does not say where it was worn needs a placement, and says how to give it")
  func shimmerPlacement() throws {
    let export = try Export(["walk.csv": SensorFixtures.shimmer(motion)])
    let message = try export.refusal("walk.csv", placement: nil)
    #expect(message.contains("its label is 'Shimmer_40AC'"))
    #expect(message.contains("--placement lower_back"))
    let named = try Export(["walk.csv": SensorFixtures.shimmer(motion, prefix: "LeftLowerLeg")])
    #expect(try named.recording("walk.csv").sensors.map(\.placement) == [.leftShank])
  }

  @Test("uncalibrated Shimmer signals are refused")
  func shimmerUncalibrated() throws {
    let text = SensorFixtures.shimmer(motion).replacing("_CAL", with: "_RAW").replacing("m/(s^2)", with: "no_units")
    #expect(try Export(["w.csv": text]).refusal("w.csv").contains("export the calibrated"))
  }

  @Test(
    "Axivity CSV is read without a header, with OmGui's and with cwa-convert's",
    arguments: [nil, SensorFixtures.omguiHeader, SensorFixtures.cwaHeader])
  func axivity(header: String?) throws {
    let export = try Export(["left_foot.csv": SensorFixtures.axivity(motion, header: header)])
    let recording = try export.recording("left_foot.csv")
    motion.expect(try #require(recording[.leftFoot]), timeTolerance: 1.1e-3)
    #expect(recording.inputs[0].format == "Axivity CSV")
    #expect(recording.details.startedAt == "2019-02-14T08:58:00.000", "the zone is not known")
  }

  @Test(
    "Axivity CSV without a gyroscope is refused, with light, temperature and battery in its place or not",
    arguments: [nil, "Time, Ax(g), Ay(g), Az(g), LightADC, TemperatureADC, BatteryADC"])
  func axivityWithoutGyroscope(header: String?) throws {
    let text = SensorFixtures.axivity(motion, header: header, withGyroscope: false)
    #expect(try Export(["left_foot.csv": text]).refusal("left_foot.csv").contains("an AX3 has none"))
  }

  @Test("ActiGraph's IMU is read with and without time stamps", arguments: [true, false])
  func actiGraph(withTimestamp: Bool) throws {
    let export = try Export(["right foot.csv": SensorFixtures.actiGraph(motion, withTimestamp: withTimestamp)])
    let recording = try export.recording("right foot.csv")
    motion.expect(try #require(recording[.rightFoot]))
    #expect(recording.sensors[0].timing.declaredRate == 100)
    #expect(recording.details.startedAt == "2019-02-14T08:58:00.000")
  }

  @Test("an ActiGraph file of the primary accelerometer is refused")
  func actiGraphRaw() throws {
    let text = SensorFixtures.actiGraph(motion).replacing("Gyroscope", with: "Other")
    #expect(try Export(["a.csv": text]).refusal("a.csv").contains("export the file of the IMU"))
  }

  @Test("both CSVs of APDM are read, sensors placed by their labels")
  func apdm() throws {
    let export = try Export([
      "a.csv": SensorFixtures.apdmNamed(motion), "b.csv": SensorFixtures.apdmGrouped(motion),
    ])
    let named = try export.recording("a.csv")
    #expect(named.sensors.map(\.placement) == [.rightFoot, .lowerBack])
    for sensor in named.sensors { motion.expect(sensor) }
    let grouped = try export.recording("b.csv")
    #expect(grouped.sensors.map(\.placement) == [.leftFoot, .lowerBack])
    for sensor in grouped.sensors { motion.expect(sensor) }
    #expect(grouped.details.startedAt == "2018-06-19T21:53:54.000Z")
  }

  @Test("Motion-BIDS is read by its channels, in a folder and as a file")
  func motionBIDS() throws {
    let export = try Export(
      Dictionary(uniqueKeysWithValues: SensorFixtures.motionBIDS(motion).map { ("motion/" + $0.key, $0.value) }))
    let found = RecordingFinder().recordings(at: [export.folder.path + "/motion"])
    #expect(found.map { $0.split(separator: "/").last } == ["sub-01_task-walk_tracksys-imu_motion.tsv"])
    let recording = try export.recording("motion/sub-01_task-walk_tracksys-imu_motion.tsv")
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot])
    for sensor in recording.sensors { motion.expect(sensor) }
    #expect(recording.inputs[0].format == "Motion-BIDS")
  }
}
