import Foundation
import RetroGait
import Testing

/// The ZIP file that phyphox exports of a simulated walk, with the phone where "Your first hour" puts it: upright on the
/// lower back, the screen away from the body, so that its x axis points to the right, y up and z backward.
struct PhoneRecording {
  let bytes: [UInt8]

  init(seed: UInt64, started: Double) throws {
    let text = try ProgramText("stand 5, forward 9, stand 3, backward 9, stand 3")
    var program = text.program
    program.variability = 0.02
    let walk = WalkSimulator(seed: seed, effects: .realistic, placements: [.lowerBack]).walk(program)
    let stream = try #require(walk.recording.sensors.first { $0.placement == .lowerBack })
    func table(_ name: String, _ unit: String, _ signal: TriaxialSeries) -> String {
      let names = ["Time (s)"] + ["x", "y", "z"].map { "\(name) \($0) (\(unit))" }
      let rows = stream.time.indices.map { i in
        [stream.time[i], -signal.y[i], signal.z[i], -signal.x[i]].map { "\($0)" }.joined(separator: ",")
      }
      return ([names.map { "\"\($0)\"" }.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }
    bytes = Self.archive([
      ("Accelerometer.csv", table("Acceleration", "m/s^2", stream.acceleration)),
      ("Gyroscope.csv", table("Gyroscope", "rad/s", stream.angularVelocity)),
      ("meta/time.csv", "\"event\",\"experiment time\",\"system time\"\n\"START\",0.0,\(started)\n"),
    ])
  }

  /// A ZIP archive whose files are not packed.
  private static func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in files {
      let content = Array(text.utf8)
      let size = number(content.count, 4)
      let common = number(0, 2) + number(0, 4) + number(checksum(content), 4) + size + size + number(name.count, 2)
      let entry = number(20, 2) + number(0, 2) + common + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + entry + number(0, 10) + number(bytes.count, 4) + name.utf8
      bytes += number(0x0403_4B50, 4) + entry + name.utf8 + content
    }
    let end = number(files.count, 2) + number(files.count, 2) + number(directory.count, 4) + number(bytes.count, 4)
    return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + end + number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
  }

  /// CRC-32 as in ZIP.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
