import CHDF5
import CZlib
import GaitModel
import HDF5File

@testable import GaitIngest

/// Writes MATLAB files of version 5 with structures and numbers, packed (`-v7`) or not (`-v6`).
struct MATWriter {
  indirect enum Value {
    /// N × 3 or 1 × 1 numbers, column by column.
    case numbers([Double], rows: Int, columns: Int)
    case zeros(rows: Int, columns: Int)
    case text(String)
    case structure([(String, Value)])
  }

  var isPacked = true

  func file(_ variables: [(String, Value)]) -> [UInt8] {
    var bytes = Array("MATLAB 5.0 MAT-file, Platform: GLNXA64, Created on: Thu Feb 14 08:58:00 2019".utf8)
    bytes += [UInt8](repeating: 0x20, count: 116 - bytes.count) + [UInt8](repeating: 0, count: 8)
    bytes += [0, 1] + Array("IM".utf8)
    for (name, value) in variables {
      let element = matrix(name, value)
      let stored = isPacked ? packed(element) : element
      bytes += isPacked ? word(15) + word(stored.count) + stored : stored
    }
    return bytes
  }

  private func matrix(_ name: String, _ value: Value) -> [UInt8] {
    switch value {
    case .numbers(let numbers, let rows, let columns):
      let data = numbers.flatMap { bytes(of: $0.bitPattern, 8) }
      return element(14, head(6, [rows, columns], name) + element(9, data))
    case .zeros(let rows, let columns):
      let data = [UInt8](repeating: 0, count: 8 * rows * columns)
      return element(14, head(6, [rows, columns], name) + element(9, data))
    case .text(let text):
      let units = Array(text.utf16)
      return element(14, head(4, [1, units.count], name) + element(4, units.flatMap { bytes(of: UInt64($0), 2) }))
    case .structure(let fields):
      let width = 32
      let names = fields.flatMap { Array($0.0.utf8) + [UInt8](repeating: 0, count: width - $0.0.utf8.count) }
      // The length of names stands in a short element.
      let length = bytes(of: 5, 2) + bytes(of: 4, 2) + word(width)
      return element(14, head(2, [1, 1], name) + length + element(1, names) + fields.flatMap { matrix("", $0.1) })
    }
  }

  /// Flags, dimensions and name.
  private func head(_ kind: Int, _ shape: [Int], _ name: String) -> [UInt8] {
    element(6, word(kind) + word(0)) + element(5, shape.flatMap(word)) + element(1, Array(name.utf8))
  }

  private func element(_ type: Int, _ content: [UInt8]) -> [UInt8] {
    word(type) + word(content.count) + content + [UInt8](repeating: 0, count: (8 - content.count % 8) % 8)
  }

  private func word(_ value: Int) -> [UInt8] { bytes(of: UInt64(value), 4) }

  private func bytes(of value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  private func packed(_ bytes: [UInt8]) -> [UInt8] {
    var target = [UInt8](repeating: 0, count: bytes.count + 1000)
    let count = rg_deflate(bytes, bytes.count, &target, target.count, 0)
    return Array(target.prefix(count))
  }
}

/// `data.mat` as Mobilise-D lays it out.
enum MobiliseDFixtures {
  /// A trial for each name, `Test5.Trial1`, with a sensor on the lower back and one on each foot.
  static func value(_ motion: TrueMotion, trials: [String], withTimestamp: Bool = true) -> MATWriter.Value {
    func sensor() -> MATWriter.Value {
      let indices = 0..<motion.count
      let force = indices.map(motion.gravities)
      let rate = indices.map(motion.degrees)
      func table(_ rows: [[Double]]) -> MATWriter.Value {
        .numbers((0..<3).flatMap { k in rows.map { $0[k] } }, rows: rows.count, columns: 3)
      }
      let single = MATWriter.Value.numbers([motion.rate], rows: 1, columns: 1)
      let stamps = motion.time.map { 1_600_000_000.5 + $0 }
      return .structure(
        [("Acc", table(force)), ("Gyr", table(rate)), ("Fs", .structure([("Acc", single), ("Gyr", single)]))]
          + (withTimestamp ? [("Timestamp", .numbers(stamps, rows: stamps.count, columns: 1))] : []))
    }
    let parts = trials.map { trial in
      let names = trial.split(separator: ".").map(String.init)
      let content = MATWriter.Value.structure([
        ("StartDateTime", .text("2020-09-13")), ("SU", .structure([("LowerBack", sensor())])),
        ("SU_INDIP", .structure([("LeftFoot", sensor()), ("LowerBack", sensor()), ("Wrist", sensor())])),
      ])
      return (names[0], MATWriter.Value.structure([(names[1], content)]))
    }
    return .structure([("TimeMeasure1", .structure(parts))])
  }

  /// The same as MATLAB's version 7.3: HDF5 behind 512 bytes, dimensions in the opposite order.
  static func writeHDF5(_ value: MATWriter.Value, to path: String) throws -> [UInt8] {
    try HDF5Library.exclusively { () throws(IngestError) in
      let file = rg_create_behind_header(path)
      defer { H5Fclose(file) }
      write(value, "data", in: file)
    }
    var bytes = Array(try InputBytes(path: path).data)
    bytes.replaceSubrange(0..<19, with: Array("MATLAB 7.3 MAT-file".utf8))
    return bytes
  }

  private static func write(_ value: MATWriter.Value, _ name: String, in group: hid_t) {
    switch value {
    case .numbers(let numbers, let rows, let columns):
      rg_write_plain(group, name, numbers, hsize_t(columns), hsize_t(rows))
    case .text, .zeros: break
    case .structure(let fields):
      let inner = rg_create_group(group, name)
      for (field, value) in fields { write(value, field, in: inner) }
      H5Gclose(inner)
    }
  }
}
