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
      retrogait history compare --group <name> [--with <name>]
        [--store <file>] [--json]
      """,
    discussion: """
      For one person: the strides of one session, by default the last. Intervals
      resample whole walking bouts, or blocks of neighboring strides if there are
      fewer than three bouts. For a group: every person counts once. For two groups,
      such as the arms of a trial: how much more the group of --with changes per
      week. Only walking under the same conditions is compared.

      EXAMPLES
        retrogait history compare S01 --session 2026-10-16
        retrogait history compare --group "knee OA"
        retrogait history compare --group "forward training" \\
          --with "backward training"
      """)

  @Argument(help: "The person.")
  var subject: String?

  @Option(help: ArgumentHelp("The session. (default: the last)", valueName: "name"))
  var session: String?

  @Option(help: ArgumentHelp("People of this diagnosis group instead of one person.", valueName: "name"))
  var group: String?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Another group, whose change over weeks is compared with that of --group.", valueName: "name"))
  var second: String?

  @OptionGroup var options: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (subject == nil) != (group == nil) else {
      throw ValidationError("Name either a person or --group.")
    }
    if second != nil, group == nil { throw ValidationError("--with needs --group, the group to compare with.") }
    if group != nil, second == group { throw ValidationError("--group and --with name the same group.") }
    if group != nil, session != nil { throw ValidationError("--session is of a person, not of a group.") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let store = try options.reading()
      if let group, let second {
        let arms = ArmsText(try store.comparison(ofArms: group, second))
        if json { console.result(exactly: try JSONText.text(of: arms)) } else { console.result(arms.text) }
        return
      }
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
