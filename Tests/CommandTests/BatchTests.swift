import Foundation
import Testing

@Suite("A batch loses nothing in silence")
struct BatchTests {
  @Test("each file and folder that was given is a row, and what looks like a recording is named at the end")
  func everything() throws {
    let data = try Folder()
    try data.addWalk("walks/P01")
    try data.addWalk("walks/P02/monday")
    try FileManager.default.createDirectory(
      at: data.url.appending(path: "walks/P03"), withIntermediateDirectories: true)
    try Data([7, 7, 7]).write(to: data.url.appending(path: "walks/P03/walk.cwa"))
    try Data("hello".utf8).write(to: data.url.appending(path: "walks/notes.md"))
    let run = try Program.run("analyze", data.path("walks"), "--output", data.path("out"), "--no-report")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("walks/P03/walk.cwa: not used, because"))
    #expect(run.errors.contains("1 other file or folder was not used"))
    let manifest = try rows(of: data.text("out/manifest.csv"))
    #expect(manifest.map { $0["status"] } == ["done", "done", "not used", "not used"])
    #expect(manifest.prefix(2).map { $0["recording"] } == ["P01", "P02_monday"])
    #expect(manifest.allSatisfy { $0["status"] != "not used" || $0["message"]?.isEmpty == false })
    // Again, with nothing that looks like a recording left out.
    try FileManager.default.removeItem(at: data.url.appending(path: "walks/P03"))
    let again = try Program.run("analyze", data.path("walks"), "--output", data.path("out"), "--no-report")
    #expect(again.exitCode == 0)
    #expect(try rows(of: data.text("out/manifest.csv")).map { $0["status"] } == ["skipped", "skipped", "not used"])
  }

  @Test("details that are not UTF-8 cost one recording, and no other")
  func notUTF8() throws {
    let data = try Folder()
    try data.addWalk("a")
    try data.addWalk("b", seed: 2)
    try Data(Array("{\"gr".utf8) + [0xF6] + Array("sse\": 1.8}".utf8)).write(
      to: data.url.appending(path: "a/recording.json"))
    let run = try Program.run(
      "analyze", data.path("a"), data.path("b"), "--output", data.path("out"), "--no-report", "--quiet")
    #expect(run.exitCode == 65)
    #expect(run.errors.contains("a/recording.json, line 1: found bytes that are not UTF-8"))
    #expect(try rows(of: data.text("out/manifest.csv")).map { $0["status"] } == ["failed", "done"])
  }

  @Test("what else recording.json says comes out in the summary")
  func otherKeys() throws {
    let data = try Folder()
    try data.addWalk("a")
    try Data(#"{"subject": "S01", "age": 61, "condition": {"aid": "stick"}}"#.utf8).write(
      to: data.url.appending(path: "a/recording.json"))
    #expect(try Program.run("analyze", data.path("a"), "--output", data.path("out"), "--no-report").exitCode == 0)
    let summary = try #require(
      JSONSerialization.jsonObject(with: Data(data.text("out/a/summary.json").utf8)) as? [String: Any])
    let details = try #require(summary["details"] as? [String: Any])
    #expect(details["age"] as? Int == 61)
    #expect((details["condition"] as? [String: String]) == ["aid": "stick"])
  }

  @Test("files of the user's own are kept, unless --overwrite is given", arguments: ["manifest.csv", "report.html"])
  func ownFiles(name: String) throws {
    let data = try Folder()
    try data.addWalk("a")
    try FileManager.default.createDirectory(at: data.url.appending(path: "out"), withIntermediateDirectories: true)
    try Data("mine\n".utf8).write(to: data.url.appending(path: "out/\(name)"))
    let run = try Program.run("analyze", data.path("a"), "--output", data.path("out"))
    #expect(run.exitCode == 74)
    #expect(run.errors.contains("--overwrite"))
    #expect(try data.text("out/\(name)") == "mine\n")
    #expect(try Program.run("analyze", data.path("a"), "--output", data.path("out"), "--overwrite").exitCode == 0)
    #expect(try data.text("out/\(name)") != "mine\n")
  }
}
