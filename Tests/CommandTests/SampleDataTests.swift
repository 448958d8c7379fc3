import Foundation
import Testing

@Suite("Sample data")
struct SampleDataTests {
  private static let sampleData = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "SampleData")

  @Test("the simulator writes the sample data of the package again, text for text")
  func reproducible() throws {
    let data = try Folder()
    #expect(
      try Program.run("simulate", "--programme", "six-weeks", "--output", data.path("made")).exitCode == 0)
    let made = try data.contents(of: "made")
    #expect(made.keys.count { $0.hasSuffix(".h5") } >= 2)
    for (path, bytes) in made {
      // The bytes of an HDF5 file depend on the version of its library.
      let committed = try Data(contentsOf: Self.sampleData.appending(path: path))
      #expect(path.hasSuffix(".h5") ? !committed.isEmpty : committed == bytes, "\(path)")
    }
  }

  @Test("every sample session has the strides that were simulated, forward and backward")
  func analyzed() throws {
    let data = try Folder()
    let run = try Program.run("analyze", Self.sampleData.path, "--output", data.path("out"))
    #expect(run.exitCode == 0)
    let manifest = try rows(of: data.text("out/manifest.csv")).filter { $0["status"] == "done" }
    #expect(manifest.count >= 8)
    for row in manifest {
      let name = try #require(row["recording"])
      let truth = try rows(
        of: String(contentsOf: Self.sampleData.appending(path: "\(name)/truth_strides.csv"), encoding: .utf8))
      let strides = try rows(of: data.text("out/\(name)/strides.csv"))
      for direction in ["forward", "backward"] {
        let expected = truth.filter { $0["direction"] == direction }
        let found = strides.filter { $0["direction"] == direction }
        #expect(expected.count > 10)
        #expect(abs(found.count - expected.count) <= 1, "\(name), \(direction)")
        let error = try mean("length_m", of: found) - mean("length_m", of: expected)
        #expect(abs(error) < 0.03, "\(name), \(direction): metres")
      }
    }
  }

  @Test("what the terminal says of six weeks fits 80 columns, and differences have their sign")
  func columns() throws {
    let data = try Folder()
    let store = data.path("s.sqlite")
    #expect(try Program.run("analyze", Self.sampleData.path, "--output", data.path("out"), "--no-report").exitCode == 0)
    #expect(try Program.run("history", "add", data.path("out"), "--store", store).exitCode == 0)
    #expect(try Program.run("history", "annotate", "S01", "--plan", "10x3x6", "--store", store).exitCode == 0)
    var said: [String: String] = [:]
    for command in [["compare"], ["dose"], ["dose", "--by", "session"], ["trend", "--all"], ["show"]] {
      let arguments = ["history", command[0], "S01", "--store", store] + command.dropFirst()
      let run = try Program.start(arguments).finish()
      #expect(run.exitCode == 0)
      for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(command): \(line)") }
      said[command[0]] = run.output
    }
    #expect(said["compare"]?.contains(/Stride duration, s .* \+0\.\d\d \[\+0\.\d\d, \+0\.\d\d\]/) == true)
    #expect(said["trend"]?.contains("by the line +") == true)
    #expect(said["trend"]?.contains("0 → 0 %\n  7 sessions: the same in all that count\n") == true)
  }

  private func mean(_ column: String, of rows: [[String: String]]) throws -> Double {
    let values = rows.compactMap { $0[column].flatMap(Double.init) }
    try #require(!values.isEmpty)
    return values.reduce(0, +) / Double(values.count)
  }
}
