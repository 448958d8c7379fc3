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
package struct WholeFolder {
  /// The folder that holds it; it must exist.
  package var parent: String
  package var name: String
  /// Whether all is on the disk before the folder has its name, so that it outlives a loss of power.
  package var isDurable = false

  package init(parent: String, name: String, isDurable: Bool = false) {
    self.parent = parent
    self.name = name
    self.isDurable = isDurable
  }

  private var path: String { "\(parent)/\(name)" }

  /// Writes `files` and puts them in place of what there was before.
  func replace(with files: [ExportedFile]) throws {
    try replace { beside in
      for file in files { try OutputFile(new: "\(beside)/\(file.name)", isDurable: isDurable).write(file.bytes) }
    }
  }

  /// Puts a folder in place of what there was before.
  ///
  /// - Parameter fill: Writes the files into the folder at the path that it is given.
  package func replace(filledBy fill: (String) throws -> Void) throws {
    let manager = FileManager.default
    let beside = hidden(Self.unfinished)
    let lock = try FolderLock.holding(parent) {
      try manager.createDirectory(atPath: beside, withIntermediateDirectories: false)
      return FolderLock(beside)
    }
    defer { lock?.release() }
    do {
      try fill(beside)
      try FolderLock.holding(parent) { try exchange(beside) }
      if isDurable { try DiskSync.folder(parent) }
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
  ///
  /// - Parameter isStale: Whether the process that the name of an unfinished folder at a path names is surely gone, as
  ///   far as that can be known; a process that holds the lock on its folder lives whatever this says.
  /// - Returns: The names of what was removed.
  @discardableResult
  package static func removeLeftovers(
    in parent: String, where isStale: (_ writer: WriterName, _ path: String) -> Bool = { _, _ in true }
  ) -> [String] {
    let manager = FileManager.default
    var removed: [String] = []
    try? FolderLock.holding(parent) {
      for entry in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] {
        guard let leftover = Leftover(entry), isStale(leftover.writer, "\(parent)/\(entry)"),
          let lock = FolderLock("\(parent)/\(entry)")
        else { continue }
        defer { lock.release() }
        removed.append(entry)
        let place = "\(parent)/\(leftover.name)"
        if leftover.mark == replaced, !manager.fileExists(atPath: place) {
          try? manager.moveItem(atPath: "\(parent)/\(entry)", toPath: place)
        } else {
          try? manager.removeItem(atPath: "\(parent)/\(entry)")
        }
      }
    }
    return removed.sorted()
  }

  /// The name of a hidden folder of this program, taken apart.
  private struct Leftover {
    var name: String
    var mark: String
    var writer: WriterName

    /// `nil` if the folder is somebody else's.
    init?(_ entry: String) {
      guard entry.hasPrefix("."), let dot = entry.lastIndex(of: "."), dot > entry.startIndex else { return nil }
      let end = entry[entry.index(after: dot)...]
      guard let hyphen = end.firstIndex(of: "-"), let writer = WriterName(end[end.index(after: hyphen)...]),
        [WholeFolder.unfinished, WholeFolder.replaced].contains(String(end[..<hyphen]))
      else { return nil }
      self.writer = writer
      name = String(entry[entry.index(after: entry.startIndex)..<dot])
      mark = String(end[..<hyphen])
      guard !name.isEmpty else { return nil }
    }
  }

  /// A name that no other process on any machine uses.
  private func hidden(_ mark: String) -> String {
    "\(parent)/.\(name).\(mark)-\(WriterName().text)"
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
