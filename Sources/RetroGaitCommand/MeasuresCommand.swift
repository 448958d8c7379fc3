import ArgumentParser
import RetroGait

struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "List what is measured, with definitions and sources.",
    usage: "retrogait measures [--markdown | --json]",
    discussion: """
      Lists every measure of 'measures.csv': its name and unit, how it is found, what
      a recording needs for it, and the source of the method.

      EXAMPLES
        retrogait measures
        retrogait measures --markdown > measures.md
      """)

  @Flag(help: "Print a Markdown table.")
  var markdown = false

  @Flag(help: "Print JSON, for programs.")
  var json = false

  func validate() throws {
    guard !(markdown && json) else { throw ValidationError("Choose either --markdown or --json.") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    let list = MeasureList()
    do throws(HistoryError) {
      console.result(markdown ? list.markdown : json ? try JSONText.text(of: list.definitions) : list.text)
    } catch {
      console.error(error.description)
      throw error.exitCode
    }
  }
}
