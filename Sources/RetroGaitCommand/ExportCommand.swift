import ArgumentParser
import GaitModel
import NumberText
import RetroGait

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write tables for statistics programs, with a data dictionary.",
    usage: """
      retrogait export (--from <dir> | --store <file>) --output <dir>
        [--level <level> ...] [--format csv|parquet|hdf5|bids] [--subject <id> ...]
        [--since <day>] [--until <day>] [--direction <direction> ...]
        [--condition <name=value> ...] [--valid-only] [--overwrite]
      """,
    discussion: """
      Levels, one table each:
        stride     one row per swing of a foot: the columns of strides.csv
        step       one row per step whose time is known (sensors on both feet)
        bout       one row per walking bout
        turn       one row per turn of 45° or more
        segment    one row per named segment and direction: strides, means, intervals
        session    one row per session, direction and conditions
        measure    one row per such walking and measure: n, mean, 95 % interval
        recording  one row per recording, to check a study: length, gaps, strides
                   seen, measured and excluded by reason, and codes of warnings

      Without --level, the tables are those of strides and recordings.

      Each table has the person, session, day, conditions (surface, incline, aid,
      sensors) and all details of recording.json and participants.tsv. The tables
      come with dictionary.csv, dictionary.json, datapackage.json and references.bib.
      An empty cell was not measured; it never means zero. Parquet and HDF5 keep
      column types. CSV does not: read the types from the dictionary, or a person
      called 007 becomes 7.

      --format bids writes a BIDS derivative data set instead: a folder per person
      and session, JSON files that describe the columns, and a README with methods.

      EXAMPLES
        retrogait export --from results --output tables
        retrogait export --store clinic.sqlite --level stride session \\
          --format parquet --direction backward --output tables
      """)

  @Option(help: ArgumentHelp("A folder that 'analyze' wrote.", valueName: "dir"))
  var from: String?

  @Option(help: ArgumentHelp("A store of 'history' instead.", valueName: "file"))
  var store: String?

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var output: String

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("What each row describes.", valueName: "level"))
  var level: [TableLevel] = []

  @Option(help: "csv, parquet, hdf5 for one file, or bids for a data set.")
  var format: ExportFormat = .csv

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Only these people.", valueName: "id"))
  var subject: [String] = []

  @Option(help: ArgumentHelp("Only recordings from this day on.", valueName: "day"))
  var since: CalendarDay?

  @Option(help: ArgumentHelp("Only recordings up to this day.", valueName: "day"))
  var until: CalendarDay?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only walking forward, backward, sideways or in_place.", valueName: "direction"))
  var direction: [Direction] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only recordings with this value, as in surface=treadmill or age=70.", valueName: "name=value"))
  var condition: [TableFilter.Condition] = []

  @Flag(help: "Only strides in which everything could be measured.")
  var validOnly = false

  @Flag(help: "Replace files that are not such tables.")
  var overwrite = false

  func validate() throws {
    guard (from == nil) != (store == nil) else {
      throw ValidationError("Name either a folder with --from or a store with --store.")
    }
    guard !output.isEmpty else { throw ValidationError("--output is empty; name the folder to write to.") }
    guard Set(level).count == level.count else { throw ValidationError("--level names a level twice.") }
    if let since, let until, since > until {
      throw ValidationError("--since \(since) is after --until \(until).")
    }
    guard format != .bids || !overwrite else {
      throw ValidationError("--overwrite is not for --format bids, which replaces its own data sets only.")
    }
    if validOnly, let other = level.first(where: { ![.stride, .step, .recording].contains($0) }) {
      throw ValidationError("--valid-only is of strides and steps, not of --level \(other.rawValue).")
    }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    var export = DataExport(from: from.map { .results($0) } ?? .store(store ?? ""), to: output)
    if !level.isEmpty { export.levels = level }
    if let table = format.table { export.format = table }
    export.filter.subjects = subject
    export.filter.since = since
    export.filter.until = until
    export.filter.directions = direction
    export.filter.conditions = condition
    export.filter.validOnly = validOnly
    export.overwrite = overwrite
    do throws(ExportError) {
      for table in format == .bids ? try export.writeBIDS() : try export.write() {
        console.message("\(table.file): \(PlainNumbers.count(table.rows, "row"))")
      }
    } catch {
      console.error(error.description)
      throw error.exitCode
    }
    console.result(exactly: output)
  }
}

extension ExportError {
  var exitCode: ExitCode {
    switch self {
    case .store(let error): error.exitCode
    case .results(let error): error.exitCode
    case .nothing: .unusableInput
    case .unknownCondition: .validationFailure
    case .notWritable: .inputOutput
    case .notEncoded: .defect
    }
  }
}

extension TableLevel: ExpressibleByArgument {}

/// How an export is written: tables of one form, or a data set.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, parquet, hdf5, bids

  /// `nil` for a data set.
  var table: TableFormat? { TableFormat(rawValue: rawValue) }
}

extension Direction: ExpressibleByArgument {}

extension TableFilter.Condition: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) {
    guard argument.count == "2026-09-07".count else { return nil }
    self.init(argument)
  }
}
