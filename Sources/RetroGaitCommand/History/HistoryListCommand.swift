import ArgumentParser
import RetroGait

struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the people in the store.",
    usage: "retrogait history list [--store <file>] [--json]",
    discussion: """
      EXAMPLE
        retrogait history list --store clinic.sqlite
      """)

  @OptionGroup var options: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let people = try options.reading().overview()
      if json {
        console.result(exactly: try JSONText.text(of: people))
        return
      }
      var table = TextTable([
        ("person", .left), ("group", .left), ("sessions", .right), ("first", .left), ("last", .left),
      ])
      for person in people {
        table.add([
          "\(PrintableText(person.subject))", person.group.map { "\(PrintableText($0))" } ?? "",
          "\(person.sessions)", person.firstDay ?? "", person.lastDay ?? "",
        ])
      }
      console.result(table.text)
    }
  }
}
