/// What the file of a sensor says of its signals, and how that is known.
public struct SignalSource: Sendable, Equatable {
  /// The file that the signals were read from.
  public var file: String
  /// The unit of the accelerometer's numbers in the file: `m_s2` or `g`.
  public var accelerationUnit: String
  /// The unit of the gyroscope's numbers in the file: `deg_s` or `rad_s`.
  public var angularVelocityUnit: String
  /// What was read as what, by the names in the file; empty where a format has none.
  public var columns = Columns()
  /// What says where the sensor was worn.
  public var placementFrom: PlacementEvidence
  public var clock: Clock
  /// How the sensor's times were put on the recording's clock, where its file does not say it.
  public var clockRelation: ClockRelation?

  public init(
    file: String, accelerationUnit: String, angularVelocityUnit: String,
    placementFrom: PlacementEvidence = .fileName, clock: Clock = .relative
  ) {
    self.file = file
    self.accelerationUnit = accelerationUnit
    self.angularVelocityUnit = angularVelocityUnit
    self.placementFrom = placementFrom
    self.clock = clock
  }

  /// What says where a sensor was worn.
  public enum PlacementEvidence: String, Sendable, CaseIterable, Codable {
    /// The name of the file or folder.
    case fileName = "file_name"
    /// The names of the columns.
    case columns
    /// The name of the group in the file.
    case group
    /// A label in the file.
    case label
    case user
  }

  /// The names of the columns or datasets that were read, or their numbers where they have none.
  public struct Columns: Sendable, Equatable {
    public var time: String?
    /// Of x, y and z.
    public var acceleration: [String]
    /// Of x, y and z.
    public var angularVelocity: [String]

    public init(time: String? = nil, acceleration: [String] = [], angularVelocity: [String] = []) {
      self.time = time
      self.acceleration = acceleration
      self.angularVelocity = angularVelocity
    }
  }

  /// What time zero is.
  public enum Clock: Sendable, Equatable {
    /// The start of the recording, or something that the file does not say.
    case relative
    /// Seconds from 1970-01-01T00:00:00Z at which the sensor started.
    case utc(start: Double)
    /// Seconds from 1970-01-01T00:00:00 in a time zone that the file does not say.
    case local(start: Double)
    /// A clock of this name, which several sensors share.
    case shared(String)
  }

  /// How the clock of one sensor is to another's, by motion that both saw.
  public struct ClockRelation: Sendable, Equatable {
    /// Seconds that were added to the sensor's times at its start, both sensors' first times being zero.
    public var offset: Double
    /// Standard deviation of `offset` in seconds.
    public var uncertainty: Double
    /// Seconds that the sensor's clock loses in a second of its own; 0 where the recording is too short to tell.
    public var drift: Double
    /// Minutes of the recording that agree on it.
    public var pieces: Int

    public init(offset: Double, uncertainty: Double, drift: Double, pieces: Int) {
      self.offset = offset
      self.uncertainty = uncertainty
      self.drift = drift
      self.pieces = pieces
    }
  }
}
