import Foundation
import Testing

@Suite("The language of the help texts")
struct HelpTests {
  /// Words in a sentence: one fact each.
  private static let mostWords = 25

  /// A command as `--experimental-dump-help` gives it.
  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?

    struct Argument: Decodable {
      var abstract: String?
    }

    /// With all commands below it.
    var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }

    /// Without tables, examples and their headings.
    var sentences: [String] {
      let lines = (discussion ?? "").components(separatedBy: "\n")
        .filter { !$0.hasPrefix(" ") && !$0.hasPrefix("EXAMPLE") }
      let short = [abstract].compactMap { $0 } + (arguments ?? []).compactMap(\.abstract)
      let blocks = ReadabilityTests.sentences(of: lines) + short
      // A sentence may begin with an option, a number or the name of a file. Exit codes are a list.
      return blocks.filter { !$0.hasPrefix("Exit codes") }.flatMap { $0.split(separator: /[.:] +/).map(String.init) }
    }
  }

  private static func commands() throws -> [Command] {
    struct Help: Decodable { var command: Command }
    let text = try Program.run("--experimental-dump-help").output
    return try JSONDecoder().decode(Help.self, from: Data(text.utf8)).command.all.filter { $0.commandName != "help" }
  }

  @Test("every command and every option has one")
  func complete() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 20)
    for command in commands {
      #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
      for argument in command.arguments ?? [] { #expect(argument.abstract?.isEmpty == false, "\(command.commandName)") }
    }
  }

  @Test("a sentence has at most 25 words; files and numbers do not say, tell or know anything")
  func sentences() throws {
    for command in try Self.commands() {
      for sentence in command.sentences {
        let words = ReadabilityTests.words(sentence)
        #expect(words <= Self.mostWords, "\(command.commandName), \(words) words: \(sentence)")
        #expect(!ReadabilityTests.isArchaic(sentence), "\(command.commandName): \(sentence)")
      }
    }
  }

  @Test("no line of a discussion is wider than 80 columns")
  func width() throws {
    for command in try Self.commands() {
      for line in (command.discussion ?? "").components(separatedBy: "\n") {
        #expect(line.count <= 80, "\(command.commandName): \(line)")
      }
    }
  }
}
