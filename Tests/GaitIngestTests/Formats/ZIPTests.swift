import CZlib
import GaitModel
import Testing

@testable import GaitIngest

/// Writes ZIP archives, stored or deflated.
enum ZIPWriter {
  static func archive(_ files: [(name: String, text: String)], isPacked: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in files {
      let content = Array(text.utf8)
      var stored = content
      if isPacked {
        stored = [UInt8](repeating: 0, count: content.count + 1000)
        let count = rg_deflate(content, content.count, &stored, stored.count, 1)
        stored = Array(stored.prefix(count))
      }
      let checksum = Int(rg_crc32(content, content.count))
      let common =
        number(isPacked ? 8 : 0, 2) + number(0, 4) + number(checksum, 4) + number(stored.count, 4)
        + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 2) + common
      directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(bytes.count, 4) + Array(name.utf8)
      bytes += number(0x0403_4B50, 4) + number(20, 2) + number(0, 2) + common + Array(name.utf8) + stored
    }
    let start = bytes.count
    bytes += directory
    bytes += number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    return bytes + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

@Suite("Archives of apps")
struct ZIPTests {
  private let motion = TrueMotion()

  private func files(_ prefix: String = "") -> [(name: String, text: String)] {
    AppFixtures.phyphox(motion, delimiter: ",", decimalMark: ".").sorted { $0.key < $1.key }
      .map { (name: prefix + $0.key, text: $0.value) }
  }

  @Test(
    "an archive of phyphox is read as its folder is, stored or deflated, in a folder or not",
    arguments: [(true, ""), (false, ""), (true, "Acceleration 2023-11-14/")])
  func phyphox(isPacked: Bool, prefix: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("lower back.zip", ZIPWriter.archive(files(prefix), isPacked: isPacked))
    try folder.write("other.zip", ZIPWriter.archive([("readme.txt", "hello")]))
    #expect(RecordingFinder().recordings(at: [folder.path]) == [path])
    let recording = try RecordingReader().recording(at: path)
    #expect(recording.sensors.map(\.placement) == [.lowerBack])
    motion.expect(recording.sensors[0])
    #expect(recording.details.startedAt == "2023-11-14T22:13:20.250Z")
    #expect(recording.inputs.map(\.format) == ["phyphox CSV in ZIP"])
  }

  @Test("a number that was changed in an archive is told by its checksum")
  func checksum() throws {
    var bytes = ZIPWriter.archive(files(), isPacked: false)
    let digits = Array("1.500000000E+00".utf8)
    let place = try #require(bytes.indices.dropLast(digits.count).first { bytes[$0...].starts(with: digits) })
    bytes[place] = UInt8(ascii: "2")
    let folder = try TemporaryFolder()
    let path = try folder.write("lower_back.zip", bytes)
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("found a wrong checksum"))
  }

  @Test("an archive of Sensor Logger finds its platform beside the sensors")
  func sensorLogger() throws {
    let files = AppFixtures.sensorLogger(motion, platform: "ios").sorted { $0.key < $1.key }
    let folder = try TemporaryFolder()
    let path = try folder.write("walk.zip", ZIPWriter.archive(files.map { ($0.key, $0.value) }))
    let reader = RecordingReader(options: IngestOptions(placement: .lowerBack))
    motion.expect(try reader.recording(at: path).sensors[0])
  }

  @Test("an archive of something else says what is in it")
  func other() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("walk.zip", ZIPWriter.archive([("readme.txt", "hello")]))
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("(readme.txt)"))
  }

  @Test("an archive cut anywhere, or with bytes turned, gives samples or a message, never a crash")
  func damaged() throws {
    let bytes = ZIPWriter.archive(files())
    func read(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { buffer in _ = try? ExportArchive(buffer, file: "walk.zip").signals() }
    }
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 50)) { read(Array(bytes[..<length])) }
    var state: UInt64 = 3
    for _ in 0..<100 {
      var turned = bytes
      state = state &* 6_364_136_223_846_793_005 &+ 1
      // The directory at the end decides most.
      turned[bytes.count - 1 - Int(state >> 33) % 300] = UInt8(truncatingIfNeeded: state >> 25)
      read(turned)
    }
  }
}
