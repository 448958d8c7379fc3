import Foundation
import GaitBatch
import RetroGait
import Testing

@Suite("A batch in shards")
struct CollationTests {
  @Test("gives the results, the manifest and the store of one run on one machine")
  func sameAsSerial() async throws {
    let study = try StudyFolder()
    try await study.plan()
    for shard in 1...3 { try await study.run(shard) }
    let result = try Collation(of: study.batch)()
    #expect(result.done == 4 && result.failed == 0 && result.notInStore.isEmpty)
    #expect(FileManager.default.fileExists(atPath: "\(study.batch.collated)/retrogait.sqlite-wal") == false)
    let found = RecordingFinder().find(at: [study.path("walks")])
    _ = try await BatchAnalysis(jobs: 2)(found, output: study.path("serial"))
    var serial = try study.contents(of: "serial")
    let manifest = serial.removeValue(forKey: "manifest.csv")
    #expect(serial.count == 28)
    #expect(try study.contents(of: "study/results") == serial)
    #expect(try Data(contentsOf: study.url.appending(path: "study/collated/manifest.csv")) == manifest)
    // The store is that of 'history add', up to the time of adding.
    let path = study.path("serial.sqlite")
    do {
      let store = try HistoryStore(path: path, access: .writing)
      for recording in try AnalyzedFolder(path: study.path("serial")).recordings(withCurves: true) {
        try store.add(recording, at: "2026-09-07T10:00:00Z")
      }
    }
    let collated = try Data(contentsOf: study.url.appending(path: "study/collated/retrogait.sqlite"))
    #expect(try Data(contentsOf: URL(filePath: path)) == collated)
    #expect(try HistoryStore(path: path, access: .reading).subjects() == ["P0", "P1", "P2", "P3"])
  }

  @Test("gives the same bytes in whatever order the shards run, twice or at the same time")
  func anyOrder() async throws {
    let study = try StudyFolder()
    try await study.plan()
    for shard in 1...3 { try await study.run(shard) }
    _ = try Collation(of: study.batch)()
    let first = try study.contents(of: "study/collated")
    #expect(
      Set(first.keys).isSuperset(of: ["retrogait.sqlite", "tables/sessions.parquet", "quality.csv", "failures.csv"]))
    try FileManager.default.removeItem(atPath: study.batch.results)
    async let one = study.run(3)
    async let other = study.run(3)
    _ = try await (one, other)
    #expect(try study.count().missingShards.numbers == [1, 2])
    for shard in [2, 1, 2] { try await study.run(shard) }
    _ = try Collation(of: study.batch)()
    #expect(try study.contents(of: "study/collated") == first)
  }

  @Test("skips what is finished, until files, settings or version change")
  func keys() async throws {
    let study = try StudyFolder(walks: 2)
    try await study.plan(shards: 1)
    #expect(try await study.run(1, of: 1).done == 2)
    #expect(try await study.run(1, of: 1).skipped == 2)
    var changed = GaitAnalysis()
    changed.foot.leftToes = .x
    try await study.plan(shards: 1, analysis: changed)
    #expect(try study.count().other == 2)
    #expect(try await study.run(1, of: 1).done == 2)
    // One file is another now, and the batch is planned again.
    try study.addWalk(1, seed: 77)
    try await study.plan(shards: 1, analysis: changed)
    let result = try await study.run(1, of: 1)
    #expect(result.done == 1 && result.skipped == 1)
  }

  @Test("makes a failed recording a row, and does not end with it")
  func failedRecording() async throws {
    let study = try StudyFolder(walks: 3)
    try study.write("time_s,acc_x_m_s2\n0,broken\n", to: "walks/P1/left_foot.csv")
    try await study.plan(shards: 1)
    let run = try await study.run(1, of: 1)
    #expect(run.done == 2 && run.failed == 1 && !run.isWorthAnotherTry)
    #expect(try study.count().failed == 1)
    let result = try Collation(of: study.batch)()
    #expect(result.done == 2 && result.failed == 1)
    let failures = try study.text("study/collated/failures.csv").split(separator: "\n")
    #expect(failures.count == 2)
    #expect(failures[1].contains("walks/P1,unusable,"))
    let statuses = try Manifest(text: study.text("study/collated/manifest.csv"), file: "manifest.csv").rows.map(
      \.status)
    #expect(statuses.prefix(3) == [.done, .failed, .done])
  }

  @Test("leaves out of the store what has no person, and says so")
  func nobody() async throws {
    let study = try StudyFolder(walks: 2)
    try study.write("participant_id\tage\nP0\t60\n", to: "walks/participants.tsv")
    try await study.plan(shards: 1)
    try await study.run(1, of: 1)
    let result = try Collation(of: study.batch)()
    #expect(result.done == 2 && result.notInStore.count == 1)
    #expect(try study.text("study/collated/quality.csv").contains("\nP1,done,,"))
  }
}
