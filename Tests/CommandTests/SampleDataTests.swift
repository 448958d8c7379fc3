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
        #expect(abs(error) < 0.03, "\(name), \(direction): meters")
      }
    }
  }

  @Test(
    "the sample sessions have the walk tests, the ratio at equal speed, the ramp and the intervals that were simulated")
  func wholeWalks() throws {
    let data = try Folder()
    let sessions = ["2026-10-02", "2026-10-07", "2026-10-14"]
    let walks = sessions.map { Self.sampleData.appending(path: "S01_\($0)").path }
    let arguments = ["analyze"] + walks + ["--output", data.path("out"), "--no-report"]
    #expect(try Program.start(arguments).finish().exitCode == 0)
    func row(_ session: String, _ measure: String, _ direction: String) throws -> [String: String] {
      try #require(
        try rows(of: data.text("out/S01_\(session)/measures.csv")).first {
          $0["scope"] == "recording" && $0["measure"] == measure && $0["direction"] == direction
        })
    }
    func value(_ session: String, _ measure: String, _ direction: String = "backward") throws -> Double {
      let row = try row(session, measure, direction)
      return try #require(row["value"].flatMap(Double.init), "\(measure): \(row)")
    }
    func isWithin(_ truth: Double, _ session: String, _ measure: String, _ direction: String = "backward") throws
      -> Bool
    {
      let row = try row(session, measure, direction)
      let (low, high) = (row["ci_low"].flatMap(Double.init), row["ci_high"].flatMap(Double.init))
      return try #require(low) <= truth && truth <= (try #require(high))
    }
    for direction in ["forward", "backward"] {
      #expect(try value("2026-10-02", "bouts", direction) == 4)
      #expect(abs(try value("2026-10-07", "gradient_percent", direction) - 6) < 0.7)
      #expect(try isWithin(6, "2026-10-07", "gradient_percent", direction))
    }
    #expect(try value("2026-10-02", "direction_changes", "forward") == 4)
    // Strides lengthen with the square root of speed: 0.9675 m at 0.7675 m/s backward, 1.2456 m at 1.095 m/s forward.
    let ratio = 100 * (0.9675 / 0.7675.squareRoot()) / (1.2456 / 1.095.squareRoot())
    let equal = "stride_length_m_percent_of_forward_at_equal_speed"
    #expect(abs(try value("2026-10-07", equal) - ratio) < 4)
    #expect(try isWithin(ratio, "2026-10-07", equal))
    // Three meters at 0.78 m/s, less what the first foot is ahead.
    #expect(abs(try value("2026-10-14", "walk_3m_from_standing_s") - 3.7) < 0.4)
    // Ten meters at 1.1 m/s.
    #expect(abs(try value("2026-10-14", "walk_10m_from_standing_s", "forward") - 9) < 0.4)
    let summary = try data.text("out/S01_2026-10-07/summary.json")
    let lookAt = try #require(summary.split(separator: "\"strides_to_look_at\"").last)
    #expect(lookAt.split(separator: "interrupted_swing").count == 2)
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
    #expect(said["trend"]?.contains("0 → 0 %\n  10 sessions: the same in all that count\n") == true)
    // Ten sessions that count let the headline be told.
    #expect(said["trend"]?.contains(/10 sessions, slope and test: (faster|longer), by the line \+0\.\d\d/) == true)
    #expect(said["trend"]?.contains("\n  consistent over sessions (smallest detectable change 0.") == true)
    #expect(said["trend"]?.contains("2026-10-07 (other conditions: feet, overground, incline 6 %)") == true)
  }

  private func mean(_ column: String, of rows: [[String: String]]) throws -> Double {
    let values = rows.compactMap { $0[column].flatMap(Double.init) }
    try #require(!values.isEmpty)
    return values.reduce(0, +) / Double(values.count)
  }
}
