import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Reading recordings")
struct RecordingReaderTests {
  private func message(_ path: String, placements: Set<Placement>? = nil) throws -> String {
    let error = #expect(throws: IngestError.self) {
      try RecordingReader().recording(at: path, placements: placements)
    }
    return try #require(error).description
  }

  @Test("a folder's sensors and details become one recording, other files are left alone")
  func folder() throws {
    let folder = try TemporaryFolder()
    for name in ["right_foot.csv", "left_foot.csv", "left_toe.csv"] {
      try folder.write("walk/\(name)", SampleText.csv())
    }
    try folder.write("walk/reference_strides.csv", "foot,window_start_s\n")
    try folder.write(
      "walk/recording.json",
      #"{"subject": "S1", "session": "2", "started_at": "2026-01-02T03:04:05Z", "surface": "treadmill", "#
        + #""belt_speed_m_s": 1.1, "front": "-z", "height_m": NaN, "unknown": {"a": [1]}}"#)
    let recording = try RecordingReader().recording(at: folder.path + "/walk")
    #expect(recording.name == "walk")
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot])
    #expect(recording.details.subject == "S1")
    #expect(recording.details.surface == .treadmill)
    #expect(recording.details.beltSpeed == 1.1)
    #expect(recording.details.front == .minusZ)
    #expect(recording.details.height == nil)
    #expect(recording.inputs.map(\.file) == ["recording.json", "left_foot.csv", "right_foot.csv"])
    #expect(recording.inputs.allSatisfy { $0.sha256.count == 64 })
    #expect(recording.inputs[1].sha256 == recording.inputs[2].sha256)
  }

  @Test(
    "a person's height is in meters or centimeters, of the recording or of its origin; what is no height there is none",
    arguments: [
      (#"{"height_m": 1.7}"#, 1.7), (#"{"height_cm": 170}"#, 1.7), (#"{"source_meta": {"height_m": 1.7}}"#, 1.7),
      (#"{"source_meta": {"height_cm": 170.0}}"#, 1.7), (#"{"height_m": 1.7, "source_meta": {"height_m": 1.6}}"#, 1.7),
      (#"{"source_meta": {"height_m": 170}}"#, nil), (#"{"source_meta": {"height_cm": NaN}}"#, nil),
      (#"{"source_meta": {"height_m": NaN, "height_cm": 170}}"#, 1.7),
      (#"{"source_meta": {"height_m": "tall"}}"#, nil), (#"{"source_meta": "by post"}"#, nil),
    ])
  func height(json: String, meters: Double?) throws {
    let folder = try TemporaryFolder()
    try folder.write("left_foot.csv", SampleText.csv())
    try folder.write("recording.json", json)
    #expect(try RecordingReader().recording(at: folder.path).details.height == meters)
  }

  @Test("only the sensors asked for are read")
  func placements() throws {
    let folder = try TemporaryFolder()
    try folder.write("left_foot.csv", SampleText.csv())
    try folder.write("lower_back.csv", "broken")
    let recording = try RecordingReader().recording(at: folder.path, placements: [.leftFoot])
    #expect(recording.sensors.map(\.placement) == [.leftFoot])
    #expect(try message(folder.path, placements: [.rightFoot]).contains("check --sensors"))
  }

  @Test(
    "details of the wrong kind name the key",
    arguments: [
      (#"{"subject": 7}"#, "key subject"), (#"{"belt_speed_m_s": "fast"}"#, "key belt_speed_m_s"),
      (#"{"surface": "moon"}"#, "'moon'; expected overground or treadmill"), ("{", "not valid JSON"),
      (#"{"front": "up"}"#, "key front: found 'up'; expected x, -x, y, -y, z or -z"),
      ("[]", "an object"), (#"{"height_m": 170}"#, "key height_m: found '170"),
      (#"{"height_cm": 1.7}"#, "expected centimeters, from 50 to 250"),
    ])
  func wrongDetails(json: String, says: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("left_foot.csv", SampleText.csv())
    try folder.write("recording.json", json)
    #expect(try message(folder.path).contains(says))
  }

  @Test("a declared rate that the stamps contradict is a warning")
  func declaredRate() throws {
    let folder = try TemporaryFolder()
    try folder.write("left_foot.csv", SampleText.csv())
    try folder.write("recording.json", #"{"sampling_rate_hz": 128}"#)
    let recording = try RecordingReader().recording(at: folder.path)
    #expect(
      recording.warnings == [.signals(.leftFoot, .rateContradictsDeclaration(measured: 100, declared: 128))])
    try folder.write("recording.json", #"{"sampling_rate_hz": 100.2}"#)
    #expect(try RecordingReader().recording(at: folder.path).warnings.isEmpty)
  }

  @Test("a folder with details and one file of several sensors is a recording with these details")
  func detailsBesideOneFile() throws {
    let folder = try TemporaryFolder()
    let stream = try #require(try SampleText.streams(SampleText.csv(), placement: .rightFoot).first)
    try folder.write("visit/recording.json", #"{"subject": "S1"}"#)
    try Data(PlainHDF5Writer().bytes(of: [stream])).write(to: URL(filePath: folder.path + "/visit/sensors.h5"))
    #expect(RecordingFinder().recordings(at: [folder.path]) == [folder.path + "/visit"])
    let recording = try RecordingReader().recording(at: folder.path + "/visit")
    #expect(recording.name == "visit")
    #expect(recording.details.subject == "S1")
    #expect(recording.sensors.map(\.placement) == [.rightFoot])
    #expect(recording.inputs.map(\.file) == ["recording.json", "sensors.h5"])
  }

  @Test("a folder where a sensor's file should be is called a folder")
  func folderNamedAsFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("visit/left_foot.csv/data.bin", "x")
    #expect(try message(folder.path + "/visit").contains("left_foot.csv: found a folder; expected a file"))
  }

  @Test("a pipe or a device is refused at once, in a folder too")
  func special() throws {
    let folder = try TemporaryFolder()
    try folder.write("walk/right_foot.csv", SampleText.csv())
    #expect(mkfifo(folder.path + "/walk/left_foot.csv", 0o600) == 0)
    for path in [folder.path + "/walk", folder.path + "/walk/left_foot.csv", "/dev/zero"] {
      #expect(try message(path).contains("found a pipe or a device; expected a file on a disk"))
    }
    #expect(RecordingFinder().recordings(at: [folder.path]) == [folder.path + "/walk"])
  }

  @Test("one file named after a placement is a recording")
  func oneFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("lower_back.csv", SampleText.csv())
    #expect(try RecordingReader().recording(at: path).sensors.map(\.placement) == [.lowerBack])
    let spreadsheet = "sep=;\r\n" + SampleText.csv().replacing(",", with: ";").replacing("\n", with: "\r\n")
    let other = try folder.write("left_foot.csv", spreadsheet)
    #expect(try RecordingReader().recording(at: other).sensors.map(\.count) == [300])
  }

  @Test("what is missing or empty is said")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(try message(folder.path).contains("no file of a sensor"))
    #expect(try message(folder.path + "/nowhere").contains("found nothing"))
    let table = try folder.write("walk.xlsx", "x")
    #expect(try message(table).contains("an unknown layout that begins with 'x'"))
  }

  @Test("a folder whose recordings lie two levels deeper says which folder to name")
  func tooHigh() throws {
    let folder = try TemporaryFolder()
    let recording = folder.path + "/study/clinic/walk"
    try FileManager.default.createDirectory(atPath: recording, withIntermediateDirectories: true)
    try SampleText.csv().write(toFile: recording + "/lower_back.csv", atomically: true, encoding: .utf8)
    let found = try message(folder.path + "/study")
    #expect(found.contains("folders, and no file of a sensor beside them"))
    #expect(found.contains("such as \(folder.path)/study/clinic"))
  }

  @Test("a folder of recordings stands for those in it, not for the lists beside them")
  func finder() throws {
    let folder = try TemporaryFolder()
    try folder.write("b/left_foot.csv", SampleText.csv())
    try folder.write("a/lower_back.csv", SampleText.csv())
    try folder.write("notes/readme.txt", "none")
    try folder.write("walk.csv", SampleText.csv())
    try folder.write("walk.h5", "x")
    let found = RecordingFinder().recordings(at: [folder.path])
    #expect(found == ["a", "b", "walk.csv", "walk.h5"].map { "\(folder.path)/\($0)" })
    #expect(RecordingFinder().recordings(at: ["\(folder.path)/b/", "nowhere"]) == ["\(folder.path)/b", "nowhere"])
  }

  static let recordings = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/recordings").path

  /// Samples per second of each set, as far as their loggers keep them; sets that are not named are between those.
  private static let rates: [String: ClosedRange<Double>] = [
    "als": 49...51, "als_home": 49...51, "als_home_streamed": 49...51, "clipped_feet": 56...57, "felius": 101...105,
    "gaitmap": 102...205, "low_rate_foot": 9.9...24.1, "openshoe": 815...825, "pyshoe": 199...201, "tripod": 127...129,
    "urigott": 369...371, "waist_front": 199...201, "waist_front_undeclared": 199...201, "waist_no_walking": 199...201,
  ]
  private static let otherRates = 99.0...121.0

  /// Where gyroscope and accelerometer do contradict each other, because the accelerometer ends at 2 g and gravity cannot be
  /// told from what is left, and because ten samples in a second do not add up to how a foot turned.
  private static let contradictory = ["clipped_feet/walking_05_00", "low_rate_foot/pC_level_50"]

  @Test(
    "every real recording is read, each sensor at its rate, and none of their axes and units is doubted",
    .enabled(if: FileManager.default.fileExists(atPath: recordings), "needs ../shared/recordings"))
  func realRecordings() throws {
    for set in try FileManager.default.contentsOfDirectory(atPath: Self.recordings) where !set.contains(".") {
      for path in RecordingFinder().recordings(at: ["\(Self.recordings)/\(set)"]) {
        if set == "gravity_removed" {
          let error = #expect(throws: IngestError.self, "\(path)") { try RecordingReader().recording(at: path) }
          #expect(error?.description.contains("gravity") == true, "\(path): \(String(describing: error))")
          continue
        }
        let recording = try RecordingReader().recording(at: path)
        #expect(!recording.sensors.isEmpty)
        let rates = Self.rates[set] ?? Self.otherRates
        for sensor in recording.sensors {
          #expect(rates.contains(sensor.timing.rate), "\(path)")
          #expect(sensor.stuck.isEmpty, "\(path)")
        }
        let isDoubted = recording.warnings.contains {
          $0.code == .gyroscopeContradictsAccelerometer || $0.code == .gyroscopeTooSlow
        }
        #expect(isDoubted == Self.contradictory.contains(where: path.hasSuffix), "\(path): \(recording.warnings)")
      }
    }
  }
}
