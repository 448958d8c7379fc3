import ArgumentParser
import GaitBatch
import NumberText
import RetroGait

struct BatchCollateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collate",
    abstract: "Put the results of all shards together.",
    usage: "retrogait batch collate --manifest <file> [--no-curves] [--overwrite]",
    discussion: """
      Writes the folder 'collated' beside the manifest, whole or not at all:
        retrogait.sqlite         a store, as 'history add' fills it
        tables/sessions.parquet  the measures of each session, and a dictionary
        manifest.csv             a row for each recording and file that was given
        quality.csv              what to check before the measures are used
        failures.csv             the recordings without results
        collation.json           the length and SHA-256 of each file

      The files are the same bytes whatever order the shards ran in. Nothing is
      written if a recording has neither results nor a failure. The same holds if the
      manifest does not name some results, or if a walk is there twice. A store that
      was changed since is not replaced; copy it before you annotate sessions in it.

      Exit codes: 0 written, 65 a recording failed or is not in the store (the files
      are written), or nothing was written because something is missing or doubled,
      74 a file cannot be read or written.

      EXAMPLE
        retrogait batch collate --manifest study/batch.jsonl
      """)

  @OptionGroup var batch: ManifestOptions

  @Flag(help: "Leave the curves of strides out of the store; they are most of its bytes.")
  var noCurves = false

  @Flag(help: "Replace files in 'collated' that were changed since they were written.")
  var overwrite = false

  func run() async throws {
    let console = Console(isQuiet: false)
    let result = try await catchingShardErrors { () throws(ShardError) in
      var collation = try Collation(of: batch.folder)
      collation.overwrite = overwrite
      collation.keepsCurves = !noCurves
      return try collation()
    }
    for warning in result.warnings { console.message("warning: \(warning)") }
    for refusal in result.notInStore { console.error("not in the store: \(refusal)") }
    console.message("\(PlainNumbers.count(result.done, "recording")) done, \(result.failed) failed")
    console.result(exactly: batch.folder.collated)
    if result.failed > 0 || !result.notInStore.isEmpty { throw ExitCode.unusableInput }
  }
}
