import GaitExport
import GaitReport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a report could not be made.
public enum ReportError: Error, Sendable, CustomStringConvertible {
  /// A file of an analyzed recording is not what this program writes.
  case unreadable(path: String, reason: String)
  case notWritable(path: String, reason: String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): found \(reason); expected what 'retrogait analyze' writes; analyze the recording again with --force"
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)); check that the folder exists, is yours and has space"
    }
  }
}

/// A folder that a batch wrote.
public struct AnalyzedFolder: Sendable {
  /// More people than this make a report that no browser likes to open; then it must be asked for one by one.
  public static let mostPeople = 50

  public var path: String

  public init(path: String) {
    self.path = path
  }

  /// The analyzed recordings in the folder, by name.
  ///
  /// - Throws: `ReportError` if one cannot be read.
  public func recordings() throws(ReportError) -> [AnalyzedRecording] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw .unreadable(path: path, reason: "no folder that can be read")
    }
    var recordings: [AnalyzedRecording] = []
    for name in names {
      let summaryPath = "\(path)/\(name)/\(RecordingExport.summaryFile)"
      guard let json = FileManager.default.contents(atPath: summaryPath) else { continue }
      let stridesPath = "\(path)/\(name)/\(RecordingExport.stridesFile)"
      guard let table = FileManager.default.contents(atPath: stridesPath) else {
        throw .unreadable(path: stridesPath, reason: "nothing")
      }
      do {
        let strides = try StrideTable.strides(from: String(decoding: table, as: UTF8.self), file: stridesPath)
        recordings.append(AnalyzedRecording(summary: try SummaryDocument(json: Array(json)), strides: strides))
      } catch let error as TableError {
        throw .unreadable(path: stridesPath, reason: "line \(error.line), column \(error.column): '\(error.found)'")
      } catch {
        throw .unreadable(path: summaryPath, reason: "JSON of another kind")
      }
    }
    return recordings
  }

  /// Writes the report of the folder's recordings to `file`.
  ///
  /// - Parameter subject: Only this person's recordings, or `nil` for all.
  /// - Returns: Whether there was anything to report, and not too many people for one file.
  /// - Throws: `ReportError`.
  public func writeReport(to file: String, subject: String?) throws(ReportError) -> Bool {
    let recordings = try recordings().filter { subject == nil || $0.summary.subject == subject }
    let people = Set(recordings.map { $0.summary.subject ?? $0.summary.recording })
    guard !recordings.isEmpty, people.count <= Self.mostPeople else { return false }
    do {
      try Data(GaitReport(recordings: recordings).html().utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw .notWritable(path: file, reason: "\(error)")
    }
    return true
  }
}
