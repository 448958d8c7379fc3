#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a user put into a folder.
package enum FolderEntries {
  /// A file system's own folder at its root (ext4), which only its owner may read.
  private static let foundByRepair = "lost+found"

  /// Files and folders that systems and programs leave beside what people put there.
  private static let litter: Set = [
    "desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r", "__macosx", "$recycle.bin", "system volume information",
    "@eadir",
  ]

  /// Whether a system or program left the file or folder of this name there, and no person.
  package static func isLitter(_ name: String) -> Bool {
    litter.contains(name.lowercased()) || name.hasPrefix("~$")
  }

  /// The names in `folder`, sorted, without hidden ones.
  ///
  /// - Throws: The file system's error if the folder cannot be read.
  package static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") && $0 != foundByRepair }
      .sorted()
  }
}
