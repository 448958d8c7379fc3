import Foundation
import RetroGait
import Testing

/// Other programs read these keys. Many follow from names in Swift, and would change with them unseen.
///
/// `RETROGAIT_SNAPSHOTS=1 swift test --filter JSONKeyTests` writes them anew.
@Suite("Keys of JSON")
struct JSONKeyTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let snapshot = tests.appending(path: "Snapshots/json-keys.txt")
  private static let samples = tests.deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "SampleData")

  @Test("of every command that prints or writes JSON are those of the snapshot")
  func keys() throws {
    let text = try Self.outputs().map { name, documents in
      let paths = try documents.reduce(into: Set<String>()) { all, document in
        let value = try JSONSerialization.jsonObject(with: Data(document.utf8), options: .fragmentsAllowed)
        Self.add(value, at: "", to: &all)
      }
      try #require(!paths.isEmpty, "\(name) has no key")
      return "== \(name)\n" + paths.sorted().map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RETROGAIT_SNAPSHOTS"] != nil {
      try text.write(to: Self.snapshot, atomically: true, encoding: .utf8)
    }
    let known = try String(contentsOf: Self.snapshot, encoding: .utf8).split(separator: "\n").map(String.init)
    let found = text.split(separator: "\n").map(String.init)
    let words = "RETROGAIT_SNAPSHOTS=1 writes what there is now; a renamed key belongs in CHANGELOG.md"
    #expect(found.difference(from: known).isEmpty, "\(words): \(found.difference(from: known))")
    // What others are known to read.
    for key in ["[].backward.metres", "directions.backward.measures.speed_m_s.cv_percent"] {
      #expect(known.contains(key), "\(key)")
    }
  }

  /// Adds the paths of all keys of `value`: `directions.forward.strides`, `[].minutes`.
  private static func add(_ value: Any, at path: String, to paths: inout Set<String>) {
    switch value {
    case let object as [String: Any]:
      for (key, value) in object {
        let own = path.isEmpty ? key : "\(path).\(key)"
        paths.insert(own)
        add(value, at: own, to: &paths)
      }
    case let array as [Any]: for value in array { add(value, at: "\(path)[]", to: &paths) }
    default: break
    }
  }

  /// Adds three people who walked the first sessions of the samples, each at speeds of their own.
  private static func addOthers(like results: String, to store: String) throws {
    let sessions = try AnalyzedFolder(path: results).recordings().prefix(6)
    let store = try HistoryStore(path: store, access: .writing)
    for person in 1...3 {
      for (k, session) in sessions.enumerated() {
        var own = session
        own.summary.subject = "P\(person)"
        for i in own.summary.inputs.indices { own.summary.inputs[i].sha256 += " of \(person)" }
        for way in ["forward", "backward"] {
          for measure in ["speed_m_s", "stride_length_m"] {
            own.summary.directions[way]?.measures[measure]?.mean += 0.07 * Double(person) + 0.01 * Double(k * 5 % 7)
          }
        }
        try store.add(own)
      }
    }
  }

  /// What each command prints or writes, on the samples and on people like them.
  private static func outputs() throws -> [(name: String, documents: [String])] {
    let data = try Folder()
    func run(_ arguments: String...) throws -> String {
      let result = try Program.start(arguments).finish()
      try #require(result.exitCode == 0, "\(arguments): \(result.errors)")
      return result.output
    }
    func files(_ folder: String, named name: String) throws -> [String] {
      try data.contents(of: folder).filter { $0.key.hasSuffix(name) }.sorted { $0.key < $1.key }
        .map { String(decoding: $0.value, as: UTF8.self) }
    }
    let (store, results) = (data.path("s.sqlite"), data.path("results"))
    let sample = samples.appending(path: "S01_2026-09-07").path
    _ = try run("analyze", samples.path, "--output", results, "--no-report", "--quiet")
    _ = try run("simulate", "--strides", "4", "--output", data.path("walk"))
    _ = try run("history", "add", results, "--store", store)
    try addOthers(like: results, to: store)
    for (person, group) in [("S01", "one"), ("P1", "one"), ("P2", "two"), ("P3", "two")] {
      _ = try run("history", "annotate", person, "--group", group, "--plan", "10x3x6", "--store", store)
    }
    let history = { (arguments: [String]) throws -> (name: String, documents: [String]) in
      let result = try Program.start(["history"] + arguments + ["--store", store, "--json"]).finish()
      try #require(result.exitCode == 0, "\(arguments): \(result.errors)")
      return ("history \(arguments.joined(separator: " ")) --json", [result.output])
    }
    _ = try run("export", "--from", results, "--output", data.path("tables"))
    // A shard of one that can be analyzed and one that cannot.
    try FileManager.default.createDirectory(atPath: data.path("walks/bad"), withIntermediateDirectories: true)
    try "rubbish\n".write(toFile: data.path("walks/bad/left_foot.csv"), atomically: true, encoding: .utf8)
    try FileManager.default.copyItem(atPath: sample, toPath: data.path("walks/good"))
    let manifest = data.path("study/batch.jsonl")
    // They end with what is wrong with the bad one.
    _ = try Program.run("batch", "plan", data.path("walks"), "--output", data.path("study"))
    _ = try Program.run("batch", "run", "--manifest", manifest, "--shard", "1/1")
    _ = try Program.run("batch", "collate", "--manifest", manifest)
    let strides = data.path("results/S01_2026-09-07/strides.csv")
    return [
      ("analyze: summary.json", try files("results", named: "summary.json")),
      ("simulate: recording.json", try files("walk", named: "recording.json")),
      ("inspect --json", [try run("inspect", sample, "--json")]),
      ("measures --json", [try run("measures", "--json")]),
      (
        "evaluate --json",
        [try run("evaluate", "--reference", "\(sample)/reference_strides.csv", "--strides", strides, "--json")]
      ),
      try history(["list"]), try history(["show", "S01"]), try history(["trend", "S01"]), try history(["dose", "S01"]),
      try history(["compare", "S01"]), try history(["compare", "--group", "one"]),
      try history(["compare", "--group", "one", "--with", "two"]),
      ("export: datapackage.json", try files("tables", named: "datapackage.json")),
      ("export: dictionary.json", try files("tables", named: "dictionary.json")),
      (
        "batch plan: batch.jsonl",
        try files("study", named: "batch.jsonl").flatMap { $0.split(separator: "\n").map(String.init) }
      ),
      ("batch run: failures", try files("study/failures", named: ".json")),
      ("batch collate: collation.json", try files("study", named: "collation.json")),
    ]
  }
}
