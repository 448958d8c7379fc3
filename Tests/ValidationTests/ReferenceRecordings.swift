import Foundation
import RetroGait

/// Recordings with strides measured by another system; they lie beside the package and are no part of it.
enum ReferenceRecordings {
  /// `../shared/recordings`, seen from the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/recordings")

  static let areHere = FileManager.default.fileExists(atPath: root.path)

  /// The recordings of `set` that have a foot sensor and a reference, sorted by name.
  static func recordings(of set: String) throws -> [ReferenceRecording] {
    let folder = root.appending(path: set)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
      try ReferenceRecording(folder.appending(path: name))
    }
  }
}

/// One recording and its reference.
struct ReferenceRecording {
  var folder: URL
  var feet: Set<Placement>
  var strides: [ReferenceStride]

  /// `nil` if there is no foot sensor or no reference.
  init?(_ folder: URL) throws {
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: name).path) }
    feet = Set([Placement.leftFoot, .rightFoot].filter { exists("\($0.rawValue).csv") })
    guard !feet.isEmpty, exists("reference_strides.csv") else { return nil }
    self.folder = folder
    let text = try String(contentsOf: folder.appending(path: "reference_strides.csv"), encoding: .utf8)
    strides = ReferenceStride.rows(of: text)
  }
}

/// A stride as another system measured it; exactly one swing lies in its window.
struct ReferenceStride {
  var foot: Side
  var window: ClosedRange<Double>
  var direction: Direction
  var contact: FirstContact?
  var length: Double?

  /// Middle of the window in seconds.
  var middle: Double { (window.lowerBound + window.upperBound) / 2 }

  static func rows(of text: String) -> [ReferenceStride] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let header = lines.first?.map(String.init) else { return [] }
    return lines.dropFirst().compactMap { cells in
      let row = Dictionary(zip(header, cells.map(String.init)), uniquingKeysWith: { first, _ in first })
      guard let foot = row["foot"].flatMap(Side.init(rawValue:)),
        let start = row["window_start_s"].flatMap(Double.init), let end = row["window_end_s"].flatMap(Double.init),
        let direction = row["direction"].flatMap(Direction.init(rawValue:))
      else { return nil }
      return ReferenceStride(
        foot: foot, window: start...end, direction: direction,
        contact: row["contact_type"].flatMap(FirstContact.init(rawValue:)),
        length: row["stride_length_m"].flatMap(Double.init))
    }
  }
}
