import ArgumentParser
import RetroGait

struct MethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "Print a methods section for copying.",
    usage: "retrogait methods [<dir> ... | --settings <file>]",
    discussion: """
      Prints how walking was measured: the program's version, the sensors, the
      constants that were changed, and references. With folders that 'analyze'
      wrote, the text describes these recordings. Without, it describes a planned
      study.

      EXAMPLES
        retrogait methods results
        retrogait methods --settings study.yaml
      """)

  @Argument(help: ArgumentHelp("Folders that 'analyze' wrote.", valueName: "dir"))
  var folders: [String] = []

  @Option(help: ArgumentHelp("The constants of a planned study.", valueName: "file"))
  var settings: String?

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
        return console.result(MethodsText(summaries).text)
      } catch {
        console.error(error.description.replacing("report: ", with: "methods: "))
        throw error.exitCode
      }
    }
    do throws(SettingsError) {
      var document = SettingsDocument()
      if let settings { document = try SettingsDocument(file: settings) }
      console.result(MethodsText(document).text)
    } catch {
      throw ValidationError("--settings: \(error.description).")
    }
  }
}
