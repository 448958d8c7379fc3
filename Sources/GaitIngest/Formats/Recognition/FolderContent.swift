import GaitModel

/// Tells whether the files of a folder are one recording.
struct FolderContent {
  /// A file that a text format claims.
  private struct Export {
    var file: RecordingPlace.SensorFile
    /// Whether an app wrote one of a device's sensors to it, and others elsewhere.
    var isPartial: Bool
    /// What the file's name or its label says.
    var placement: Placement?
  }

  private let exports: [Export]

  /// Files of a folder that are looked into at most.
  private static let limit = 100

  init(_ files: [RecordingPlace.SensorFile]) {
    exports = files.count > Self.limit ? [] : files.compactMap(Self.export)
  }

  /// The files that are one recording, or nothing if each file is a recording of its own.
  var oneRecording: [RecordingPlace.SensorFile] {
    guard exports.count > 1 else { return [] }
    let parts = exports.filter(\.isPartial)
    if parts.count == exports.count { return parts.map(\.file) }
    let placements = exports.compactMap(\.placement)
    let areDifferent = placements.count == exports.count && Set(placements).count == exports.count
    return areDifferent ? exports.map(\.file) : []
  }

  private static func export(_ file: RecordingPlace.SensorFile) -> Export? {
    let reader = SensorFileReader(path: file.path, options: IngestOptions())
    let found = try? InputBytes(path: file.path).withBytes { (buffer) throws(IngestError) -> Export? in
      guard let opening = TextOpening(buffer, file: file.path, sibling: reader.sibling),
        let format = try TextFormats.recognized(opening)?.format
      else { return nil }
      // What the file lacks is said when it is read.
      let layouts = (try? format.layouts(opening)) ?? []
      let isWhole = layouts.contains { $0.acceleration != nil && $0.angularVelocity != nil }
      let label = layouts.count == 1 ? layouts[0].label.flatMap { PlacementLabel.placement(in: $0) } : nil
      return Export(
        file: file, isPartial: format.writesOneFilePerSensor && !isWhole, placement: label ?? file.placement)
    }
    return found ?? nil
  }
}
