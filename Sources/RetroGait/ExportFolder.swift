import FileDigest
import GaitTables
import OutputFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why tables could not be written.
public enum ExportError: Error, Sendable, CustomStringConvertible {
  case store(HistoryError)
  case results(ReportError)
  /// No recording, or none of `recordings` has a row of the level, under the filters.
  case nothing(recordings: Int, level: TableLevel?)
  case unknownCondition(String, known: [String])
  case notWritable(path: String, reason: String)
  /// A table could not be encoded; no input should cause it.
  case notEncoded(String)

  public var description: String {
    switch self {
    case .store(let error): error.description
    case .results(let error): error.description.replacing("report: ", with: "export: ")
    case .nothing(let recordings, let level):
      "export: found no \(level?.rawValue ?? "recording") that fits the filters among \(recordings) recordings; expected at "
        + "least one; leave out a filter" + (level == nil ? "" : " or this --level")
    case .unknownCondition(let name, let known):
      "--condition: found '\(PrintableText(name))'; expected one of "
        + known.map { "\(PrintableText($0))" }.joined(separator: ", ")
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)); check that the folder is yours and has space"
    case .notEncoded(let reason): "found a table that cannot be encoded, please report it: \(reason)"
    }
  }
}

/// The folder of an export, in which only files of an export are replaced.
struct ExportFolder {
  let path: String
  let overwrite: Bool

  /// Makes the folder if there is none, and sees that all `names` may be written, before anything is.
  func prepare(_ names: [String]) throws(ExportError) {
    var isFolder = false
    guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || isFolder else {
      throw .notWritable(path: path, reason: "a file is there; name another folder")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: path, reason: systemReason(error))
    }
    for name in names {
      do throws(OutputError) { try file(name).check() } catch { throw Self.failure(error) }
    }
  }

  /// Begins a file with `bytes`.
  func open(_ name: String, _ bytes: [UInt8]) throws(ExportError) -> ExportWriter {
    do throws(OutputError) {
      let writer = ExportWriter(try file(name).open())
      try writer.write(bytes)
      return writer
    } catch {
      throw Self.failure(error)
    }
  }

  private func file(_ name: String) -> OutputFile {
    let mark =
      name == DataExport.referencesFile
      ? (isBeginning: true, text: MethodsText.bibTeXMark) : TableSet.mark(of: name, program: RetroGaitVersion.name)
    return OutputFile(
      path: "\(path)/\(name)", mark: mark.isBeginning ? .beginning(mark.text) : .within(mark.text), overwrite: overwrite
    )
  }

  static func failure(_ error: OutputError) -> ExportError {
    .notWritable(path: error.path, reason: error.reason)
  }
}

/// A file of an export while it is written, with its length and its SHA-256.
final class ExportWriter {
  private let writer: OutputWriter
  private var digest = SHA256()
  private var length = 0

  init(_ writer: OutputWriter) {
    self.writer = writer
  }

  func append(_ bytes: [UInt8]) throws(ExportError) {
    do throws(OutputError) { try write(bytes) } catch { throw ExportFolder.failure(error) }
  }

  fileprivate func write(_ bytes: [UInt8]) throws(OutputError) {
    try writer.append(bytes)
    digest.update(data: bytes)
    length += bytes.count
  }

  /// Length in bytes and SHA-256 so far.
  var written: (bytes: Int, hash: String) { (length, digest.hexadecimal()) }

  /// Puts the file in its place.
  func finish() throws(ExportError) {
    do throws(OutputError) { try writer.finish() } catch { throw ExportFolder.failure(error) }
  }
}
