import GaitIngest
import GaitModel
import RetroGait

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds recordings, hashes their files and divides them into shards.
public struct BatchPlanner: Sendable {
  public var plan: BatchPlan
  /// The number of shards, or `nil` for the one that is proposed.
  public var shards: Int?
  /// Recordings that are hashed at the same time.
  public var jobs: Int

  public init(plan: BatchPlan = BatchPlan(), shards: Int? = nil, jobs: Int = 1) {
    self.plan = plan
    self.shards = shards
    self.jobs = jobs
  }

  /// What a recording is, and why its files could not be read.
  private struct Look: Sendable {
    var index: Int
    var recording: PlannedRecording
    var failure: String?
  }

  /// The manifest of what was found, and which recordings cannot be read as they are, a sentence each: they stay in the
  /// manifest, and become failed rows.
  ///
  /// - Throws: `ShardError` if there is nothing, if two recordings have one name or one file with samples, or if the number
  ///   of shards cannot be.
  public func callAsFunction(_ found: FoundRecordings) async throws(ShardError) -> (BatchManifest, failures: [String]) {
    guard !found.recordings.isEmpty else { throw .nothingFound }
    let analysis = try plan.recordingAnalysis()
    if let shards, !(1...found.recordings.count).contains(shards) {
      throw .wrongShardCount(found: shards, recordings: found.recordings.count)
    }
    var looks: [Look] = []
    await BoundedWork(jobs: jobs).run(found.recordings.count) { index in
      Self.look(at: found.recordings[index], index: index, by: analysis)
    } finished: {
      looks.append($0)
    }
    looks.sort { $0.index < $1.index }
    var recordings = looks.map(\.recording)
    let count = shards ?? ShardProposal.count(for: recordings)
    ShardProposal.assign(&recordings, to: count)
    var plan = plan
    plan.shards = count
    let unused = found.unused.map { BatchManifest.NotUsed(path: $0.path, reason: $0.reason) }
    let manifest = BatchManifest(plan: plan, recordings: recordings, unused: unused)
    try manifest.check()
    return (manifest, looks.compactMap(\.failure))
  }

  private static func look(
    at found: FoundRecordings.Recording, index: Int, by analysis: RecordingAnalysis
  ) -> Look {
    var recording = PlannedRecording(recording: found.name, path: found.path)
    do throws(BatchError) {
      let opened = try analysis.open(found.path, name: found.name)
      recording.bytes = Set(opened.samplePaths).reduce(0) { $0 + size(ofFileAt: $1) }
      recording.inputs = try analysis.inputs(of: opened)
      do throws(IngestError) {
        let details = try opened.namedDetails()
        recording.subject = details.subject
        recording.session = details.session
        recording.details = details.other.isEmpty ? nil : details.other
      } catch {
        throw .ingest(error)
      }
      return Look(index: index, recording: recording)
    } catch {
      return Look(index: index, recording: recording, failure: error.description)
    }
  }

  private static func size(ofFileAt path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
