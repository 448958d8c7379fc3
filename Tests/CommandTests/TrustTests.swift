import Foundation
import Testing

@Suite("Faults that nobody should have to notice")
struct TrustTests {
  @Test("a result that does not fit on the disk is an error, not a shorter result", .enabled(if: Self.hasFullDevice))
  func fullDisk() throws {
    let data = try Folder()
    try data.addWalk("walk")
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["inspect", data.path("walk"), "--json"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = try data.file("errors")
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(try data.text("errors").contains("standard output: cannot be written whole"))
  }

  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test("results, exports and reports are their owner's alone, and stay as open as their owner made them")
  func permissions() throws {
    let data = try Folder()
    try data.addWalk("walk")
    let report = ["report", data.path("out"), "--output", data.path("r.html")]
    for arguments in [
      ["analyze", data.path("walk"), "--output", data.path("out")], report,
      ["history", "add", data.path("out"), "--store", data.path("s.sqlite")],
      ["history", "export", "strides", "--output", data.path("e.csv"), "--store", data.path("s.sqlite")],
      ["simulate", "--strides", "8", "--format", "hdf5", "--output", data.path("simulated")],
    ] {
      #expect(try Program.start(arguments).finish().exitCode == 0)
    }
    func permissions(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: data.path(name))[.posixPermissions] as? Int
    }
    for name in data.names(in: "out/walk").map({ "out/walk/\($0)" })
      + data.names(in: "simulated").map({ "simulated/\($0)" })
      + ["out/manifest.csv", "out/report.html", "r.html", "s.sqlite", "e.csv"]
    {
      #expect(try permissions(name) == 0o600, "\(name)")
    }
    try data.allow(0o644, "r.html")
    #expect(try Program.start(report).finish().exitCode == 0)
    #expect(try permissions("r.html") == 0o644)
  }

  @Test("two runs that analyze the same recordings into one folder both succeed, and the results are whole")
  func twoRuns() throws {
    let data = try Folder()
    for k in 0..<6 { try data.addWalk("walks/w\(k)", seed: UInt64(k + 1)) }
    let arguments = ["analyze", data.path("walks"), "--output", data.path("out"), "--force", "--no-report", "--quiet"]
    for _ in 0..<4 {
      let runs = try (0..<3).map { _ in try Program.start(arguments) }
      for run in runs {
        let result = try run.finish()
        #expect(result.exitCode == 0, "\(result.errors)")
      }
    }
    #expect(data.names(in: "out") == ["manifest.csv"] + (0..<6).map { "w\($0)" })
    for k in 0..<6 { #expect(data.names(in: "out/w\(k)").count == 7) }
  }

  @Test("a new store that two programs add to at the same time gets both")
  func twoWriters() throws {
    let data = try Folder()
    for k in 0..<2 {
      try data.addWalk("walks\(k)/w\(k)", direction: k == 0 ? .forward : .backward)
      #expect(
        try Program.run("analyze", data.path("walks\(k)"), "--output", data.path("out\(k)"), "--no-report").exitCode
          == 0)
    }
    for round in 0..<8 {
      let store = data.path("s\(round).sqlite")
      let runs = try (0..<2).map { try Program.start(["history", "add", data.path("out\($0)"), "--store", store]) }
      for run in runs {
        let result = try run.finish()
        #expect(result.exitCode == 0, "\(result.errors)")
      }
      #expect(try Program.run("history", "check", "--store", store).exitCode == 0)
    }
  }

  @Test("results whose process was killed while it replaced them come back, and what is half-written goes")
  func killedReplacement() throws {
    let data = try Folder()
    try data.addWalk("walks/w1")
    try data.addWalk("walks/w2", seed: 2)
    #expect(try Program.run("analyze", data.path("walks"), "--output", data.path("out"), "--no-report").exitCode == 0)
    let files = FileManager.default
    // Killed between the two steps of the exchange: the old results have stepped aside, the new ones are hidden.
    try files.moveItem(atPath: data.path("out/w1"), toPath: data.path("out/.w1.replaced-77-1"))
    try files.createDirectory(atPath: data.path("out/.w2.unfinished-77-2"), withIntermediateDirectories: true)
    try files.createDirectory(atPath: data.path("out/.w3.replaced-x-2"), withIntermediateDirectories: true)
    let again = try Program.run("analyze", data.path("walks"), "--output", data.path("out"), "--no-report")
    #expect(again.exitCode == 0)
    #expect(data.names(in: "out") == [".w3.replaced-x-2", "manifest.csv", "w1", "w2"])
    #expect(try rows(of: data.text("out/manifest.csv")).map { $0["status"] } == ["skipped", "skipped"])
  }

  @Test("a table of strides with a row too few is refused by history add and report")
  func missingRow() throws {
    let data = try Folder()
    try data.addWalk("walk")
    #expect(try Program.run("analyze", data.path("walk"), "--output", data.path("out"), "--no-report").exitCode == 0)
    var lines = try data.text("out/walk/strides.csv").split(separator: "\n")
    lines.remove(at: 3)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: data.url.appending(path: "out/walk/strides.csv"))
    for arguments in [
      ["history", "add", data.path("out"), "--store", data.path("s.sqlite")],
      ["report", data.path("out"), "--output", data.path("r.html")],
    ] {
      let run = try Program.start(arguments).finish()
      #expect(run.exitCode == 65)
      #expect(run.errors.contains("out/walk/strides.csv"))
      #expect(run.errors.contains("\(lines.count - 1) rows"))
    }
  }

  @Test("another seed of the six weeks gives another course, and the same seed the same")
  func sixWeeks() throws {
    let data = try Folder()
    for (folder, seed) in [("a", "1"), ("b", "2"), ("c", "2")] {
      #expect(
        try Program.run("simulate", "--programme", "six-weeks", "--seed", seed, "--output", data.path(folder)).exitCode
          == 0)
    }
    let (a, b, c) = (try data.contents(of: "a"), try data.contents(of: "b"), try data.contents(of: "c"))
    #expect(b == c)
    for (path, bytes) in a where path.hasSuffix("foot.csv") || path.hasSuffix("truth_strides.csv") {
      #expect(b[path] != bytes, "\(path)")
    }
  }

  @Test("what a user typed, a map held or a folder is called cannot steer the terminal")
  func escapes() throws {
    let data = try Folder()
    try data.addWalk("walk")
    try Data("na\u{1B}[31mme\n".utf8).write(to: data.url.appending(path: "map.yaml"))
    let name = "w\u{1B}[31m"
    try data.addWalk("odd/\(name)")
    for arguments in [["inspect", data.path("odd")], ["analyze", data.path("odd"), "--output", data.path("out")]] {
      let run = try Program.start(arguments).finish()
      #expect(run.exitCode == 0)
      #expect(!run.errors.contains("\u{1B}") && !run.output.contains("\u{1B}"))
    }
    for option in [["--map", data.path("map.yaml")], ["--sensors", "\u{1B}[31m"]] {
      let run = try Program.start(["inspect", data.path("walk")] + option).finish()
      #expect(run.exitCode == 64)
      #expect(run.errors.contains("Usage: retrogait inspect"))
      #expect(!run.errors.contains("\u{1B}") && !run.output.contains("\u{1B}"))
    }
  }

  @Test("too few open files are told before anything is begun")
  func fewFiles() throws {
    let data = try Folder()
    try data.addWalk("walk")
    let run = try Program.start(
      ["-c", "ulimit -n 8; exec \(Program.path) analyze \(data.path("walk")) --output \(data.path("out"))"],
      program: "/bin/sh"
    ).finish()
    #expect(run.exitCode == 74)
    #expect(run.errors.contains("may open 8 files"))
    #expect(!data.names(in: "").contains("out"))
  }

  #if os(Linux)
    @Test("too few memory addresses are told at once, or suffice: the program never waits for more")
    func fewAddresses() throws {
      let data = try Folder()
      try data.addWalk("walk")
      var codes: [Int32] = []
      // Below what the program and its libraries take, the system does not start it.
      for megabytes in [130, 140, 150, 160, 170, 180, 400] {
        let analyze = "\(Program.path) analyze \(data.path("walk")) --output \(data.path("out")) --force --no-report"
        let run = try Program.start(
          ["-c", "ulimit -v \(megabytes * 1000); exec timeout -s KILL 60 \(analyze)"], program: "/bin/sh"
        ).finish()
        #expect(run.exitCode != -9 && run.exitCode != 137, "\(megabytes) MB")
        if run.errors.contains("too few memory addresses") { #expect(run.exitCode == 74) }
        codes.append(run.exitCode)
      }
      #expect(codes.contains(74) && codes.last == 0, "\(codes)")
    }
  #endif
}
