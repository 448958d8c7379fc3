import Foundation
import Testing

@Suite("A batch in shards, from the command line")
struct BatchShardTests {
  /// Walks that differ in their number of strides.
  private func addWalks(_ count: Int, to data: Folder) throws {
    for k in 0..<count { try data.addWalk("walks/w\(k)", strides: 8 + k) }
  }

  private func planned(_ data: Folder, shards: Int = 1) throws -> String {
    let plan = try Program.run(
      "batch", "plan", data.path("walks"), "--output", data.path("study"), "--shards", "\(shards)")
    try #require(plan.exitCode == 0, "\(plan.errors)")
    return String(plan.output.dropLast())
  }

  @Test("plan, run, status and collate go from recordings to one store")
  func wholeWay() throws {
    let data = try Folder()
    try data.addWalk("walks/one")
    try data.addWalk("walks/two", direction: .backward)
    let manifest = try planned(data, shards: 2)
    let status = { try Program.run("batch", "status", "--manifest", manifest, "--missing-shards").output }
    #expect(try status() == "1-2\n")
    #expect(try Program.run("batch", "run", "--manifest", manifest, "--shard", "2/2").exitCode == 0)
    #expect(try status() == "1\n")
    let early = try Program.run("batch", "collate", "--manifest", manifest)
    #expect(early.exitCode == 65 && early.errors.contains("run the shards 1 again"))
    #expect(try Program.run("batch", "run", "--manifest", manifest, "--shard", "1/2").exitCode == 0)
    #expect(try status().isEmpty)
    let collate = try Program.run("batch", "collate", "--manifest", manifest)
    #expect(collate.exitCode == 0 && collate.output == data.path("study/collated") + "\n")
    let store = data.path("study/collated/retrogait.sqlite")
    #expect(try Program.run("history", "show", "S01", "--store", store).exitCode == 0)
    // Looking into the store is no change of it.
    #expect(try Program.run("batch", "collate", "--manifest", manifest).exitCode == 0)
  }

  @Test("planning again, with other shards and more recordings, replaces the manifest")
  func again() throws {
    let data = try Folder()
    // Long enough that neither end of the manifest holds the key of its form.
    try addWalks(12, to: data)
    let manifest = try planned(data)
    let size = try data.contents(of: "study")["batch.jsonl"]?.count ?? 0
    #expect(size > 12_000)
    try data.addWalk("walks/later", strides: 20)
    #expect(try planned(data, shards: 3) == manifest)
    #expect(try Program.run("batch", "status", "--manifest", manifest, "--missing-shards").output == "1-3\n")
    #expect(try data.text("study/batch.jsonl").contains("walks/later"))
  }

  @Test("a shard that is killed at any time is completed by running it again, with the same bytes")
  func killed() throws {
    let data = try Folder()
    try addWalks(6, to: data)
    let serial = try Program.run("analyze", data.path("walks"), "--output", data.path("serial"), "--no-report")
    #expect(serial.exitCode == 0)
    let manifest = try planned(data)
    var killed = 0
    for done in 1...4 {
      let running = try Program.start(["batch", "run", "--manifest", manifest, "--shard", "1/1"])
      while running.process.isRunning, data.names(in: "study/results").count(where: { $0.hasPrefix("w") }) < done {
        usleep(1000)
      }
      kill(running.process.processIdentifier, SIGKILL)
      if try running.finish().exitCode == -SIGKILL { killed += 1 }
    }
    #expect(killed > 0)
    #expect(try Program.run("batch", "run", "--manifest", manifest, "--shard", "1/1").exitCode == 0)
    #expect(try Program.run("batch", "clean", "--manifest", manifest).exitCode == 0)
    var expected = try data.contents(of: "serial")
    expected["manifest.csv"] = nil
    #expect(try data.contents(of: "study/results") == expected)
  }

  @Test("a shard that is interrupted asks for another try")
  func interrupted() throws {
    let data = try Folder()
    try addWalks(12, to: data)
    let manifest = try planned(data)
    let running = try Program.start(["batch", "run", "--manifest", manifest, "--shard", "1/1"])
    while running.process.isRunning, !data.names(in: "study/results").contains(where: { $0.hasPrefix("w") }) {
      usleep(1000)
    }
    kill(running.process.processIdentifier, SIGTERM)
    let result = try running.finish()
    #expect(result.exitCode == 75)
    #expect(result.errors.contains("interrupted"))
  }

  @Test("a shard out of range, and one that is not a number of two, are wrong usage", arguments: ["0/1", "2/1", "1"])
  func outOfRange(shard: String) throws {
    let data = try Folder()
    try data.addWalk("walks/one")
    let manifest = try planned(data)
    #expect(try Program.run("batch", "run", "--manifest", manifest, "--shard", shard).exitCode == 64)
  }

  @Test("results that cannot be written end the shard at the first", .enabled(if: Program.canRunAsNobody))
  func notWritable() throws {
    let data = try Folder()
    try addWalks(3, to: data)
    let manifest = try planned(data)
    try data.allow(0o755, "")
    try data.allow(0o644, "study/batch.jsonl")
    let run = try Program.runAsNobody("batch", "run", "--manifest", manifest, "--shard", "1/1")
    #expect(run.exitCode == 74)
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }
}
