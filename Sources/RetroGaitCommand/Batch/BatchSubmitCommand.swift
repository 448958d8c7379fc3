import ArgumentParser
import Foundation
import GaitBatch
import RetroGait

struct BatchSubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Run the shards as a job array of Slurm, then collate.",
    usage: """
      retrogait batch submit --manifest <file> [--print] [--cores <n>]
        [--memory <size>] [-- <sbatch options>]
      """,
    discussion: """
      Writes shard.sbatch and collate.sbatch beside the manifest and submits both:
      an array with a task for each shard that has missing recordings, and a job
      that collates when all tasks have ended. What a task prints is in log/. Words
      after -- are options of sbatch for both jobs, such as the partition.

      A task whose node fails is started again by Slurm. A task that was killed
      alone, or that could not read its recordings, requeues itself up to 3 times.
      To go on after an interruption, submit again.

      Exit codes: 0 submitted, 64 wrong usage, 65 the manifest is damaged or of
      another version, 74 a script cannot be written, or sbatch failed.

      EXAMPLES
        retrogait batch submit --manifest study/batch.jsonl --print
        retrogait batch submit --manifest study/batch.jsonl \\
          -- --partition=short --time=02:00:00
      """)

  @OptionGroup var batch: ManifestOptions

  @Flag(help: "Print the scripts and the commands, and do nothing.")
  var print = false

  @Option(help: ArgumentHelp("Cores of a task, each of which analyzes a recording.", valueName: "n"))
  var cores = 1

  @Option(help: ArgumentHelp("Memory of a task, as sbatch takes it.", valueName: "size"))
  var memory = SlurmJob.usualMemory

  @Argument(parsing: .postTerminator, help: ArgumentHelp("Options of sbatch.", valueName: "sbatch options"))
  var options: [String] = []

  func validate() throws {
    if cores < 1 { throw ValidationError("--cores must be at least 1, not \(cores).") }
    guard memory.wholeMatch(of: /[1-9][0-9]*[KMGT]?/) != nil else {
      throw ValidationError(Console.harmless("--memory must be a size such as 2G or 500M, not '\(memory)'."))
    }
  }

  func run() async throws {
    let console = Console(isQuiet: false)
    let folder = BatchFolder(manifest: absolutePath(batch.manifest))
    let (manifest, count) = try await catchingShardErrors { () throws(ShardError) in
      let manifest = try BatchManifest(path: folder.manifest)
      return (manifest, try BatchState(manifest, in: folder).count())
    }
    let job = SlurmJob(
      of: folder, shards: manifest.plan.shards, program: Self.program, cores: cores, memory: memory)
    let missing = count.missingShards
    if print {
      console.result(exactly: job.shardScript)
      console.result(exactly: job.collateScript)
      if !missing.numbers.isEmpty { console.result(exactly: line(job.arrayArguments(missing, options: options))) }
      let after = missing.numbers.isEmpty ? nil : "JOB"
      console.result(exactly: line(job.collateArguments(after: after, options: options)))
      return
    }
    try write(job, folder, console)
    var array: String?
    if missing.numbers.isEmpty {
      console.message("no recording is missing; only the results are put together")
    } else {
      let id = try sbatch(job.arrayArguments(missing, options: options), console)
      console.message("job \(id): shards \(missing)")
      array = id
    }
    let id = try sbatch(job.collateArguments(after: array, options: options), console)
    console.message("job \(id): collate")
    console.result(exactly: array ?? id)
  }

  private func line(_ arguments: [String]) -> String {
    (["sbatch"] + arguments.map(SlurmJob.word)).joined(separator: " ")
  }

  private func write(_ job: SlurmJob, _ folder: BatchFolder, _ console: Console) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder.log, withIntermediateDirectories: true)
      for (text, path) in [(job.shardScript, folder.jobScript), (job.collateScript, folder.collateScript)] {
        try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
      }
    } catch {
      console.error("\(folder.path): cannot be written (\(error.localizedDescription)); check that the folder is yours")
      throw ExitCode.inputOutput
    }
  }

  /// Submits a job; its number.
  private func sbatch(_ arguments: [String], _ console: Console) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sbatch"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // With several clusters, the name of one follows.
    let id = text.prefix { $0.isNumber }
    guard process.terminationStatus == 0, !id.isEmpty else {
      console.error(
        "sbatch: failed (exit code \(process.terminationStatus)); expected the number of a job; run this on a machine where "
          + "Slurm's sbatch works, or see 'retrogait batch submit --print'")
      throw ExitCode.inputOutput
    }
    return String(id)
  }

  /// The path of this program.
  private static var program: String { Bundle.main.executablePath ?? absolutePath(CommandLine.arguments[0]) }
}
