import ArgumentParser
import RetroGait

@main
struct RetroGaitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retrogait",
    abstract: "Measures walking, forward and backward, from wearable sensors.",
    discussion: """
      EXAMPLE
        retrogait analyze walks/ --output results
        then open results/report.html

      Research software, not a medical device.
      """,
    version: "\(RetroGaitVersion.name) \(RetroGaitVersion.current)",
    subcommands: [
      AnalyzeCommand.self, InspectCommand.self, HistoryCommand.self, ReportCommand.self, ServeCommand.self,
      SimulateCommand.self,
    ])

  static func main() async {
    if let refusal = UnknownCommand(Array(CommandLine.arguments.dropFirst()), of: configuration) {
      Console(isQuiet: false).error(refusal.description)
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // A command ends with a usage error, a request for help or an exit code; anything else is a defect.
      guard !(error is ExitCode), exitCode(for: error) == .failure else { exit(withError: error) }
      Console(isQuiet: false).error("found a defect of the program, please report it: \(error)")
      exit(withError: ExitCode.defect)
    }
  }
}
