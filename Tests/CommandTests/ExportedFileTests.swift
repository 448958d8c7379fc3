import Foundation
import RetroGait
import Testing

@Suite("Files of other programs, from the command line")
struct ExportedFileTests {
  /// A simulated walk in plain CSV, in the CSV of Movella DOT, and in a table that no format knows.
  private func walks() throws -> Folder {
    let data = try Folder()
    try data.addWalk("plain", direction: .backward)
    let sensors = try RecordingReader().recording(at: data.path("plain")).sensors
    for folder in ["dot", "own"] {
      try FileManager.default.createDirectory(
        at: data.url.appending(path: folder), withIntermediateDirectories: true)
    }
    for sensor in sensors {
      let name = sensor.placement.rawValue
      var dot = "sep=,\nDeviceTag:,\(name)\nSyncStatus:,Synced\nMeasurement Mode:,Rate Quantities\n\n"
      dot += "PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z\n"
      var own = "my logger\n"
      for i in 0..<sensor.count {
        let force = [sensor.acceleration.x[i], sensor.acceleration.y[i], sensor.acceleration.z[i]]
        let rate = [sensor.angularVelocity.x[i], sensor.angularVelocity.y[i], sensor.angularVelocity.z[i]]
        let degrees = rate.map { $0 * 180 / .pi }
        dot += "\(i),\(Int((sensor.time[i] * 1e6).rounded())),"
        dot += (force + degrees).map { "\($0)" }.joined(separator: ",") + "\n"
        own += ([sensor.time[i] * 1000] + degrees + force.map { $0 / 9.80665 }).map { "\($0)" }.joined(separator: ";")
        own += "\n"
      }
      try Data(dot.utf8).write(to: data.url.appending(path: "dot/\(name == "left_foot" ? "D1" : "D2").csv"))
      try Data(own.utf8).write(to: data.url.appending(path: "own/\(name).csv"))
    }
    try Data("time: 1:ms\nacc: 5,6,7:g\ngyr: 2,3,4:deg/s\n".utf8).write(to: data.url.appending(path: "map.yaml"))
    return data
  }

  /// Rows of strides without the recording's name and person, to a tenth of a millimeter and millisecond.
  private func strides(_ data: Folder, _ name: String) throws -> [[String]] {
    try data.text(name).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3).map { cell in
        Double(cell).map { "\(($0 * 1000).rounded() / 1000)" } ?? String(cell)
      }
    }
  }

  @Test("the same walk gives the same strides from any format, with --map from a file or the command line")
  func sameStrides() throws {
    let data = try walks()
    let plain = try Program.run("analyze", data.path("plain"), "--output", data.path("a"), "--no-report")
    #expect(plain.exitCode == 0)
    let truth = try strides(data, "a/plain/strides.csv")
    #expect(truth.count > 10)
    let dot = try Program.run("analyze", data.path("dot"), "--output", data.path("b"), "--no-report")
    #expect(dot.exitCode == 0, "\(dot.errors)")
    #expect(try data.text("b/dot/summary.json").contains("Movella DOT CSV"))
    let found = try strides(data, "b/dot/strides.csv")
    #expect(found.count == truth.count)
    #expect(zip(found, truth).allSatisfy { $0[2] == $1[2] && $0[0...6] == $1[0...6] })
    for map in [data.path("map.yaml"), "time=1:ms acc=5,6,7:g gyr=2,3,4:deg/s"] {
      let own = try Program.run(
        "analyze", data.path("own"), "--output", data.path("c"), "--no-report", "--force", "--map", map)
      #expect(own.exitCode == 0, "\(own.errors)")
      #expect(try strides(data, "c/own/strides.csv").count == truth.count)
      #expect(try data.text("c/own/summary.json").contains("time=1:ms"))
    }
  }

  @Test("a table that no format knows ends with 65 and the option that reads it; a wrong mapping with 64")
  func unknown() throws {
    let data = try walks()
    let run = try Program.run("analyze", data.path("own"), "--output", data.path("out"))
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("--map 'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'"))
    let wrong = try Program.run("analyze", data.path("own"), "--output", data.path("out"), "--map", "acc=1,2,3:g")
    #expect(wrong.exitCode == 64)
    #expect(wrong.errors.contains("gyr= is missing"))
    #expect(try Program.run("analyze", data.path("own"), "--output", data.path("out"), "--map", "no").exitCode == 64)
  }
}
