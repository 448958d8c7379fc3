import Foundation
import GaitStatistics
import RetroGait
import Testing

/// Results of many recordings, made of one that was analyzed.
private struct ManyResults {
  let folder: Folder
  let names: [String]

  init(_ count: Int, sessionsPerPerson: Int = 5) throws {
    folder = try Folder()
    try folder.addWalk("walk", direction: .backward)
    guard try Program.run("analyze", folder.path("walk"), "--output", folder.path("one")).exitCode == 0 else {
      throw CocoaError(.fileReadUnknown)
    }
    let summary = try folder.text("one/walk/summary.json")
    let strides = try folder.text("one/walk/strides.csv")
    names = (0..<count).map { "w\(1000 + $0)" }
    for (k, name) in names.enumerated() {
      let place = folder.url.appending(path: "many/\(name)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let own = try Self.renamed(summary, name: name, person: k / sessionsPerPerson)
      try Data(own.utf8).write(to: place.appending(path: "summary.json"))
      try Data(strides.utf8).write(to: place.appending(path: "strides.csv"))
      try FileManager.default.copyItem(
        atPath: folder.path("one/walk/curves.npy"), toPath: place.appending(path: "curves.npy").path)
    }
  }

  private static func renamed(_ summary: String, name: String, person: Int) throws -> String {
    var document = try SummaryDocument(json: Array(summary.utf8))
    document.recording = name
    document.subject = "P\(person)"
    document.session = name
    for k in document.inputs.indices { document.inputs[k].sha256 = "\(name) \(document.inputs[k].file)" }
    return String(decoding: try document.json(), as: UTF8.self)
  }

  var path: String { folder.path("many") }
}

@Suite("history, as a process")
struct HistoryTests {
  /// Everything in a store that does not depend on when and in which order it was added.
  private struct Content: Equatable {
    var recordings: [StoredRecording] = []
    var strides: [[Stride]] = []
    /// Of the last stride of each recording, which is added last.
    var curves: [DrawnStride?] = []

    init(_ path: String) throws {
      let store = try HistoryStore(path: path, access: .reading)
      for subject in try store.subjects() {
        recordings += try store.recordings(of: subject)
        for recording in try store.analyzedRecordings(of: subject) {
          strides.append(recording.strides)
          guard let last = recording.strides.last else { continue }
          curves.append(try store.curves(of: last.foot, last.number, in: recording))
        }
      }
      for k in recordings.indices { recordings[k].addedAt = "" }
    }
  }

  @Test("a trend of one session reads as one session, fits 80 columns, and says that nothing counts yet")
  func oneSession() throws {
    let folder = try Folder()
    try folder.addWalk("walk", direction: .backward)
    let details = folder.url.appending(path: "walk/recording.json")
    try Data("{\"subject\": \"S01\", \"started_at\": \"2026-09-07T10:00:00Z\"}".utf8).write(to: details)
    #expect(try Program.run("analyze", folder.path("walk"), "--output", folder.path("out"), "--quiet").exitCode == 0)
    let store = folder.path("s.sqlite")
    #expect(try Program.run("history", "add", folder.path("out"), "--store", store).exitCode == 0)
    let text = try Program.run("history", "trend", "S01", "--store", store).output
    #expect(text.contains("S01: 1 comparable session, 2026-09-07\n"))
    #expect(text.contains("The first is a run-in: shown, not counted (--include-run-in counts it)."))
    #expect(text.contains("run-in only: no change that these sessions can show\n  a change needs 3 sessions"))
    let json = try Program.run("history", "trend", "S01", "--json", "--store", store).output
    #expect(json.contains(/"verdict" ?: ?"cannot_tell"/) && json.contains(/"reason" ?: ?"too_few_for_change"/))
    #expect(!text.contains("→"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("adding from four processes at once gives the content of one after the other")
  func concurrent() throws {
    let results = try ManyResults(24)
    let store = results.folder.path("together.sqlite")
    let quarters = (0..<4).map { k in
      results.names.enumerated().filter { $0.offset % 4 == k }.map { "\(results.path)/\($0.element)" }
    }
    let running = try quarters.map { try Program.start(["history", "add", "--store", store] + $0) }
    for process in running {
      let result = try process.finish()
      #expect(result.exitCode == 0, "\(result.errors)")
    }
    let alone = results.folder.path("alone.sqlite")
    #expect(try Program.run("history", "add", results.path, "--store", alone).exitCode == 0)
    #expect(try Content(store) == Content(alone))
    #expect(try HistoryStore(path: store, access: .reading).contradictions().isEmpty)
  }

  @Test("killed at 200 random points, the store keeps all that was acknowledged and stays whole")
  func killed() throws {
    let results = try ManyResults(60)
    let path = results.folder.path("killed.sqlite")
    var random = SplitMix64(seed: 7)
    var acknowledged: Set<String> = []
    var interrupted = 0
    for _ in 0..<200 {
      if acknowledged.count == results.names.count {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
        acknowledged = []
      }
      let process = try Program.start(["history", "add", results.path, "--store", path])
      usleep(useconds_t.random(in: 4000...80_000, using: &random))
      kill(process.process.processIdentifier, SIGKILL)
      let result = try process.finish()
      if result.exitCode != 0 { interrupted += 1 }
      // A line that was cut off was not read by anybody.
      for line in result.output.split(separator: "\n") where line.hasSuffix(")") {
        if let name = line.split(separator: ":").first { acknowledged.insert(String(name)) }
      }
      guard !acknowledged.isEmpty else { continue }
      let store = try HistoryStore(path: path, access: .reading)
      #expect(try store.contradictions().isEmpty)
      let kept = Set(try store.subjects().flatMap { try store.recordings(of: $0).map(\.recording) })
      #expect(acknowledged.isSubset(of: kept), "\(acknowledged.subtracting(kept))")
    }
    #expect(interrupted > 100)
  }

  @Test("goals and prescriptions are noted, shown with the plan, and taken away again")
  func goals() throws {
    let results = try ManyResults(1)
    let store = results.folder.path("s.sqlite")
    #expect(try Program.run("history", "add", results.path, "--store", store).exitCode == 0)
    let annotated = try Program.run(
      "history", "annotate", "P0", "--plan", "10x3x6", "--goal", "backward:speed=0.9", "--goal", "forward:length=1.2",
      "--prescription", "by the rail\u{1B}[2J", "--week", "2026-12-03", "--store", store)
    #expect(annotated.exitCode == 0, "\(annotated.errors)")
    let shown = try Program.run("history", "show", "P0", "--store", store).output
    #expect(shown.contains("\ngoal: backward speed 0.90 m/s\ngoal: forward stride length 1.20 m\n"))
    #expect(shown.contains("\nprescription from 2026-11-30: by the rail\\u{1B}[2J\n"))
    let json = try Program.run("history", "show", "P0", "--json", "--store", store).output
    struct Shown: Decodable {
      struct Goal: Decodable, Equatable {
        var direction: String
        var measure: String
        var value: Double
        var unit: String
      }
      var plan: TrainingPlan?
      var goals: [Goal]
      var prescriptions: [Prescription]
    }
    let read = try JSONDecoder().decode(Shown.self, from: Data(json.utf8))
    #expect(read.goals.first == .init(direction: "backward", measure: "speed_m_s", value: 0.9, unit: "m/s"))
    #expect(read.goals.count == 2 && read.prescriptions.map(\.week.description) == ["2026-11-30"])
    let emptied = try Program.run(
      "history", "annotate", "P0", "--plan", "", "--goal", "backward:speed=", "--prescription", "", "--week",
      "2026-11-30", "--store", store)
    #expect(emptied.exitCode == 0, "\(emptied.errors)")
    let person = try HistoryStore(path: store, access: .reading).course(of: "P0").person
    #expect(person.plan == nil && person.goals == [.forwardLength: 1.2] && person.prescriptions.isEmpty)
    for (arguments, words) in [
      (["--goal", "backward:speed=9"], "goal of backward speed: found '9'; expected a number from 0.05 to 3 m/s"),
      (["--goal", "speed=0.9"], "--goal: found 'speed=0.9'"), (["--prescription", "x", "--week", "soon"], "--week"),
      (["--week", "2026-11-30"], "--week is of a prescription"),
      (["--session", "w1000", "--goal", "backward:speed=1"], "leave --session out"),
    ] {
      let refused = try Program.start(["history", "annotate", "P0", "--store", store] + arguments).finish()
      #expect(refused.exitCode == 64 && refused.errors.contains(words), "\(arguments): \(refused.errors)")
    }
  }

  @Test("wrong names and values end in one line and their exit codes")
  func wrongUse() throws {
    let results = try ManyResults(2)
    let store = results.folder.path("s.sqlite")
    let missing = try Program.run("history", "trend", "P0", "--store", store)
    #expect(missing.exitCode == 74)
    #expect(missing.errors.contains("found no store"))
    #expect(try Program.run("history", "add", results.path, "--store", store).exitCode == 0)
    let person = try Program.run("history", "show", "P9", "--store", store)
    #expect(person.exitCode == 64)
    #expect(person.errors.contains("expected one of P0"))
    let pain = try Program.run("history", "annotate", "P0", "--session", "w1000", "--pain", "11", "--store", store)
    #expect(pain.exitCode == 64)
    #expect(pain.errors.contains("expected 0 (none) to 10"))
    let plan = try results.folder.file("plan.yaml")
    try Data("name: x\nweeks: 6\nminuts: 3\n".utf8).write(to: plan)
    let wrongPlan = try Program.run("history", "annotate", "P0", "--plan", plan.path, "--store", store)
    #expect(wrongPlan.exitCode == 64)
    #expect(wrongPlan.errors.contains("found 'minuts'"))
    let nothing = try Program.run("history", "add", results.folder.path("nothing"), "--store", store)
    #expect(nothing.exitCode == 74)
    let empty = results.folder.url.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let noResults = try Program.run("history", "add", empty.path, results.path, "--store", store)
    #expect(noResults.exitCode == 65)
    #expect(noResults.output.contains("in the store already"))
  }
}

@Suite("history where nothing may be written")
struct ReadOnlyStoreTests {
  @Test(
    "a store that may only be read is read, and adding to it is refused in words",
    .enabled(if: Program.canRunAsNobody))
  func readOnly() throws {
    let results = try ManyResults(2)
    let store = results.folder.path("s.sqlite")
    #expect(try Program.run("history", "add", results.path, "--store", store).exitCode == 0)
    // The owner lets others read it; nobody else could.
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: store)
    #expect(try Program.runAsNobody("history", "list", "--store", store).exitCode == 0)
    let refused = try Program.runAsNobody("history", "remove", "P0", "--store", store)
    #expect(refused.exitCode == 74)
    #expect(refused.errors.contains("s.sqlite: cannot be written"))
    #expect(refused.errors.split(separator: "\n").count == 1)
    #expect(try HistoryStore(path: store, access: .reading).subjects() == ["P0"])
  }
}
