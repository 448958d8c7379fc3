import ArgumentParser
import Foundation
import GaitBatch
import NumberText
import RetroGait

struct BatchPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write the manifest of a batch: its recordings, and a shard for each.",
    usage: "retrogait batch plan <recording> ... --output <dir> [<options>]",
    discussion: """
      Finds recordings as 'analyze' does, computes the SHA-256 of their files and
      writes batch.jsonl. Its first line holds the settings and the version. Each
      other line holds a recording: its path, files, bytes, shard, person, session,
      and its details from recording.json and participants.tsv. The path of the
      manifest is printed.

      A shard has about 60 s of work; 1,000 shards are proposed at most. The same
      recordings give the same shards. Plan again when recordings are added or
      changed: what is finished stays finished.

      Exit codes: 0 planned, 64 wrong usage, 65 a recording cannot be read (it is in
      the manifest and will be a failed row), or nothing was planned, 74 the
      manifest cannot be written.

      EXAMPLE
        retrogait batch plan walks/ --output study
      """)

  @Argument(help: ArgumentHelp("Folders or files with recordings.", valueName: "recording"))
  var recordings: [String]

  @Option(help: ArgumentHelp("Folder of the batch, on a file system that all machines share.", valueName: "dir"))
  var output: String

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var constants: AnalysisOptions

  @Option(help: ArgumentHelp("Number of shards. (default: about one for each 60 s of work)", valueName: "n"))
  var shards: Int?

  @Option(help: ArgumentHelp("Recordings to hash at the same time. (default: one per core)", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
    if let shards, shards < 1 { throw ValidationError("--shards must be at least 1, not \(shards).") }
    guard !output.isEmpty else { throw ValidationError("--output is empty; name the folder of the batch.") }
    guard !recordings.contains("") else { throw ValidationError("A recording's path is empty; name a folder or file.") }
  }

  func run() async throws {
    let console = Console(isQuiet: false)
    let ingest = try reading.ingest()
    // Other machines have other working folders.
    let paths = recordings.map(absolutePath)
    let found = RecordingFinder(options: ingest, excluding: [output]).find(at: paths)
    let plan = BatchPlan(
      analysis: try constants.analysis(), sensors: reading.sensors?.placements, ingest: ingest,
      plannedAt: Date.now.formatted(.iso8601))
    let planner = BatchPlanner(
      plan: plan, shards: shards, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let folder = BatchFolder(manifest: "\(output)/\(BatchManifest.file)")
    let failures = try await catchingShardErrors { () throws(ShardError) in
      let (manifest, failures) = try await planner(found)
      do {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      } catch {
        throw .notWritable(path: output, reason: "\(error.localizedDescription)")
      }
      try manifest.write(to: folder.manifest)
      console.message(
        PlainNumbers.count(manifest.recordings.count, "recording") + " in "
          + PlainNumbers.count(manifest.plan.shards, "shard"))
      return failures
    }
    for failure in failures { console.error(failure) }
    let likely = found.unused.filter { $0.kind == .likelyRecording }
    for input in likely { console.error("\(input.path): not used, because \(input.reason)") }
    console.result(exactly: folder.manifest)
    if !failures.isEmpty || !likely.isEmpty { throw ExitCode.unusableInput }
  }
}
