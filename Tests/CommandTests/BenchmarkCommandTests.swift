import Foundation
import Testing

@Suite("RetroGaitBenchmark")
struct BenchmarkCommandTests {
  /// It lies beside `retrogait`.
  private func run(_ arguments: [String]) throws -> Program.Result {
    let beside = URL(filePath: Program.path).deletingLastPathComponent().appending(path: "RetroGaitBenchmark")
    return try Program.start(arguments, program: beside.path).finish()
  }

  @Test("--help prints the usage")
  func help() throws {
    let help = try run(["--help"])
    #expect(help.exitCode == 0 && help.errors.isEmpty)
    #expect(help.output.hasPrefix("Usage: RetroGaitBenchmark [RECORDING...]") && help.output.contains("--history"))
    #expect(try run(["-h"]).output == help.output)
  }

  @Test(
    "arguments that are not understood are one line and exit code 64",
    arguments: [
      ["--nonsense"], ["--history", "store.sqlite"], ["--history", "store.sqlite", "ten", "5"],
      ["--history", "store.sqlite", "0", "5"], ["--read", "everything", "walk.csv"], ["--read"], ["walk", "--read"],
    ])
  func usage(arguments: [String]) throws {
    let refused = try run(arguments)
    #expect(refused.exitCode == 64 && refused.output.isEmpty, "\(arguments): \(refused)")
    let lines = refused.errors.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix("RetroGaitBenchmark: ") && lines[0].hasSuffix("; see --help"))
  }

  @Test("what cannot be read is one line and exit code 66: nothing there, a folder for a file, a folder of nothing")
  func input() throws {
    let folder = try Folder()
    let path = folder.path
    for arguments in [
      ["\(path)/nothing"], ["--read", "streams", "\(path)/nothing.csv"], ["--read", "recording", path],
      ["--history", path, "10", "5"], [path],
    ] {
      let refused = try run(arguments)
      #expect(refused.exitCode == 66, "\(arguments): \(refused)")
      let lines = refused.errors.split(separator: "\n")
      #expect(lines.count == 1 && lines[0].hasPrefix("RetroGaitBenchmark: ") && lines[0].contains(path))
    }
    #expect(try run(["--read", "recording", path]).errors.contains("found a folder, expected a file"))
  }
}
