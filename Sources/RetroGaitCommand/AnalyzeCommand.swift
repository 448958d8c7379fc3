import ArgumentParser
import RetroGait

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Find the strides of recordings, and write tables and a report.",
    usage: "retrogait analyze <recording> ... --output <dir> [<options>]",
    discussion: """
      A recording is a folder with one file per sensor, named after where the
      sensor was worn (left_foot.csv, right_foot.csv, lower_back.h5), and an
      optional recording.json. It can also be one file with all sensors, or the
      export of an app or a sensor system. Files are recognized by their content.
      Names may be spelled differently (Left Foot.csv, LF.csv). Files that share
      the rest of their name belong together (P07_left_foot.csv,
      P07_right_foot.csv). A folder of recordings is searched at any depth.
      manifest.csv lists what was not used, with the reason. A file that looks like
      a recording but was not used is also named at the end; the exit code is then
      65.

      A table whose column names give quantity, axis and unit is read directly. For
      any other table, --map describes the columns:
      'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'. A column is a number from 1, or a
      name (in quotes if it contains spaces). Units of time are s, ms, us, ns, min,
      d, or text for dates and times of day. Other units are g, mg or m/s2, and
      deg/s or rad/s. A divisor converts counts (g/2048). time=1:100Hz is a sample
      counter and its rate; rate=100 replaces a time column. If one table holds
      several sensors, put the placement before each part: left_foot.acc=2,3,4:g.
      --map FILE reads the same parts from a YAML file, one per line:
        time: 1:ms
        acc: 2,3,4:g
        gyr: 5,6,7:deg/s

      A table beside the recording divides it into named segments. It is
      segments.csv with start,end,label (seconds on the recording's clock), or
      events.tsv of BIDS. For a file walk.csv it is walk_segments.csv or
      walk_events.tsv. --segments selects another table. Each stride that lies fully
      within a segment carries its name, in all tables and in summary.json. --from
      and --to restrict the results to a part of one recording. The orientation of
      the sensors is always found from the whole recording.

      Each recording gets a folder below the output, with strides.csv, events.csv,
      bouts.csv, turns.csv, measures.csv, summary.json and curves.npy. measures.csv
      has every measure with its 95 % interval; 'retrogait measures' defines them.
      curves.npy holds the signals and path of each stride, for NumPy and for
      'history add'. Finished recordings are skipped until the recording, the
      settings or the program change. manifest.csv lists the outcome of each
      recording. report.html covers all finished recordings of up to 50 people; its
      path is printed.

      --print-settings prints every constant of the analysis with its meaning.
      --settings FILE takes the constants that a study changes. summary.json records
      the changes.

      Exit codes: 0 all done, 64 wrong usage, 65 a recording could not be used (the
      others are written), 70 a defect, 74 a file could not be read or written,
      130 interrupted (finished recordings stay).

      EXAMPLE
        retrogait analyze walks/ --output results --jobs 2
      """,
    aliases: ["analyse"])

  @Argument(help: ArgumentHelp("Folders or files with recordings.", valueName: "recording"))
  var recordings: [String] = []

  @Option(name: .customLong("output"), help: ArgumentHelp("Folder to write to.", valueName: "dir"))
  var outputFolder: String?

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var constants: AnalysisOptions

  @Option(
    name: .customLong("segments"),
    help: ArgumentHelp(
      "Table that cuts one recording into named parts: start,end,label. (default: segments.csv or events.tsv beside it)",
      valueName: "file"))
  var segmentsFile: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Evaluate one recording from this time on, in seconds.", valueName: "s"))
  var from: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Evaluate one recording up to this time, in seconds.", valueName: "s"))
  var to: Double?

  @Flag(help: "Print all constants of the analysis and their meaning in that format, and exit.")
  var printSettings = false

  @Option(help: ArgumentHelp("Recordings to analyze at the same time. (default: one per core)", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Analyze finished recordings again.")
  var force = false

  @Flag(help: "Replace a manifest.csv or report.html that RetroGait did not write.")
  var overwrite = false

  @Flag(help: "Do not write report.html.")
  var noReport = false

  @Option(help: "Language of report.html.")
  var language: Language = .english

  @Flag(help: "Print errors only.")
  var quiet = false

  @Flag(help: "Print what was found in each recording, also on a terminal.")
  var verbose = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
    // A script's variable that is not set gives an empty text.
    guard outputFolder != "" else { throw ValidationError("--output is empty; name the folder to write to.") }
    guard printSettings || !recordings.isEmpty else {
      throw ValidationError("Missing expected argument '<recording> ...'; name the folders or files to analyze.")
    }
    guard printSettings || outputFolder != nil else {
      throw ValidationError("Missing expected argument '--output <dir>'; name the folder to write to.")
    }
    guard !recordings.contains("") else { throw ValidationError("A recording's path is empty; name a folder or file.") }
    for (name, time) in [("--from", from), ("--to", to)] {
      if let time, !time.isFinite { throw ValidationError("\(name) must be seconds, such as 92.5, not \(time).") }
    }
    if let from, let to, to <= from {
      throw ValidationError("--to must be after --from: found --from \(from) and --to \(to).")
    }
    guard segmentsFile == nil || evaluated == nil else {
      throw ValidationError("--segments excludes --from and --to; add a segment for the time that counts.")
    }
    guard segmentsFile != "" else { throw ValidationError("--segments is empty; name the table of segments.") }
    guard !(quiet && verbose) else { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  private var output: String { outputFolder ?? "" }

  private var evaluated: EvaluatedTime? {
    from == nil && to == nil ? nil : EvaluatedTime(from: from, to: to)
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let analysis = try constants.analysis()
    if printSettings {
      console.result(exactly: SettingsDocument(analysis).yaml)
      return
    }
    var ingest = try reading.ingest()
    ingest.segmentsFile = segmentsFile
    ingest.evaluated = evaluated
    let found = RecordingFinder(options: ingest, excluding: [output]).find(at: recordings)
    if found.recordings.count > 1, segmentsFile != nil || evaluated != nil {
      throw ValidationError(
        "--segments, --from and --to are times of one recording: found \(found.recordings.count). Name one recording, or "
          + "put a segments.csv beside each.")
    }
    if !noReport { try checkReport(console: console) }
    let batch = BatchAnalysis(
      placements: reading.sensors?.placements, jobs: jobs ?? Self.coreCount, force: force, analysis: analysis,
      ingest: ingest, overwrite: overwrite)
    let (outcomes, isInterrupted) = try await run(batch, on: found, console: console)
    if isInterrupted {
      console.error(
        "interrupted after \(outcomes.count) of \(found.recordings.count) recordings; finished ones are kept")
      throw ExitCode.interrupted
    }
    tellUnused(found.unused, console: console)
    if !noReport { try writeReport(of: outcomes, console: console) }
    var codes = outcomes.compactMap(\.failure).map(\.exitCode.rawValue)
    if found.unused.contains(where: { $0.kind == .likelyRecording }) { codes.append(ExitCode.unusableInput.rawValue) }
    if let worst = codes.max() { throw ExitCode(worst) }
  }

  private static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Names what may be a recording and was not used, and counts the rest.
  private func tellUnused(_ unused: [UnusedInput], console: Console) {
    var others = 0
    for input in unused {
      let sentence = "\(input.path): not used, because \(input.reason)"
      switch input.kind {
      case .likelyRecording: console.error(sentence)
      case .notable: console.message(sentence)
      case .other: others += 1
      }
    }
    if others > 0 {
      let subject = others == 1 ? "1 other file or folder was" : "\(others) other files and folders were"
      console.message("\(subject) not used; see 'not used' in manifest.csv")
    }
  }

  private func run(
    _ batch: BatchAnalysis, on found: FoundRecordings, console: Console
  ) async throws -> (outcomes: [BatchAnalysis.Outcome], isInterrupted: Bool) {
    let progress = ProgressLines(total: found.recordings.count, console: console, isVerbose: verbose)
    var batch = batch
    batch.keepsResults = !noReport
    batch.progressed = { progress.progressed($0, $1) }
    let work = Task { [batch] in
      try await batch(found, output: output) { progress.finished($0) }
    }
    let interruption = Interruption { work.cancel() }
    do {
      let outcomes = try await work.value
      progress.close()
      return (outcomes, interruption.happened)
    } catch let error as BatchError {
      progress.close()
      console.error(error.description)
      throw error.exitCode
    }
  }

  private var report: ReportFile { ReportFile(path: "\(output)/report.html", overwrite: overwrite) }

  /// Told now, not after hours of analysis.
  private func checkReport(console: Console) throws {
    do throws(ReportError) { try report.check() } catch {
      console.error(error.description)
      throw error.exitCode
    }
  }

  /// The report on what was analyzed just now, and on what earlier runs have written.
  private func writeReport(of outcomes: [BatchAnalysis.Outcome], console: Console) throws {
    let known = outcomes.compactMap { outcome in outcome.analyzed.map { (outcome.row.recording, $0) } }
    do throws(ReportError) {
      try report.write(
        try AnalyzedFolder(path: output).recordings(known: Dictionary(known, uniquingKeysWith: { $1 })),
        language: language)
      console.result(exactly: report.path)
    } catch {
      switch error {
      case .nothingToReport: return
      case .tooManyPeople: console.message("retrogait: \(error.description)")
      case .unreadable, .closed, .noFolder, .notWritable:
        console.error(error.description)
        throw error.exitCode
      }
    }
  }
}

/// `left_foot,right_foot` as an option's value.
struct SensorList: ExpressibleByArgument {
  var placements: Set<Placement>

  init?(argument: String) {
    var placements: Set<Placement> = []
    for name in argument.split(separator: ",") {
      guard let placement = Placement(rawValue: String(name)) else { return nil }
      placements.insert(placement)
    }
    guard !placements.isEmpty else { return nil }
    self.placements = placements
  }
}

extension SensorAxis: ExpressibleByArgument {}

extension ToeAxes: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Placement: ExpressibleByArgument {}
