import ArgumentParser
import GaitBatch
import RetroGait

struct BatchStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Count the recordings that are done, failed and missing.",
    usage: "retrogait batch status --manifest <file> [--missing-shards]",
    discussion: """
      Missing are recordings with neither results nor a failure of these files,
      settings and version. --missing-shards prints their shards as a job array
      takes them, and nothing if there are none. It prints the shards of failed
      recordings too whose files could not be read at the last try.

      EXAMPLES
        retrogait batch status --manifest study/batch.jsonl
        sbatch --array="$(retrogait batch status --missing-shards \\
          --manifest study/batch.jsonl)" study/shard.sbatch
      """)

  @OptionGroup var batch: ManifestOptions

  @Flag(help: "Print the shards with missing recordings, such as 1-3,7.")
  var missingShards = false

  func run() async throws {
    let console = Console(isQuiet: false)
    let (manifest, count) = try await catchingShardErrors { () throws(ShardError) in
      let manifest = try BatchManifest(path: batch.manifest)
      return (manifest, try BatchState(manifest, in: batch.folder).count())
    }
    if missingShards {
      if !count.missingShards.numbers.isEmpty { console.result("\(count.missingShards)") }
      return
    }
    console.result(
      """
      recordings  \(manifest.recordings.count)
      done        \(count.done)
      failed      \(count.failed)\(count.unreadable == 0 ? "" : ", \(count.unreadable) whose files could not be read")
      missing     \(count.missing)\(count.other == 0 ? "" : ", \(count.other) with results of other files, settings or versions")
      shards      \(manifest.plan.shards), \(count.missingShards.numbers.count) to run
      """)
  }
}
