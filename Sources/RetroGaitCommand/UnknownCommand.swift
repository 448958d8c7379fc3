import ArgumentParser
import RetroGait

/// A word where the name of a command should stand, which the parser calls an unexpected argument and no more.
struct UnknownCommand: CustomStringConvertible {
  private let path: String
  private let found: String
  private let expected: [String]

  /// `nil` where the arguments name a command, or are options.
  init?(_ arguments: [String], of root: CommandConfiguration) {
    var path = "retrogait"
    var commands = root.subcommands.map { $0.configuration }
    for word in arguments {
      guard !commands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let command = commands.first(where: { $0.commandName == word || $0.aliases.contains(word) }) else {
        self.path = path
        found = word
        expected = commands.compactMap(\.commandName)
        return
      }
      path += " \(word)"
      commands = command.subcommands.map { $0.configuration }
    }
    return nil
  }

  var description: String {
    """
    found '\(PrintableText(found))' after '\(path)'; expected one of \(expected.joined(separator: ", "))
    Usage: \(path) <subcommand>
      See '\(path) --help' for more information.
    """
  }
}
