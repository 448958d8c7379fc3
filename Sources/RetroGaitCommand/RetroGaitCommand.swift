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
    subcommands: [AnalyzeCommand.self, ReportCommand.self, SimulateCommand.self])
}
