import GaitMeasures
import GaitModel
import RetroGait

/// What has become of the recordings of a batch, as its folder shows it now.
public struct BatchState: Sendable {
  public let folder: BatchFolder
  public let manifest: BatchManifest
  private let settings: JSONValue

  /// - Throws: `ShardError` if the settings of the manifest cannot be used.
  public init(_ manifest: BatchManifest, in folder: BatchFolder) throws(ShardError) {
    self.manifest = manifest
    self.folder = folder
    settings = try manifest.plan.usedSettings()
  }

  /// How the work on a recording stands.
  public enum Stand: Sendable {
    case done(SummaryDocument)
    case failed(FailureRecord)
    /// Nothing is there of these files, settings and version; `isOther` if there is something of others.
    case missing(isOther: Bool)
  }

  /// How the work on a recording stands.
  public func stand(of recording: PlannedRecording) -> Stand {
    let summary = folder.output.finishedSummary(of: recording.recording)
    if let summary, let inputs = recording.inputs,
      summary.describes(inputs: inputs, settings: settings, program: manifest.plan.program)
    {
      return .done(summary)
    }
    let failure = FailureRecord.read(recording.recording, in: folder)
    if let failure, let key = try? key(of: recording), failure.key == key { return .failed(failure) }
    return .missing(isOther: summary != nil || failure != nil)
  }

  func key(of recording: PlannedRecording) throws(ShardError) -> ResultKey {
    do {
      return try ResultKey(inputs: recording.inputs, settings: settings, program: manifest.plan.program)
    } catch {
      throw .notEncoded("\(error)")
    }
  }

  /// How many recordings are done, failed and missing.
  public struct Count: Sendable, Equatable {
    public var done = 0
    public var failed = 0
    /// Of those failed, the ones whose files the file system refused, though they could be read for the plan: another try
    /// may help.
    public var unreadable = 0
    public var missing = 0
    /// Of those missing, the ones with results of other files, settings or versions.
    public var other = 0
    /// The shards of those missing and of those unreadable.
    public var missingShards = ShardList([])
    /// The name of the first that is missing.
    public var firstMissing: String?
  }

  /// Counts all recordings.
  public func count() -> Count {
    var count = Count()
    var shards: Set<Int> = []
    for recording in manifest.recordings {
      switch stand(of: recording) {
      case .done: count.done += 1
      case .failed(let failure):
        count.failed += 1
        // What the plan could not read is refused until it is planned again.
        if failure.isUnreadable, recording.inputs != nil {
          count.unreadable += 1
          shards.insert(recording.shard)
        }
      case .missing(let isOther):
        count.missing += 1
        if isOther { count.other += 1 }
        shards.insert(recording.shard)
        count.firstMissing = count.firstMissing ?? recording.recording
      }
    }
    count.missingShards = ShardList(shards)
    return count
  }
}

extension BatchPlan {
  /// The analysis of one recording, as the plan says.
  ///
  /// - Throws: `ShardError` if the mapping is not one of this version.
  func recordingAnalysis() throws(ShardError) -> RecordingAnalysis {
    do throws(ColumnMapping.Fault) {
      return RecordingAnalysis(placements: sensors.map { Set($0) }, analysis: analysis, ingest: try ingest())
    } catch {
      throw .unusablePlan(reason: error.description)
    }
  }

  /// The settings, as they stand in the summary of each result.
  fileprivate func usedSettings() throws(ShardError) -> JSONValue {
    let analysis = try recordingAnalysis()
    do throws(BatchError) { return try analysis.usedSettings() } catch { throw .batch(error) }
  }
}
