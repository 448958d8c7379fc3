import Foundation
import RetroGait
import Testing

@Suite("What goes wrong, and how the command says so")
struct FailureTests {
  @Test(
    "wrong usage ends with 64 and a hint",
    arguments: [
      ["analyze"], ["analyze", "walk"], ["analyze", "walk", "--output", "out", "--bogus"],
      ["analyze", "walk", "--output", "out", "--sensors", "left_hand"],
      ["analyze", "walk", "--output", "out", "--jobs", "0"], ["analyze", "walk", "--output", ""],
      ["analyze", "", "--output", "out"], ["inspect", ""],
      ["analyze", "walk", "--output", "out", "--quiet", "--verbose"], ["bogus"], ["report"], ["inspect"],
      ["serve", "--port", "0"], ["serve", "--port", "70000"],
    ])
  func usage(arguments: [String]) throws {
    let run = try Program.start(arguments).finish()
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("Usage: retrogait"))
    #expect(run.output.isEmpty)
  }

  @Test(
    "a command that is not there is answered with those that are",
    arguments: [["analize", "walk"], ["history", "trends"]])
  func unknownCommand(arguments: [String]) throws {
    let run = try Program.start(arguments).finish()
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("found '\(arguments.first == "history" ? "trends" : "analize")'"))
    #expect(
      run.errors.contains(arguments.first == "history" ? "show, annotate, trend, compare" : "expected one of analyze"))
  }

  @Test("a misspelt option is named with the one that was meant, though a required one is missing")
  func misspelt() throws {
    let run = try Program.start(["analyze", "walk", "--ouput", "out"]).finish()
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("'--ouput'"))
    #expect(run.errors.contains("did you mean '--output'?"))
    let missing = try Program.start(["analyze", "walk"]).finish()
    #expect(missing.exitCode == 64)
    #expect(missing.errors.contains("Missing expected argument '--output <dir>'"))
  }

  @Test(
    "help and version go to standard output and fit 80 columns",
    arguments: [[], ["analyze"], ["inspect"], ["report"], ["serve"], ["simulate"], ["history"]]
      + ["add", "list", "show", "annotate", "trend", "compare", "dose", "export", "remove", "check", "backup"].map {
        ["history", $0]
      })
  func help(command: [String]) throws {
    let run = try Program.start(command + ["--help"]).finish()
    #expect(run.exitCode == 0)
    #expect(run.output.contains("EXAMPLE"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try Program.start(command + ["--version"]).finish().output == "RetroGait \(RetroGaitVersion.current)\n")
  }

  @Test("a bad recording is one line on standard error; the others are written and the exit code is 65")
  func oneBad() throws {
    let data = try Folder()
    try data.addWalk("good1")
    try data.addBroken("bad")
    try data.addWalk("good2", seed: 2)
    let run = try Program.run(
      "analyze", data.path("good1"), data.path("bad"), data.path("good2"), "--output", data.path("out"), "--quiet")
    #expect(run.exitCode == 65)
    #expect(data.names(in: "out") == ["good1", "good2", "manifest.csv", "report.html"])
    let manifest = try rows(of: data.text("out/manifest.csv"))
    #expect(manifest.map { $0["status"] } == ["done", "failed", "done"])
    let errors = run.errors.split(separator: "\n")
    #expect(errors.count == 1)
    let line = try #require(errors.first)
    for part in ["bad/left_foot.csv", "line 100", "found 'broken'", "expected", "acc_x_m_s2"] {
      #expect(line.contains(part), "\(line)")
    }
  }

  @Test("a recording that is not there is an input/output failure, and the others are written")
  func missing() throws {
    let data = try Folder()
    try data.addWalk("good")
    let run = try Program.run("analyze", data.path("gone"), data.path("good"), "--output", data.path("out"))
    #expect(run.exitCode == 74)
    #expect(run.errors.contains("\(data.path("gone")): found nothing"))
    #expect(try rows(of: data.text("out/manifest.csv")).map { $0["status"] } == ["failed", "done"])
  }

  @Test("a recording and results that may not be read are told, not left out", .enabled(if: Program.canRunAsNobody))
  func closed() throws {
    let data = try Folder()
    try data.addWalk("walks/good")
    try data.addWalk("walks/closed")
    #expect(try Program.run("analyze", data.path("walks"), "--output", data.path("out"), "--no-report").exitCode == 0)
    // Every file system of Linux has a folder of its own at its root, which is nobody's recording.
    for folder in ["again", "walks/lost+found", "again/lost+found"] {
      try FileManager.default.createDirectory(at: data.url.appending(path: folder), withIntermediateDirectories: true)
    }
    for folder in ["walks/closed", "out/closed", "walks/lost+found", "again/lost+found"] {
      try data.allow(0o700, folder)
    }
    for folder in ["", "again"] { try data.allow(0o777, folder) }
    for name in data.names(in: "out/good") { try data.allow(0o644, "out/good/\(name)") }

    let analysis = try Program.runAsNobody("analyze", data.path("walks"), "--output", data.path("again"))
    #expect(analysis.exitCode == 74)
    #expect(analysis.errors.contains("walks/closed: found a folder that cannot be read"))
    #expect(analysis.errors.split(separator: "\n").count { $0.hasPrefix("retrogait") } == 1)
    #expect(analysis.output.contains("report.html"))
    #expect(try rows(of: data.text("again/manifest.csv")).map { $0["status"] } == ["failed", "done"])

    let report = try Program.runAsNobody("report", data.path("out"), "--output", data.path("again/report.html"))
    #expect(report.exitCode == 74)
    #expect(report.errors.contains("out/closed/summary.json: found that it may not be read"))

    let history = try Program.runAsNobody(
      "history", "add", data.path("out"), "--subject", "S01", "--store", data.path("again/s.sqlite"))
    #expect(history.exitCode == 74)
    #expect(history.output.contains("good: added"))
  }

  @Test("a recording that cannot be used any more keeps its earlier results")
  func keepsEarlier() throws {
    let data = try Folder()
    try data.addWalk("walk")
    #expect(try Program.run("analyze", data.path("walk"), "--output", data.path("out")).exitCode == 0)
    let earlier = try data.contents(of: "out/walk")
    try data.addBroken("walk")
    let again = try Program.run("analyze", data.path("walk"), "--output", data.path("out"))
    #expect(again.exitCode == 65)
    #expect(again.errors.contains("the results of an earlier run stay"))
    #expect(try data.contents(of: "out/walk") == earlier)
  }

  @Test("a sensor that lay on the table gives no strides, a warning and exit code 0")
  func table() throws {
    let data = try Folder()
    try data.addTable("table")
    let run = try Program.run("analyze", data.path("table"), "--output", data.path("out"))
    #expect(run.exitCode == 0)
    #expect(run.errors.contains("table: warning: "))
    let manifest = try #require(try rows(of: data.text("out/manifest.csv")).first)
    #expect(manifest["status"] == "done")
    #expect(manifest["strides"] == "0")
    #expect(try data.text("out/table/strides.csv").split(separator: "\n").count == 1)
  }

  @Test("two recordings of one name are named after their folders too, so that neither takes the other's place")
  func sameName() throws {
    let data = try Folder()
    try data.addWalk("a/walk")
    try data.addWalk("b/walk", seed: 2)
    let run = try Program.run("analyze", data.path("a/walk"), data.path("b/walk"), "--output", data.path("out"))
    #expect(run.exitCode == 0)
    let manifest = try rows(of: data.text("out/manifest.csv"))
    #expect(manifest.filter { $0["status"] == "done" }.compactMap { $0["recording"] }.sorted() == ["a_walk", "b_walk"])
    #expect(try data.text("out/a_walk/strides.csv") != data.text("out/b_walk/strides.csv"))
  }

  @Test("results never take the place of the recording, or of a folder of somebody else")
  func neverOverwrites() throws {
    let data = try Folder()
    try data.addWalk("walk")
    let recording = try data.contents(of: "walk")
    #expect(try Program.run("analyze", data.path("walk"), "--output", data.path).exitCode == 64)
    #expect(try data.contents(of: "walk") == recording)
    try data.addWalk("out/walk", seed: 2)
    let other = try data.contents(of: "out/walk")
    let run = try Program.run("analyze", data.path("walk"), "--output", data.path("out"))
    #expect(run.exitCode == 74)
    #expect(run.errors.contains("has not written"))
    #expect(try data.contents(of: "out/walk") == other)
  }

  @Test("an output that cannot be written ends with 74 and names the place")
  func unwritable() throws {
    let data = try Folder()
    try data.addWalk("walk")
    _ = try data.file("file")
    let run = try Program.run("analyze", data.path("walk"), "--output", data.path("file/out"))
    #expect(run.exitCode == 74)
    #expect(run.errors.contains(data.path("file/out")))
  }

  @Test("a file where the output folder should be is named and left alone")
  func outputIsFile() throws {
    let data = try Folder()
    try data.addWalk("walk")
    let file = try data.file("notes.txt")
    let run = try Program.run("analyze", data.path("walk"), "--output", file.path)
    #expect(run.exitCode == 74)
    #expect(run.errors.contains("\(file.path): found a file"))
    #expect(run.errors.contains("--output"))
    #expect(try Data(contentsOf: file).isEmpty)
  }

  @Test(
    "numbers without column names, and a spreadsheet, are called what they are",
    arguments: [
      (
        "left_foot.csv", "0.00,0.1,0.2,9.8,0.1,0.2,0.3\n0.01,0.1,0.2,9.8,0.1,0.2,0.3\n",
        "without a line of column names"
      ),
      ("left_foot.ods", "PK", "save the sheet as CSV"),
    ])
  func commonMistakes(name: String, content: String, says: String) throws {
    let data = try Folder()
    try FileManager.default.createDirectory(at: data.url.appending(path: "walk"), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: data.url.appending(path: "walk/\(name)"))
    let run = try Program.run("analyze", data.path("walk"), "--output", data.path("out"))
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("\(data.path("walk"))/\(name): found"))
    #expect(run.errors.contains(says))
  }

  @Test("a folder that is not there, or holds a recording and no results, is told with what to name instead")
  func notResults() throws {
    let data = try Folder()
    try data.addWalk("walk")
    let missing = try Program.run("report", data.path("gone"), "--output", data.path("r.html"))
    #expect(missing.exitCode == 74)
    #expect(missing.errors.contains("\(data.path("gone")): found no folder"))
    #expect(missing.errors.contains("check the path"))
    let raw = try Program.run("history", "add", data.path("walk"), "--store", data.path("s.sqlite"))
    #expect(raw.exitCode == 65)
    #expect(raw.errors.contains("--output"))
  }

  @Test("British spelling starts the analysis too, and each warning has a line of its own")
  func analyse() throws {
    let data = try Folder()
    try data.addTable("table")
    let manager = FileManager.default
    // A foot's file under the name of the back.
    try data.addWalk("exchanged")
    try manager.moveItem(atPath: data.path("exchanged/left_foot.csv"), toPath: data.path("exchanged/lower_back.csv"))
    let run = try Program.run("analyse", data.path("exchanged"), data.path("table"), "--output", data.path("out"))
    #expect(run.exitCode == 0)
    let warnings = run.errors.split(separator: "\n").filter { $0.contains(": warning: ") }
    #expect(warnings.contains { $0.hasPrefix("exchanged: warning: lower_back: the sensor turns faster than") })
    #expect(warnings.contains { $0.hasPrefix("table: warning: ") })
    #expect(warnings.allSatisfy { $0.components(separatedBy: "warning: ").count == 2 })
  }
}
