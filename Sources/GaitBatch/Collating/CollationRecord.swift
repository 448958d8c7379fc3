import FileDigest
import GaitMeasures

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `collation.json`: what was put together, and the length and SHA-256 of each file, by which one that was changed since is
/// known.
struct CollationRecord: Equatable, Codable {
  static let file = "collation.json"

  var program: ProgramVersion
  var plannedAt: String
  var recordings: Int
  var failed: Int
  var files: [File]

  struct File: Equatable, Codable {
    var file: String
    var bytes: Int
    var sha256: String
  }

  enum CodingKeys: String, CodingKey {
    case program, recordings, failed, files
    case plannedAt = "planned_at"
  }

  /// Bytes that are hashed at once.
  private static let hashedAtOnce = 1 << 20

  /// The files in `folder`, by path, without the record itself.
  static func files(in folder: String) throws -> [File] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    return try paths.compactMap { path in
      var isFolder = false
      guard path != file, FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder
      else { return nil }
      return try described(path, in: folder)
    }
  }

  private static func described(_ path: String, in folder: String) throws -> File {
    guard let bytes = FileStream(path: "\(folder)/\(path)") else { throw CocoaError(.fileReadUnknown) }
    var hash = SHA256()
    var count = 0
    while let piece = bytes.next(hashedAtOnce) {
      hash.update(data: piece)
      count += piece.count
    }
    return File(file: path, bytes: count, sha256: hash.hexadecimal())
  }

  /// What SQLite writes beside a store that is open: its log, and an index of the log.
  static func companions(of store: String) -> [String] { ["\(store)-wal", "\(store)-shm"] }

  /// Whether `folder` is as the record in it says, or there is nothing: Snakemake makes an empty folder beforehand.
  static func isUnchanged(_ folder: String) -> Bool {
    guard FileManager.default.fileExists(atPath: folder) else { return true }
    if (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true { return true }
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"),
      let record = try? JSONDecoder().decode(CollationRecord.self, from: data)
    else { return false }
    // Looking into the store leaves an empty log.
    let companions = companions(of: Collation.storeFile)
    let now = try? files(in: folder).filter { file in
      !companions.contains(file.file) || file.file == companions[0] && file.bytes > 0
    }
    return now == record.files
  }

  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
