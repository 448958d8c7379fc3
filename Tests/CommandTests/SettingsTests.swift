import Foundation
import RetroGait
import Testing

@Suite("Settings that a study changes")
struct SettingsTests {
  @Test("every constant is printed with its value and what it means, and the printed file changes nothing")
  func roundTrip() throws {
    let document = SettingsDocument()
    let constants = GaitAnalysis().constants
    #expect(constants.count > 150)
    #expect(Set(constants.map(\.path)).count == constants.count)
    #expect(document.yaml.split(separator: "\n").allSatisfy { $0.count <= 110 })
    let read = try SettingsDocument(yaml: document.yaml, file: "all.yaml")
    #expect(read == document)
    #expect(read.changed.isEmpty)
  }

  @Test("every constant of the stages is among the printed ones")
  func complete() throws {
    func leaves(_ value: JSONValue) -> Int {
      guard case .object(let members) = value else { return 1 }
      return members.values.reduce(0) { $0 + leaves($1) }
    }
    // An axis that is not given has no place in JSON.
    let axes = GaitAnalysis().constants.count { $0.value == .axis(nil) }
    #expect(leaves(try JSONValue(encoding: GaitAnalysis())) + axes == GaitAnalysis().constants.count)
  }

  @Test("a file changes what it names and nothing else")
  func changes() throws {
    let document = try SettingsDocument(
      yaml: "bouts:\n  fewestStrides: 6\nlowerBack:\n  front: -z\n", file: "study.yaml")
    var expected = GaitAnalysis()
    expected.lowerBack.front = .minusZ
    #expect(document.analysis.lowerBack == expected.lowerBack)
    #expect(document.changed == ["bouts.fewestStrides": .number(6), "lowerBack.front": .string("-z")])
  }

  @Test(
    "what cannot be is refused with its line and its name",
    arguments: [
      ("bouts:\n  fewestStride: 6\n", "line 2: found 'bouts.fewestStride'; expected one of fewestStrides"),
      ("bout:\n  fewestStrides: 6\n", "line 1: found 'bout'; expected one of foot, "),
      ("bouts:\n  fewestStrides: many\n", "line 2, bouts.fewestStrides: found text; expected a whole number"),
      ("bouts:\n  fewestStrides: 4.5\n", "line 2, bouts.fewestStrides: found 4.5; expected a whole number"),
      ("bouts:\n  longestBreak: -1\n", "line 2, bouts.longestBreak: found -1.0; expected a number from 1.5 to 6.0"),
      ("bouts:\n  longestBreak: 1e9\n", "expected a number from 1.5 to 6.0"),
      ("bouts:\n  longestBreak: .nan\n", "expected a number"),
      ("bouts: 3\n", "line 1, bouts: found a number; expected the constants of this stage"),
      ("bouts:\n  longestBreak: 2\n  longestBreak: 3\n", "found the key 'longestBreak' a second time"),
      ("lowerBack:\n  front: up\n", "expected an axis: x, -x, y, -y, z, -z"),
      ("foot:\n  builder:\n    swingDuration: [2, 0.5]\n", "found 2.0; expected a number from 0.05 to 0.2"),
      ("- 1\n", "found a list; expected names with values"),
    ])
  func refused(yaml: String, said: String) {
    let error = #expect(throws: SettingsError.self) { try SettingsDocument(yaml: yaml, file: "study.yaml") }
    #expect(error?.description.contains(said) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("study.yaml, ") == true)
  }

  @Test("no values that are allowed end the program", arguments: 0..<24 as Range<UInt64>)
  func extremes(seed: UInt64) throws {
    // A generator of fixed seed, so that a fault can be found again.
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var tree = [String: Any]()
    func set(_ value: Any, _ path: ArraySlice<String>, in node: [String: Any]) -> [String: Any] {
      var node = node
      guard let key = path.first else { return node }
      node[key] = path.count == 1 ? value : set(value, path.dropFirst(), in: node[key] as? [String: Any] ?? [:])
      return node
    }
    for constant in GaitAnalysis().constants where next(below: 4) == 0 {
      let factor = [0.5, 0.8, 1.25, 2][next(below: 4)]
      switch constant.value {
      case .number(let value): tree = set(value * factor, constant.path[...], in: tree)
      case .count(let value) where value > 0:
        tree = set(max(1, Int(Double(value) * factor)), constant.path[...], in: tree)
      default: break
      }
    }
    // YAML is a superset of JSON.
    let yaml = String(decoding: try JSONSerialization.data(withJSONObject: tree), as: UTF8.self)
    let document = try SettingsDocument(yaml: yaml, file: "random.yaml")
    let walker = WalkSimulator(seed: seed)
    let walk = walker.walk(.straight(seed % 2 == 0 ? .forward : .backward, strides: 6)).recording
    let result = document.analysis(walk)
    #expect(result.strides.allSatisfy { ($0.length ?? 0) >= 0 && $0.end.isFinite })
  }

  @Test("analyze prints the constants, takes a file, records what it changed, and analyzes again")
  func command() throws {
    let printed = try Program.run("analyze", "--print-settings")
    #expect(printed.exitCode == 0)
    #expect(printed.output == SettingsDocument().yaml + "\n")

    let data = try Folder()
    try data.addWalk("walk")
    try Data("foot:\n  builder:\n    interval:\n      placeDeviation: 0.04\n".utf8).write(
      to: data.url.appending(path: "study.yaml"))
    let plain = ["analyze", data.path("walk"), "--output", data.path("out"), "--no-report"]
    let changed = plain + ["--settings", data.path("study.yaml")]
    #expect(try Program.start(plain).finish().exitCode == 0)
    #expect(try !data.text("out/walk/summary.json").contains("placeDeviation\" : 0.04"))
    let before = try data.text("out/walk/strides.csv")
    #expect(try Program.start(changed).finish().exitCode == 0)
    #expect(try data.text("out/walk/summary.json").contains("\"foot.builder.interval.placeDeviation\" : 0.04"))
    #expect(try data.text("out/walk/strides.csv") != before)
    #expect(try rows(of: data.text("out/manifest.csv")).map { $0["status"] } == ["done"])
    #expect(try Program.start(changed).finish().exitCode == 0)
    #expect(try rows(of: data.text("out/manifest.csv")).map { $0["status"] } == ["skipped"])

    let missing = try Program.start(plain + ["--settings", data.path("none.yaml")]).finish()
    #expect(missing.exitCode == 64)
    #expect(missing.errors.contains("none.yaml: found no file"))
  }
}
