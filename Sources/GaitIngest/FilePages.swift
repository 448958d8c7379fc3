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
/// The operating system counts every page of a mapped file that was touched as memory of the process; a page that is
/// given back is read from the file again if it is needed again. A page that another program cuts off ends the process
/// when it is touched (SIGBUS); `check` is therefore called before each block of bytes. Only a cut in the moment (some
/// 0.1 ms) in which a block is worked on is not seen.
struct FilePages: Sendable {
  /// Bytes up to which a file is read as a whole. Mapping is faster beyond: reading 29 MB of CSV as a whole takes a fifth
  /// more processor time than mapping it, most of it for memory that is touched first.
  static let readAtMost = 1 << 18

  private let file: String
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
      let found = opened.read(count, to: memory)
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

  /// Makes sure that the file has not been cut since it was opened.
  ///
  /// - Throws: `IngestError` if it has.
  func check() throws(IngestError) {
    guard let mapped else { return }
    let now = mapped.count ?? 0
    guard now >= count else { throw Self.cut(file, from: count, to: now) }
  }

  /// Gives back the pages that lie wholly within `range`, in bytes from the start of the file.
  func release(_ range: Range<Int>) {
    guard mapped != nil else { return }
    let page = Int(getpagesize())
    let first = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound >= count ? count : range.upperBound / page * page
    guard first < end, let address = UnsafeMutableRawPointer(bitPattern: start + UInt(first)) else { return }
    madvise(address, end - first, MADV_DONTNEED)
  }

  private static func cut(_ file: String, from before: Int, to now: Int) -> IngestError {
    IngestError(
      .unreadable, file: file, found: "\(now) bytes where there were \(before) when it was opened",
      expected: "a file that stays as it is while it is read",
      advice: "wait until it is wholly written or copied, and read it again")
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

  /// Reads the first `count` bytes to `memory`; how many there were.
  func read(_ count: Int, to memory: UnsafeMutableRawPointer) -> Int {
    var done = 0
    while done < count {
      let found = pread(descriptor, memory + done, count - done, off_t(done))
      if found > 0 {
        done += found
      } else if found == 0 || errno != EINTR {
        break
      }
    }
    return done
  }
}
