import ArgumentParser
import RetroGait

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report from recordings that were analyzed before.",
    discussion: """
      The report is one HTML file that opens in any browser and needs nothing
      else. It compares backward with forward walking, over all sessions.

      EXAMPLE
        retrogait report results --subject S01 --output S01.html
      """)

  @Argument(help: ArgumentHelp("Folder that 'analyze' wrote.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("The report's file.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Only this person's recordings.", valueName: "id"))
  var subject: String?

  func run() throws {
    let console = Console(isQuiet: false)
    let isWritten: Bool
    do throws(ReportError) {
      isWritten = try AnalyzedFolder(path: folder).writeReport(to: output, subject: subject)
    } catch {
      console.error(error.description)
      throw error.exitCode
    }
    guard isWritten else {
      let whose = subject.map { " of subject '\($0)'" } ?? ""
      console.error(
        "\(folder): found no analyzed recording\(whose), or those of more than \(AnalyzedFolder.mostPeople) people; "
          + "expected the output of 'retrogait analyze'; name one person with --subject")
      throw ExitCode.unusableInput
    }
    console.result(output)
  }
}

extension ReportError {
  var exitCode: ExitCode {
    switch self {
    case .unreadable: .unusableInput
    case .notWritable: .inputOutput
    }
  }
}
