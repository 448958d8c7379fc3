import GaitModel
import GaitWords

/// What a recording's files are, what their signals look like, and what would be done with them.
public struct RecordingInspection: Sendable, Equatable, Encodable {
  public var path: String
  public var recording: String
  public var subject: String?
  public var session: String?
  /// ISO 8601, from `recording.json` or the sensors' clocks.
  public var startedAt: String?
  public var files: [File]
  public var sensors: [SensorInspection]
  /// What the reader noticed.
  public var warnings: [GaitWarning]
  /// Why the recording cannot be used, one line, if it cannot.
  public var refusal: String?
  /// What `analyze` would do, one sentence each.
  public var analyze: [String]

  enum CodingKeys: String, CodingKey {
    case path, recording, subject, session, files, sensors, warnings, refusal, analyze
    case startedAt = "started_at"
    case warningCodes = "warning_codes"
  }

  /// Warnings are written in words, and as their codes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(recording, forKey: .recording)
    try container.encodeIfPresent(subject, forKey: .subject)
    try container.encodeIfPresent(session, forKey: .session)
    try container.encodeIfPresent(startedAt, forKey: .startedAt)
    try container.encode(files, forKey: .files)
    try container.encode(sensors, forKey: .sensors)
    try container.encode(warnings.map(\.words), forKey: .warnings)
    try container.encode(warnings.map(\.code), forKey: .warningCodes)
    try container.encodeIfPresent(refusal, forKey: .refusal)
    try container.encode(analyze, forKey: .analyze)
  }

  /// A file of a recording.
  public struct File: Sendable, Equatable, Encodable {
    public var file: String
    public var bytes: Int
    /// Name of the format, absent if it was not recognized.
    public var format: String?
    /// What in the file says so.
    public var reason: String?
  }
}

/// A recording as it was looked at, with its signals if they could be read.
public struct InspectedRecording: Sendable {
  public var inspection: RecordingInspection
  /// The signals, in m/s² and rad/s, also where they are too doubtful to be measured with.
  public var recording: Recording?
  /// Why it could not be read at all or cannot be used.
  public var error: IngestError?
}
