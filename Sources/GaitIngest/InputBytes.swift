import FileDigest
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The bytes of an input file.
struct InputBytes {
  let data: Data

  /// Maps or reads the file at `path`.
  init(path: String) throws(IngestError) {
    do {
      data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw IngestError(
        .unreadable, file: path, found: exists ? "a file that cannot be read" : "nothing", expected: "a readable file",
        advice: exists ? "check its permissions" : "check the path")
    }
  }

  /// SHA-256 as lower-case hexadecimal digits.
  var sha256: String {
    var hash = SHA256()
    data.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.hexadecimal()
  }

  /// Calls `body` with the bytes.
  func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) throws(IngestError) -> T) throws(IngestError) -> T {
    let result: Result<T, IngestError> = data.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      do throws(IngestError) {
        return .success(try body(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
