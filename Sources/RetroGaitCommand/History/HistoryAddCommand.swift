import ArgumentParser
import Foundation
import RetroGait

struct HistoryAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add what 'analyze' wrote to the store.",
    usage: "retrogait history add <dir> ... [--store <file>] [--subject <id>]",
    discussion: """
      Adding the same results again changes nothing. A new analysis of a walk
      replaces the earlier one, whose numbers stay in the file. The same walk under
      another name is rejected; it is recognized by the SHA-256 of its sensor files.
      A line is printed once a recording is safely on disk.

      Exit codes: 0 all added, 65 a recording could not be used (the others are
      added), 74 a file could not be read, or the store not read or written.

      EXAMPLE
        retrogait history add results --store clinic.sqlite
      """)

  @Argument(help: ArgumentHelp("Folders that 'analyze' wrote.", valueName: "dir"))
  var folders: [String]

  @OptionGroup var options: StoreOptions

  @Option(help: ArgumentHelp("The person of these recordings; overrides their own subject.", valueName: "id"))
  var subject: String?

  @Flag(help: "Print errors and warnings only.")
  var quiet = false

  func run() throws {
    let console = Console(isQuiet: quiet)
    var failures: [ExitCode] = []
    try catchingHistoryErrors { () throws(HistoryError) in
      let store = try HistoryStore(path: options.store, access: .writing)
      for folder in folders {
        let found = reading(console, &failures) { () throws(ReportError) in
          try AnalyzedFolder(path: folder).recordingFolders()
        }
        if found?.isEmpty == true {
          console.error(
            "\(folder): found no results; expected a folder that 'retrogait analyze' has written; add the one that "
              + "its --output named")
          failures.append(.unusableInput)
        }
        // One after the other, so that a folder of many needs no more memory than one.
        for one in found ?? [] {
          let recordings = reading(console, &failures) { () throws(ReportError) in
            try AnalyzedFolder(path: one).recordings(withCurves: true)
          }
          for recording in recordings ?? [] where try !add(recording, to: store, console: console) {
            failures.append(.unusableInput)
          }
        }
      }
    }
    if let worst = failures.map(\.rawValue).max() { throw ExitCode(worst) }
  }

  /// What `read` gives; `nil` if it fails, which is then said and counted.
  private func reading<T>(
    _ console: Console, _ failures: inout [ExitCode], _ read: () throws(ReportError) -> T
  ) -> T? {
    do throws(ReportError) {
      return try read()
    } catch {
      console.error(error.description)
      failures.append(error.exitCode)
      return nil
    }
  }

  /// Whether the recording could be added.
  private func add(
    _ recording: AnalyzedRecording, to store: HistoryStore, console: Console
  ) throws(HistoryError) -> Bool {
    do throws(HistoryError) {
      let added = try store.add(recording, subject: subject, at: Date.now.formatted(.iso8601))
      if !quiet {
        let place = "\(PrintableText(added.subject)), session \(PrintableText(added.session))"
        console.result("\(PrintableText(added.recording)): \(Self.words(added.outcome)) (\(place))")
      }
      for warning in added.warnings { console.error("\(PrintableText(added.recording)): warning: \(warning.words)") }
      return true
    } catch {
      switch error {
      case .noSubject, .unusableName, .sameWalk:
        console.error(error.description)
        return false
      default: throw error
      }
    }
  }

  private static func words(_ outcome: AddedRecording.Outcome) -> String {
    switch outcome {
    case .added: "added"
    case .unchanged: "in the store already"
    case .completed: "in the store already; what an earlier version had not kept was added"
    case .superseding: "added in place of an earlier analysis"
    }
  }
}
