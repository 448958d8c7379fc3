import ArgumentParser
import RetroGait

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Keep analyzed recordings over months, and see what changes.",
    discussion: """
      The store is one SQLite file. Researchers open it with the sqlite3 shell,
      R or Python. The views 'strides', 'sessions' and 'trends' hold all
      current results.

      EXAMPLE
        retrogait analyze walks/ --output results
        retrogait history add results
        retrogait history trend S01
      """,
    subcommands: [
      HistoryAddCommand.self, HistoryListCommand.self, HistoryShowCommand.self, HistoryAnnotateCommand.self,
      HistoryTrendCommand.self, HistoryCompareCommand.self, HistoryDoseCommand.self, HistoryRemoveCommand.self,
      HistoryExportCommand.self, HistoryCheckCommand.self,
      HistoryBackupCommand.self,
    ])
}

/// Where the store is.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store's file.", valueName: "file"))
  var store: String = HistoryStore.defaultPath

  /// The store, to be read.
  func reading() throws(HistoryError) -> HistoryStore {
    try HistoryStore(path: store, access: .reading)
  }

  /// The store, to be changed; there must be one.
  func changing() throws(HistoryError) -> HistoryStore {
    _ = try reading()
    return try HistoryStore(path: store, access: .writing)
  }
}

extension ParsableCommand {
  /// Runs `body`, and ends the command with one line and the error's exit code if it fails.
  func catchingHistoryErrors(_ body: () throws(HistoryError) -> Void) throws {
    do throws(HistoryError) {
      try body()
    } catch {
      Console(isQuiet: false).error(error.description)
      throw error.exitCode
    }
  }
}

extension HistoryError {
  var exitCode: ExitCode {
    switch self {
    case .noStore, .noFolder, .unreadable, .notWritable, .exists, .busy: .inputOutput
    case .notAStore, .newerStore, .damaged, .noSubject, .unusableName, .sameWalk: .unusableInput
    case .unknown, .outOfRange, .changedMeanwhile, .nameTaken, .ofRemoved, .partOfAnalysis: .validationFailure
    }
  }
}
