import ArgumentParser
import GaitBatch
import RetroGait

struct BatchRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Analyze the recordings of one shard.",
    usage: """
      retrogait batch run --manifest <file> --shard <i>/<n> [--jobs <n>]
        [--quiet]
      """,
    discussion: """
      Writes results/<recording>/ beside the manifest, as 'analyze' does. Each is
      written whole, and then gets its name. A recording with results of the same
      files, settings and version is skipped. One that cannot be used becomes a file
      in failures/ and a failed row; it does not end the shard. Files that changed
      after they were planned are a failure.

      Shards can run at the same time. The same shard can also run twice.

      Exit codes: 0 every recording is done or a failed row, 64 no such shard or
      wrong usage, 65 the manifest is damaged or of another version, 74 a result
      cannot be written, 75 try again: interrupted, or a recording could not be
      read.

      EXAMPLE
        retrogait batch run --manifest study/batch.jsonl --shard 3/40
      """)

  @OptionGroup var batch: ManifestOptions

  @Option(help: ArgumentHelp("Which shard, from 1, and how many there are.", valueName: "i/n"))
  var shard: ShardNumber

  @Option(help: ArgumentHelp("Recordings to analyze at the same time.", valueName: "n"))
  var jobs = 1

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let result = try await catchingShardErrors { () throws(ShardError) in
      var run = try ShardRun(shard, of: batch.folder)
      run.jobs = jobs
      let progress = ProgressLines(total: run.count, console: console, isVerbose: true)
      let work = Task { [run] in await Self.result { () throws(ShardError) in try await run { progress.finished($0) } }
      }
      let interruption = Interruption { work.cancel() }
      defer { withExtendedLifetime(interruption) {} }
      return try await work.value.get()
    }
    console.message(
      "shard \(shard): \(result.done) done, \(result.skipped) done before, \(result.failed) failed"
        + (result.isUnfinished ? ", interrupted" : ""))
    if result.isWorthAnotherTry { throw ExitCode.tryAgain }
  }

  private static func result<T>(
    _ body: () async throws(ShardError) -> T
  ) async -> Result<T, ShardError> {
    do throws(ShardError) { return .success(try await body()) } catch { return .failure(error) }
  }
}

extension ShardNumber: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
