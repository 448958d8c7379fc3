import ArgumentParser
import GaitBatch
import RetroGait

struct BatchCleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Remove what killed tasks left unfinished.",
    usage: "retrogait batch clean --manifest <file> [--older-than <hours>]",
    discussion: """
      Removes hidden folders and parts of files that a killed task left. What this
      machine left goes at once if its process is gone. What another machine left
      goes if nothing changed in it for --older-than hours, by the clock of the file
      system. Results are never removed.

      EXAMPLE
        retrogait batch clean --manifest study/batch.jsonl
      """)

  @OptionGroup var batch: ManifestOptions

  @Option(help: ArgumentHelp("Hours without a change, for what other machines left.", valueName: "hours"))
  var olderThan = StaleFiles.usualAge / secondsOfHour

  private static let secondsOfHour = 3600.0

  func validate() throws {
    guard olderThan.isFinite, olderThan >= 0 else {
      throw ValidationError("--older-than must be hours, 0 or more, not \(olderThan).")
    }
  }

  func run() async throws {
    let console = Console(isQuiet: false)
    let removed = try await catchingShardErrors { () throws(ShardError) in
      _ = try BatchManifest(path: batch.manifest)
      return try StaleFiles(in: batch.folder, age: olderThan * Self.secondsOfHour).remove()
    }
    for path in removed { console.result(path) }
    console.message("unfinished files and folders removed: \(removed.count)")
  }
}
