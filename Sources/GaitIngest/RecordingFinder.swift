import GaitModel

/// Turns the paths that a user gives into recordings.
public struct RecordingFinder: Sendable {
  public init() {}

  /// The recordings at `paths`, in the order given and by name within a folder.
  ///
  /// A path is a recording if it is a file or a folder that holds a sensor's file; a folder without one stands for
  /// the recordings directly in it. A path where there is none is listed as it is: reading it tells what is wrong,
  /// and does not keep the others from being read.
  public func recordings(at paths: [String]) -> [String] {
    paths.flatMap { path in
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      let place = RecordingPlace(trimmed)
      if !place.isFolder || holdsSensor(place) { return [trimmed] }
      let inside = recordings(inFolder: trimmed)
      return inside.isEmpty ? [trimmed] : inside
    }
  }

  private func recordings(inFolder folder: String) -> [String] {
    ((try? RecordingPlace.entries(of: folder)) ?? []).compactMap { entry in
      let candidate = RecordingPlace("\(folder)/\(entry)")
      let isRecording = candidate.isFolder ? holdsSensor(candidate) : RecordingPlace.mayHoldSamples(entry)
      return isRecording ? candidate.path : nil
    }
  }

  private func holdsSensor(_ place: RecordingPlace) -> Bool {
    (try? place.sensorFiles(placements: nil))?.isEmpty == false
  }
}
