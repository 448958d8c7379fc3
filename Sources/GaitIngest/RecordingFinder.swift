import GaitModel

/// Turns the paths that a user gives into recordings.
public struct RecordingFinder: Sendable {
  public init() {}

  /// The recordings at `paths`, in the order given and by name within a folder.
  ///
  /// A path is a recording if it is a file or a folder that holds a sensor's file; a folder without one stands for
  /// the recordings directly in it, and a MATLAB file for the trials in it. A path where there is none, and a folder
  /// that may not be read, are listed as they are: reading them tells what is wrong, and does not keep the others from
  /// being read.
  public func recordings(at paths: [String]) -> [String] {
    paths.flatMap { path in
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      let place = RecordingPlace(trimmed)
      if !place.isFolder { return place.part == nil ? trials(ofFileAt: trimmed) : [trimmed] }
      if isRecording(place) { return [trimmed] }
      let inside = recordings(inFolder: trimmed)
      return inside.isEmpty ? [trimmed] : inside
    }
  }

  private func recordings(inFolder folder: String) -> [String] {
    ((try? RecordingPlace.entries(of: folder)) ?? []).flatMap { entry -> [String] in
      let candidate = RecordingPlace("\(folder)/\(entry)")
      if candidate.isFolder { return isRecording(candidate) ? [candidate.path] : [] }
      guard RecordingPlace.mayHoldSamples(entry) else { return [] }
      let isKnown = !RecordingPlace.isCommon(entry) || (try? RecordingReader().format(ofFileAt: candidate.path)) != nil
      return isKnown ? trials(ofFileAt: candidate.path) : []
    }
  }

  /// The recordings in a file: the trials of a MATLAB file, else the file.
  private func trials(ofFileAt path: String) -> [String] {
    guard path.lowercased().hasSuffix(".mat"),
      let trials = try? InputBytes(path: path).withBytes({ (bytes) throws(IngestError) in
        try FileRecognition.trials(bytes, file: path)
      }), trials.count > 1
    else { return [path] }
    return trials.map { "\(path)#\($0)" }
  }

  /// Whether the folder holds a sensor's file, or hides what it holds.
  private func isRecording(_ folder: RecordingPlace) -> Bool {
    do throws(IngestError) {
      return try !folder.sensorFiles(placements: nil).isEmpty
    } catch {
      return error.kind == .unreadable
    }
  }
}
