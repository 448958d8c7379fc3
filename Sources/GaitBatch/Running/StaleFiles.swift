import OutputFiles
import RetroGait

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

/// What killed tasks left unfinished in the folder of a batch: hidden folders and parts of files.
public struct StaleFiles: Sendable {
  public var folder: BatchFolder
  /// Seconds without a change after which what another machine began is taken for abandoned.
  public var age: Double

  /// A task that lives writes the files of a recording within minutes.
  public static let usualAge = 24.0 * 3600  // s

  public init(in folder: BatchFolder, age: Double = usualAge) {
    self.folder = folder
    self.age = age
  }

  /// Removes them, and puts back results that had stepped aside when their task was killed.
  ///
  /// What this machine's processes began goes at once when the process is gone. Of other machines it goes by its age on
  /// the clock of the file system, so that the clocks of the machines may differ.
  ///
  /// - Returns: The paths of what was removed.
  /// - Throws: `ShardError` if the folder cannot be written.
  public func remove() throws(ShardError) -> [String] {
    let now = try clock()
    func isStale(_ writer: WriterName, _ path: String) -> Bool {
      if writer.isOfThisHost { return !writer.isAlive }
      guard let changed = Self.lastChange(at: path) else { return false }
      return now - changed > age
    }
    var removed: [String] = []
    for place in [folder.path, folder.results] {
      removed += WholeFolder.removeLeftovers(in: place, where: isStale).map { "\(place)/\($0)" }
    }
    for place in [folder.path, folder.results, folder.failures, folder.log] {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place))?.sorted() ?? [] {
        guard let mark = name.range(of: OutputWriter.mark), let writer = WriterName(name[mark.upperBound...]),
          isStale(writer, "\(place)/\(name)"), unlink("\(place)/\(name)") == 0
        else { continue }
        removed.append("\(place)/\(name)")
      }
    }
    return removed
  }

  /// The time now on the clock of the file system that holds the batch: that of a file written just now.
  private func clock() throws(ShardError) -> Double {
    let probe = "\(folder.path)/.clock\(OutputWriter.mark)\(WriterName().text)"
    let descriptor = open(probe, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notWritable(path: folder.path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
    defer { unlink(probe) }
    return Self.lastChange(at: probe) ?? 0
  }

  /// When something, or what is in it, was last changed, in seconds; `nil` if there is nothing.
  private static func lastChange(at path: String) -> Double? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    let own = Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    guard status.st_mode & S_IFMT == S_IFDIR else { return own }
    let inside = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return inside.compactMap { lastChange(at: "\(path)/\($0)") }.reduce(own, max)
  }
}
