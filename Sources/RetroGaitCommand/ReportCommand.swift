import ArgumentParser
import RetroGait

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report from recordings that were analyzed before.",
    usage: "retrogait report <dir> ... --output <file> [--subject <id>]",
    discussion: """
      The report is one HTML file that opens in any browser and needs nothing
      else. It compares backward with forward walking, over all sessions.

      EXAMPLE
        retrogait report results --subject S01 --output S01.html
      """)

  @Argument(help: ArgumentHelp("Folders that 'analyze' wrote.", valueName: "dir"))
  var folders: [String]

  @Option(help: ArgumentHelp("The report's file.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Only this person's recordings.", valueName: "id"))
  var subject: String?

  func run() throws {
    let console = Console(isQuiet: false)
    do throws(ReportError) {
      var recordings: [AnalyzedRecording] = []
      for folder in folders { recordings += try AnalyzedFolder(path: folder).recordings() }
      try ReportFile(path: output).write(recordings, subject: subject)
    } catch {
      console.error(error.description)
      throw error.exitCode
    }
    console.result(output)
  }
}

extension ReportError {
  var exitCode: ExitCode {
    switch self {
    case .unreadable, .nothingToReport, .tooManyPeople: .unusableInput
    case .notWritable: .inputOutput
    }
  }
}
