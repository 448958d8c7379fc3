import Foundation
import Testing

@Suite("The commands in the documents")
struct DocumentedCommandTests {
  /// The lines of shell code in a page that run without a person: not those that wait, build or install.
  private static func commands(_ page: String) throws -> [String] {
    let file = page == "README.md" ? Document.root : Document.articles
    return try Document(file: file.appending(path: page)).code("sh").flatMap { $0.split(separator: "\n") }
      .map(String.init)
      .filter { line in ["retrogait ", "mkdir ", "echo "].contains(where: line.hasPrefix) && line != "retrogait serve" }
  }

  /// A folder with SampleData in it, as that of the repository.
  private static func start() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "SampleData"), withDestinationURL: Document.root.appending(path: "SampleData"))
    return folder
  }

  private static func run(_ line: String, in folder: Folder) throws -> Program.Result {
    let place = URL(filePath: Program.path).deletingLastPathComponent().path
    let script = "cd '\(folder.path)' && PATH='\(place)':\"$PATH\" && \(line)"
    return try Program.start(["-c", script], program: "/bin/sh").finish()
  }

  @Test("those of the README work as they stand there, one after the other")
  func readme() throws {
    let folder = try Self.start()
    let commands = try Self.commands("README.md")
    #expect(commands.count >= 5)
    for line in commands {
      let result = try Self.run(line, in: folder)
      #expect(result.exitCode == 0, "\(line): \(result.errors)")
    }
    for file in ["results/report.html", "retrogait.sqlite", "S01.html"] {
      #expect(FileManager.default.fileExists(atPath: folder.path(file)), "\(file)")
    }
  }

  @Test("the first hour goes as its page describes it, with a phone on the back")
  func firstHour() throws {
    let folder = try Self.start()
    var outputs: [String: String] = [:]
    for line in try Self.commands("FirstHour.md") {
      // The reader copies the phone's files into the new folders.
      for (name, seed) in [("P01-first", UInt64(1)), ("P01-second", 2)] where folder.names(in: "walks").contains(name) {
        let file = folder.url.appending(path: "walks/\(name)/lower_back.zip")
        guard !FileManager.default.fileExists(atPath: file.path) else { continue }
        try Data(PhoneRecording(seed: seed, started: 1.7943e9 + Double(seed) * 259_200).bytes).write(to: file)
      }
      let result = try Self.run(line, in: folder)
      #expect(result.exitCode == 0, "\(line): \(result.errors)")
      outputs[line] = result.output + result.errors
    }
    let inspected = try #require(outputs["retrogait inspect walks"])
    #expect(inspected.contains("plausible") && inspected.contains("analyze would find strides"))
    let analyzed = try #require(outputs["retrogait analyze walks --output results"])
    #expect(analyzed.contains("done") && !analyzed.contains("(none surely"))
    let trend = try #require(outputs["retrogait history trend P01 --include-run-in"])
    #expect(trend.contains("2 comparable sessions") && trend.contains("BACKWARD") && trend.contains("FORWARD"))
    for file in ["practice/report.html", "results/report.html", "P01.html"] {
      #expect(FileManager.default.fileExists(atPath: folder.path(file)), "\(file)")
    }
  }
}
