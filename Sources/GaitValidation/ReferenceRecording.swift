import GaitIngest
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A recording of which another system measured the strides.
///
/// A folder like any other recording's, with `reference_strides.csv` in it: one row per stride, with a window that holds
/// exactly one swing, and what the other system knows of it.
package struct ReferenceRecording: Sendable {
  /// Name of the folder that holds the recordings of one origin.
  package var set: String
  package var name: String
  package var path: String
  /// The sensors that there are files of.
  package var placements: Set<Placement>
  package var strides: [ReferenceStride]
  /// Whether the reference knows every stride between its first and its last.
  package var isComplete = false
  /// Whether its clock differs from the sensors' by an offset that nobody knows.
  package var hasClockOffset = false
  /// Whether the sensors were computed from motion capture, without impacts.
  package var isComputed = false
  /// How far the person walked, in m, where that is known.
  package var distance: Double?

  /// The recordings with a reference in `root/<set>/<recording>`, by set and name.
  ///
  /// - Throws: An error of the file system if a folder cannot be listed or a file not be read.
  package static func all(in root: String) throws -> [ReferenceRecording] {
    try folders(in: root).flatMap { set in
      try folders(in: "\(root)/\(set)").compactMap { try ReferenceRecording(set: set, name: $0, root: root) }
    }
  }

  /// The names of the folders in `path`, sorted.
  static func folders(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { name in
      var isFolder = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && isFolder
    }
  }

  /// `nil` if there is no reference.
  private init?(set: String, name: String, root: String) throws {
    let path = "\(root)/\(set)/\(name)"
    guard let table = FileManager.default.contents(atPath: "\(path)/reference_strides.csv") else { return nil }
    self.set = set
    self.name = name
    self.path = path
    placements = Set(
      Placement.allCases.filter { FileManager.default.fileExists(atPath: "\(path)/\($0.rawValue).csv") })
    strides = ReferenceStride.rows(of: String(decoding: table, as: UTF8.self))
    if let json = FileManager.default.contents(atPath: "\(path)/recording.json") {
      let decoder = JSONDecoder()
      // Missing numbers may be written NaN.
      decoder.allowsJSON5 = true
      let flags = try decoder.decode(Flags.self, from: json)
      isComplete = flags.isComplete ?? false
      hasClockOffset = flags.hasClockOffset ?? false
      isComputed = flags.isComputed ?? false
      distance = flags.source?.distance
    }
  }

  private struct Flags: Decodable {
    var isComplete: Bool?
    var hasClockOffset: Bool?
    var isComputed: Bool?
    var source: Source?

    enum CodingKeys: String, CodingKey {
      case isComplete = "reference_complete"
      case hasClockOffset = "reference_clock_offset"
      case isComputed = "virtual_imu"
      case source = "source_meta"
    }

    struct Source: Decodable {
      var distance: Double?

      enum CodingKeys: String, CodingKey {
        case distance = "known_distance_m"
      }
    }
  }
}

/// A stride as another system measured it.
package struct ReferenceStride: Sendable {
  package var foot: Side
  /// Seconds between which the middle of exactly one swing of the foot lies.
  package var window: ClosedRange<Double>
  package var direction: Direction
  package var contact: FirstContact?
  /// Meters.
  package var length: Double?
  package var finalContact: Double?
  package var initialContact: Double?

  /// Middle of the window in seconds.
  package var middle: Double { (window.lowerBound + window.upperBound) / 2 }

  /// The strides of a table; rows without foot, window or direction are left out.
  static func rows(of text: String) -> [ReferenceStride] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().compactMap { cells in
      let row = Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first })
      func number(_ column: String) -> Double? { row[column].flatMap(Double.init) }
      guard let foot = row["foot"].flatMap(Side.init(rawValue:)), let start = number("window_start_s"),
        let end = number("window_end_s"), start <= end,
        let direction = row["direction"].flatMap(Direction.init(rawValue:))
      else { return nil }
      return ReferenceStride(
        foot: foot, window: start...end, direction: direction,
        contact: row["contact_type"].flatMap(FirstContact.init(rawValue:)), length: number("stride_length_m"),
        finalContact: number("final_contact_s"), initialContact: number("initial_contact_s"))
    }
  }
}
