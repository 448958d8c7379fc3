import GaitModel
import Testing

@testable import GaitIngest

@Suite("MATLAB files")
struct MATLABTests {
  private let motion = TrueMotion()

  /// A file `data.mat` in a folder named after a person.
  private func file(_ kind: String, _ trials: [String], withTimestamp: Bool = true) throws -> (TemporaryFolder, String)
  {
    let folder = try TemporaryFolder()
    let value = MobiliseDFixtures.value(motion, trials: trials, withTimestamp: withTimestamp)
    let bytes =
      kind == "7.3"
      ? try MobiliseDFixtures.writeHDF5(value, to: folder.path + "/raw.mat")
      : MATWriter(isPacked: kind == "7").file([("data", value)])
    return (folder, try folder.write("P0001/data.mat", bytes))
  }

  @Test("a trial of Mobilise-D is read from versions 6, 7 and 7.3 alike", arguments: ["6", "7", "7.3"])
  func versions(kind: String) throws {
    let (_folder, path) = try file(kind, ["Test5.Trial1"])
    defer { withExtendedLifetime(_folder) {} }
    let recording = try RecordingReader().recording(at: path)
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .lowerBack])
    for sensor in recording.sensors {
      motion.expect(sensor)
      #expect(sensor.timing.declaredRate == 100)
    }
    #expect(recording.details.startedAt == "2020-09-13T12:26:40.500Z")
    #expect(recording.inputs[0].format == "Mobilise-D MATLAB")
  }

  @Test("without stamps time is the declared rate", arguments: ["7", "7.3"])
  func rate(kind: String) throws {
    let (_folder, path) = try file(kind, ["Test5.Trial1"], withTimestamp: false)
    defer { withExtendedLifetime(_folder) {} }
    motion.expect(try RecordingReader().recording(at: path).sensors[1])
  }

  @Test("each trial of a file is a recording of its own, named after the person", arguments: ["7", "7.3"])
  func trials(kind: String) throws {
    let (folder, path) = try file(kind, ["Test4.Trial1", "Test5.Trial1"])
    try folder.write(
      "P0001/infoForAlgo.mat", MATWriter().file([("infoForAlgo", .structure([("Height", .text("180"))]))]))
    let found = RecordingFinder().recordings(at: [folder.path + "/P0001"])
    #expect(found == ["Test4", "Test5"].map { "\(path)#TimeMeasure1.\($0).Trial1" })
    let recordings = try found.map { try RecordingReader().recording(at: $0) }
    #expect(recordings.map(\.name) == ["P0001_TimeMeasure1_Test4_Trial1", "P0001_TimeMeasure1_Test5_Trial1"])
    motion.expect(recordings[1].sensors[0])
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("2 trials: TimeMeasure1.Test4.Trial1, TimeMeasure1.Test5.Trial1"))
    let other = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path + "#Test9") }
    #expect(try #require(other).description.contains("no trial Test9"))
  }

  @Test("a MATLAB file of another structure says its variables")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("walk.mat", MATWriter().file([("acc", .numbers([1, 2, 3], rows: 1, columns: 3))]))
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("the variables acc"))
  }

  @Test(
    "a file cut anywhere, or with bytes turned, gives samples or a message, never a crash", arguments: [false, true])
  func damaged(isPacked: Bool) throws {
    let motion = TrueMotion(rate: 50, seconds: 3)
    let bytes = MATWriter(isPacked: isPacked).file([("data", MobiliseDFixtures.value(motion, trials: ["T.R"]))])
    func read(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { buffer in
        guard let content = try? MATFile(buffer, file: "data.mat") else { return }
        _ = try? MobiliseDFormat.signals(MATLABVariables(file: "data.mat", content: content), part: nil)
      }
    }
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 100)) { read(Array(bytes[..<length])) }
    var state: UInt64 = 7
    for _ in 0..<300 {
      var turned = bytes
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        // Most of what can go wrong is in the first thousand bytes, where lengths and types stand.
        let range = state >> 63 == 0 ? min(1000, bytes.count - 128) : bytes.count - 128
        turned[128 + Int(state >> 33) % range] = UInt8(truncatingIfNeeded: state >> 25)
      }
      read(turned)
    }
  }

  @Test("an array that declares 2³¹ elements, and a variable that expands too far, are refused")
  func bombs() throws {
    let bytes = MATWriter(isPacked: false).file([("acc", .numbers([1, 2, 3], rows: 1 << 30, columns: 3))])
    #expect(throws: IngestError.self) { try bytes.withUnsafeBufferPointer { try MATFile($0, file: "a.mat") } }
    let bomb = MATWriter().file([("acc", .zeros(rows: 3_000_000, columns: 3))])
    let error = #expect(throws: IngestError.self) {
      try bomb.withUnsafeBufferPointer { try MATFile($0, file: "a.mat") }
    }
    #expect(try #require(error).description.contains("--max-expanded"))
  }
}
