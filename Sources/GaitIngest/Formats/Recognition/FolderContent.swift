import GaitModel

/// Tells whether the files of a folder are one recording.
struct FolderContent {
  let files: [RecordingPlace.SensorFile]

  /// Files of a folder that are looked into at most.
  private static let limit = 100

  init(_ files: [RecordingPlace.SensorFile]) { self.files = files }

  /// The files that are one recording, or nothing if each file is a recording of its own.
  var oneRecording: [RecordingPlace.SensorFile] {
    guard files.count <= Self.limit else { return [] }
    let known = files.filter { Self.format(of: $0.path) != nil }
    let telephone = known.filter { Self.format(of: $0.path)?.writesOneFilePerSensor == true }
    if telephone.count > 1 { return telephone }
    let placements = known.compactMap(\.placement)
    return known.count > 1 && placements.count == known.count && Set(placements).count == known.count ? known : []
  }

  private static func format(of path: String) -> (any TextFormat.Type)? {
    let format = try? InputBytes(path: path).withBytes { (buffer) throws(IngestError) in
      try TextOpening(buffer, file: path).flatMap { (opening) throws(IngestError) in
        try TextFormats.recognized(opening)?.format
      }
    }
    return format ?? nil
  }
}
