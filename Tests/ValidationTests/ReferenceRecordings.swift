import Foundation

/// Recordings with strides measured by another system; they lie beside the package and are no part of it.
enum ReferenceRecordings {
  /// `../shared/recordings`, seen from the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/recordings")

  static let areHere = FileManager.default.fileExists(atPath: root.path)
}
