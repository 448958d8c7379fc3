import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Files of telephones' apps")
struct AppFormatTests {
  private let motion = TrueMotion()

  private func folder(_ files: [String: String], _ name: String = "walk") throws -> Export {
    try Export(Dictionary(uniqueKeysWithValues: files.map { ("\(name)/\($0.key)", $0.value) }))
  }

  @Test(
    "the five dialects of phyphox give the same samples, with the clock of the experiment",
    arguments: [(",", "."), ("\t", "."), (";", "."), ("\t", ","), (";", ",")])
  func phyphox(delimiter: String, decimalMark: String) throws {
    let export = try folder(AppFixtures.phyphox(motion, delimiter: delimiter, decimalMark: decimalMark))
    let recording = try export.recording("walk", placement: .lowerBack)
    motion.expect(try #require(recording[.lowerBack]))
    #expect(recording.details.startedAt == "2023-11-14T22:13:20.250Z")
    #expect(Set(recording.inputs.map(\.format)) == ["phyphox CSV"])
    #expect(recording.inputs.count == 2)
  }

  @Test("stamps of the gyroscope that differ from the accelerometer's are interpolated between")
  func ownStamps() throws {
    var files = AppFixtures.phyphox(motion, delimiter: ",", decimalMark: ".")
    let rows = motion.rows { i in fixed([motion.time[i] + 0.003] + motion.turn(i), 9) }
    files["Gyroscope.csv"] =
      "\"Time (s)\",\"Gyroscope x (rad/s)\",\"Gyroscope y (rad/s)\",\"Gyroscope z (rad/s)\"\n" + rows
    let sensor = try folder(files).recording("walk", placement: .lowerBack).sensors[0]
    let rate = sensor.angularVelocity.y
    #expect(rate[0].isNaN, "the gyroscope had not begun")
    // What was measured at t stands 3 ms later, so at t it is the truth of t − 3 ms.
    let late = (300..<400).map { -0.02 + 4 * sin(2 * .pi * 1.2 * (motion.time[$0] - 0.003 - 2)) }
    #expect(zip(rate[300..<400], late).allSatisfy { abs($0 - $1) < 0.01 })
  }

  @Test("where the gyroscope of its own file has a gap, nothing is interpolated")
  func gyroscopeGap() throws {
    var files = AppFixtures.phyphox(motion, delimiter: ",", decimalMark: ".")
    var lines = try #require(files["Gyroscope.csv"]).split(separator: "\n").map(String.init)
    // Samples 299 to 318, below the header.
    lines.removeSubrange(300..<320)
    files["Gyroscope.csv"] = lines.joined(separator: "\n")
    let rate = try folder(files).recording("walk", placement: .lowerBack).sensors[0].angularVelocity
    #expect((0..<rate.count).filter { rate.x[$0].isNaN } == Array(299..<319))
  }

  @Test("a time of the gyroscope that is missing or goes back is refused, in the file that it is in")
  func badStamps() throws {
    for (change, says) in [("", "found no time"), ("0.5", "s after")] {
      var files = AppFixtures.phyphox(motion, delimiter: ",", decimalMark: ".")
      var lines = try #require(files["Gyroscope.csv"]).split(separator: "\n").map(String.init)
      lines[400] = change + lines[400].drop { $0 != "," }
      files["Gyroscope.csv"] = lines.joined(separator: "\n")
      let message = try folder(files).refusal("walk", placement: .lowerBack)
      #expect(message.contains("Gyroscope.csv, line 401: ") && message.contains(says))
    }
  }

  @Test("phyphox's linear acceleration is refused, because gravity is removed")
  func linear() throws {
    var files = AppFixtures.phyphox(motion, delimiter: ",", decimalMark: ".")
    files["Linear Accelerometer.csv"] = files.removeValue(forKey: "Accelerometer.csv")?
      .replacing("Acceleration", with: "Linear Acceleration")
    let message = try folder(files).refusal("walk")
    #expect(message.contains("gravity is removed"))
    #expect(message.contains("Linear Accelerometer.csv"), "the file that is wrong is the one that is named")
  }

  @Test("infinities that Physics Toolbox writes are passed over beside the signals, and refused among them")
  func infinities() throws {
    let lines = AppFixtures.physicsToolbox(motion).split(separator: "\n", omittingEmptySubsequences: false)
    let header = try #require(lines.firstIndex { $0.contains("gFx") })
    let delimiter = lines[header].contains(";") ? ";" : ","
    func text(_ change: (String) -> String) -> String {
      lines.enumerated().map { i, line in
        i < header || line.isEmpty ? String(line) : i == header ? line + delimiter + "dB" : change(String(line))
      }.joined(separator: "\n")
    }
    let beside = try Export(["left_foot.csv": text { $0 + delimiter + "\u{2212}∞" }])
    motion.expect(try beside.recording("left_foot.csv").sensors[0])
    let among = try Export([
      "left_foot.csv": text { line in
        var cells = line.components(separatedBy: delimiter)
        cells[1] = "\u{2212}∞"
        return cells.joined(separator: delimiter) + delimiter + "1"
      }
    ])
    #expect(try among.refusal("left_foot.csv").contains("column gFx: found '-∞'; expected a number"))
  }

  @Test("whole tables of an app in one folder are recordings of their own")
  func wholeTables() throws {
    let text = AppFixtures.physicsToolbox(motion)
    let export = try folder(["left foot 1.csv": text, "left foot 2.csv": text])
    let found = RecordingFinder().recordings(at: [export.folder.path + "/walk"])
    #expect(found.map { $0.split(separator: "/").last } == ["left foot 1.csv", "left foot 2.csv"])
  }

  @Test("a folder of an app is placed by its name")
  func folderName() throws {
    let export = try folder(AppFixtures.phyphox(motion, delimiter: ",", decimalMark: "."), "S1 lower back")
    #expect(RecordingFinder().recordings(at: [export.folder.path]) == [export.folder.path + "/S1 lower back"])
    #expect(try export.recording("S1 lower back").sensors.map(\.placement) == [.lowerBack])
  }

  @Test(
    "Sensor Logger is read in the order z, y, x, with gravity and the platform's sign",
    arguments: [("android", false), ("ios", false), ("ios", true)])
  func sensorLogger(platform: String, standardised: Bool) throws {
    let export = try folder(AppFixtures.sensorLogger(motion, platform: platform, standardised: standardised))
    let recording = try export.recording("walk", placement: .lowerBack)
    motion.expect(try #require(recording[.lowerBack]))
    #expect(recording.details.startedAt == "2023-11-14T22:13:20.000Z")
  }

  @Test("Sensor Logger without its platform, or without gravity, is refused")
  func sensorLoggerRefused() throws {
    let noPlatform = try folder(AppFixtures.sensorLogger(motion, platform: "ios", withMetadata: false))
    #expect(try noPlatform.refusal("walk").contains("Metadata.csv"))
    var files = AppFixtures.sensorLogger(motion, platform: "ios")
    files["Gravity.csv"] = nil
    #expect(try folder(files).refusal("walk").contains("gravity is removed"))
    files = AppFixtures.sensorLogger(motion, platform: "android")
    files["Gyroscope.csv"] = nil
    #expect(try folder(files).refusal("walk").contains("record and export the gyroscope too"))
  }

  @Test(
    "SensorLog is read from raw acceleration or from its parts, the sign of iOS turned",
    arguments: [(true, ",", "."), (false, ",", "."), (true, ";", ","), (false, "\t", ".")])
  func sensorLog(raw: Bool, delimiter: String, decimalMark: String) throws {
    let text = AppFixtures.sensorLog(motion, raw: raw, delimiter: delimiter, decimalMark: decimalMark)
    let recording = try Export(["lower_back.csv": text]).recording("lower_back.csv")
    motion.expect(recording.sensors[0])
    #expect(recording.details.startedAt == "2023-11-14T21:13:20.000Z")
  }

  @Test("a watch that lists the raw accelerometer and writes null is read from its parts")
  func watch() throws {
    let text = AppFixtures.sensorLog(motion, raw: true).split(separator: "\n").enumerated().map { row, line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      // The sensor's own clock is that of the motion.
      if row == 0 {
        cells[2] = "motionTimestamp_sinceReboot(s)"
      } else {
        cells.replaceSubrange(3...5, with: ["null", "null", "null"])
      }
      return cells.joined(separator: ",")
    }
    let export = try Export(["lower_back.csv": text.joined(separator: "\n") + "\n"])
    motion.expect(try export.recording("lower_back.csv").sensors[0])
  }

  @Test("a file is placed by the folder that it is in where its own name says nothing")
  func folderOfFile() throws {
    let export = try Export(["right foot/walk 1.csv": AppFixtures.physicsToolbox(motion)])
    #expect(try export.recording("right foot/walk 1.csv").sensors.map(\.placement) == [.rightFoot])
  }

  @Test(
    "Physics Toolbox is read in its dialects, with the minus of typography and a blank first line",
    arguments: [(",", ".", "-", false), (";", ",", "-", false), (",", ".", "\u{2212}", true)])
  func physicsToolbox(delimiter: String, decimalMark: String, minus: String, blank: Bool) throws {
    let text = AppFixtures.physicsToolbox(
      motion, delimiter: delimiter, decimalMark: decimalMark, minus: minus, blankFirstLine: blank)
    let recording = try Export(["left foot.csv": text]).recording("left foot.csv")
    motion.expect(try #require(recording[.leftFoot]))
    #expect(recording.inputs[0].format == "Physics Toolbox CSV")
  }
}
