import CZlib
import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Tables in other wrappings")
struct PackedTableTests {
  private let motion = TrueMotion()
  private let names = ["time_s", "acc_x_g", "acc_y_g", "acc_z_g", "gyr_x_deg_s", "gyr_y_deg_s", "gyr_z_deg_s"]

  private func cells(_ i: Int) -> [String] { fixed([motion.time[i]] + motion.gravities(i) + motion.degrees(i)) }

  @Test("a spreadsheet is read as its sheet saved as CSV; the sheet's name says where the sensor was worn")
  func spreadsheet() throws {
    let rows = [names] + (0..<motion.count).map(cells)
    let folder = try TemporaryFolder()
    let path = try folder.write("walk.xlsx", ZIPWriter.archive(TableFixtures.spreadsheet(rows)))
    let recording = try RecordingReader().recording(at: path)
    #expect(recording.sensors.map(\.placement) == [.leftFoot])
    motion.expect(recording.sensors[0])
    #expect(recording.inputs[0].format.contains("spreadsheet"))
  }

  @Test("a spreadsheet of something else is called one, and nobody is told to unpack it")
  func otherSpreadsheet() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "list.xlsx", ZIPWriter.archive(TableFixtures.spreadsheet([["name", "age"], ["1", "2"]])))
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    let message = try #require(error).description
    #expect(message.contains("spreadsheet") && !message.contains("unpack"))
  }

  @Test("a table packed with gzip is read, and its hash is that of the packed file")
  func gzip() throws {
    let text = names.joined(separator: ",") + "\n" + motion.rows { cells($0) }
    let packed = try GzipWriter.packed(Array(text.utf8))
    let folder = try TemporaryFolder()
    let path = try folder.write("left_foot.csv.gz", packed)
    let recording = try RecordingReader().recording(at: path)
    motion.expect(try #require(recording[.leftFoot]))
    #expect(recording.inputs[0].sha256 == (try InputBytes(path: path).sha256()))
    for bytes in [Array(packed.dropLast(9)), packed + packed, Array(packed.prefix(5))] {
      let damaged = try folder.write("right_foot.csv.gz", bytes)
      #expect(throws: IngestError.self) { try RecordingReader().recording(at: damaged) }
    }
  }

  @Test("blanks that separate cells are read as delimiters, with decimal points or commas", arguments: [".", ","])
  func blanks(mark: String) throws {
    let rows = (0..<motion.count).map { "  " + cells($0).joined(separator: "   ").replacing(".", with: mark) + " \n" }
    let export = try Export(["left_foot.txt": "# time acc gyr\n" + rows.joined()])
    let mapping = try ColumnMapping("time=1:s acc=2,3,4:g gyr=5,6,7:deg/s")
    motion.expect(try export.recording("left_foot.txt", mapping: mapping).sensors[0])
  }

  @Test(
    "files of other formats are called what they are",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "Excel"), (Array("PAR1\u{0}\u{0}".utf8), "Parquet"),
      ([0x93] + Array("NUMPY\u{1}\u{0}".utf8), "NumPy"), (Array("MD\u{0}\u{4}\u{0}".utf8), "Axivity"),
      (Array("Device Identity\nDevice Type:GENEActiv\n".utf8), "GENEActiv"),
      (Array("[{\"t\": 0.0, \"ax\": 1}]".utf8), "JSON"),
      (Array("<?xml version=\"1.0\"?><mvnx version=\"4\">".utf8), "MVN"),
      (Array("SQLite format 3\u{0}".utf8), "SQLite"),
      (Array("recording,status,strides,forward\nwalk,done,3,1\n".utf8), "results"),
    ])
  func otherFormats(bytes: [UInt8], says: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("left_foot.csv", bytes)
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    let message = try #require(error).description
    #expect(message.contains(says) && !message.contains("UTF-16") && !message.contains("--map"), "\(message)")
  }

  @Test(
    "words for a missing number are read as one",
    arguments: ["#N/A", "-nan(ind)", "NaN", "1.#QNAN", "-1.#IND", "<NA>", "null", "N/A", "--", ""])
  func missing(word: String) throws {
    let rows = (0..<motion.count).map { i in
      var cells = cells(i)
      if i == 10 { cells[2] = word }
      return cells.joined(separator: ",") + "\n"
    }
    let export = try Export(["left_foot.csv": names.joined(separator: ",") + "\n" + rows.joined()])
    let stream = try export.recording("left_foot.csv").sensors[0]
    #expect(stream.acceleration.y[10].isNaN && stream.acceleration.y[11].isFinite && stream.count == motion.count)
  }
}

/// Packs with gzip.
enum GzipWriter {
  static func packed(_ content: [UInt8]) throws -> [UInt8] {
    var raw = [UInt8](repeating: 0, count: content.count + 1000)
    let count = rg_deflate(content, content.count, &raw, raw.count, 1)
    func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + raw.prefix(count) + number(Int(rg_crc32(content, content.count)))
      + number(content.count)
  }
}

/// Writes the binary recording of an AX6: ±16 g, ±2000 °/s, 100 Hz, 40 samples a sector.
enum AxivityWriter {
  static func file(_ motion: TrueMotion, axes: Int = 6, missing: Set<Int> = []) -> [UInt8] {
    var bytes = Array("MD".utf8) + [0xFC, 0x03, 0x64] + [UInt8](repeating: 0xFF, count: 1019)
    for k in 0..<(motion.count / 40) where !missing.contains(k) { bytes += sector(k, motion, axes: axes) }
    return bytes
  }

  private static func sector(_ k: Int, _ motion: TrueMotion, axes: Int) -> [UInt8] {
    var sector = [UInt8](repeating: 0, count: 512)
    func put(_ value: Int, _ position: Int, _ width: Int) {
      for i in 0..<width { sector[position + i] = UInt8(truncatingIfNeeded: value >> (8 * i)) }
    }
    sector.replaceSubrange(0..<2, with: Array("AX".utf8))
    put(508, 2, 2)
    // The time of sample 10, its fraction apart.
    let seconds = motion.time[k * 40 + 10]
    let fraction = Int((seconds.truncatingRemainder(dividingBy: 1) * 32_768).rounded(.down))
    put(0x8000 | fraction, 4, 2)
    put(k, 10, 4)
    put(19 << 26 | 10 << 22 | 29 << 17 | 9 << 12 | 2 << 6 | Int(seconds), 14, 4)
    put(3 << 13 | 2 << 10, 18, 2)
    sector[24] = 0x4A
    sector[25] = UInt8(axes << 4 | 2)
    put(10 - Int(Double(fraction) / 32_768 * 100), 26, 2)
    put(40, 28, 2)
    for i in 0..<40 {
      let force = motion.gravities(k * 40 + i).map { Int(($0 * 2048).rounded()) }
      let turn = motion.degrees(k * 40 + i).map { Int(($0 / 2000 * 32_768).rounded()) }
      for (axis, value) in (turn + force).enumerated() { put(value, 30 + 12 * i + 2 * axis, 2) }
    }
    let sum = stride(from: 0, to: 510, by: 2).reduce(0) { $0 + Int(sector[$1]) + Int(sector[$1 + 1]) << 8 }
    put(-sum & 0xFFFF, 510, 2)
    return sector
  }
}

@Suite("Axivity's binary files")
struct AxivityBinaryTests {
  private let motion = TrueMotion(rate: 100, seconds: 12)

  @Test("the file of an AX6 is read with its local start, to the resolution of the sensor")
  func whole() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("lower_back.cwa", AxivityWriter.file(motion))
    let recording = try RecordingReader().recording(at: path)
    motion.expect(try #require(recording[.lowerBack]), tolerance: 0.01, timeTolerance: 2e-3)
    #expect(recording.details.startedAt?.hasPrefix("2019-10-29T09:02:0") == true)
  }

  @Test("sectors that are missing are a gap, and one with a wrong checksum is missing")
  func damaged() throws {
    let folder = try TemporaryFolder()
    var bytes = AxivityWriter.file(motion, missing: [12])
    bytes[1024 + 512 * 20 + 100] ^= 0xFF
    let path = try folder.write("lower_back.cwa", bytes)
    let stream = try #require(try RecordingReader().recording(at: path)[.lowerBack])
    #expect(stream.timing.gaps.count == 2 && stream.timing.lostSamples == 80)
    #expect(abs(stream.acceleration.x[600] - motion.acceleration.x[640]) < 0.01)
  }

  @Test("a recording without a gyroscope is refused for that reason")
  func noGyroscope() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("lower_back.cwa", AxivityWriter.file(motion, axes: 3))
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("without a gyroscope"))
  }
}
