import Foundation
import Testing

/// The commands of all pages but the README and the first hour, which `DocumentedCommandTests` follows.
@Suite("The commands in the articles")
struct ArticleCommandTests {
  /// What a reader of a page has before the first command, and what the commands leave.
  struct Guide: Sendable, CustomStringConvertible {
    var page: String
    var leaves: [String] = []
    /// Exit codes other than 0, by the beginning of the line.
    var exitCodes: [String: Int32] = [:]
    var prepare: @Sendable (Folder) throws -> Void

    var description: String { page }

    func document() throws -> Document { try #require(Document.all.first { $0.description == page }) }
  }

  static let guides: [Guide] = [
    Guide(page: "SECURITY.md") { _ in },
    Guide(page: "Stability.md") { _ in },
    Guide(page: "InspectRecordings.md") { try $0.link("walks") },
    Guide(
      page: "ManyRecordings.md", leaves: ["results/report.html", "all.csv"],
      exitCodes: ["retrogait analyze": 65]
    ) { folder in
      try folder.addWalk("walks/P07")
      try folder.addBroken("walks/P08")
      try folder.addStore("retrogait.sqlite")
    },
    Guide(page: "History.md", leaves: ["all.csv", "copy.sqlite"]) { folder in
      try folder.link("walks")
      // Two people in the two arms of a trial.
      try folder.addWalk("arms/P01", subject: "P01", strides: 10)
      try folder.addWalk("arms/P02", subject: "P02", strides: 12)
      try folder.run(
        "retrogait analyze arms --output arms-results --no-report", "retrogait history add arms-results",
        "retrogait history annotate P01 --group A", "retrogait history annotate P02 --group B")
    },
    Guide(
      page: "Exports.md",
      leaves: ["strides.csv", "strides.parquet", "sessions.parquet", "datapackage.json"].map { "tables/\($0)" }
    ) { folder in
      try folder.addWalk("walks/P07", direction: .backward)
      try folder.addWalk("walks/P08", subject: "S02", seed: 2)
      try folder.run(
        "retrogait analyze walks --output results", "retrogait history add results --store clinic.sqlite",
        "cp results/P07/strides.csv walkway.csv")
    },
    Guide(page: "Settings.md", leaves: ["results/P07/summary.json"]) { folder in
      try folder.addWalk("walks/P07")
      let settings = try #require(try Self.yaml("Settings.md").first { $0.hasPrefix("# study.yaml") })
      try Data(settings.utf8).write(to: folder.url.appending(path: "study.yaml"))
    },
    Guide(page: "Formats.md", leaves: ["results/left_foot/strides.csv"]) { try $0.addLogger("left_foot.csv") },
    Guide(page: "PersonalData.md") { try $0.addStore("retrogait.sqlite") },
    Guide(page: "Clusters.md", leaves: ["study/collated/retrogait.sqlite"]) { folder in
      try folder.link("walks")
      // A stand-in for GNU parallel: runs its words once for each line, with {} as that line.
      try FileManager.default.createDirectory(at: folder.url.appending(path: "bin"), withIntermediateDirectories: true)
      let parallel = """
        #!/bin/sh
        words="$*"
        while read -r k; do sh -c "$(echo "$words" | sed "s/{}/$k/g")" </dev/null || exit; done

        """
      try Data(parallel.utf8).write(to: folder.url.appending(path: "bin/parallel"))
      try folder.allow(0o755, "bin/parallel")
    },
  ]

  @Test("those of a page work as they stand there, one after the other", arguments: guides)
  func guide(_ guide: Guide) throws {
    let folder = try Folder()
    try guide.prepare(folder)
    let lines = try DocumentedCommands.runnable(guide.document()).filter { !Self.needsTool($0) }
    try #require(!lines.isEmpty)
    for line in lines {
      let result = try DocumentedCommands.run(line, in: folder)
      let expected = guide.exitCodes.first { line.hasPrefix($0.key) }?.value ?? 0
      #expect(result.exitCode == expected, "\(line): \(result.errors)")
    }
    for file in guide.leaves { #expect(FileManager.default.fileExists(atPath: folder.path(file)), "\(file)") }
  }

  @Test(
    "SQL of the article on the store gives the course",
    .enabled(if: DocumentedCommands.has("sqlite3"), "needs sqlite3"))
  func sql() throws {
    let folder = try Folder()
    try folder.link("walks")
    try folder.run("retrogait analyze walks --output results --no-report", "retrogait history add results")
    let page = Document(file: Document.articles.appending(path: "History.md"))
    let lines = try DocumentedCommands.runnable(page).filter { $0.hasPrefix("sqlite3 ") }
    try #require(!lines.isEmpty)
    for line in lines {
      let result = try DocumentedCommands.run(line, in: folder)
      #expect(result.exitCode == 0, "\(line): \(result.errors)")
      #expect(result.output.split(whereSeparator: \.isNewline).count > 10, "\(result.output)")
    }
  }

  @Test("warnings are counted by their codes", .enabled(if: DocumentedCommands.has("jq"), "needs jq"))
  func warnings() throws {
    let folder = try Folder()
    // One foot alone, twice over: the files are identical.
    try folder.addWalk("walks/P07")
    try folder.run("cp walks/P07/left_foot.csv walks/P07/right_foot.csv", "retrogait analyze walks --output results")
    let page = Document(file: Document.articles.appending(path: "Warnings.md"))
    let lines = try DocumentedCommands.runnable(page)
    try #require(!lines.isEmpty)
    for line in lines {
      let result = try DocumentedCommands.run(line, in: folder)
      #expect(result.exitCode == 0, "\(line): \(result.errors)")
      #expect(result.output.contains("identical_files"), "\(result.output)")
    }
  }

  @Test("Python in the articles reads the results", .enabled(if: hasPandas, "needs pandas and pyarrow"))
  func python() throws {
    let folder = try Folder()
    try folder.link("walks/P07-monday", to: "S01_2026-09-07")
    try folder.run(
      "retrogait analyze walks --output results --no-report",
      "retrogait export --from results --format parquet --output tables")
    for page in ["Results.md", "Exports.md", "History.md"] {
      let code = try Document(file: Document.articles.appending(path: page)).code("python")
      try #require(!code.isEmpty)
      for (k, text) in code.enumerated() {
        try Data(text.utf8).write(to: folder.url.appending(path: "\(page)-\(k).py"))
        let result = try DocumentedCommands.run("python3 \(page)-\(k).py", in: folder)
        #expect(result.exitCode == 0, "\(page): \(result.errors)")
      }
    }
  }

  private static let hasPandas =
    (try? Program.start(["-c", "python3 -c 'import pandas, pyarrow'"], program: "/bin/sh").finish().exitCode) == 0

  @Test("every command of every page is run, or its reason is among the exceptions", arguments: Document.all)
  func complete(page: Document) throws {
    guard page.description != "CHANGELOG.md" else { return }
    let followed = Set(Self.guides.map(\.page) + ["README.md", "FirstHour.md", "Warnings.md"])
    let left = try DocumentedCommands.runnable(page)
    #expect(left.isEmpty || followed.contains(page.description), "\(page): no test runs \(left)")
    for name in try DocumentedCommands.inSentences(page) where try !DocumentedCommands.isName(name) {
      #expect(try DocumentedCommands.run("\(name) --help", in: Folder()).exitCode == 0, "\(page): \(name)")
    }
  }

  @Test("every exception is a command of a page")
  func exceptions() throws {
    let all = try Set(Document.all.flatMap { try DocumentedCommands.lines($0) + DocumentedCommands.inSentences($0) })
    for exception in DocumentedCommands.notRun { #expect(all.contains(exception.line), "\(exception.line)") }
  }

  @Test("constants in the article on settings are those that the program prints")
  func printed() throws {
    let example = try #require(try Self.yaml("Settings.md").first)
    #expect(try Program.run("analyze", "--print-settings").output.contains(example))
  }

  @Test(
    "are not run where they build for minutes, wait for a person, or need root or a cluster",
    .disabled("DocumentedCommands.notRun has them, each with its reason"))
  func notRun() {}

  private static func needsTool(_ line: String) -> Bool {
    ["sqlite3 ", "jq "].contains { line.hasPrefix($0) }
  }

  private static func yaml(_ page: String) throws -> [String] {
    try Document(file: Document.articles.appending(path: page)).code("yaml")
  }
}

extension Folder {
  /// Runs lines that a reader has run before.
  fileprivate func run(_ lines: String...) throws {
    for line in lines {
      let result = try DocumentedCommands.run(line, in: self)
      try #require(result.exitCode == 0, "\(line): \(result.errors)")
    }
  }

  /// A store with a walk of S01.
  fileprivate func addStore(_ name: String) throws {
    try addWalk("earlier/walk")
    try run(
      "retrogait analyze earlier --output earlier-results --no-report",
      "retrogait history add earlier-results --store \(name)")
  }

  /// The left foot of a recording of SampleData as a logger without column names that are known writes it: milliseconds,
  /// g and °/s.
  fileprivate func addLogger(_ name: String) throws {
    let file = Document.root.appending(path: "SampleData/S01_2026-09-07/left_foot.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    let converted = try rows.map { row -> String in
      let cells = try row.split(separator: ",").map { try #require(Double($0)) }
      try #require(cells.count >= 7)
      let gravity = cells[1...3].map { $0 / 9.80665 }
      return ([cells[0] * 1000] + gravity + cells[4...6]).map { "\($0)" }.joined(separator: ",")
    }
    let text = (["t,a1,a2,a3,w1,w2,w3"] + converted).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: url.appending(path: name))
  }
}
