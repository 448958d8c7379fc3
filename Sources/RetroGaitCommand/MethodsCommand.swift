import ArgumentParser
import RetroGait

struct MethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "Print a methods section for copying.",
    usage: "retrogait methods [<dir> ... | --settings <file>] [--bib]",
    discussion: """
      Prints how walking was measured: the program's version, the sensors, the
      constants that were changed, and references. With folders that 'analyze'
      wrote, the text describes these recordings. Without, it describes a planned
      study. --bib prints the references of the text as BibTeX.

      EXAMPLES
        retrogait methods results
        retrogait methods results --bib > references.bib
        retrogait methods --settings study.yaml
      """)

  @Argument(help: ArgumentHelp("Folders that 'analyze' wrote.", valueName: "dir"))
  var folders: [String] = []

  @Option(help: ArgumentHelp("The constants of a planned study.", valueName: "file"))
  var settings: String?

  @Flag(help: "Print the references as BibTeX instead.")
  var bib = false

  func validate() throws {
    guard folders.isEmpty || settings == nil else {
      throw ValidationError("Name either folders that 'analyze' wrote or --settings.")
    }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    guard folders.isEmpty else {
      do throws(ReportError) {
        var summaries: [SummaryDocument] = []
        for folder in folders { summaries += try AnalyzedFolder(path: folder).recordings().map(\.summary) }
        guard !summaries.isEmpty else { throw .nothingToReport(subject: nil) }
        return console.result(printed(MethodsText(summaries)))
      } catch {
        console.error(error.description.replacing("report: ", with: "methods: "))
        throw error.exitCode
      }
    }
    do throws(SettingsError) {
      var document = SettingsDocument()
      if let settings { document = try SettingsDocument(file: settings) }
      console.result(printed(MethodsText(document)))
    } catch {
      throw ValidationError("--settings: \(error.description).")
    }
  }
  private func printed(_ methods: MethodsText) -> String { bib ? methods.bibTeX : methods.text }
}
