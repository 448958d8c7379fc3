/// What the file of a sensor says of its signals, and how that is known.
public struct SignalSource: Sendable, Equatable {
  /// The file that the signals were read from.
  public var file: String
  /// The unit of the accelerometer's numbers in the file: `m_s2` or `g`.
  public var accelerationUnit: String
  /// The unit of the gyroscope's numbers in the file: `deg_s` or `rad_s`.
  public var angularVelocityUnit: String
  /// What says where the sensor was worn.
  public var placementFrom: PlacementEvidence
  public var clock: Clock

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
  public enum PlacementEvidence: String, Sendable {
    case fileName = "the name of the file or folder"
    case columns = "the names of the columns"
    case group = "the name of the group"
    case label = "a label in the file"
    case user = "the user"
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
}
