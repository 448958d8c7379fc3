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

  /// Called from any thread with a recording's place in the list and the share of its samples that is analyzed, 0 to 1,
  /// as far as it is known before the end: of recordings so long that they are analyzed in chunks.
  public var progressed: (@Sendable (_ index: Int, _ share: Double) -> Void)?

  public init(
    placements: Set<Placement>? = nil, jobs: Int = 1, force: Bool = false,
    analysis: GaitAnalysis = GaitAnalysis(), ingest: IngestOptions = IngestOptions()
  ) {
    self.placements = placements
    self.jobs = jobs
    self.force = force
    self.analysis = analysis
    self.ingest = ingest
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
  }

  /// Analyzes `recordings` and writes `output/<recording>/` and `output/manifest.csv`.
  ///
  /// A task that is cancelled finishes no further recording; what is written stays, and the manifest covers it.
  ///
  /// - Parameters:
  ///   - recordings: Folders or files, each one recording, of which no two have the same name.
  ///   - output: The folder to write to; it is made if it does not exist.
  ///   - finished: Called once for each recording as it ends, in no particular order, never twice at the same time.
  /// - Returns: The outcomes in the order of `recordings`; fewer if the task was cancelled.
  /// - Throws: `BatchError` if two recordings share a name, if results would replace a recording, or if `output` cannot
  ///   be written.
  public func callAsFunction(
    _ recordings: [String], output: String, finished: (Outcome) -> Void = { _ in }
  ) async throws(BatchError) -> [Outcome] {
    let folder = OutputFolder(path: output)
    try checkNames(recordings)
    for path in recordings where folder.wouldReplace(recordingAt: path) {
      throw .outputOverRecording(path, output: output)
    }
    try folder.create()
    let settings = try usedSettings()
    var outcomes: [Outcome] = []
    await withTaskGroup(of: Outcome?.self) { group in
      var next = 0
      func startNext() {
        guard next < recordings.count, !Task.isCancelled else { return }
        let (index, path) = (next, recordings[next])
        next += 1
        group.addTask { analyze(path, index: index, into: folder, settings: settings) }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      while let result = await group.next() {
        if let outcome = result {
          finished(outcome)
          outcomes.append(outcome)
        }
        startNext()
      }
    }
    outcomes.sort { $0.index < $1.index }
    try folder.writeManifest(outcomes.map(\.row))
    return outcomes
  }

  /// Two recordings of one name would be written to one folder.
  private func checkNames(_ recordings: [String]) throws(BatchError) {
    var seen: [String: String] = [:]
    for path in recordings {
      let name = OutputFolder.name(ofRecordingAt: path)
      if let other = seen.updateValue(path, forKey: name) {
        throw .sameName(name, other, path)
      }
    }
  }

  /// What a result depends on besides the recording, as it stands in the summary.
  private func usedSettings() throws(BatchError) -> JSONValue {
    do {
      var used: [String: JSONValue] = [
        "analysis": try JSONValue(encoding: analysis),
        "sensors": .array((placements ?? Set(Placement.allCases)).sorted().map { .string($0.rawValue) }),
      ]
      let changed = SettingsDocument(analysis).changed
      if !changed.isEmpty { used["changed"] = .object(changed) }
      if let placement = ingest.placement { used["placement"] = .string(placement.rawValue) }
      if let mapping = ingest.mapping { used["map"] = .string(mapping.text) }
      return .object(used)
    } catch {
      throw .notExportable(recording: "settings", reason: "\(error)")
    }
  }

  /// - Returns: `nil` if the task was cancelled before anything was written.
  private func analyze(_ path: String, index: Int, into folder: OutputFolder, settings used: JSONValue) -> Outcome? {
    let name = OutputFolder.name(ofRecordingAt: path)
    do throws(BatchError) {
      guard !Task.isCancelled else { return nil }
      let program = ProgramVersion(name: RetroGaitVersion.name, version: RetroGaitVersion.current)
      if !force, let finished = folder.finishedSummary(of: name),
        finished.describes(inputs: try inputs(of: path), settings: used, program: program)
      {
        return Outcome(row: ManifestRow(skipped: finished), index: index)
      }
      guard let (recording, result) = try analyzed(path, index: index), !Task.isCancelled else { return nil }
      let export = RecordingExport(
        recording: recording, result: result, summary: WalkSummary(result), settings: used, program: program)
      try folder.write(export, name: name)
      return Outcome(
        row: ManifestRow(result, recording: recording), index: index,
        warnings: recording.warnings + result.warnings)
    } catch {
      let earlier = folder.finishedSummary(of: name) == nil ? "" : "; the results of an earlier run stay"
      return Outcome(
        row: ManifestRow(recording: name, status: .failed, message: error.description + earlier), failure: error,
        index: index)
    }
  }

  private func inputs(of path: String) throws(BatchError) -> [InputFile] {
    do throws(IngestError) {
      return try RecordingReader(options: ingest).inputs(at: path, placements: placements)
    } catch {
      throw .ingest(error)
    }
  }

  /// The recording at `path` and what is found in it, or `nil` if the task was cancelled.
  private func analyzed(
    _ path: String, index: Int
  ) throws(BatchError) -> (recording: Recording, result: GaitResult)? {
    do throws(IngestError) {
      var chunks = try RecordingReader(options: ingest).chunks(at: path, placements: placements)
      var analysis = ChunkedAnalysis(analysis)
      while !Task.isCancelled, let chunk = try chunks.next() {
        analysis.add(chunk)
        progressed?(index, chunks.shareRead)
      }
      return Task.isCancelled ? nil : analysis.result
    } catch {
      throw .ingest(error)
    }
  }
}

extension ManifestRow {
  /// The row of a recording that was finished by an earlier run.
  init(skipped summary: SummaryDocument) {
    let count = { (direction: Direction) in
      // Earlier builds of this version wrote the strides that count only.
      summary.stridesByDirection.map { $0[direction.rawValue] ?? 0 }
        ?? summary.directions[direction.rawValue]?.strides ?? 0
    }
    self.init(
      recording: summary.recording, status: .skipped, strides: summary.strides,
      forward: count(.forward), backward: count(.backward), seconds: summary.durationSeconds,
      message: summary.warnings.joined(separator: " "))
  }
}
