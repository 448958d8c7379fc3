import ArgumentParser
import Foundation
import GaitBatch
import RetroGait

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Analyze thousands of recordings on a cluster, or in parts.",
    discussion: """
      A batch is a folder with a manifest, batch.jsonl. It has a line for each
      recording, with its shard. Any machine that sees the folder can run any shard,
      at any time and more than once. Finished recordings are skipped. A killed
      shard is run again. At the end the results are put together.

      EXAMPLE
        retrogait batch plan walks/ --output study
        retrogait batch submit --manifest study/batch.jsonl   (with Slurm)
        retrogait batch status --manifest study/batch.jsonl

      Without a scheduler, on one machine:
        retrogait batch plan walks/ --output study --shards 8
        seq 8 | parallel retrogait batch run \\
          --manifest study/batch.jsonl --shard {}/8
        retrogait batch collate --manifest study/batch.jsonl
      """,
    subcommands: [
      BatchPlanCommand.self, BatchRunCommand.self, BatchSubmitCommand.self, BatchStatusCommand.self,
      BatchCollateCommand.self, BatchCleanCommand.self,
    ])
}

/// Which batch.
struct ManifestOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The batch.jsonl that 'batch plan' wrote.", valueName: "file"))
  var manifest: String

  func validate() throws {
    guard !manifest.isEmpty else {
      throw ValidationError("--manifest is empty; name the file that 'batch plan' wrote.")
    }
  }

  var folder: BatchFolder { BatchFolder(manifest: manifest) }
}

/// A path that holds on other machines too, whose working folders are others.
func absolutePath(_ path: String) -> String {
  let whole = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  return URL(filePath: whole).standardizedFileURL.path
}

extension ParsableCommand {
  /// Runs `body`, and ends the command with one line and the error's exit code if it fails.
  func catchingShardErrors<T>(_ body: () async throws(ShardError) -> T) async throws -> T {
    do throws(ShardError) {
      return try await body()
    } catch {
      Console(isQuiet: false).error(error.description)
      throw error.exitCode
    }
  }
}

extension ExitCode {
  /// Not finished, and worth another try (EX_TEMPFAIL of sysexits.h).
  static let tryAgain = ExitCode(75)
}

extension ShardError {
  var exitCode: ExitCode {
    switch self {
    case .noManifest, .notWritable, .changedCollation: .inputOutput
    case .nothingFound, .damagedManifest, .otherVersion, .unusablePlan, .doubledWalks, .unfinished, .strangeResults,
      .renamedResult:
      .unusableInput
    case .wrongShardCount, .noSuchShard: .validationFailure
    case .batch(let error): error.exitCode
    case .history(let error): error.exitCode
    case .results(let error): error.exitCode
    case .export(let error): error.exitCode
    case .notEncoded: .defect
    }
  }
}
