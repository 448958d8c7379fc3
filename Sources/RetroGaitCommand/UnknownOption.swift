import ArgumentParser
import RetroGait

/// A misspelt option. The parser reports a required option as missing before it looks at what stands in its place.
struct UnknownOption: CustomStringConvertible {
  private let path: String
  private let found: String
  private let nearest: String?
  private let usage: String

  /// Changes of a letter after which a word is another option rather than a misspelt one.
  private static let mostChanges = 2

  /// `nil` where the help of the command names every option of the arguments.
  init?(_ arguments: [String], of root: any ParsableCommand.Type) {
    var path = "retrogait"
    var command = root
    for word in arguments {
      guard
        let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word })
      else { break }
      command = next
      path += " \(word)"
    }
    let help = root.helpMessage(for: command, includeHidden: true, columns: 1_000)
    let known = Set(help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) })
    let given = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
      .map { String($0.prefix { $0 != "=" }) }
    guard let found = given.first(where: { !known.contains($0) }) else { return nil }
    self.path = path
    self.found = found
    usage = root.usageString(for: command)
    nearest = known.map { (Self.changes($0, found), $0) }.filter { $0.0 <= Self.mostChanges }.min { $0 < $1 }?.1
  }

  /// Letters to insert, remove or exchange to make one word of the other (Levenshtein).
  private static func changes(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(row[j] + 1, above + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }

  var description: String {
    """
    found the option '\(PrintableText(found))', which '\(path)' does not have\
    \(nearest.map { "; did you mean '\($0)'?" } ?? "")
    Usage: \(usage)
      See '\(path) --help' for all options.
    """
  }
}
