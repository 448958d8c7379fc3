import Foundation
import Testing

@Suite("The commands in the README and the first hour")
struct DocumentedCommandTests {
  private static func commands(_ page: String) throws -> [String] {
    let folder = page == "README.md" ? Document.root : Document.articles
    return try DocumentedCommands.runnable(Document(file: folder.appending(path: page)))
  }

  @Test("those of the README work as they stand there, one after the other")
  func readme() throws {
    let folder = try DocumentedCommands.start()
    let commands = try Self.commands("README.md")
    #expect(commands.count >= 5)
    for line in commands {
      let result = try DocumentedCommands.run(line, in: folder)
      #expect(result.exitCode == 0, "\(line): \(result.errors)")
    }
    for file in ["results/report.html", "retrogait.sqlite", "S01.html", "walk/left_foot.csv"] {
      #expect(FileManager.default.fileExists(atPath: folder.path(file)), "\(file)")
    }
  }

  @Test("the first hour goes as its page describes it, with a phone on the back")
  func firstHour() throws {
    let folder = try DocumentedCommands.start()
    var outputs: [String: String] = [:]
    for line in try Self.commands("FirstHour.md") {
      // The reader copies the phone's files into the new folders.
      for (name, seed) in [("P01-first", UInt64(1)), ("P01-second", 2)] where folder.names(in: "walks").contains(name) {
        let file = folder.url.appending(path: "walks/\(name)/lower_back.zip")
        guard !FileManager.default.fileExists(atPath: file.path) else { continue }
        try Data(PhoneRecording(seed: seed, started: 1.7943e9 + Double(seed) * 259_200).bytes).write(to: file)
      }
      let result = try DocumentedCommands.run(line, in: folder)
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
