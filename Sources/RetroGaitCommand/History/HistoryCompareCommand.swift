import ArgumentParser
import GaitStatistics
import RetroGait

struct HistoryCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare backward with forward walking, of a person or a group.",
    usage: """
      retrogait history compare <subject> [--session <name>]
        [--store <file>] [--json]
      retrogait history compare --group <name> [--store <file>] [--json]
      """,
    discussion: """
      Of a person: the strides of one session, the last if none is named; intervals
      rest on whole walking bouts, or on blocks of neighbouring strides where there
      are fewer than three. Of a group: every person counts once. Only walking
      under the same conditions is compared.

      EXAMPLES
        retrogait history compare S01 --session 2026-10-16
        retrogait history compare --group "knee OA"
      """)

  @Argument(help: "The person.")
  var subject: String?

  @Option(help: ArgumentHelp("The session. (default: the last)", valueName: "name"))
  var session: String?

  @Option(help: ArgumentHelp("People of this diagnosis group instead of one person.", valueName: "name"))
  var group: String?

  @OptionGroup var options: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (subject == nil) != (group == nil) else {
      throw ValidationError("Name either a person or --group.")
    }
    if group != nil, session != nil { throw ValidationError("--session is of a person, not of a group.") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let store = try options.reading()
      let comparison: ComparisonText
      if let subject {
        comparison = ComparisonText(try store.comparison(of: subject, session: session))
      } else {
        comparison = ComparisonText(try store.comparison(ofGroup: group))
      }
      if json { console.result(exactly: try JSONText.text(of: comparison)) } else { console.result(comparison.text) }
    }
  }
}
