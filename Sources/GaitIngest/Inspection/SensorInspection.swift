import GaitModel

/// What a sensor's signals look like, before anything is measured with them.
public struct SensorInspection: Sendable, Equatable, Encodable {
  public var placement: Placement
  /// What says that the sensor was worn there; `nil` where nothing is known of the file.
  public var placementFrom: SignalSource.PlacementEvidence?
  public var file: String
  public var samples: Int
  /// Time of the first and last sample in seconds, on the clock of the recording.
  public var start: Double
  public var end: Double
  public var clock: Clock
  /// The column that the time was read from, by its name in the file.
  public var timeColumn: String?
  public var rate: Rate
  public var gaps: Gaps
  public var acceleration: Signal
  public var angularVelocity: Signal
  /// Share of the time in percent in which the sensor hardly moved for a second or more.
  public var restShare: Double
  public var gravity: Gravity
  /// What physics makes doubtful, a sentence each.
  public var doubts: [String]
  /// Why the signals cannot be used, if they cannot.
  public var refusal: String?

  enum CodingKeys: String, CodingKey {
    case placement, file, samples, clock, rate, gaps, acceleration, gravity, doubts, refusal
    case placementFrom = "placement_from"
    case start = "start_s"
    case end = "end_s"
    case angularVelocity = "angular_velocity"
    case timeColumn = "time_column"
    case restShare = "rest_share_percent"
  }

  /// What is known of a sensor's clock.
  public struct Clock: Sendable, Equatable, Encodable {
    /// Whether the file says the date and time.
    public var isAbsolute: Bool
    /// `UTC`, `local, zone unknown`, or the name of a clock that several sensors share.
    public var zone: String?
    /// The start as ISO 8601 text, without a zone where none is known.
    public var startedAt: String?

    enum CodingKeys: String, CodingKey {
      case zone
      case isAbsolute = "absolute"
      case startedAt = "started_at"
    }
  }

  /// Samples per second.
  public struct Rate: Sendable, Equatable, Encodable {
    public var measured: Double
    public var declared: Double?
    /// Standard deviation of the stamps around an even grid, in milliseconds.
    public var jitter: Double

    enum CodingKeys: String, CodingKey {
      case measured = "measured_hz"
      case declared = "declared_hz"
      case jitter = "jitter_ms"
    }
  }

  /// Gaps.
  public struct Gaps: Sendable, Equatable, Encodable {
    public var count: Int
    /// Seconds.
    public var longest: Double
    /// Start of the longest, in seconds.
    public var longestAt: Double?
    /// Samples that are missing in gaps of at most five seconds.
    public var lostSamples: Int

    enum CodingKeys: String, CodingKey {
      case count
      case longest = "longest_s"
      case longestAt = "longest_at_s"
      case lostSamples = "lost_samples"
    }
  }

  /// One of the two signals, in m/s² or °/s.
  public struct Signal: Sendable, Equatable, Encodable {
    /// The unit of the numbers in the file.
    public var unitInFile: String
    /// How that unit is known.
    public var unitFrom: [UnitEvidence]
    /// The columns that were read as x, y and z, by their names in the file.
    public var columns: [String] = []
    /// The first sample that is not missing.
    public var first: [Double]?
    /// The axes whose values never change.
    public var constant: [String] = []
    /// Smallest and largest value of x, y and z; absent without samples.
    public var minimum: [Double]?
    public var maximum: [Double]?
    /// Rows without a value.
    public var missingSamples: Int
    /// Samples at the end of the sensor's range.
    public var clippedSamples: Int

    enum CodingKeys: String, CodingKey {
      case minimum, maximum, columns, first, constant
      case unitInFile = "unit_in_file"
      case unitFrom = "unit_from"
      case missingSamples = "missing_samples"
      case clippedSamples = "clipped_samples"
    }
  }

  /// What the accelerometer reads of gravity.
  public struct Gravity: Sendable, Equatable, Encodable {
    /// The middle magnitude of the force in m/s² while the sensor hardly moves; absent without samples.
    public var magnitude: Double?
    /// What shows it.
    public var from: GravityEvidence
    /// Whether the magnitude is that of gravity within what sensors are off.
    public var isPlausible: Bool

    enum CodingKeys: String, CodingKey {
      case magnitude = "magnitude_m_s2"
      case from
      case isPlausible = "plausible"
    }
  }
}
