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
  /// The memory of `data`; `nil` where there are no bytes.
  let pages: FilePages?
  /// The file as it was before it was opened; `nil` if the bytes are not a file's.
  private let stamp: FileStamp?
  private let path: String

  /// Reads or maps the file at `path`.
  ///
  /// - Parameter readAtMost: Bytes up to which it is read as a whole.
  init(path: String, readAtMost: Int = FilePages.readAtMost) throws(IngestError) {
    self.path = path
    stamp = FileStamp(path: path)
    // Opening a pipe waits for somebody to write to it, and a device may have no end.
    guard !FilePages.isSpecial(path) else {
      throw IngestError(
        .unreadable, file: path, found: "a pipe or a device", expected: "a file on a disk",
        advice: "save what comes from it to a file")
    }
    if let pages = try FilePages(path: path, readAtMost: readAtMost) {
      data = pages.owned()
      self.pages = pages
      return
    }
    do {
      data = try Data(contentsOf: URL(filePath: path))
      pages = nil
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw IngestError(
        .unreadable, file: path, found: exists ? "a file that cannot be read" : "nothing", expected: "a readable file",
        advice: exists ? "check its permissions" : "check the path")
    }
  }

  /// Takes bytes that were read from elsewhere, such as an archive.
  init(_ content: [UInt8]) {
    data = Data(content)
    pages = nil
    stamp = nil
    path = ""
  }

  /// Bytes that are hashed at once.
  private static let hashedAtOnce = 1 << 18

  /// SHA-256 as lower-case hexadecimal digits.
  ///
  /// - Throws: `IngestError` if the file has been cut since it was opened.
  func sha256() throws(IngestError) -> String {
    var hash = SHA256()
    guard let pages, pages.isMapped else {
      data.withUnsafeBytes { hash.update(bufferPointer: $0) }
      return hash.hexadecimal()
    }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.hashedAtOnce, alignment: 16)
    defer { piece.deallocate() }
    var done = 0
    while done < data.count {
      let read = try pages.copy(from: done, to: piece)
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: piece[..<read]))
      done += read
    }
    return hash.hexadecimal()
  }

  /// Makes sure that nothing has been written to the file since it was opened, so that what was hashed is what was read.
  ///
  /// - Throws: `IngestError` if it has been changed or replaced.
  func checkUnchanged() throws(IngestError) {
    guard let stamp, FileStamp(path: path) != stamp else { return }
    throw IngestError(
      .unreadable, file: path, found: "a file that was written to, or replaced, while it was read",
      expected: "a file that does not change",
      advice: "wait until it is completely written or copied, then read it again")
  }

  /// Calls `body` with the bytes.
  ///
  /// - Throws: What `body` throws, or `IngestError` if the file has been cut since it was opened.
  func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) throws(IngestError) -> T) throws(IngestError) -> T {
    try pages?.check()
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
