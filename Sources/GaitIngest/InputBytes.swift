import FileDigest
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of an input file.
struct InputBytes {
  let data: Data
  /// Lets go of what has been read, where the file is mapped.
  let pages: MappedPages?

  /// Maps or reads the file at `path`.
  init(path: String) throws(IngestError) {
    if let (data, pages) = Self.mapped(path) {
      (self.data, self.pages) = (data, pages)
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

  /// The file in the address space of this process, if it is a plain file with something in it.
  private static func mapped(_ path: String) -> (Data, MappedPages)? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let count = Int(status.st_size)
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { return nil }
    let data = Data(bytesNoCopy: start, count: count, deallocator: .custom { start, count in munmap(start, count) })
    return (data, MappedPages(start: UInt(bitPattern: start), count: count))
  }

  /// Bytes that are hashed before their memory is given back.
  private static let hashedAtOnce = 1 << 22

  /// SHA-256 as lower-case hexadecimal digits.
  var sha256: String {
    var hash = SHA256()
    data.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Self.hashedAtOnce) {
        let end = min(start + Self.hashedAtOnce, bytes.count)
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        pages?.release(start..<end)
      }
    }
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

/// The memory through which a mapped file is read.
///
/// The operating system counts every page of a mapped file that was touched as memory of the process; a page that is
/// given back is read from the file again if it is needed again.
struct MappedPages: Sendable {
  fileprivate let start: UInt
  fileprivate let count: Int

  /// The bytes of the file, valid as long as the `InputBytes` that they are of.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: UnsafePointer(bitPattern: start), count: count) }

  /// Gives back the pages that lie wholly within `range`, in bytes from the start of the file.
  func release(_ range: Range<Int>) {
    let page = Int(getpagesize())
    let first = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound >= count ? count : range.upperBound / page * page
    guard first < end, let address = UnsafeMutableRawPointer(bitPattern: start + UInt(first)) else { return }
    madvise(address, end - first, MADV_DONTNEED)
  }
}
