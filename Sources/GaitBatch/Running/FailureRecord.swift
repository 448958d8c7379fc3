import GaitMeasures
import OutputFiles
import RetroGait

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a recording has no results: a file of its own, so that tasks need not wait for each other to write it.
public struct FailureRecord: Sendable, Equatable, Codable {
  public var recording: String
  /// What it failed with: files, settings and version.
  public var key: ResultKey
  public var message: String
  /// Whether the file system refused, so that another try may help.
  public var isUnreadable: Bool

  enum CodingKeys: String, CodingKey {
    case recording, key, message
    case isUnreadable = "unreadable"
  }

  private static func path(of recording: String, in folder: BatchFolder) -> String {
    "\(folder.failures)/\(recording).json"
  }

  /// The failure of a recording, if there is one that can be read.
  static func read(_ recording: String, in folder: BatchFolder) -> FailureRecord? {
    FileManager.default.contents(atPath: path(of: recording, in: folder)).flatMap {
      try? JSONDecoder().decode(FailureRecord.self, from: $0)
    }
  }

  /// Removes the failure of a recording that succeeded.
  static func remove(_ recording: String, in folder: BatchFolder) {
    try? FileManager.default.removeItem(atPath: path(of: recording, in: folder))
  }

  func write(in folder: BatchFolder) throws(ShardError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do { bytes = Array(try encoder.encode(self)) + [UInt8(ascii: "\n")] } catch { throw .notEncoded("\(error)") }
    do throws(OutputError) {
      try OutputFile(new: Self.path(of: recording, in: folder), isDurable: true).write(bytes)
    } catch {
      throw .notWritable(path: error.path, reason: error.reason)
    }
  }
}
