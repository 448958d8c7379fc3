import ArgumentParser
import NumberText
import RetroGait

struct HistoryRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a person, or one session, from the store.",
    usage: """
      retrogait history remove <subject> [--session <name>] [--dry-run]
        [--store <file>]
      """,
    discussion: """
      Removed data is gone for good, including earlier analyses and what was removed
      in the browser: the store's file is rewritten without it. Backups, and files
      written by 'analyze' and 'export', still hold it. Check with --dry-run first,
      or make a copy with 'retrogait history backup'.

      EXAMPLE
        retrogait history remove S01 --session 2026-09-11 --dry-run
      """)

  @Argument(help: "The person.")
  var subject: String

  @Option(help: ArgumentHelp("Only this session.", valueName: "name"))
  var session: String?

  @Flag(help: "Only show what would be removed.")
  var dryRun = false

  @OptionGroup var options: StoreOptions

  func run() throws {
    try catchingHistoryErrors { () throws(HistoryError) in
      let store = dryRun ? try options.reading() : try options.changing()
      let amount = try store.erase(subject, session: session, isDryRun: dryRun)
      Console(isQuiet: false).result(
        "\(dryRun ? "would remove" : "removed") \(PlainNumbers.count(amount.sessions, "session")), "
          + "\(PlainNumbers.count(amount.recordings, "recording")), \(PlainNumbers.count(amount.strides, "stride"))")
      if !dryRun, !store.removeTraces() {
        Console(isQuiet: false).error(
          "\(options.store): warning: what was removed may still be found in the bytes of the file, since another program "
            + "uses it or its disk is full; mend that and run: sqlite3 \(options.store) VACUUM")
      }
    }
  }
}
