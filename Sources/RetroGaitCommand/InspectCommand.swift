import ArgumentParser
import RetroGait

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what recordings hold, and what analyze would do with them.",
    usage: "retrogait inspect <recording> ... [--json] [--plot <file.svg>]",
    discussion: """
      Shows the format of the files and how it was recognized. Of each sensor, shows
      placement, samples, sampling rate, gaps, clock, ranges and clipping. Shows the
      columns used with their units and first values, and signals that never change.
      Shows rest, gravity, the shape of both signals, and any doubts about them. Ends
      with what 'analyze' would do. Nothing is measured, and nothing is written but
      the plot.

      Exit codes are those of 'analyze': 65 if it would reject a recording.

      EXAMPLE
        retrogait inspect walks/ --plot overview.svg
      """)

  @Argument(help: ArgumentHelp("Folders or files with recordings.", valueName: "recording"))
  var recordings: [String]

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Print one JSON array instead of text.")
  var json = false

  @Option(help: ArgumentHelp("Draw the signals of one recording to this SVG file.", valueName: "file"))
  var plot: String?

  @Flag(help: "Replace a file that is not a plot of RetroGait.")
  var overwrite = false

  func validate() throws {
    guard !recordings.contains("") else { throw ValidationError("A recording's path is empty; name a folder or file.") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    let ingest = try reading.ingest()
    let found = RecordingFinder(options: ingest).find(at: recordings)
    let paths = found.recordings.map(\.path)
    if plot != nil, paths.count != 1 {
      throw ValidationError("--plot draws one recording, and \(paths.count) were found.")
    }
    let inspector = RecordingInspector(options: ingest)
    var inspections: [RecordingInspection] = []
    var worst: ExitCode?
    for path in paths {
      let inspected = inspector.inspect(path, placements: reading.sensors?.placements)
      if !json {
        if path != paths.first { console.result("") }
        let lines = InspectionText().lines(of: inspected.inspection, drawing: inspected.recording)
        for line in lines { console.result(line) }
      }
      if json { inspections.append(inspected.inspection) }
      if let error = inspected.error {
        console.error(error.description)
        worst = max(worst ?? .success, error.exitCode)
      }
      if let plot, let recording = inspected.recording { try draw(recording, to: plot, console: console) }
    }
    for input in found.unused where input.kind == .likelyRecording {
      console.error("\(input.path): not used, because \(input.reason)")
      worst = max(worst ?? .success, .unusableInput)
    }
    if json { console.result(exactly: try InspectionJSON().text(of: inspections)) }
    if let worst { throw worst }
  }

  private func draw(_ recording: Recording, to path: String, console: Console) throws {
    do throws(IngestError) {
      try SignalPlotFile(path: path, overwrite: overwrite).write(recording)
    } catch {
      console.error(error.description)
      throw error.exitCode
    }
  }
}

private func max(_ a: ExitCode, _ b: ExitCode) -> ExitCode { a.rawValue >= b.rawValue ? a : b }
