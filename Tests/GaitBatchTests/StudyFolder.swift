import Foundation
import GaitBatch
import RetroGait

/// Simulated walks of a few people, and a batch beside them; gone when nobody uses it any more.
final class StudyFolder: Sendable {
  let url: URL

  init(walks: Int = 4) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "retrogait-batch-\(UUID().uuidString)")
    for k in 0..<walks { try addWalk(k) }
    let people = (0..<walks).map { "P\($0)\t\(60 + $0)\n" }.joined()
    try write("participant_id\tage\n" + people, to: "walks/participants.tsv")
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func addWalk(_ k: Int, seed: UInt64? = nil) throws {
    // Their noise makes walks differ.
    let simulator = WalkSimulator(seed: seed ?? UInt64(k + 1), effects: .realistic)
    let walk = simulator.walk(.straight(k % 2 == 0 ? .forward : .backward, strides: 5))
    for sensor in walk.recording.sensors {
      try write(
        String(decoding: PlainCSVWriter().bytes(of: sensor), as: UTF8.self),
        to: "walks/P\(k)/\(sensor.placement.rawValue).csv")
    }
  }

  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String { try String(contentsOf: url.appending(path: name), encoding: .utf8) }

  /// Every visible file below a folder, by its path.
  func contents(of name: String) throws -> [String: Data] {
    let root = url.appending(path: name)
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      if let data = try? Data(contentsOf: root.appending(path: path)) { contents[path] = data }
    }
    return contents
  }

  var batch: BatchFolder { BatchFolder(manifest: path("study/batch.jsonl")) }

  /// Plans the batch of all walks and writes its manifest.
  @discardableResult
  func plan(shards: Int = 3, analysis: GaitAnalysis = GaitAnalysis()) async throws -> BatchManifest {
    let plan = BatchPlan(analysis: analysis, plannedAt: "2026-09-07T10:00:00Z")
    let found = RecordingFinder().find(at: [path("walks")])
    let (manifest, _) = try await BatchPlanner(plan: plan, shards: shards, jobs: 2)(found)
    try FileManager.default.createDirectory(atPath: path("study"), withIntermediateDirectories: true)
    try manifest.write(to: batch.manifest)
    return manifest
  }

  @discardableResult
  func run(_ shard: Int, of count: Int = 3) async throws -> ShardRun.Result {
    try await ShardRun(ShardNumber(shard, of: count), of: batch)()
  }

  func count() throws -> BatchState.Count { try BatchState(BatchManifest(path: batch.manifest), in: batch).count() }
}
