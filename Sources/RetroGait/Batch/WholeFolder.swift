import GaitExport
import OutputFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder that appears under its name with all of its files, or not at all.
///
/// The files are written to a hidden folder beside it, which is renamed when it is complete. A process that is killed
/// leaves the hidden folder; the next one that writes beside it removes it. The lock that a living process holds on its
/// hidden folder keeps others from removing it, and the lock on the folder above makes the exchange one step for all
/// processes of this program, so two that write one folder do not harm each other.
struct WholeFolder {
  /// The folder that holds it; it must exist.
  var parent: String
  var name: String

  private var path: String { "\(parent)/\(name)" }

  /// Writes `files` and puts them in place of what there was before.
  func replace(with files: [ExportedFile]) throws {
    let manager = FileManager.default
    let beside = hidden(Self.unfinished)
    let lock = try FolderLock.holding(parent) {
      try manager.createDirectory(atPath: beside, withIntermediateDirectories: false)
      return FolderLock(beside)
    }
    defer { lock?.release() }
    do {
      for file in files { try OutputFile(new: "\(beside)/\(file.name)").write(file.bytes) }
      try FolderLock.holding(parent) { try exchange(beside) }
    } catch {
      try? manager.removeItem(atPath: beside)
      throw error
    }
  }

  /// Puts the folder `beside` in place of what there was before.
  private func exchange(_ beside: String) throws {
    let manager = FileManager.default
    // A folder that is not empty cannot be renamed over, so the old one steps aside first.
    let aside = hidden(Self.replaced)
    let isReplacing = manager.fileExists(atPath: path)
    if isReplacing { try manager.moveItem(atPath: path, toPath: aside) }
    do {
      try manager.moveItem(atPath: beside, toPath: path)
    } catch {
      if isReplacing { try manager.moveItem(atPath: aside, toPath: path) }
      throw error
    }
    if isReplacing { try? manager.removeItem(atPath: aside) }
  }

  /// Removes what killed processes left in `parent`. Results that had stepped aside when their process was killed go back
  /// to their place.
  static func removeLeftovers(in parent: String) {
    let manager = FileManager.default
    try? FolderLock.holding(parent) {
      for entry in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] {
        guard let leftover = Leftover(entry), let lock = FolderLock("\(parent)/\(entry)") else { continue }
        defer { lock.release() }
        let place = "\(parent)/\(leftover.name)"
        if leftover.mark == replaced, !manager.fileExists(atPath: place) {
          try? manager.moveItem(atPath: "\(parent)/\(entry)", toPath: place)
        } else {
          try? manager.removeItem(atPath: "\(parent)/\(entry)")
        }
      }
    }
  }

  /// The name of a hidden folder of this program, taken apart.
  private struct Leftover {
    var name: String
    var mark: String

    /// `nil` if the folder is somebody else's.
    init?(_ entry: String) {
      guard entry.hasPrefix("."), let dot = entry.lastIndex(of: "."), dot > entry.startIndex else { return nil }
      let parts = entry[entry.index(after: dot)...].split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, [WholeFolder.unfinished, WholeFolder.replaced].contains(String(parts[0])),
        parts[1...].allSatisfy({ UInt32($0) != nil })
      else { return nil }
      name = String(entry[entry.index(after: entry.startIndex)..<dot])
      mark = String(parts[0])
      guard !name.isEmpty else { return nil }
    }
  }

  /// A name that no other process uses.
  private func hidden(_ mark: String) -> String {
    "\(parent)/.\(name).\(mark)-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
  }

  private static let unfinished = "unfinished"
  private static let replaced = "replaced"
}

/// A folder that this process holds for itself until it is released or the process ends.
private struct FolderLock {
  private let descriptor: Int32

  /// `nil` if another process holds the folder, or it cannot be opened.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  /// Does something while no other process of this program holds the folder. Where a file system has no locks, it is done
  /// all the same.
  static func holding<T>(_ path: String, _ body: () throws -> T) throws -> T {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }

  func release() {
    close(descriptor)
  }
}
