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

/// The memory that holds an input file: read as a whole if it is small, else mapped.
///
/// Pages of a mapped file that are touched count as memory of the process, and one that another program cuts off ends it
/// when it is touched (SIGBUS). What is read at length, rows and what is hashed, is therefore copied from the file piece by
/// piece (`copy`), and `check` is called before anything else is looked at.
struct FilePages: Sendable {
  /// Bytes up to which a file is read as a whole. Mapping is faster beyond: reading 29 MB of CSV as a whole takes a fifth
  /// more processor time than mapping it, most of it for memory that is touched first.
  static let readAtMost = 1 << 18

  let file: String
  private let start: UInt
  private let count: Int
  /// The file, if it is mapped.
  private let mapped: OpenFile?

  /// Whether there is something at `path` that is neither a plain file nor a folder.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// Reads or maps the file at `path`.
  ///
  /// - Returns: `nil` if it cannot be opened, is no plain file, or has nothing in it.
  /// - Throws: `IngestError` if it is cut while it is read.
  init?(path: String, readAtMost: Int) throws(IngestError) {
    let opened = OpenFile(path: path)
    guard let count = opened?.count, let opened, count > 0 else { return nil }
    file = path
    self.count = count
    if count <= readAtMost {
      guard let memory = malloc(count) else { return nil }
      let found = opened.read(count, from: 0, to: memory)
      guard found == count else {
        free(memory)
        throw Self.cut(path, from: count, to: found)
      }
      start = UInt(bitPattern: memory)
      mapped = nil
    } else {
      guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, opened.descriptor, 0), memory != MAP_FAILED
      else { return nil }
      start = UInt(bitPattern: memory)
      mapped = opened
    }
  }

  /// The bytes of the file, valid as long as the `InputBytes` that they are of.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: UnsafePointer(bitPattern: start), count: count) }

  /// The same bytes as a value that gives back the memory when it is gone.
  func owned() -> Data {
    guard let memory = UnsafeMutableRawPointer(bitPattern: start) else { return Data() }
    return Data(
      bytesNoCopy: memory, count: count,
      deallocator: mapped == nil ? .free : .custom { start, count in munmap(start, count) })
  }

  /// Whether the file is mapped, so that another program can take away its bytes.
  var isMapped: Bool { mapped != nil }

  /// Copies bytes of a mapped file from `offset` on to `target`, as many as there are.
  ///
  /// - Throws: `IngestError` if the file has been cut since it was opened.
  func copy(from offset: Int, to target: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
    let wanted = min(target.count, count - offset)
    guard let mapped, let memory = target.baseAddress, wanted > 0 else { return 0 }
    guard mapped.read(wanted, from: offset, to: memory) == wanted else {
      throw Self.cut(file, from: count, to: mapped.count ?? 0)
    }
    return wanted
  }

  /// Makes sure that the file has not been cut since it was opened.
  ///
  /// - Throws: `IngestError` if it has.
  func check() throws(IngestError) {
    guard let mapped else { return }
    let now = mapped.count ?? 0
    guard now >= count else { throw Self.cut(file, from: count, to: now) }
  }

  private static func cut(_ file: String, from before: Int, to now: Int) -> IngestError {
    IngestError(
      .unreadable, file: file, found: "\(now) bytes where there were \(before) when it was opened",
      expected: "a file that stays as it is while it is read",
      advice: "wait until it is completely written or copied, then read it again")
  }
}

/// A plain file that is open for reading until this is gone.
private final class OpenFile: Sendable {
  let descriptor: Int32

  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Its length in bytes now; `nil` if it is no plain file.
  var count: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Reads `count` bytes from `offset` on to `memory`; how many there were.
  func read(_ count: Int, from offset: Int, to memory: UnsafeMutableRawPointer) -> Int {
    var done = 0
    while done < count {
      let found = pread(descriptor, memory + done, count - done, off_t(offset + done))
      if found > 0 {
        done += found
      } else if found == 0 || errno != EINTR {
        break
      }
    }
    return done
  }
}
