import GaitModel

/// Reads a folder or a file into a recording.
public struct RecordingReader: Sendable {
  public init() {}

  /// Reads the recording at `path`.
  ///
  /// - Parameters:
  ///   - path: A folder that holds one file per sensor, or one file that holds all sensors.
  ///   - placements: The sensors to read, or `nil` for all there are.
  public func recording(at path: String, placements: Set<Placement>? = nil) throws(IngestError) -> Recording {
    throw IngestError(.unusable, file: path, found: "", expected: "", advice: "")
  }
}
