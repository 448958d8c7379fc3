/// One continuous measurement of one person with one or more sensors.
public struct Recording: Sendable, Equatable {
  /// Name of the recording: that of its folder or file, without extension.
  public var name: String
  /// What is known of the person and the walk.
  public var details: RecordingDetails
  /// At most one stream per placement, ordered by placement.
  public var sensors: [SensorStream]
  /// The files it was read from.
  public var inputs: [InputFile]
  /// What the reader noticed and the user should know.
  public var warnings: [GaitWarning]
  /// Its named parts, ascending and without overlap; empty where it was not cut.
  public var segments: [Segment] = []
  /// The time of it that counts; `nil` for all.
  public var evaluated: EvaluatedTime?

  public init(
    name: String, details: RecordingDetails = RecordingDetails(), sensors: [SensorStream],
    inputs: [InputFile] = [], warnings: [GaitWarning] = []
  ) {
    self.name = name
    self.details = details
    self.sensors = sensors.sorted { $0.placement < $1.placement }
    self.inputs = inputs
    self.warnings = warnings
  }

  /// The stream of the sensor worn at `placement`, if there was one.
  public subscript(placement: Placement) -> SensorStream? {
    sensors.first { $0.placement == placement }
  }

  /// Seconds from the first to the last sample of any sensor, where `sensors` hold only a part of the samples.
  public var wholeDuration: Double?

  /// Times of the first and the last sample of any sensor, where `sensors` hold only a part of the samples.
  package var wholeSpan: ClosedRange<Double>?

  /// Seconds from the first to the last sample of any sensor.
  public var duration: Double {
    if let wholeDuration { return wholeDuration }
    let starts = sensors.compactMap(\.time.first)
    let ends = sensors.compactMap(\.time.last)
    guard let start = starts.min(), let end = ends.max() else { return 0 }
    return end - start
  }
}

/// What `recording.json` and `participants.tsv` say of a recording; every field is optional.
public struct RecordingDetails: Sendable, Equatable {
  public var subject: String?
  public var session: String?
  /// Start of the recording as ISO 8601 text, as given.
  public var startedAt: String?
  public var surface: Surface?
  /// Speed of the treadmill's belt in m/s.
  public var beltSpeed: Double?
  /// Slope of the ground in percent, positive uphill.
  public var inclinePercent: Double?
  /// Height of the person in meters.
  public var height: Double?
  /// Distance in meters that the person walked in the recording, measured otherwise: a marked path, a measuring wheel.
  public var walkedDistance: Double?
  /// The axis of a sensor on the lower back that points to the wearer's front.
  public var front: SensorAxis?
  /// The axes of the sensors on the feet that point to the toes.
  public var toes: ToeAxes?
  public var notes: String?
  /// What else is known, such as age or condition, by its key as given.
  public var other: [String: JSONValue]

  public init(
    subject: String? = nil, session: String? = nil, startedAt: String? = nil, surface: Surface? = nil,
    beltSpeed: Double? = nil, inclinePercent: Double? = nil, height: Double? = nil, walkedDistance: Double? = nil,
    front: SensorAxis? = nil, toes: ToeAxes? = nil, notes: String? = nil, other: [String: JSONValue] = [:]
  ) {
    self.subject = subject
    self.session = session
    self.startedAt = startedAt
    self.surface = surface
    self.beltSpeed = beltSpeed
    self.inclinePercent = inclinePercent
    self.height = height
    self.walkedDistance = walkedDistance
    self.front = front
    self.toes = toes
    self.notes = notes
    self.other = other
  }
}

/// What the person walked on.
public enum Surface: String, Sendable, Codable {
  case overground
  case treadmill
}

/// A file that a recording was read from.
public struct InputFile: Sendable, Equatable, Codable {
  /// Path below the recording's folder, or the file's own name.
  public var file: String
  /// SHA-256 of the file's bytes as lower-case hexadecimal digits.
  public var sha256: String
  /// Name of the format it was recognized as.
  public var format: String

  /// The format of a table of segments.
  package static let segmentsFormat = "table of segments"

  public init(file: String, sha256: String, format: String) {
    self.file = file
    self.sha256 = sha256
    self.format = format
  }
}
