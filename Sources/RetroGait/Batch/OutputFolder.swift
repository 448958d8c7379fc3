import GaitCore
import GaitExport
import GaitIngest
import GaitMeasures
import GaitModel
import OutputFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder that a batch writes to: one folder per recording and a manifest.
public struct OutputFolder: Sendable {
  public static let manifestFile = "manifest.csv"

  public var path: String

  /// Whether a manifest is replaced that this program has not written.
  var overwrite: Bool

  /// Whether results are on the disk before they have their name, so that they outlive a loss of power; and whether other
  /// machines write here, so that what they have not finished is left alone.
  package var isShared = false

  public init(path: String, overwrite: Bool = false) {
    self.path = path
    self.overwrite = overwrite
  }

  /// Makes the folder if it does not exist, and sees that it can be written to.
  package func create() throws(BatchError) {
    var isFolder = false
    guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || isFolder else {
      throw .foreignFolder(path)
    }
    try writing(to: path) {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    // Told now, not after hours of analysis.
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw .notWritable(path: path, reason: "no permission, or a disk that is read-only")
    }
    try write { (file) throws(OutputError) in try file.check() }
    if !isShared { WholeFolder.removeLeftovers(in: path) }
  }

  /// Writes the files of a recording into a folder of its name, whole or not at all. Earlier results of that name are
  /// replaced.
  ///
  /// - Throws: `BatchError` if the name cannot be that of a folder, if something else stands in its place, or if it cannot
  ///   be written.
  public func write(_ recording: AnalyzedRecording) throws(BatchError) {
    let name = recording.summary.recording
    guard !["", ".", ".."].contains(name), !name.contains("/"), !name.contains("\0") else {
      throw .notExportable(recording: name, reason: "its name cannot be that of a folder")
    }
    try create()
    try replace(name, with: recording)
  }

  /// Writes the files of a recording whole or not at all: beside their place, then renamed.
  func replace(_ name: String, with recording: AnalyzedRecording) throws(BatchError) {
    let files: [ExportedFile]
    do {
      files = try RecordingExport(recording).files()
    } catch {
      throw .notExportable(recording: name, reason: "\(error)")
    }
    let place = "\(path)/\(name)"
    guard isOurs(place) else { throw .foreignFolder(place) }
    try writing(to: place) { try WholeFolder(parent: path, name: name, isDurable: isShared).replace(with: files) }
  }

  /// Whether nothing stands at `place` that this program has not written.
  private func isOurs(_ place: String) -> Bool {
    let manager = FileManager.default
    guard manager.fileExists(atPath: place) else { return true }
    guard let names = try? manager.contentsOfDirectory(atPath: place) else { return false }
    return names.isEmpty || names.contains(RecordingExport.summaryFile)
  }

  /// Whether the results of the recording at `input`, called `name`, would take the place of the recording itself.
  package func wouldReplace(recordingAt input: String, name: String) -> Bool {
    func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path }
    let results = resolved("\(path)/\(name)")
    return "\(resolved(input))/".hasPrefix("\(results)/")
  }

  /// The summary of a recording that was finished before, if there is a readable one.
  package func finishedSummary(of name: String) -> SummaryDocument? {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)/\(RecordingExport.summaryFile)") else {
      return nil
    }
    return try? SummaryDocument(json: Array(data))
  }

  private func write(_ body: (OutputFile) throws(OutputError) -> Void) throws(BatchError) {
    let mark = OutputFile.Mark.beginning(Manifest.columns.prefix(2).joined(separator: ","))
    do throws(OutputError) {
      try body(OutputFile(path: manifest, mark: mark, overwrite: overwrite))
    } catch {
      throw .notWritable(path: error.path, reason: error.reason)
    }
  }

  private var manifest: String { "\(path)/\(Self.manifestFile)" }

  /// The rows of earlier runs whose recordings' folders are still there.
  ///
  /// - Throws: `BatchError` if there is a manifest that cannot be read: its rows would be lost.
  func finishedRows() throws(BatchError) -> [ManifestRow] {
    let data = FileManager.default.contents(atPath: manifest)
    if data == nil, FileManager.default.fileExists(atPath: manifest) {
      throw .notWritable(path: manifest, reason: "the one that is there cannot be read")
    }
    guard let data, let earlier = try? Manifest(text: String(decoding: data, as: UTF8.self), file: manifest)
    else { return [] }
    return earlier.rows.filter {
      $0.status != .notUsed && FileManager.default.fileExists(atPath: "\(path)/\($0.recording)")
    }
  }

  /// Writes the manifest; rows of earlier runs stay where there are no new ones.
  func writeManifest(_ rows: [ManifestRow], keeping earlier: [ManifestRow]) throws(BatchError) {
    let current = Set(rows.map(\.recording))
    let all = earlier.filter { !current.contains($0.recording) } + rows
    try write { (file) throws(OutputError) in try file.write(Array(Manifest(rows: all).text.utf8)) }
  }

  private func writing(to path: String, _ body: () throws -> Void) throws(BatchError) {
    do {
      try body()
    } catch let error as OutputError {
      throw .notWritable(path: path, reason: error.reason)
    } catch {
      throw .notWritable(path: path, reason: systemReason(error))
    }
  }
}

extension SummaryDocument {
  /// Whether this is what analyzing `inputs` with `settings` by `program` would give again.
  package func describes(inputs: [InputFile], settings: JSONValue, program: ProgramVersion) -> Bool {
    self.inputs == inputs && self.settings == settings && self.program == program
  }
}
