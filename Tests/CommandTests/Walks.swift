import Foundation
import RetroGait
import Testing

/// Recordings on disk, for the command to read.
extension Folder {
  /// A simulated walk with a sensor on each foot.
  func addWalk(
    _ name: String, direction: Direction = .forward, subject: String = "S01", seed: UInt64 = 1, strides: Int = 8
  ) throws {
    let walk = WalkSimulator(seed: seed).walk(.straight(direction, strides: strides))
    try add(name, walk.recording.sensors, subject: subject)
  }

  /// The results of two simulated walks, of two people, in `results`.
  static func withResults() throws -> Folder {
    let data = try Folder()
    try data.addWalk("one", direction: .backward)
    try data.addWalk("two", subject: "S02", seed: 2)
    let run = try Program.run(
      "analyze", data.path("one"), data.path("two"), "--output", data.path("results"), "--no-report")
    try #require(run.exitCode == 0, "\(run.errors)")
    return data
  }

  /// A sensor that lay on a table for half a minute.
  func addTable(_ name: String) throws {
    let count = 3000
    let column = { (value: Double) in [Double](repeating: value, count: count) }
    // The last digit of a sensor at rest flickers.
    let noise = (0..<count).map { Double($0 * 7919 % 13 - 6) * 1e-3 }
    let stream = SensorStream(
      placement: .leftFoot, time: (0..<count).map { Double($0) / 100 },
      acceleration: TriaxialSeries(x: noise, y: noise.reversed(), z: noise.map { 9.81 + $0 }),
      angularVelocity: TriaxialSeries(x: noise, y: column(0), z: noise.reversed()),
      timing: SampleTiming(rate: 100, jitter: 0, gaps: []))
    try add(name, [stream], subject: "S01")
  }

  /// A walk whose file of the left foot has a word where a number should be.
  func addBroken(_ name: String) throws {
    try addWalk(name)
    let file = url.appending(path: "\(name)/left_foot.csv")
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    lines[99] = "0.98,broken,0,9.81,0,0,0"
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
  }

  private func add(_ name: String, _ sensors: [SensorStream], subject: String) throws {
    let folder = url.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for sensor in sensors {
      try Data(PlainCSVWriter().bytes(of: sensor))
        .write(to: folder.appending(path: "\(sensor.placement.rawValue).csv"))
    }
    try Data("{\"subject\": \"\(subject)\"}\n".utf8).write(to: folder.appending(path: "recording.json"))
  }
}
