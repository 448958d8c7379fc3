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
      A recording is a folder that holds one file per sensor, named after where
      it was worn (left_foot.csv, right_foot.csv, lower_back.h5), and optionally
      recording.json; or one file that holds all sensors; or what an app or a set
      of sensors exported. Files are recognised by their content. Names may be
      spelled otherwise (Left Foot.csv, LF.csv), and what they share besides tells
      what belongs together (P07_left_foot.csv, P07_right_foot.csv). A folder of
      recordings stands for all of them, however deep they lie. What is not used
      stands in manifest.csv with the reason; if it looks like a recording, it is
      named at the end, and the exit code is 65.

      A table whose names tell quantity, axis and unit is read at once. Any other
      is read with --map, which says what its columns hold:
      'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'. Columns are numbers from 1, or
      names, in quotes if they hold blanks. Units are s, ms, us, ns, min, d or
      text (dates and times of day) for time, g, mg or m/s2, and deg/s or rad/s;
      counts are divided (g/2048). time=1:100Hz is a counter and its rate;
      rate=100 stands in place of time. Several sensors in one table have their
      placement before each part: left_foot.acc=2,3,4:g. --map FILE reads the
      same, one part a line, from a YAML file:
        time: 1:ms
        acc: 2,3,4:g
        gyr: 5,6,7:deg/s

      A table beside the recording cuts it into named parts: segments.csv with
      start,end,label (seconds on the recording's clock), or events.tsv of BIDS;
      beside a file walk.csv it is walk_segments.csv or walk_events.tsv. --segments
      names another. Strides, bouts and summary.json name the segment of each
      stride that lies wholly in one. --from and --to leave only a part of one
      recording in the results. How sensors sit is found from the whole recording.

      For each recording a folder is written below the output, with strides.csv,
      events.csv, bouts.csv, summary.json and curves.npy (signals and path of each
      stride, for NumPy and for 'history add'). Finished recordings are skipped
      until they, the settings or the program change. manifest.csv tells how each
      ended. report.html covers all finished recordings of up to 50 people; its
      path is printed.

      --print-settings prints every constant of the analysis with its meaning, and
      --settings FILE takes the ones that a study changes. summary.json records
      what was changed.

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
    help: ArgumentHelp("Second of one recording from which strides count.", valueName: "s"))
  var from: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Second of one recording up to which strides count.", valueName: "s"))
  var to: Double?

  @Flag(help: "Print all constants of the analysis with what they mean, as such a file, and end.")
  var printSettings = false

  @Option(help: ArgumentHelp("Recordings to analyze at the same time. (default: one per core)", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Analyze finished recordings again.")
  var force = false

  @Flag(help: "Replace a manifest.csv or report.html that this program has not written.")
  var overwrite = false

  @Flag(help: "Do not write report.html.")
  var noReport = false

  @Flag(help: "Print errors only.")
  var quiet = false

  @Flag(help: "Print what was found in each recording, on a terminal too.")
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
      try report.write(try AnalyzedFolder(path: output).recordings(known: Dictionary(known, uniquingKeysWith: { $1 })))
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
