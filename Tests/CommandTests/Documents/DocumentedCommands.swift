import Foundation
import Testing

/// The commands of the documents, and a folder in which they run.
enum DocumentedCommands {
  /// A command that no test runs, and the reason.
  struct Exception: Sendable {
    var line: String
    var reason: Reason

    enum Reason: String, Sendable, CaseIterable {
      case builds = "builds or installs for minutes: .ci/run does"
      case waits = "waits for a person: ServeTests starts it"
      case slurm = "needs Slurm: Scripts/check-cluster runs it"
      case takesLong = "takes 20 seconds"
      case placeholder = "stands for a command"
    }
  }

  static let notRun: [Exception] = [
    Exception(line: "Scripts/demo", reason: .builds),
    Exception(line: "Scripts/install", reason: .builds),
    Exception(line: "Scripts/test", reason: .builds),
    Exception(line: "Scripts/test --filter CommandTests", reason: .builds),
    Exception(line: ".ci/run", reason: .builds),
    Exception(line: "retrogait serve", reason: .waits),
    Exception(line: "retrogait serve --store clinic.sqlite", reason: .waits),
    Exception(line: "retrogait batch submit --manifest study/batch.jsonl -- --partition=short", reason: .slurm),
    Exception(line: "retrogait batch submit --manifest study/batch.jsonl", reason: .slurm),
    Exception(
      line:
        "sbatch --array=\"$(retrogait batch status --missing-shards --manifest study/batch.jsonl)\" study/shard.sbatch",
      reason: .slurm),
    Exception(line: "retrogait simulate --strides 3000", reason: .takesLong),
    Exception(line: "retrogait analyze RECORDING... --output DIR", reason: .placeholder),
  ]

  /// Whether a line changes the machine, as those of `Proxy.md` do. `Scripts/check-proxy` tries that page.
  private static func needsRoot(_ line: String) -> Bool {
    line.hasPrefix("sudo ") || line.contains("| sudo ") || line.contains(" /srv/")
  }

  /// The commands of a page that a test can run: the lines of its shell code, then those in its sentences that have an
  /// argument.
  static func runnable(_ page: Document) throws -> [String] {
    let exceptions = Set(notRun.map(\.line))
    return try (lines(page) + inSentences(page).filter { try !isName($0) }).filter {
      !exceptions.contains($0) && !needsRoot($0)
    }
  }

  /// The lines of shell code in a page, without comments. A line that ends in a backslash goes on in the next.
  static func lines(_ page: Document) throws -> [String] {
    try page.code("sh").flatMap { code -> [String] in
      code.replacing(/\\\n */, with: "").split(separator: "\n").map { String($0.replacing(#/\ +#\ .*$/#, with: "")) }
    }
  }

  /// The commands that stand as code in the sentences and tables of a page.
  static func inSentences(_ page: Document) throws -> [String] {
    let text = try page.lines().joined(separator: " ").replacing("``", with: "")
    return text.matches(of: /`(retrogait [^`]+)`/).map { String($0.output.1.replacing(/\ +/, with: " ")) }
  }

  /// Whether a command in a sentence is the name of one, without arguments: its help begins with it.
  static func isName(_ command: String) throws -> Bool {
    let words = command.split(separator: " ").map(String.init)
    let help = try Program.start(Array(words.dropFirst()) + ["--help"]).finish()
    return help.exitCode == 0 && help.output.contains("USAGE: \(command)")
  }

  /// A folder with SampleData in it, as that of the repository.
  static func start() throws -> Folder {
    let folder = try Folder()
    try folder.link("SampleData")
    return folder
  }

  /// Runs a line in the folder, with the built program in the path.
  static func run(_ line: String, in folder: Folder) throws -> Program.Result {
    let place = URL(filePath: Program.path).deletingLastPathComponent().path
    let script = "cd '\(folder.path)' && PATH='\(folder.path("bin"))':'\(place)':\"$PATH\" && \(line)"
    return try Program.start(["-c", script], program: "/bin/sh").finish()
  }

  /// Whether a program is installed.
  static func has(_ program: String) -> Bool {
    let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return places.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}

extension Folder {
  /// A link to SampleData, or to a recording of it.
  func link(_ name: String, to recording: String = "") throws {
    let data = Document.root.appending(path: "SampleData").appending(path: recording)
    let place = url.appending(path: name).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: url.appending(path: name), withDestinationURL: data)
  }
}
