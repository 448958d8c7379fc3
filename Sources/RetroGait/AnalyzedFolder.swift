import GaitExport
import GaitIngest
import GaitMeasures
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
  /// - Parameters:
  ///   - withCurves: Whether the curves of the strides are read too, as a store keeps them.
  ///   - known: Recordings by the names of their folders that need not be read.
  /// - Throws: `ReportError` if one cannot be read.
  public func recordings(
    withCurves: Bool = false, known: [String: AnalyzedRecording] = [:]
  ) throws(ReportError) -> [AnalyzedRecording] {
    var recordings: [AnalyzedRecording] = []
    for folder in try recordingFolders() {
      let name = folder.split(separator: "/").last.map(String.init) ?? folder
      if let known = known[name] {
        recordings.append(known)
      } else {
        recordings.append(try recording(in: folder, withCurves: withCurves))
      }
    }
    return recordings
  }

  /// The folders of the analyzed recordings in this one, by name; or the folder itself, if it is that of one recording.
  ///
  /// - Throws: `ReportError` if the folder cannot be read.
  public func recordingFolders() throws(ReportError) -> [String] {
    let files = FileManager.default
    func hasSummary(_ folder: String) -> Bool {
      files.fileExists(atPath: "\(folder)/\(RecordingExport.summaryFile)")
    }
    if hasSummary(path) { return [path] }
    /// Whether what is in it may not be seen: then it is not known to hold no results.
    func isClosed(_ entry: String) -> Bool {
      var isFolder = false
      let exists = files.fileExists(atPath: entry, isDirectory: &isFolder)
      return exists && isFolder && !files.isExecutableFile(atPath: entry)
    }
    do {
      return try FolderEntries.names(in: path).map { "\(path)/\($0)" }.filter { hasSummary($0) || isClosed($0) }
    } catch {
      throw .noFolder(path: path)
    }
  }

  /// The recording whose results `folder` holds.
  private func recording(in folder: String, withCurves: Bool) throws(ReportError) -> AnalyzedRecording {
    let summaryPath = "\(folder)/\(RecordingExport.summaryFile)"
    guard let json = FileManager.default.contents(atPath: summaryPath) else { throw .closed(path: summaryPath) }
    let stridesPath = "\(folder)/\(RecordingExport.stridesFile)"
    guard let table = FileManager.default.contents(atPath: stridesPath) else {
      throw FileManager.default.fileExists(atPath: stridesPath)
        ? .closed(path: stridesPath) : .unreadable(path: stridesPath, reason: "nothing")
    }
    // Absent where an earlier version wrote the folder.
    let curvesPath = "\(folder)/\(RecordingExport.curvesFile)"
    let curves = withCurves ? FileManager.default.contents(atPath: curvesPath) : nil
    if withCurves, curves == nil, FileManager.default.fileExists(atPath: curvesPath) { throw .closed(path: curvesPath) }
    do {
      let strides = try StrideTable.strides(from: String(decoding: table, as: UTF8.self), file: stridesPath)
      let summary = try SummaryDocument(json: Array(json))
      guard strides.count == summary.strides else {
        throw ReportError.unreadable(
          path: stridesPath, reason: "\(strides.count) rows, where \(summaryPath) counts \(summary.strides)")
      }
      return AnalyzedRecording(
        summary: summary, strides: strides,
        curves: try curves.map { try CurveTable.strides(from: Array($0), file: curvesPath) } ?? [])
    } catch let error as ReportError {
      throw error
    } catch let error as TableError {
      throw .unreadable(path: error.file, reason: "line \(error.line), column \(error.column): '\(error.found)'")
    } catch {
      throw .unreadable(path: summaryPath, reason: "JSON of another kind")
    }
  }
}
