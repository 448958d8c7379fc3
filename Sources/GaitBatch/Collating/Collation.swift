import GaitExport
import GaitHistory
import GaitMeasures
import GaitModel
import GaitTables
import GaitWords
import OutputFiles
import RetroGait

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Puts the results of all shards together: one store, one table of features, one manifest, one table of quality and one
/// list of failures.
///
/// Recordings go in the order of the manifest, so the files are the same bytes whatever order the shards ran in.
public struct Collation: Sendable {
  private let state: BatchState
  private let folder: BatchFolder
  /// Whether files are replaced that were changed since they were collated.
  public var overwrite = false
  /// Whether the store keeps the curves of every stride, which are most of its bytes.
  public var keepsCurves = true

  public static let storeFile = "retrogait.sqlite"
  public static let tablesFolder = "tables"

  /// - Throws: `ShardError` if the manifest cannot be used.
  public init(of folder: BatchFolder) throws(ShardError) {
    self.folder = folder
    state = try BatchState(try BatchManifest(path: folder.manifest), in: folder)
  }

  /// What was put together.
  public struct Result: Sendable, Equatable {
    public var done = 0
    public var failed = 0
    /// Why recordings are not in the store, a sentence each.
    public var notInStore: [String] = []
    /// What the user should know of recordings in the store, a sentence each.
    public var warnings: [String] = []
  }

  /// Writes the folder `collated`, whole or not at all.
  ///
  /// - Throws: `ShardError` if a recording has neither results nor a failure, if one is there twice, or if something cannot
  ///   be read or written.
  public func callAsFunction() throws(ShardError) -> Result {
    try state.manifest.check()
    guard overwrite || CollationRecord.isUnchanged(folder.collated) else {
      throw .changedCollation(path: folder.collated)
    }
    try checkComplete()
    try checkResults()
    var result = Result()
    do {
      try WholeFolder(parent: folder.path, name: BatchFolder.collatedName, isDurable: true).replace { place in
        result = try write(into: place)
      }
    } catch let error as ShardError {
      throw error
    } catch let error as OutputError {
      throw .notWritable(path: folder.collated, reason: error.reason)
    } catch {
      throw .notWritable(path: folder.collated, reason: "\(error)")
    }
    return result
  }

  private func checkComplete() throws(ShardError) {
    let count = state.count()
    guard let first = count.firstMissing else { return }
    throw .unfinished(
      count: count.missing, of: state.manifest.recordings.count, other: count.other, shards: count.missingShards,
      first: first)
  }

  /// Makes sure that there are no results but those of the batch.
  private func checkResults() throws(ShardError) {
    let known = Set(state.manifest.recordings.map(\.recording))
    let folders: [String]
    do throws(ReportError) {
      folders = try AnalyzedFolder(path: folder.results).recordingFolders()
    } catch {
      throw .results(error)
    }
    let names = folders.compactMap { $0.split(separator: "/").last.map(String.init) }
    let strange = names.filter { !known.contains($0) }
    if let first = strange.first {
      throw .strangeResults(folder: folder.results, count: strange.count, first: first)
    }
  }

  /// Writes all files into the folder at `place`.
  private func write(into place: String) throws -> Result {
    var result = Result()
    var quality = QualityTable()
    var failures = FailureTable()
    var rows: [ManifestRow] = []
    try withStore(at: "\(place)/\(Self.storeFile)") { store in
      for recording in state.manifest.recordings {
        switch state.stand(of: recording) {
        case .done(let summary):
          guard summary.recording == recording.recording else {
            throw ShardError.renamedResult(folder: "\(folder.results)/\(recording.recording)", found: summary.recording)
          }
          let refusal = try add(recording, to: store, &result)
          quality.add(summary, refusal: refusal)
          rows.append(ManifestRow(summary, status: .done))
          result.done += 1
        case .failed(let failure):
          failures.add(failure, of: recording)
          quality.add(failure, of: recording)
          rows.append(ManifestRow(recording: recording.recording, status: .failed, message: failure.message))
          result.failed += 1
        case .missing: try checkComplete()
        }
      }
    }
    rows += state.manifest.unused.map { ManifestRow(recording: $0.path, status: .notUsed, message: $0.reason) }
    try write(Manifest(rows: rows).text, to: "\(place)/\(OutputFolder.manifestFile)")
    try write(quality.text, to: "\(place)/quality.csv")
    try write(failures.text, to: "\(place)/failures.csv")
    if result.done > result.notInStore.count { try writeFeatures(into: place) }
    let record = CollationRecord(
      program: .current, plannedAt: state.manifest.plan.plannedAt, recordings: rows.count, failed: failures.count,
      files: try CollationRecord.files(in: place))
    try write(String(decoding: try record.bytes(), as: UTF8.self), to: "\(place)/\(CollationRecord.file)")
    return result
  }

  /// Fills the store at `path` and puts it on the disk.
  private func withStore(at path: String, _ fill: (HistoryStore) throws -> Void) throws {
    try Self.closing(path, fill)
    guard let file = FileStream(path: path), file.sync() else {
      throw ShardError.notWritable(path: path, reason: "it cannot be put on the disk")
    }
  }

  /// The store is closed at the end, and its log is then part of it.
  private static func closing(_ path: String, _ fill: (HistoryStore) throws -> Void) throws {
    do {
      try fill(try HistoryStore(path: path, access: .writing))
    } catch let error as HistoryError {
      throw ShardError.history(error)
    }
  }

  /// Adds a recording to the store; why it was refused, or `nil`.
  private func add(
    _ recording: PlannedRecording, to store: HistoryStore, _ result: inout Result
  ) throws -> String? {
    let path = "\(folder.results)/\(recording.recording)"
    let analyzed: [AnalyzedRecording]
    do throws(ReportError) {
      analyzed = try AnalyzedFolder(path: path).recordings(withCurves: keepsCurves)
    } catch {
      throw ShardError.results(error)
    }
    for one in analyzed {
      do throws(HistoryError) {
        let added = try store.add(one, at: state.manifest.plan.plannedAt)
        result.warnings += added.warnings.map { "\(added.recording): \($0.words)" }
      } catch {
        switch error {
        case .noSubject, .unusableName, .sameWalk:
          result.notInStore.append(error.description)
          return error.description
        default: throw error
        }
      }
    }
    return nil
  }

  /// One row per session, direction and conditions: the features of each walk.
  private func writeFeatures(into place: String) throws {
    var export = DataExport(from: .store("\(place)/\(Self.storeFile)"), to: "\(place)/\(Self.tablesFolder)")
    export.levels = [.session]
    export.format = .parquet
    do throws(ExportError) {
      try export.write()
    } catch {
      // Nobody walked in any recording; the other tables say so.
      if case .nothing = error {} else { throw ShardError.export(error) }
    }
    // A reader leaves an empty log and an index of it.
    for name in CollationRecord.companions(of: Self.storeFile) {
      try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
    }
  }

  private func write(_ text: String, to path: String) throws {
    try OutputFile(new: path, isDurable: true).write(Array(text.utf8))
  }
}
