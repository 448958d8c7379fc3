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
      of sensors exported. Files are recognised by their content. A folder of
      recordings stands for all of them.

      A text file of another layout is read with --map, which says what its
      columns hold: 'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'. Columns are numbers
      from 1 or names. Units are s, ms, us, ns or text (dates and times of day)
      for time, g or m/s2, and deg/s or rad/s; rate=100 in Hz stands in place of
      time. --map FILE reads the same, one part a line, from a YAML file:
        time: 1:ms
        acc: 2,3,4:g
        gyr: 5,6,7:deg/s

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

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Axis of a sensor on the lower back that points to the front. (default: front in recording.json, or else found)",
      valueName: "axis"))
  var front: SensorAxis?

  @Option(
    name: .customLong("settings"),
    help: ArgumentHelp("File with the constants of the analysis that a study changes.", valueName: "file"))
  var settingsFile: String?

  @Flag(help: "Print all constants of the analysis with what they mean, as such a file, and end.")
  var printSettings = false

  @Option(help: ArgumentHelp("Recordings to analyze at the same time. (default: one per core)", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Analyze finished recordings again.")
  var force = false

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
    guard !(quiet && verbose) else { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  private var output: String { outputFolder ?? "" }

  /// The constants to analyze with.
  ///
  /// - Throws: `ValidationError` if the file of settings cannot be used.
  private func analysis() throws -> GaitAnalysis {
    var analysis = GaitAnalysis()
    if let settingsFile {
      do throws(SettingsError) {
        analysis = try SettingsDocument(file: settingsFile).analysis
      } catch {
        throw ValidationError("--settings: \(error.description).")
      }
    }
    if let front { analysis.lowerBack.front = front }
    return analysis
  }

  func run() async throws {
    let console = Console(isQuiet: quiet)
    let analysis = try analysis()
    if printSettings {
      console.result(SettingsDocument(analysis).yaml)
      return
    }
    let paths = RecordingFinder().recordings(at: recordings)
    let ingest = try reading.ingest()
    let batch = BatchAnalysis(
      placements: reading.sensors?.placements, jobs: jobs ?? Self.coreCount, force: force, analysis: analysis,
      ingest: ingest)
    let (outcomes, isInterrupted) = try await run(batch, on: paths, console: console)
    if isInterrupted {
      console.error("interrupted after \(outcomes.count) of \(paths.count) recordings; finished ones are kept")
      throw ExitCode.interrupted
    }
    if !noReport { try writeReport(console: console) }
    if let worst = outcomes.compactMap(\.failure).map(\.exitCode.rawValue).max() { throw ExitCode(worst) }
  }

  private static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

  private func run(
    _ batch: BatchAnalysis, on paths: [String], console: Console
  ) async throws -> (outcomes: [BatchAnalysis.Outcome], isInterrupted: Bool) {
    let progress = ProgressLines(total: paths.count, console: console, isVerbose: verbose)
    var batch = batch
    batch.progressed = { progress.progressed($0, $1) }
    let work = Task { [batch] in
      try await batch(paths, output: output) { progress.finished($0) }
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

  private func writeReport(console: Console) throws {
    let path = "\(output)/report.html"
    do throws(ReportError) {
      try ReportFile(path: path).write(try AnalyzedFolder(path: output).recordings())
      console.result(path)
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

extension Placement: ExpressibleByArgument {}
