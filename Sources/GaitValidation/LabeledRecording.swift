import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A recording of which it is known what the person did, but of no single stride.
struct LabeledRecording: Sendable {
  /// `set/name`.
  var name: String
  var path: String
  var direction: Direction
  var hasTurns: Bool

  private struct Labels: Decodable {
    var expect: String?
    var direction: String?
    var turns: Bool?
  }

  /// Those of `root/<set>/<recording>` in which somebody walks.
  ///
  /// - Throws: An error of the file system if a folder cannot be listed or a file not be read.
  static func all(in root: String) throws -> [LabeledRecording] {
    try ReferenceRecording.folders(in: root).flatMap { set in
      try ReferenceRecording.folders(in: "\(root)/\(set)").compactMap { name in
        let path = "\(root)/\(set)/\(name)"
        guard let json = FileManager.default.contents(atPath: "\(path)/reference_labels.json") else { return nil }
        let labels = try JSONDecoder().decode(Labels.self, from: json)
        guard labels.expect ?? "walking" == "walking" else { return nil }
        return LabeledRecording(
          name: "\(set)/\(name)", path: path,
          direction: labels.direction.flatMap(Direction.init(rawValue:)) ?? .forward, hasTurns: labels.turns ?? false)
      }
    }
  }
}
