import ArgumentParser
import RetroGait

struct HistoryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that the store is whole.",
    usage: "retrogait history check [--store <file>]",
    discussion: """
      Exit codes: 0 it is whole, 65 it is not, 74 it cannot be read.

      EXAMPLE
        retrogait history check --store clinic.sqlite
      """)

  @OptionGroup var options: StoreOptions

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let contradictions = try options.reading().contradictions()
      for contradiction in contradictions { console.error("\(options.store): \(contradiction)") }
      guard contradictions.isEmpty else { throw .damaged(path: options.store, findings: contradictions) }
      console.result("\(options.store): whole")
    }
  }
}

struct HistoryBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the store into one file, while others may use it.",
    usage: "retrogait history backup <file> [--store <file>]",
    discussion: """
      EXAMPLE
        retrogait history backup clinic-2026-11-21.sqlite --store clinic.sqlite
      """)

  @Argument(help: ArgumentHelp("The copy. The file must not exist yet.", valueName: "file"))
  var target: String

  @OptionGroup var options: StoreOptions

  func run() throws {
    try catchingHistoryErrors { () throws(HistoryError) in
      try options.reading().backUp(to: target)
      Console(isQuiet: false).result(exactly: target)
    }
  }
}
