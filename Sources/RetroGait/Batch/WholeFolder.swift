import GaitExport

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
/// leaves the hidden folder; the next one that writes the same folder removes it. The lock that a living process holds
/// on its hidden folder keeps others from removing it, so two processes that write one folder do not harm each other.
struct WholeFolder {
  /// The folder that holds it; it must exist.
  var parent: String
  var name: String

  private var path: String { "\(parent)/\(name)" }

  /// Writes `files` and puts them in place of what there was before.
  func replace(with files: [ExportedFile]) throws {
    let manager = FileManager.default
    removeLeftovers()
    let beside = hidden(Self.unfinished)
    try manager.createDirectory(atPath: beside, withIntermediateDirectories: false)
    let lock = FolderLock(beside)
    defer { lock?.release() }
    do {
      for file in files { try Data(file.bytes).write(to: URL(filePath: "\(beside)/\(file.name)")) }
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
    } catch {
      try? manager.removeItem(atPath: beside)
      throw error
    }
  }

  /// Removes what killed processes left behind.
  private func removeLeftovers() {
    let manager = FileManager.default
    let prefixes = [Self.unfinished, Self.replaced].map { ".\(name).\($0)-" }
    for entry in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] {
      guard prefixes.contains(where: entry.hasPrefix), let lock = FolderLock("\(parent)/\(entry)") else { continue }
      try? manager.removeItem(atPath: "\(parent)/\(entry)")
      lock.release()
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

  func release() {
    close(descriptor)
  }
}
