import ArgumentParser
import RetroGait

@main
struct RetroGaitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retrogait", abstract: "Measures walking, forward and backward, from wearable sensors.")
}
