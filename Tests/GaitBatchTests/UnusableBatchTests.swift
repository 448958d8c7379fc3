import Foundation
import GaitBatch
import RetroGait
import Testing

@Suite("A batch that is not as it should be")
struct UnusableBatchTests {
  private func error(_ body: () async throws -> Void) async -> String {
    do { try await body() } catch { return "\(error)" }
    return ""
  }

  @Test("refuses to put together what is incomplete, and names the shards")
  func missing() async throws {
    let study = try StudyFolder()
    try await study.plan()
    try await study.run(2)
    let message = await error { _ = try Collation(of: study.batch)() }
    #expect(message.contains("of 4 recordings") && message.contains("run the shards 1,3 again"))
    #expect(!FileManager.default.fileExists(atPath: study.batch.collated))
  }

  @Test("refuses results that the manifest does not name, and a walk that is there twice")
  func doubled() async throws {
    let study = try StudyFolder(walks: 2)
    try await study.plan(shards: 1)
    try await study.run(1, of: 1)
    try FileManager.default.copyItem(
      atPath: "\(study.batch.results)/P1", toPath: "\(study.batch.results)/P1 copy")
    #expect(await error { _ = try Collation(of: study.batch)() }.contains("the first P1 copy"))
    try FileManager.default.copyItem(atPath: study.path("walks/P1"), toPath: study.path("walks/P9"))
    #expect(await error { try await study.plan(shards: 1) }.contains("with the samples of another one"))
  }

  @Test("refuses results in a folder of another name")
  func renamed() async throws {
    let study = try StudyFolder(walks: 2)
    try await study.plan(shards: 1)
    try await study.run(1, of: 1)
    let summary = try study.text("study/results/P1/summary.json")
    try study.write(
      summary.replacing("\"recording\" : \"P1\"", with: "\"recording\" : \"P0\""), to: "study/results/P1/summary.json")
    #expect(await error { _ = try Collation(of: study.batch)() }.contains("found the results of 'P0'"))
    try FileManager.default.removeItem(atPath: "\(study.batch.results)/P1")
    try FileManager.default.copyItem(atPath: "\(study.batch.results)/P0", toPath: "\(study.batch.results)/P1")
    #expect(await error { _ = try Collation(of: study.batch)() }.contains("found no result of 1 of 2"))
  }

  @Test("makes files that changed after they were planned a failure, which planning again mends")
  func olderThanInputs() async throws {
    let study = try StudyFolder(walks: 2)
    try await study.plan(shards: 1)
    try study.addWalk(1, seed: 99)
    let run = try await study.run(1, of: 1)
    #expect(run.done == 1 && run.failed == 1 && !run.isWorthAnotherTry)
    _ = try Collation(of: study.batch)()
    #expect(try study.text("study/collated/failures.csv").contains("other files than were planned: left_foot.csv"))
    try await study.plan(shards: 1)
    #expect(try await study.run(1, of: 1).failed == 0)
  }

  @Test("refuses a manifest whose column map is not one of this version, and says so")
  func strangeMap() async throws {
    let study = try StudyFolder(walks: 1)
    var manifest = try await study.plan(shards: 1)
    manifest.plan.map = "no map"
    try manifest.write(to: study.batch.manifest)
    let message = await error { _ = try study.count() }
    #expect(message.contains("plan cannot be used") && message.contains("plan the batch again"))
  }

  @Test("asks for another try where a recording is not there, and takes it once it is")
  func moved() async throws {
    let study = try StudyFolder(walks: 2)
    try await study.plan(shards: 1)
    try FileManager.default.moveItem(atPath: study.path("walks/P1"), toPath: study.path("moved"))
    let run = try await study.run(1, of: 1)
    #expect(run.failed == 1 && run.isWorthAnotherTry)
    let refused = try study.count()
    #expect(refused.failed == 1 && refused.unreadable == 1 && refused.missing == 0)
    // Submitting again runs it again.
    #expect(refused.missingShards.numbers == [1])
    try FileManager.default.moveItem(atPath: study.path("moved"), toPath: study.path("walks/P1"))
    #expect(try await study.run(1, of: 1).isWorthAnotherTry == false)
    let count = try study.count()
    #expect(count.done == 2 && count.failed == 0 && count.missing == 0 && count.missingShards.numbers.isEmpty)
  }

  @Test("has no shard out of range, and no other number of shards", arguments: ["0/3", "4/3", "-1/3", "1/4"])
  func outOfRange(text: String) async throws {
    let study = try StudyFolder(walks: 3)
    try await study.plan()
    let number = try #require(ShardNumber(text))
    #expect(await error { _ = try ShardRun(number, of: study.batch) }.contains("expected 1/3 to 3/3"))
  }

  @Test("refuses a manifest of another version")
  func otherManifest() async throws {
    let study = try StudyFolder(walks: 1)
    try await study.plan(shards: 1)
    let text = try study.text("study/batch.jsonl")
    let other = text.replacing("\"version\":\"\(RetroGaitVersion.current)\"", with: "\"version\":\"99.0\"")
    try study.write(other, to: "study/batch.jsonl")
    #expect(await error { try await study.run(1, of: 1) }.contains("found a manifest of RetroGait 99.0"))
  }

  @Test("does not take results of another version for finished")
  func otherResults() async throws {
    let study = try StudyFolder(walks: 1)
    try await study.plan(shards: 1)
    try await study.run(1, of: 1)
    let summary = "study/results/P0/summary.json"
    let older = try study.text(summary).replacing(
      try Regex("\"version\" : \"[^\"]*\""), with: "\"version\" : \"0.0.1\"")
    try study.write(older, to: summary)
    #expect(try study.count().other == 1)
    #expect(await error { _ = try Collation(of: study.batch)() }.contains("other files, settings or versions"))
    #expect(try await study.run(1, of: 1).done == 1)
  }

  @Test("refuses a manifest that was cut")
  func cut() async throws {
    let study = try StudyFolder(walks: 3)
    try await study.plan()
    let lines = try study.text("study/batch.jsonl").split(separator: "\n")
    try study.write(lines.dropLast().joined(separator: "\n"), to: "study/batch.jsonl")
    #expect(await error { try await study.run(1) }.contains("the end after 2 of 3 recordings"))
    try study.write(lines.dropLast().joined(separator: "\n") + "\n{\"reco", to: "study/batch.jsonl")
    #expect(await error { try await study.run(1) }.contains("batch.jsonl, line 4: found"))
  }

  @Test("keeps a store that was changed since it was written")
  func annotated() async throws {
    let study = try StudyFolder(walks: 1)
    try await study.plan(shards: 1)
    try await study.run(1, of: 1)
    try FileManager.default.createDirectory(atPath: study.batch.collated, withIntermediateDirectories: true)
    _ = try Collation(of: study.batch)()
    try study.write("mine", to: "study/collated/retrogait.sqlite")
    #expect(await error { _ = try Collation(of: study.batch)() }.contains("--overwrite"))
    #expect(try study.text("study/collated/retrogait.sqlite") == "mine")
    var collation = try Collation(of: study.batch)
    collation.overwrite = true
    #expect(try collation().done == 1)
  }
}
