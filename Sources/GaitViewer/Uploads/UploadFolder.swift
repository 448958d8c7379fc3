import Foundation
import Synchronization

/// The folder of one viewer's uploads, which only this user can enter.
///
/// The viewer that lives holds a lock on it. One whose viewer crashed or was killed has none, and is removed when the
/// next viewer starts.
final class UploadFolder: Sendable {
  let path: String
  private static let prefix = "retrogait-uploads-"
  /// A folder that is younger may be one whose viewer has not locked it yet.
  private static let youngest = 60.0  // seconds
  private let descriptor = Mutex<Int32>(-1)

  private static var parent: String { FileManager.default.temporaryDirectory.path }

  init() {
    path = "\(Self.parent)/\(Self.prefix)\(SecretToken().text)"
  }

  /// Makes the folder, if that has not been done.
  func make() throws {
    try descriptor.withLock { descriptor in
      guard descriptor < 0 else { return }
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
    }
  }

  /// Bytes that are left on the disk of `folder`, if that is known.
  static func freeSpace(_ folder: String) -> Int? {
    (try? FileManager.default.attributesOfFileSystem(forPath: folder))?[.systemFreeSize] as? Int
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    descriptor.withLock { descriptor in
      if descriptor >= 0 { _ = close(descriptor) }
      descriptor = -1
    }
  }

  /// Removes the folders of this user whose viewers have ended without doing so.
  static func removeLeftovers(in parent: String = parent, olderThan age: Double = youngest) {
    let manager = FileManager.default
    for entry in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] where entry.hasPrefix(prefix) {
      let path = "\(parent)/\(entry)"
      guard let attributes = try? manager.attributesOfItem(atPath: path),
        attributes[.type] as? FileAttributeType == .typeDirectory,
        attributes[.ownerAccountID] as? Int == Int(getuid()),
        let changed = attributes[.modificationDate] as? Date, -changed.timeIntervalSinceNow >= age
      else { continue }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? manager.removeItem(atPath: path) }
      _ = close(descriptor)
    }
  }
}
