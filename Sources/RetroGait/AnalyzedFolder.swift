import GaitExport
import GaitReport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder that a batch wrote.
public struct AnalyzedFolder: Sendable {
  public var path: String

  public init(path: String) {
    self.path = path
  }

  /// The analyzed recordings in the folder, by name; or the one, if the folder is that of one recording.
  ///
  /// - Throws: `ReportError` if one cannot be read.
  public func recordings() throws(ReportError) -> [AnalyzedRecording] {
    if let recording = try recording(in: path) { return [recording] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw .unreadable(path: path, reason: "no folder that can be read")
    }
    var recordings: [AnalyzedRecording] = []
    for name in names {
      if let recording = try recording(in: "\(path)/\(name)") { recordings.append(recording) }
    }
    return recordings
  }

  /// The recording whose results `folder` holds, or `nil` if it holds none.
  private func recording(in folder: String) throws(ReportError) -> AnalyzedRecording? {
    let summaryPath = "\(folder)/\(RecordingExport.summaryFile)"
    guard let json = FileManager.default.contents(atPath: summaryPath) else { return nil }
    let stridesPath = "\(folder)/\(RecordingExport.stridesFile)"
    guard let table = FileManager.default.contents(atPath: stridesPath) else {
      throw .unreadable(path: stridesPath, reason: "nothing")
    }
    do {
      let strides = try StrideTable.strides(from: String(decoding: table, as: UTF8.self), file: stridesPath)
      return AnalyzedRecording(summary: try SummaryDocument(json: Array(json)), strides: strides)
    } catch let error as TableError {
      throw .unreadable(path: stridesPath, reason: "line \(error.line), column \(error.column): '\(error.found)'")
    } catch {
      throw .unreadable(path: summaryPath, reason: "JSON of another kind")
    }
  }
}
