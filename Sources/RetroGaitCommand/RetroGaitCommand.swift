import ArgumentParser
import RetroGait

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
      AnalyzeCommand.self, InspectCommand.self, HistoryCommand.self, ReportCommand.self, ExportCommand.self,
      BatchCommand.self, EvaluateCommand.self, MeasuresCommand.self, MethodsCommand.self, ServeCommand.self,
      SimulateCommand.self,
    ])

  /// Fewer do not suffice for a recording, a store and what the system's libraries keep open.
  private static let fewestOpenFiles = 64

  static func main() async {
    AddressSpace.saveIfLimited()
    if let shortage = AddressSpace.shortage {
      Console(isQuiet: false).error(
        "found too few memory addresses left; expected at least \(shortage >> 20) MB beside those of the program; raise the "
          + "limit, for example with 'ulimit -v 1000000'")
      exit(withError: ExitCode.inputOutput)
    }
    let openFiles = sysconf(CInt(_SC_OPEN_MAX))
    guard openFiles < 0 || openFiles >= fewestOpenFiles else {
      Console(isQuiet: false).error(
        "found that this process may open \(openFiles) files; expected at least \(fewestOpenFiles); raise the limit, "
          + "for example with 'ulimit -n 1024'")
      exit(withError: ExitCode.inputOutput)
    }
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
      if !(error is ExitCode), exitCode(for: error) == .validationFailure {
        if let refusal = UnknownOption(Array(CommandLine.arguments.dropFirst()), of: Self.self) {
          Console(isQuiet: false).error(refusal.description)
          exit(withError: ExitCode.validationFailure)
        }
        // What the user typed, or a file held, stands in the message.
        Console(isQuiet: false).message(fullMessage(for: error))
        exit(withError: ExitCode.validationFailure)
      }
      guard !(error is ExitCode), exitCode(for: error) == .failure else { exit(withError: error) }
      Console(isQuiet: false).error("found a defect of the program, please report it: \(error)")
      exit(withError: ExitCode.defect)
    }
  }
}
