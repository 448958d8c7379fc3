import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("What the files of a folder are")
struct FolderContentTests {
  private func folder(_ names: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names { try folder.write(name, name.hasSuffix(".json") ? "{}" : SampleText.csv()) }
    return folder
  }

  private func found(_ folder: TemporaryFolder) -> FoundRecordings { RecordingFinder().find(at: [folder.path]) }

  /// Names of the recordings in `folder` with the sensors that each has.
  private func sensors(_ folder: TemporaryFolder) throws -> [String: [Placement]] {
    var sensors: [String: [Placement]] = [:]
    for recording in found(folder).recordings {
      let opened = try RecordingReader().open(recording.path, name: recording.name)
      let read = try RecordingReader().unjudged(opened)
      #expect(read.name == recording.name)
      sensors[recording.name] = read.sensors.map(\.placement)
    }
    return sensors
  }

  @Test(
    "two feet in any spelling are one recording, called after the folder",
    arguments: [
      ["left_foot.csv", "right_foot.csv"], ["Left Foot.csv", "Right Foot.csv"], ["LF.csv", "RF.csv"],
      ["left-foot.csv", "right-foot.csv"], ["LeftFoot.csv", "RightFoot.csv"],
      ["P07_left_foot.csv", "P07_right_foot.csv"], ["walk 2 L_Foot.csv", "walk 2 R_Foot.csv"],
      ["foot left.tsv", "foot right.tsv"], ["LF1.csv", "RF1.csv"], ["LEFT_FOOT.CSV", "RIGHT_FOOT.CSV"],
      ["left_foot (1).csv", "right_foot (1).csv"],
      ["left foot_D422CD0041A1_20230910_101112.csv", "right foot_D422CD0052B2_20230910_101113.csv"],
    ])
  func pair(names: [String]) throws {
    let folder = try folder(names.map { "walk/" + $0 })
    #expect(try sensors(folder) == ["walk": [.leftFoot, .rightFoot]])
    #expect(found(folder).unused.isEmpty)
  }

  @Test("the pairs of several people in one folder are a recording each")
  func people() throws {
    let names = ["P01_left_foot", "P01_right_foot", "P02_left_foot", "P02_right_foot", "P03_left_foot"]
    let folder = try folder(names.map { "day/\($0).csv" })
    #expect(
      try sensors(folder) == [
        "day_P01": [.leftFoot, .rightFoot], "day_P02": [.leftFoot, .rightFoot], "day_P03_left_foot": [.leftFoot],
      ])
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: folder.path + "/day") }
    #expect(try #require(error).description.contains("add its name to the folder: '\(folder.path)/day#P01'"))
  }

  @Test(
    "files of one quantity each are one sensor", arguments: [["Accelerometer", "Gyroscope"], ["acc", "gyro", "mag"]])
  func quantities(words: [String]) throws {
    let folder = try TemporaryFolder()
    for person in ["", "P02_"] {
      for foot in ["left_foot", "right_foot"] {
        for (k, word) in words.enumerated() {
          let unit = ["acc_x_m_s2,acc_y_m_s2,acc_z_m_s2", "gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s", "m_x,m_y,m_z"][k]
          let rows = SampleText.rows.map { row in [row[0]] + row[(k == 1 ? 4 : 1)...(k == 1 ? 6 : 3)] }
          try folder.write("walk/\(person)\(foot)_\(word).csv", SampleText.csv(rows, header: "time_s," + unit))
        }
      }
    }
    let both: [Placement] = [.leftFoot, .rightFoot]
    #expect(try sensors(folder) == ["walk": both, "walk_P02": both])
  }

  @Test("files of one quantity without the other are not put together")
  func oneQuantity() throws {
    let folder = try folder(["left_foot_acc.csv", "left_foot_mag.csv", "right_foot.csv"])
    #expect(found(folder).recordings.count == 3)
  }

  @Test("feet of two people, or of two days, are never put together")
  func strangers() throws {
    for names in [["P01_left_foot", "P02_right_foot"], ["left_foot_20260907", "right_foot_20260908"]] {
      let folder = try folder(names.map { $0 + ".csv" })
      #expect(try sensors(folder).values.sorted { $0[0] < $1[0] } == [[.leftFoot], [.rightFoot]])
    }
  }

  @Test("recording.json belongs to the recording that its folder is, whatever the files' names")
  func details() throws {
    let folder = try folder(["walk/Left Foot.csv", "walk/Right Foot.csv"])
    try folder.write("walk/recording.json", #"{"subject": "P07", "age": 61}"#)
    let recording = try RecordingReader().recording(at: folder.path + "/walk")
    #expect(recording.details.subject == "P07")
    #expect(recording.details.other == ["age": .number(61)])
  }

  @Test("a sensor on a thigh is passed over with a word, and does not part the feet")
  func thigh() throws {
    let folder = try folder(["w/S02 L_Foot.csv", "w/S02 R_Foot.csv", "w/S02 L_Thigh.csv"])
    #expect(try sensors(folder) == ["w": [.leftFoot, .rightFoot]])
    let warnings = try RecordingReader().recording(at: folder.path + "/w").warnings
    guard case .files(.sensorNotMeasured(let file)) = try #require(warnings.first) else {
      Issue.record("\(warnings)")
      return
    }
    #expect(file.contains("L_Thigh"))
  }

  @Test("a folder named exactly hides no other, however deep it lies and whatever its shape")
  func everyFolder() throws {
    let folder = try folder(["P01/left_foot.csv", "P02/Left Foot.csv", "P03/monday/left_foot.csv", "P04/walk_7.csv"])
    #expect(
      found(folder).recordings.map(\.name) == ["P01", "P02_Left Foot", "P03_monday", "P04_walk_7"])
  }

  @Test("recordings of one name are told apart by the folders around them")
  func sameNames() throws {
    let folder = try folder(["a/monday/left_foot.csv", "b/monday/left_foot.csv"])
    let found = RecordingFinder().find(at: ["\(folder.path)/a/monday", "\(folder.path)/b/monday"])
    #expect(found.recordings.map(\.name) == ["a_monday", "b_monday"])
  }

  @Test("a copy is named and not used; if it differs from its original it may be a recording")
  func copies() throws {
    let folder = try folder(["left_foot.csv", "left_foot (1).csv", "Copy of left_foot.csv"])
    try folder.write("left_foot - Copy.csv", SampleText.csv(SampleText.rows.dropLast()))
    #expect(try sensors(folder).values.map { $0 } == [[.leftFoot]])
    let unused = found(folder).unused
    #expect(
      unused.map { $0.path.split(separator: "/").last } == [
        "Copy of left_foot.csv", "left_foot (1).csv", "left_foot - Copy.csv",
      ])
    #expect(unused.map(\.kind) == [.notable, .notable, .likelyRecording])
  }

  @Test("what looks like a recording and is none is told; what systems and people leave beside it is not")
  func unused() throws {
    let folder = try folder(["P01/left_foot.csv", "P01/sensor7.csv", "P01/old/right_foot.csv"])
    try folder.write("P01/desktop.ini", "x")
    try folder.write("P01/notes.txt", "the left knee hurt")
    try folder.write("P01/reference_strides.csv", "foot,start_s\nleft,1.5\n")
    try folder.write("P02/walk.cwa", [UInt8](repeating: 7, count: 2000))
    try folder.write("P03/left_foot.parquet", [UInt8](repeating: 7, count: 2000))
    try folder.write("photos/knee.jpg", [UInt8](repeating: 7, count: 2000))
    try folder.write("Thumbs.db", "x")
    let found = found(folder)
    #expect(found.recordings.map(\.name) == ["P01"])
    let lost = found.unused.filter { $0.kind == .likelyRecording }.map { $0.path.dropFirst(folder.path.count + 1) }
    #expect(lost.sorted() == ["P01/old", "P02/walk.cwa", "P03/left_foot.parquet"])
    let notable = found.unused.filter { $0.kind == .notable }.map { $0.path.dropFirst(folder.path.count + 1) }
    #expect(notable == ["P01/sensor7.csv"])
    #expect(found.unused.filter { $0.kind == .other }.map { $0.path } == ["\(folder.path)/photos"])
  }

  @Test("results of this program are no recordings")
  func results() throws {
    let folder = try folder(["walk/left_foot.csv", "out/walk/strides.csv", "mine/walk.csv"])
    try folder.write("out/walk/summary.json", "{}")
    try folder.write("out/manifest.csv", "recording,status,strides\n")
    let found = RecordingFinder(excluding: ["\(folder.path)/mine"]).find(at: [folder.path])
    #expect(found.recordings.map(\.name) == ["walk"])
    #expect(found.unused.isEmpty)
  }

  @Test("links that lead in circles end")
  func circles() throws {
    let folder = try folder(["a/left_foot.csv"])
    for name in ["b", "c"] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: folder.path)
    }
    #expect(found(folder).recordings.map(\.name) == ["a"])
  }

  @Test("each file of a recording is recognized and hashed once")
  func once() throws {
    let folder = try folder(["walk/left_foot.csv", "walk/right_foot.csv", "walk/recording.json"])
    let reader = RecordingReader()
    let opened = try reader.open(folder.path + "/walk")
    _ = try opened.inputs()
    var chunks = try reader.chunks(of: opened)
    let recording = try #require(try chunks.next())
    #expect(recording.inputs == (try opened.inputs()))
    #expect(
      opened.sensorFiles.map(\.file.work) == [.init(recognitions: 1, hashes: 1), .init(recognitions: 1, hashes: 1)])
  }
}
