import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The table of the segments of a recording: the one that the user names, or one that lies beside the recording.
///
/// In a folder that is one recording it is `segments.csv` or `events.tsv`, or the only file whose name ends so. Beside a
/// file, or one of several recordings in a folder, it has the name of the recording before it (`walk_segments.csv`); names
/// of Motion-BIDS count without `tracksys-…` and `motion`.
struct SegmentsFile {
  let path: String
  let bytes: InputBytes
  /// Whether the user made it for this program, so that it must be usable. Events of BIDS may be anything.
  let isDemanded: Bool

  static let segmentsName = "segments.csv"
  static let eventsName = "events.tsv"

  /// - Throws: `IngestError` if the file cannot be read.
  init(path: String, isDemanded: Bool) throws(IngestError) {
    self.path = path
    self.isDemanded = isDemanded
    bytes = try InputBytes(path: path)
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The segments, and what the user should know of them.
  ///
  /// - Throws: `IngestError` if the table cannot be used, though it should be.
  func content() throws(IngestError) -> (segments: [Segment], warnings: [SegmentWarning]) {
    do throws(IngestError) {
      let table = try SegmentTable(bytes.data, file: path, isOfEvents: !isDemanded || isOfEvents)
      return (table.segments, [.read(table.segments.map(\.name), file: name)] + table.warnings)
    } catch {
      guard !isDemanded else { throw error }
      return ([], [.unusable(file: name, reason: error.description)])
    }
  }

  private var isOfEvents: Bool { name.lowercased().hasSuffix(Self.eventsName) }

  /// What lies beside a recording.
  struct Beside {
    var path: String?
    /// Why other tables are not used.
    var warnings: [SegmentWarning] = []
  }

  /// The table that lies beside the recording at `place`.
  static func beside(_ place: RecordingPlace) -> Beside {
    let folder = place.isFolder ? place.path : URL(filePath: place.path).deletingLastPathComponent().path
    guard place.exists, let names = try? FolderEntries.names(in: folder) else { return Beside() }
    let endings = [segmentsName, eventsName]
    let tables = names.filter { name in endings.contains { isNamed(name, $0) } }
    guard !tables.isEmpty else { return Beside() }
    let isWhole = place.isFolder && place.part == nil
    let isAlone = !place.isFolder && place.part == nil && names.filter(RecordingPlace.mayHoldSamples).count == 1
    var chosen: [String] = []
    var warnings: [SegmentWarning] = []
    for ending in endings {
      let own = tables.filter { isNamed($0, ending) && key(ofTable: $0, ending) == key(of: place.name) }
      let exact = tables.filter { $0.lowercased() == ending }
      let all = tables.filter { isNamed($0, ending) }
      var found = own
      if found.isEmpty, isWhole || isAlone { found = exact }
      if found.isEmpty, isWhole { found = all }
      if found.count > 1 {
        warnings.append(.severalTables(found, ending: ending))
        found = []
      } else if found.isEmpty, let other = exact.first {
        warnings.append(.ofOtherRecording(file: other, expected: "\(place.name)_\(ending)"))
      }
      chosen += found
    }
    if chosen.count > 1 { warnings.append(.notPreferred(file: chosen[1], preferred: chosen[0])) }
    return Beside(path: chosen.first.map { "\(folder)/\($0)" }, warnings: warnings)
  }

  /// Whether a file of this name may be a table of segments.
  static func isNamed(_ name: String, _ ending: String) -> Bool {
    name.lowercased() == ending || name.lowercased().hasSuffix("_\(ending)")
  }

  /// Whether a file is a table of segments that carries the name of a recording, and of none of `recordings`.
  static func isOfNone(_ name: String, recordings: [String]) -> Bool {
    guard isNamed(name, segmentsName), let own = key(ofTable: name, segmentsName) else { return false }
    return !recordings.contains { key(of: $0) == own }
  }

  private static func key(ofTable name: String, _ ending: String) -> Set<Substring>? {
    guard name.count > ending.count else { return nil }
    return key(of: String(name.dropLast(ending.count + 1)))
  }

  /// The parts of a recording's name that tells recordings apart.
  private static func key(of name: String) -> Set<Substring> {
    Set(name.lowercased().split(separator: "_").filter { $0 != "motion" && !$0.hasPrefix("tracksys-") })
  }
}
