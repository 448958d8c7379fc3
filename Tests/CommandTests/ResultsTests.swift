import Foundation
import Testing

@Suite("Results of analyze")
struct ResultsTests {
  @Test("forward and backward walks become tables, a manifest and a report whose path is printed last")
  func files() throws {
    let data = try Folder()
    try data.addWalk("walk_f")
    try data.addWalk("walk_b", direction: .backward)
    let out = data.path("out")
    let run = try Program.run("analyze", data.path("walk_f"), data.path("walk_b"), "--output", out)
    #expect(run.exitCode == 0)
    #expect(run.output.split(separator: "\n").last.map(String.init) == "\(out)/report.html")
    #expect(data.names(in: "out") == ["manifest.csv", "report.html", "walk_b", "walk_f"])
    #expect(
      data.names(in: "out/walk_b") == [
        "bouts.csv", "curves.npy", "events.csv", "measures.csv", "strides.csv", "summary.json", "turns.csv",
      ])
    let manifest = try rows(of: data.text("out/manifest.csv"))
    #expect(manifest.map { $0["recording"] } == ["walk_f", "walk_b"])
    #expect(manifest.map { $0["status"] } == ["done", "done"])
    #expect(try #require(manifest[0]["forward"].flatMap { Int($0) }) >= 14)
    #expect(try #require(manifest[1]["backward"].flatMap { Int($0) }) >= 14)
    let strides = try rows(of: data.text("out/walk_b/strides.csv"))
    #expect(strides.filter { $0["contact_type"] == "toe" }.count >= 14)
    #expect(Set(strides.map { $0["subject"] }) == ["S01"])
  }

  @Test("the same recordings give the same bytes again, whatever the number of jobs")
  func reproducible() throws {
    let data = try Folder()
    for k in 1...4 { try data.addWalk("data/walk\(k)", direction: k % 2 == 0 ? .backward : .forward, seed: UInt64(k)) }
    for (out, jobs) in [("one", "1"), ("two", "2"), ("again", "2")] {
      let run = try Program.run("analyze", data.path("data"), "--output", data.path(out), "--jobs", jobs)
      #expect(run.exitCode == 0)
    }
    let first = try data.contents(of: "one")
    #expect(first.count == 4 * 7 + 2)
    #expect(try data.contents(of: "two") == first)
    #expect(try data.contents(of: "again") == first)
    let forced = try Program.run("analyze", data.path("data"), "--output", data.path("one"), "--force")
    #expect(forced.exitCode == 0)
    #expect(try data.contents(of: "one") == first)
  }

  @Test("a finished recording is skipped until its input or the settings change, or --force is given")
  func skipping() throws {
    let data = try Folder()
    try data.addWalk("walk1")
    try data.addWalk("walk2", seed: 2)
    func statuses(_ options: String...) throws -> [String?] {
      let arguments = ["analyze", data.path("walk1"), data.path("walk2"), "--output", data.path("out")] + options
      #expect(try Program.start(arguments).finish().exitCode == 0)
      return try rows(of: data.text("out/manifest.csv")).map { $0["status"] }
    }
    #expect(try statuses() == ["done", "done"])
    let results = try data.contents(of: "out/walk1")
    let counts = { (text: String) in
      try rows(of: text).map { row in [row["strides"], row["forward"], row["backward"], row["seconds"]] }
    }
    let first = try counts(data.text("out/manifest.csv"))
    #expect(try statuses() == ["skipped", "skipped"])
    #expect(try counts(data.text("out/manifest.csv")) == first)
    #expect(try data.contents(of: "out/walk1") == results)
    try Data("{\"subject\": \"S02\"}".utf8).write(to: data.url.appending(path: "walk2/recording.json"))
    #expect(try statuses() == ["skipped", "done"])
    #expect(try rows(of: data.text("out/walk2/strides.csv")).first?["subject"] == "S02")
    #expect(try statuses("--force") == ["done", "done"])
    #expect(try statuses("--sensors", "left_foot") == ["done", "done"])
    #expect(try statuses("--sensors", "left_foot") == ["skipped", "skipped"])
    // A version that was not this one.
    let summary = data.url.appending(path: "out/walk1/summary.json")
    let text = try String(contentsOf: summary, encoding: .utf8)
    let older = text.replacing(try Regex("\"version\" : \"[^\"]*\""), with: "\"version\" : \"0.0.1\"")
    #expect(older != text)
    try Data(older.utf8).write(to: summary)
    #expect(try statuses("--sensors", "left_foot") == ["done", "skipped"])
  }

  @Test("results that a killed process left half-written are neither taken for finished nor left lying")
  func leftovers() throws {
    let data = try Folder()
    try data.addWalk("walk1")
    try FileManager.default.createDirectory(
      atPath: data.path("out/.walk1.unfinished-1-1"), withIntermediateDirectories: true)
    try Data("half".utf8).write(to: data.url.appending(path: "out/.walk1.unfinished-1-1/strides.csv"))
    #expect(try Program.run("analyze", data.path("walk1"), "--output", data.path("out"), "--no-report").exitCode == 0)
    #expect(data.names(in: "out") == ["manifest.csv", "walk1"])
  }

  @Test("a report of one person is made from what was analyzed before")
  func report() throws {
    let data = try Folder()
    try data.addWalk("walk1", subject: "Ada")
    try data.addWalk("walk2", direction: .backward, subject: "Ben")
    let out = data.path("out")
    #expect(
      try Program.run("analyze", data.path("walk1"), data.path("walk2"), "--output", out, "--no-report").exitCode == 0)
    #expect(!data.names(in: "out").contains("report.html"))
    let run = try Program.run("report", out, "--subject", "Ada", "--output", data.path("ada.html"))
    #expect(run.exitCode == 0)
    #expect(run.output == data.path("ada.html") + "\n")
    let write = { (unit: String) in
      try Program.run(
        "report", out, "--subject", "Ada", "--length-unit", "cm", "--speed-unit", unit, "--output",
        data.path("units.html"))
    }
    #expect(try write("mph").exitCode == 64 && !FileManager.default.fileExists(atPath: data.path("units.html")))
    #expect(try write("km/h").exitCode == 0)
    let html = try String(contentsOfFile: data.path("units.html"), encoding: .utf8)
    #expect(html.contains("Walking speed, km/h") && html.contains("Stride length, cm"))
    #expect(try Program.run("report", out, "--subject", "Eve", "--output", data.path("eve.html")).exitCode == 65)
    #expect(!FileManager.default.fileExists(atPath: data.path("eve.html")))
  }
}

/// The rows of a table by the names of their columns; cells hold no quoted commas here.
func rows(of table: String) throws -> [[String: String]] {
  let lines = table.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  let header = try #require(lines.first).map(String.init)
  return lines.dropFirst().map { cells in
    Dictionary(zip(header, cells.map(String.init)), uniquingKeysWith: { first, _ in first })
  }
}
