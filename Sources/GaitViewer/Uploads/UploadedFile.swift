import GaitIngest
import GaitModel

/// A file of an upload: where it lies within it.
///
/// The names of files and folders tell what belongs together and where a sensor was worn, so they are kept, as far as
/// they are names and nothing else: a request whose name leads elsewhere is refused.
struct UploadedFile: Sendable, Hashable {
  /// The folders and the name, separated by `/`.
  let path: String

  /// Folders that are kept above a file, and its name: a data set of BIDS has four.
  static let deepest = 8
  /// Longest name of a file or folder; file systems take 255.
  static let longestName = 200  // bytes
  /// Longest file that is taken. A day of six axes at 100 Hz is 529 MB of CSV.
  static let longestSensorFile = 1_000_000_000  // bytes
  /// Longest file that describes others.
  static let longestDetails = 1_000_000  // bytes

  /// - Parameters:
  ///   - name: What the file is called, with the folders that it was chosen with.
  ///   - placement: Where the user says that the sensor was worn; the file is named after it.
  /// - Returns: `nil` if the name is not one of a file within the upload, or the placement is not known.
  init?(name: String?, placement: String? = nil) {
    guard let name else { return nil }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= Self.deepest, parts.allSatisfy(Self.isName), let last = parts.popLast() else { return nil }
    if let placement, !placement.isEmpty {
      guard let placement = Placement(rawValue: placement) else { return nil }
      parts.append(RecordingFileName.name(last, of: placement))
    } else {
      parts.append(last)
    }
    path = parts.joined(separator: "/")
  }

  /// Whether `text` is the name of a file or folder, and neither hidden nor a way to another folder.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && text.utf8.count <= longestName
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: scalar != "/" && scalar != "\\" && scalar != ":"
        }
      }
  }

  /// The name without the folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The folders above the file; empty if there are none.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// The path by which files are told apart where upper and lower case are not.
  var foldedPath: String { path.lowercased() }

  var longest: Int { path.lowercased().hasSuffix(".json") ? Self.longestDetails : Self.longestSensorFile }
}
