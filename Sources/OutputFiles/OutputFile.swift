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

/// Why a file was not written.
public enum OutputError: Error, Sendable, Equatable {
  /// There is a file that this program has not written.
  case foreign(path: String)
  /// The system refused, in its own words.
  case refused(path: String, reason: String)

  public var path: String {
    switch self {
    case .foreign(let path), .refused(let path, _): path
    }
  }

  /// What stands behind `path: cannot be written`.
  public var reason: String {
    switch self {
    case .foreign: "a file that this program has not written is there; name another, or add --overwrite"
    case .refused(_, let reason): reason
    }
  }
}

/// A file that results are written to: whole or not at all, in place of nothing or of what this program wrote before.
///
/// A new file can be read by its owner only. A symbolic link is followed, and stays. To a pipe or a device the results are written; it is never replaced.
public struct OutputFile: Sendable {
  /// What results are like, so that they can be told from a user's own files.
  public enum Mark: Sendable {
    /// They begin so.
    case beginning(String)
    /// This stands within them.
    case within(String)
  }

  public let path: String
  private let mark: Mark
  private let overwrite: Bool
  /// Whether the file is on the disk when it has its name, so that it outlives a loss of power.
  private let isDurable: Bool

  /// - Parameters:
  ///   - mark: What a file must have to be replaced.
  ///   - overwrite: Whether any regular file is replaced.
  ///   - isDurable: Whether the file is on the disk when it has its name, so that it outlives a loss of power.
  public init(path: String, mark: Mark, overwrite: Bool = false, isDurable: Bool = false) {
    self.path = path
    self.mark = mark
    self.overwrite = overwrite
    self.isDurable = isDurable
  }

  /// A file in a folder of this program's own, where any regular file is replaced.
  public init(new path: String, isDurable: Bool = false) {
    self.init(path: path, mark: .beginning(""), overwrite: true, isDurable: isDurable)
  }

  /// Sees that the file may be written.
  ///
  /// - Throws: `OutputError` if there is a file that is not ours, or a folder.
  public func check() throws(OutputError) {
    _ = try target()
  }

  /// Writes `bytes` as the file.
  ///
  /// - Throws: `OutputError` if there is a file that is not ours, or the system refuses.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    let writer = try open()
    try writer.append(bytes)
    try writer.finish()
  }

  /// Begins the file, to be written a piece at a time.
  ///
  /// - Throws: `OutputError` if there is a file that is not ours, or the system refuses.
  public func open() throws(OutputError) -> OutputWriter {
    switch try target() {
    case .file(let place): try OutputWriter(path: path, place: place, isDurable: isDurable)
    case .stream: try OutputWriter(stream: path)
    }
  }

  /// Where the bytes go.
  private enum Target {
    /// A regular file, or a place where there is none.
    case file(String)
    /// A pipe or a device.
    case stream
  }

  private func target() throws(OutputError) -> Target {
    let place = Self.behindLinks(path)
    var status = stat()
    guard stat(place, &status) == 0 else { return .file(place) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      if overwrite || status.st_size == 0 { return .file(place) }
      guard try isOurs(place) else { throw .foreign(path: path) }
      return .file(place)
    case S_IFDIR: throw .refused(path: path, reason: "a folder is there")
    default: return .stream
    }
  }

  /// Links that are followed at most.
  private static let mostLinks = 40

  /// The path that a symbolic link leads to; the path itself if it is none.
  private static func behindLinks(_ path: String) -> String {
    var place = path
    for _ in 0..<mostLinks {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else { break }
      let folder = place.lastIndex(of: "/").map { place[...$0] } ?? ""
      place = next.hasPrefix("/") ? next : folder + next
    }
    return place
  }

  /// Bytes at both ends of a file in which a mark is looked for.
  private static let lookedAt = 4096

  private func isOurs(_ place: String) throws(OutputError) -> Bool {
    let descriptor = systemOpen(place, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .refused(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    let start = Self.bytes(of: descriptor, from: 0)
    switch mark {
    case .beginning(let text): return start.starts(with: text.utf8)
    case .within(let text):
      let end = Self.bytes(of: descriptor, from: max(0, size - Self.lookedAt))
      return [start, end].contains { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self).contains(text) }
    }
  }

  private static func bytes(of descriptor: Int32, from offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: lookedAt) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, lookedAt, off_t(offset)))
    }
  }
}

/// A file of results while it is written.
public final class OutputWriter {
  /// As the user named it.
  private let path: String
  /// Where the bytes stand until they are whole, and where they go then; `nil` for a pipe or a device.
  private let places: (beside: String, final: String)?
  private let descriptor: Int32
  private let isDurable: Bool
  private var isOpen = true

  package static let mark = ".part-"
  /// Results tell of people: of a new file nobody but its owner may read, until the owner allows it.
  private static let ownersAlone: mode_t = 0o600

  fileprivate init(path: String, place: String, isDurable: Bool) throws(OutputError) {
    self.path = path
    self.isDurable = isDurable
    Self.removeLeftovers(of: place)
    let beside = "\(place)\(Self.mark)\(WriterName().text)"
    places = (beside, place)
    var status = stat()
    // What the user allowed others stays so.
    let mode: mode_t = stat(place, &status) == 0 ? status.st_mode & 0o777 : Self.ownersAlone
    descriptor = systemOpen(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .refused(path: path, reason: String(cString: strerror(errno))) }
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  fileprivate init(stream path: String) throws(OutputError) {
    self.path = path
    isDurable = false
    places = nil
    descriptor = systemOpen(path, O_WRONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .refused(path: path, reason: String(cString: strerror(errno))) }
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    if let places { unlink(places.beside) }
  }

  /// Removes what processes of this user and machine that were killed left of the file at `place`. A writer that lives has
  /// a process here, or, in another container, a lock on its part.
  private static func removeLeftovers(of place: String) {
    let cut = place.lastIndex(of: "/").map { place.index(after: $0) } ?? place.startIndex
    let folder = place[..<cut]
    let beginning = place[cut...] + mark
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : String(folder))) ?? []
    where entry.hasPrefix(beginning) {
      guard let writer = WriterName(entry.dropFirst(beginning.count)), writer.isOfThisHost, !writer.isAlive else {
        continue
      }
      let descriptor = systemOpen(folder + entry, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == getuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        continue
      }
      unlink(folder + entry)
    }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `OutputError` if the system refuses.
  public func append(_ bytes: [UInt8]) throws(OutputError) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { raw in
        raw.baseAddress.map { systemWrite(descriptor, $0 + done, bytes.count - done) } ?? 0
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .refused(path: path, reason: String(cString: strerror(errno))) }
      done += written
    }
  }

  /// Puts the file in its place; before, nothing has changed there.
  ///
  /// - Throws: `OutputError` if the system refuses.
  public func finish() throws(OutputError) {
    let unsynced = isDurable && places != nil && fsync(descriptor) != 0 ? errno : 0
    let failure = close(descriptor) == 0 ? unsynced : errno
    isOpen = false
    guard let places else { return }
    guard failure == 0, rename(places.beside, places.final) == 0 else {
      let reason = String(cString: strerror(failure == 0 ? errno : failure))
      unlink(places.beside)
      throw .refused(path: path, reason: reason)
    }
    if isDurable { try DiskSync.folder(places.final.lastIndex(of: "/").map { String(places.final[...$0]) } ?? ".") }
  }
}

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
