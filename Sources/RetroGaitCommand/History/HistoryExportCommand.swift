import ArgumentParser
import RetroGait

struct HistoryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all strides, sessions or means to one CSV file.",
    usage: """
      retrogait history export <table> --output <file> [--subject <id>]
        [--overwrite] [--store <file>]
      """,
    discussion: """
      Tables:
        strides   one row per stride, with its day and the columns of strides.csv
        sessions  one row per session and direction: strides, duration, distance
        trends    one row per session, direction and measure: n, mean, error

      Current analyses only. An empty cell was not measured; it never means zero.

      EXAMPLE
        retrogait history export trends --output trends.csv
      """)

  @Argument(help: "What to write: strides, sessions or trends.")
  var table: StoreView

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Only this person.", valueName: "id"))
  var subject: String?

  @Flag(help: "Replace a file that is not such a table.")
  var overwrite = false

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output is empty; name the file to write.") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let rows = try options.reading().export(table, of: subject, to: output, overwrite: overwrite)
      console.message("\(output): \(rows) rows")
    }
  }
}

extension StoreView: ExpressibleByArgument {}
