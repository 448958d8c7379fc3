import GaitIngest
import GaitModel
import OutputFiles
import RetroGait

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Analyzes the recordings of one shard: those that have no result of this plan yet.
///
/// Any number of tasks may run any shards, the same ones too, at the same time on any machines: each result appears under
/// its name whole, and the same one whoever writes it.
public struct ShardRun: Sendable {
  private let state: BatchState
  public let shard: ShardNumber
  /// Recordings that are analyzed at the same time.
  public var jobs = 1

  /// - Throws: `ShardError` if the manifest cannot be used, or has no such shard.
  public init(_ shard: ShardNumber, of folder: BatchFolder) throws(ShardError) {
    let manifest = try BatchManifest(path: folder.manifest)
    guard shard.count == manifest.plan.shards, (1...shard.count).contains(shard.number) else {
      throw .noSuchShard(shard, shards: manifest.plan.shards)
    }
    self.shard = shard
    state = try BatchState(manifest, in: folder)
  }

  /// The number of recordings in the shard.
  public var count: Int { state.manifest.recordings(of: shard).count }

  /// How the shard ended.
  public struct Result: Sendable, Equatable {
    public var done = 0
    /// Done before, by an earlier task.
    public var skipped = 0
    public var failed = 0
    /// Of those failed, the ones whose files the file system refused, so that another try may help.
    public var unreadable = 0
    /// Whether the task was cancelled before the end.
    public var isUnfinished = false
    /// Whether running the shard again may complete it.
    public var isWorthAnotherTry: Bool { isUnfinished || unreadable > 0 }
  }

  /// Runs the shard.
  ///
  /// - Parameter finished: Called once for each recording as it ends, in no particular order, never twice at the same
  ///   time.
  /// - Throws: `ShardError` if something cannot be written: the shard stops at the first.
  public func callAsFunction(
    finished: (BatchAnalysis.Outcome) -> Void = { _ in }
  ) async throws(ShardError) -> Result {
    let folder = state.folder
    do throws(BatchError) { try folder.output.create() } catch { throw .batch(error) }
    do {
      try FileManager.default.createDirectory(atPath: folder.failures, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: folder.failures, reason: "\(error)")
    }
    let planned = state.manifest.recordings(of: shard)
    var result = Result()
    var failure: ShardError?
    func take(_ outcome: BatchAnalysis.Outcome) {
      guard failure == nil else { return }
      finished(outcome)
      let recording = planned[outcome.index]
      do throws(ShardError) {
        switch outcome.failure {
        case nil:
          FailureRecord.remove(recording.recording, in: folder)
          if outcome.row.status == .skipped { result.skipped += 1 } else { result.done += 1 }
        case .ingest(let error):
          result.failed += 1
          let isUnreadable = error.kind == .unreadable
          if isUnreadable { result.unreadable += 1 }
          try FailureRecord(
            recording: recording.recording, key: try state.key(of: recording), message: error.description,
            isUnreadable: isUnreadable
          ).write(in: folder)
        case .some(let error): throw .batch(error)
        }
      } catch {
        failure = error
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }
    let batch = try analysis(of: planned)
    do throws(BatchError) {
      let recordings = planned.map { FoundRecordings.Recording(path: $0.path, name: $0.recording) }
      let outcomes = try await batch.outcomes(of: recordings, into: folder.output, finished: take)
      result.isUnfinished = outcomes.count < planned.count
    } catch {
      throw .batch(error)
    }
    if let failure { throw failure }
    return result
  }

  /// The analysis of these recordings, which admits the files that were planned and no others.
  private func analysis(of planned: [PlannedRecording]) throws(ShardError) -> BatchAnalysis {
    let recording = try state.manifest.plan.recordingAnalysis()
    var batch = BatchAnalysis(
      placements: recording.placements, jobs: jobs, analysis: recording.analysis, ingest: recording.ingest)
    let known = Dictionary(planned.map { ($0.recording, $0) }, uniquingKeysWith: { first, _ in first })
    batch.admits = { (name, inputs) throws(BatchError) in
      guard let recording = known[name], recording.inputs != inputs else { return }
      throw .ingest(Self.changed(recording, now: inputs))
    }
    return batch
  }

  /// The error about files that are not those that were planned.
  private static func changed(_ recording: PlannedRecording, now inputs: [InputFile]) -> IngestError {
    let before = recording.inputs ?? []
    let changed =
      inputs.filter { !before.contains($0) }.map(\.file)
      + before.map(\.file).filter { name in
        !inputs.contains { $0.file == name }
      }
    return IngestError(
      .unusable, file: recording.path,
      found: recording.inputs == nil
        ? "files that could not be read when the batch was planned"
        : "other files than were planned: \(changed.joined(separator: ", "))",
      expected: "files that stay as they are from the plan on", advice: "run 'retrogait batch plan' again")
  }
}
