import Foundation

/// Files that only their owner may read, as people's data are to be.
enum PrivateFile {
  private static let permissions: mode_t = 0o600

  /// Makes an empty file, if there is none; SQLite gives the files beside it the same permissions.
  static func create(_ path: String) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, permissions)
    if descriptor >= 0 { close(descriptor) }
  }
}

/// A file that is being written beside its place, under a name that tells the next process whose it is.
///
/// A process that is killed leaves the file. It also loses the lock on it, by which others see that nobody writes it any
/// more.
struct UnfinishedFile {
  let path: String
  private let descriptor: Int32

  /// Makes the file for `target`, and removes what killed processes left in the same folder.
  init(for target: String) {
    let url = URL(filePath: target)
    let folder = url.deletingLastPathComponent().path
    Self.removeLeftovers(in: folder)
    path = "\(folder)/.\(url.lastPathComponent).\(Self.mark)-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    PrivateFile.create(path)
    descriptor = Self.lock(path)
  }

  /// Gives the file its name, if that is still free.
  func finish(as target: String) throws {
    try FileManager.default.moveItem(atPath: path, toPath: target)
    close(descriptor)
  }

  func discard() {
    for suffix in Self.suffixes { try? FileManager.default.removeItem(atPath: path + suffix) }
    close(descriptor)
  }

  private static let mark = "unfinished"
  /// Of the file itself and of those that SQLite keeps beside it.
  private static let suffixes = ["", "-journal", "-wal", "-shm"]

  /// - Returns: A descriptor that holds the lock; below 0 if another process has it or the file cannot be opened.
  private static func lock(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return descriptor }
    close(descriptor)
    return -1
  }

  private static func removeLeftovers(in folder: String) {
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where isOurs(entry) {
      let path = "\(folder)/\(entry)"
      let descriptor = lock(path)
      guard descriptor >= 0 else { continue }
      for suffix in suffixes { try? FileManager.default.removeItem(atPath: path + suffix) }
      close(descriptor)
    }
  }

  /// Whether `entry` is the name of an unfinished file of this program: `.NAME.unfinished-PID-NUMBER`.
  private static func isOurs(_ entry: String) -> Bool {
    guard entry.hasPrefix("."), let dot = entry.lastIndex(of: "."), dot > entry.startIndex else { return false }
    let parts = entry[entry.index(after: dot)...].split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == mark && parts[1...].allSatisfy { UInt32($0) != nil }
  }
}
