import GaitModel

/// A recording of a batch: a line of its manifest.
public struct PlannedRecording: Sendable, Equatable, Codable {
  /// Its name, different for each: that of its folder of results.
  public var recording: String
  /// The folder or file, as an absolute path.
  public var path: String
  /// The shard that analyzes it, from 1.
  public var shard: Int
  /// Bytes of its files with samples.
  public var bytes: Int
  /// Its files and their SHA-256; `nil` if they could not be read when the batch was planned.
  public var inputs: [InputFile]?
  public var subject: String?
  public var session: String?
  /// What else `recording.json` and `participants.tsv` say of it, by its key as given.
  public var details: [String: JSONValue]?

  public init(
    recording: String, path: String, shard: Int = 1, bytes: Int = 0, inputs: [InputFile]? = nil,
    subject: String? = nil, session: String? = nil, details: [String: JSONValue]? = nil
  ) {
    self.recording = recording
    self.path = path
    self.shard = shard
    self.bytes = bytes
    self.inputs = inputs
    self.subject = subject
    self.session = session
    self.details = details
  }
}
