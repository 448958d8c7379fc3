import GaitCore
import GaitExport
import GaitIngest
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder that a batch writes to: one folder per recording and a manifest.
public struct OutputFolder: Sendable {
  public static let manifestFile = "manifest.csv"

  public var path: String

  public init(path: String) {
    self.path = path
  }

  /// The name of the recording at `path`: its folder, or its file without extension, and its trial.
  public static func name(ofRecordingAt path: String) -> String {
    RecordingReader.name(ofRecordingAt: path)
  }

  /// Makes the folder if it does not exist, and sees that it can be written to.
  func create() throws(BatchError) {
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
  }

  /// Writes the files of a recording whole or not at all: beside their place, then renamed.
  func write(_ export: RecordingExport, name: String) throws(BatchError) {
    let files: [ExportedFile]
    do {
      files = try export.files()
    } catch {
      throw .notExportable(recording: name, reason: "\(error)")
    }
    let place = "\(path)/\(name)"
    guard isOurs(place) else { throw .foreignFolder(place) }
    try writing(to: place) { try WholeFolder(parent: path, name: name).replace(with: files) }
  }

  /// Whether nothing stands at `place` that this program has not written.
  private func isOurs(_ place: String) -> Bool {
    let manager = FileManager.default
    guard manager.fileExists(atPath: place) else { return true }
    guard let names = try? manager.contentsOfDirectory(atPath: place) else { return false }
    return names.isEmpty || names.contains(RecordingExport.summaryFile)
  }

  /// Whether the results of the recording at `input` would take the place of the recording itself.
  func wouldReplace(recordingAt input: String) -> Bool {
    func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path }
    let results = resolved("\(path)/\(Self.name(ofRecordingAt: input))")
    return "\(resolved(input))/".hasPrefix("\(results)/")
  }

  /// The summary of a recording that was finished before, if there is a readable one.
  func finishedSummary(of name: String) -> SummaryDocument? {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)/\(RecordingExport.summaryFile)") else {
      return nil
    }
    return try? SummaryDocument(json: Array(data))
  }

  /// Writes the manifest; rows of earlier runs stay as long as their recordings' folders do.
  func writeManifest(_ rows: [ManifestRow]) throws(BatchError) {
    let file = "\(path)/\(Self.manifestFile)"
    let manager = FileManager.default
    var all: [ManifestRow] = []
    if let data = manager.contents(atPath: file),
      let earlier = try? Manifest(text: String(decoding: data, as: UTF8.self), file: file)
    {
      let current = Set(rows.map(\.recording))
      all = earlier.rows.filter {
        !current.contains($0.recording) && manager.fileExists(atPath: "\(path)/\($0.recording)")
      }
    }
    all += rows
    try writing(to: file) {
      try Data(Manifest(rows: all).text.utf8).write(to: URL(filePath: file), options: .atomic)
    }
  }

  private func writing(to path: String, _ body: () throws -> Void) throws(BatchError) {
    do {
      try body()
    } catch {
      throw .notWritable(path: path, reason: systemReason(error))
    }
  }
}

extension SummaryDocument {
  /// Whether this is what analyzing `inputs` with `settings` by `program` would give again.
  func describes(inputs: [InputFile], settings: JSONValue, program: ProgramVersion) -> Bool {
    self.inputs == inputs && self.settings == settings && self.program == program
  }
}
