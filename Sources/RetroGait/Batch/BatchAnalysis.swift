import GaitCore
import GaitExport
import GaitIngest
import GaitMeasures
import GaitModel

/// Analyzes many recordings and writes what was found of each into a folder of its own.
///
/// Whole recordings are handed to at most `jobs` workers; one recording is analyzed on one thread, so its outputs are
/// the same bytes whatever the number of workers. At most `jobs` recordings are in memory at once.
public struct BatchAnalysis: Sendable {
  /// The sensors to use, or `nil` for all.
  public var placements: Set<Placement>?
  /// The number of recordings that are analyzed at the same time.
  public var jobs: Int
  /// Whether finished recordings are analyzed again.
  public var force: Bool
  public var analysis: GaitAnalysis
  /// What the user says of files that do not say it themselves.
  public var ingest: IngestOptions
  /// Whether a `manifest.csv` is replaced that this program has not written.
  public var overwrite: Bool
  /// Whether outcomes hold what was found, for a report; it takes memory for every recording.
  public var keepsResults = false

  /// Seconds between two writings of the manifest while a batch runs; each takes time in proportion to its rows.
  private static let manifestInterval = Duration.seconds(1)

  /// Called from any thread with the name of a recording and the hashes of its files, before they are analyzed; what it
  /// throws is the recording's failure.
  package var admits: (@Sendable (_ name: String, _ inputs: [InputFile]) throws(BatchError) -> Void)?

  /// Called from any thread with a recording's place in the list and the share of its samples that is analyzed, 0 to 1,
  /// as far as it is known before the end: of recordings so long that they are analyzed in chunks.
  public var progressed: (@Sendable (_ index: Int, _ share: Double) -> Void)?

  public init(
    placements: Set<Placement>? = nil, jobs: Int = 1, force: Bool = false,
    analysis: GaitAnalysis = GaitAnalysis(), ingest: IngestOptions = IngestOptions(),
    overwrite: Bool = false
  ) {
    self.placements = placements
    self.jobs = jobs
    self.force = force
    self.analysis = analysis
    self.ingest = ingest
    self.overwrite = overwrite
  }

  /// How the work on one recording ended.
  public struct Outcome: Sendable {
    /// The row of the manifest.
    public var row: ManifestRow
    /// Why it failed, if it did.
    public var failure: BatchError?
    /// Place in the list of recordings, from 0.
    public var index: Int
    /// What the user should know of it, one sentence or more each, if it was analyzed just now.
    public var warnings: [String] = []
    /// What was found, without the curves of the strides, if it was analyzed just now and results are kept.
    public var analyzed: AnalyzedRecording?
  }

  /// Analyzes the recordings at `paths`, each named after its folder or file; see the other function of this name.
  public func callAsFunction(
    _ paths: [String], output: String, finished: (Outcome) -> Void = { _ in }
  ) async throws(BatchError) -> [Outcome] {
    try await self(FoundRecordings(paths: paths), output: output, finished: finished)
  }

  /// Analyzes recordings and writes `output/<recording>/` and `output/manifest.csv`.
  ///
  /// The manifest is written anew as each recording ends, so that it covers what is finished whatever happens to the
  /// process. A task that is cancelled finishes no further recording; what is written stays.
  ///
  /// - Parameters:
  ///   - found: Recordings, of which no two have the same name, and what is not used and stands in the manifest too.
  ///   - output: The folder to write to; it is made if it does not exist.
  ///   - finished: Called once for each recording as it ends, in no particular order, never twice at the same time.
  /// - Returns: The outcomes in the order of the recordings; fewer if the task was cancelled.
  /// - Throws: `BatchError` if two recordings share a name, if results would replace a recording, or if `output` cannot
  ///   be written.
  public func callAsFunction(
    _ found: FoundRecordings, output: String, finished: (Outcome) -> Void = { _ in }
  ) async throws(BatchError) -> [Outcome] {
    let recordings = found.recordings
    let folder = OutputFolder(path: output, overwrite: overwrite)
    try checkNames(recordings)
    for recording in recordings where folder.wouldReplace(recordingAt: recording.path, name: recording.name) {
      throw .outputOverRecording(recording.path, output: output)
    }
    try folder.create()
    let earlier = try folder.finishedRows()
    let unused = found.unused.map { ManifestRow($0) }
    var rows: [(index: Int, row: ManifestRow)] = []
    var failure: BatchError?
    var written = ContinuousClock.now - Self.manifestInterval
    func writeManifest() {
      let rows = rows.sorted { $0.index < $1.index }.map(\.row)
      do throws(BatchError) { try folder.writeManifest(rows + unused, keeping: earlier) } catch { failure = error }
    }
    let outcomes = try await outcomes(of: recordings, into: folder) { outcome in
      finished(outcome)
      rows.append((outcome.index, outcome.row))
      if ContinuousClock.now - written > Self.manifestInterval {
        writeManifest()
        written = .now
      }
    }
    writeManifest()
    if let failure { throw failure }
    return outcomes
  }

  /// Analyzes recordings and writes `folder/<recording>/`, without a manifest: what a batch and a shard have in common.
  ///
  /// - Parameter finished: Called once for each recording as it ends, in no particular order, never twice at the same
  ///   time.
  /// - Returns: The outcomes in the order of the recordings; fewer if the task was cancelled.
  /// - Throws: `BatchError` if the settings cannot be encoded.
  package func outcomes(
    of recordings: [FoundRecordings.Recording], into folder: OutputFolder, finished: (Outcome) -> Void
  ) async throws(BatchError) -> [Outcome] {
    let recordingAnalysis = RecordingAnalysis(placements: placements, analysis: analysis, ingest: ingest)
    let settings = try recordingAnalysis.usedSettings()
    var outcomes: [Outcome] = []
    await BoundedWork(jobs: jobs).run(recordings.count) { index -> Outcome? in
      analyze(recordings[index], by: recordingAnalysis, index: index, into: folder, settings: settings)
    } finished: { outcome in
      guard let outcome else { return }
      finished(outcome)
      outcomes.append(outcome)
    }
    return outcomes.sorted { $0.index < $1.index }
  }

  /// Two recordings of one name would be written to one folder.
  package func checkNames(_ recordings: [FoundRecordings.Recording]) throws(BatchError) {
    var seen: [String: String] = [:]
    for recording in recordings {
      if let other = seen.updateValue(recording.path, forKey: recording.name) {
        throw .sameName(recording.name, other, recording.path)
      }
    }
  }

  /// - Returns: `nil` if the task was cancelled before anything was written.
  private func analyze(
    _ recording: FoundRecordings.Recording, by analysis: RecordingAnalysis, index: Int, into folder: OutputFolder,
    settings used: JSONValue
  ) -> Outcome? {
    let name = recording.name
    do throws(BatchError) {
      guard !Task.isCancelled else { return nil }
      let opened = try analysis.open(recording.path, name: name)
      if let admits { try admits(name, try analysis.inputs(of: opened)) }
      if !force, let finished = folder.finishedSummary(of: name),
        finished.describes(inputs: try analysis.inputs(of: opened), settings: used, program: .current)
      {
        return Outcome(row: ManifestRow(finished, status: .skipped), index: index)
      }
      guard var analyzed = try analysis(opened, progressed: { progressed?(index, $0) }), !Task.isCancelled else {
        return nil
      }
      do throws(BatchError) {
        try folder.replace(name, with: analyzed)
      } catch {
        // Another task of the batch may have put the same results there at the same moment.
        let summary = analyzed.summary
        guard folder.isShared, let other = folder.finishedSummary(of: name),
          other.describes(inputs: summary.inputs, settings: summary.settings, program: summary.program)
        else { throw error }
      }
      // Most of a recording's bytes, and in no report.
      analyzed.curves = []
      return Outcome(
        row: ManifestRow(analyzed.summary, status: .done), index: index, warnings: analyzed.summary.warnings,
        analyzed: keepsResults ? analyzed : nil)
    } catch {
      let earlier = folder.finishedSummary(of: name) == nil ? "" : "; the results of an earlier run stay"
      return Outcome(
        row: ManifestRow(recording: name, status: .failed, message: error.description + earlier), failure: error,
        index: index)
    }
  }
}

extension ManifestRow {
  /// The row of a file or folder that was not used.
  init(_ unused: UnusedInput) {
    self.init(recording: unused.path, status: .notUsed, message: unused.reason)
  }

  /// The row of a recording that was finished, now or by an earlier run.
  package init(_ summary: SummaryDocument, status: Status) {
    let count = { (direction: Direction) in
      // Earlier builds of this version wrote the strides that count only.
      summary.stridesByDirection.map { $0[direction.rawValue] ?? 0 }
        ?? summary.directions[direction.rawValue]?.strides ?? 0
    }
    self.init(
      recording: summary.recording, status: status, strides: summary.strides,
      forward: count(.forward), backward: count(.backward), seconds: summary.durationSeconds,
      message: summary.warnings.joined(separator: " "))
  }
}
