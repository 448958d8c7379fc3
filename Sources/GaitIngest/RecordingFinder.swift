import GaitModel

/// Turns the paths that a user gives into recordings.
public struct RecordingFinder: Sendable {
  public init() {}

  /// The recordings at `paths`, in the order given and by name within a folder.
  ///
  /// A path is a recording if it is a file or a folder that holds a sensor's file; a folder without one stands for
  /// the recordings directly in it.
  ///
  /// - Throws: `IngestError` if a path does not exist or holds no recording.
  public func recordings(at paths: [String]) throws(IngestError) -> [String] {
    var found: [String] = []
    for path in paths {
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      let place = RecordingPlace(trimmed)
      guard place.exists else {
        throw IngestError(
          .unreadable, file: path, found: "nothing", expected: "a folder or file with a recording",
          advice: "check the path")
      }
      if !place.isFolder || holdsSensor(place) {
        found.append(trimmed)
        continue
      }
      var inside: [String] = []
      for entry in try RecordingPlace.entries(of: trimmed) {
        let candidate = RecordingPlace("\(trimmed)/\(entry)")
        let isRecording =
          candidate.isFolder ? holdsSensor(candidate) : RecordingPlace.Kind(fileName: entry) != nil
        if isRecording { inside.append(candidate.path) }
      }
      guard !inside.isEmpty else { throw place.nothingFound(placements: nil) }
      found += inside
    }
    return found
  }

  private func holdsSensor(_ place: RecordingPlace) -> Bool {
    (try? place.sensorFiles(placements: nil))?.isEmpty == false
  }
}
