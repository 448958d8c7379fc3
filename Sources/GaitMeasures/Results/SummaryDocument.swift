import GaitModel

/// The name and version of the program that wrote a file.
public struct ProgramVersion: Sendable, Equatable, Codable {
  public var name: String
  public var version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// `summary.json`: what a recording was, what was found in it, and how.
public struct SummaryDocument: Sendable, Equatable, Codable {
  public var recording: String
  public var subject: String?
  public var session: String?
  public var startedAt: String?
  public var surface: Surface?
  /// Speed of the treadmill's belt in m/s, as given.
  public var beltSpeedMS: Double?
  /// Slope of the ground in percent, positive uphill, as given.
  public var inclinePercent: Double?
  /// Height of the person in meters, as given.
  public var heightM: Double?
  /// Distance in meters that the person walked, as given.
  public var walkedM: Double?
  public var notes: String?
  /// What else the details of the recording say, such as age or condition, by its key as given; absent if nothing.
  public var details: [String: JSONValue]?
  /// Length of the recording in seconds.
  public var durationSeconds: Double
  /// Number of strides of all directions, of both feet.
  public var strides: Int
  /// Number of strides of both feet whose direction is sure, by direction; those at the ends of walks included.
  public var stridesByDirection: [String: Int]?
  public var program: ProgramVersion
  public var inputs: [InputFile]
  public var settings: JSONValue
  public var sensors: [Sensor]
  /// By `forward` and `backward`; absent where nobody walked that way.
  public var directions: [String: DirectionMeasures]
  /// Share of `toe`, `flat` and `heel` by direction.
  public var contacts: [String: [String: Double]]
  /// Number of strides that entered no aggregate, by reason.
  public var rejected: [String: Int]
  /// Number of strides that entered no mean, by `LeftOutReason`; absent in files of earlier versions.
  public var leftOut: [String: Int]?
  /// Seconds of the turns that go about half round (135° to 225°), by the direction of walking before them; absent where
  /// there was none.
  public var halfTurns: [String: Measure]?
  /// How the trunk moved; absent where no sensor on the lower back saw a bout.
  public var trunk: Trunk?
  /// What is measured of whole walks and not of single strides, by direction and by the `id` of the `WalkQuantity`; absent
  /// in files of earlier versions.
  public var walkMeasures: [String: [String: WalkMeasure]]?
  /// Strides that differ from those around them as a stumble, a hesitation or a stop would; absent without sensors on the
  /// feet.
  public var stridesToLookAt: LookAt?
  /// What the user should know, in words, and the `WarningCode` of each in the same order; codes are absent in files
  /// of earlier versions.
  public var warnings: [String]
  public var warningCodes: [String]?
  /// The time that counts, where it is not all of the recording.
  public var evaluated: Evaluated?
  /// The named parts of the recording, in the order of time; absent where it was not cut.
  public var segments: [SegmentMeasures]?
  /// Number of strides that lie wholly in no segment; absent where there are no segments.
  public var stridesOutsideSegments: Int?
  /// Mean course of the feet over the gait cycle, by foot and direction; absent where no path is known.
  public var curves: [Curve]?

  enum CodingKeys: String, CodingKey {
    case recording, subject, session, surface, notes, details, strides, program, inputs, settings, sensors, directions
    case contacts, rejected, trunk, warnings, curves, segments, evaluated
    case stridesOutsideSegments = "strides_outside_segments"
    case startedAt = "started_at"
    case stridesByDirection = "strides_by_direction"
    case beltSpeedMS = "belt_speed_m_s"
    case inclinePercent = "incline_percent"
    case heightM = "height_m"
    case walkedM = "walked_m"
    case durationSeconds = "duration_s"
    case leftOut = "left_out"
    case warningCodes = "warning_codes"
    case halfTurns = "half_turns_s"
    case walkMeasures = "walk_measures"
    case stridesToLookAt = "strides_to_look_at"
  }

  /// A sensor, as it was found to be.
  public struct Sensor: Sendable, Equatable, Codable {
    public var placement: Placement
    public var samplingRateHz: Double
    public var jitterMs: Double
    public var samples: Int
    public var gaps: [Gap]
    /// Rows are front, left and up in the sensor's axes; absent where the signals did not tell.
    public var alignment: [[Double]]?
    /// Probability that front is front and not back.
    public var alignmentConfidence: Double?
    public var gyroscopeBiasDegS: [Double]?
    public var restingAccelerationMS2: Double?
    public var restSharePercent: Double?
    public var clippedSamples: Int
    /// Number of swings that a foot's sensor shows, and of those with a length; absent for other sensors.
    public var swings: Int?
    public var swingsWithLength: Int?
    /// How the sensor was put on the recording's clock by its motion; absent where the files say it.
    public var clock: ClockOffset?

    enum CodingKeys: String, CodingKey {
      case placement, samples, gaps, alignment, clock, swings
      case samplingRateHz = "sampling_rate_hz"
      case jitterMs = "jitter_ms"
      case alignmentConfidence = "alignment_confidence"
      case gyroscopeBiasDegS = "gyroscope_bias_deg_s"
      case restingAccelerationMS2 = "resting_acceleration_m_s2"
      case restSharePercent = "rest_share_percent"
      case clippedSamples = "clipped_samples"
      case swingsWithLength = "swings_with_length"
    }
  }

  /// How a sensor's clock is to that of the others, as found from motion that all saw.
  public struct ClockOffset: Sendable, Equatable, Codable {
    /// Seconds by which the sensor started later than the one it was compared with.
    public var offsetS: Double
    /// Standard deviation of `offsetS`.
    public var offsetSdS: Double
    /// Seconds that the sensor's clock loses in an hour, which are corrected; 0 where the recording is too short.
    public var driftSPerHour: Double

    enum CodingKeys: String, CodingKey {
      case offsetS = "offset_s"
      case offsetSdS = "offset_sd_s"
      case driftSPerHour = "drift_s_per_hour"
    }
  }

  /// The mean course of a foot over the gait cycle in one direction, from foot-flat to foot-flat at even steps.
  public struct Curve: Sendable, Equatable, Codable {
    public var foot: Side
    public var direction: Direction
    /// Number of strides.
    public var n: Int
    /// Position of the sensor along the foot's front and above its place of rest.
    public var forwardM: [Double]
    public var heightM: [Double]
    public var heightSDM: [Double]?
    /// Toes up positive.
    public var footPitchDeg: [Double]
    public var footPitchSDDeg: [Double]?

    public init(
      foot: Side, direction: Direction, n: Int, forwardM: [Double], heightM: [Double], heightSDM: [Double]?,
      footPitchDeg: [Double], footPitchSDDeg: [Double]?
    ) {
      self.foot = foot
      self.direction = direction
      self.n = n
      self.forwardM = forwardM
      self.heightM = heightM
      self.heightSDM = heightSDM
      self.footPitchDeg = footPitchDeg
      self.footPitchSDDeg = footPitchSDDeg
    }

    enum CodingKeys: String, CodingKey {
      case foot, direction, n
      case forwardM = "forward_m"
      case heightM = "height_m"
      case heightSDM = "height_sd_m"
      case footPitchDeg = "foot_pitch_deg"
      case footPitchSDDeg = "foot_pitch_sd_deg"
    }
  }

  /// A gap: time without samples.
  public struct Gap: Sendable, Equatable, Codable {
    public var startS: Double
    public var endS: Double

    enum CodingKeys: String, CodingKey {
      case startS = "start_s"
      case endS = "end_s"
    }
  }

  /// The measures of one direction of walking.
  public struct DirectionMeasures: Sendable, Equatable, Codable {
    /// Number of strides that measures rest on.
    public var strides: Int
    /// Number of all strides of a sure direction; absent in files of earlier versions.
    public var stridesWalked: Int?
    /// Seconds and meters walked, in bouts or not.
    public var durationS: Double
    public var distanceM: Double?
    public var measures: [String: Measure]
    /// 100 · (left − right) / mean, by measure.
    public var asymmetryPercent: [String: Double]
    /// Measures that no stride has, each with what it would have needed.
    public var notMeasured: [String: String]
    /// Number of initial contacts that the shares in `contacts` rest on.
    public var contactCount: Int

    enum CodingKeys: String, CodingKey {
      case strides, measures
      case stridesWalked = "strides_walked"
      case durationS = "duration_s"
      case distanceM = "distance_m"
      case asymmetryPercent = "asymmetry_percent"
      case notMeasured = "not_measured"
      case contactCount = "contact_count"
    }
  }

  /// How the trunk moved, by walking bout and over all bouts of a direction.
  public struct Trunk: Sendable, Equatable, Codable {
    /// By `forward`, `backward` and `sideways`: the means over its bouts, each weighted by its steps.
    public var directions: [String: TrunkMotion]
    /// In the order of `bouts.csv`; bouts of which the lower back saw too little are absent.
    public var bouts: [TrunkBout]
    /// What each measure is, by its name.
    public var definitions: [String: TrunkDefinition]
  }

  /// The measures of the trunk over some steps.
  public struct TrunkMotion: Sendable, Equatable, Codable {
    public var steps: Int
    /// By the measure's name, which ends in its unit if it has one; what was not measured is absent.
    public var measures: [String: Double]

    public init(steps: Int, measures: [String: Double]) {
      self.steps = steps
      self.measures = measures
    }
  }

  /// The measures of the trunk in one walking bout.
  public struct TrunkBout: Sendable, Equatable, Codable {
    public var bout: Int
    public var direction: Direction
    public var steps: Int
    public var measures: [String: Double]
  }

  /// What a measure of the trunk is.
  public struct TrunkDefinition: Sendable, Equatable, Codable {
    public var title: String
    public var unit: String
    public var method: String
    public var source: String
  }

  /// One measure over all strides of a direction.
  public struct Measure: Sendable, Equatable, Codable {
    public var n: Int
    public var mean: Double
    public var sd: Double?
    public var cvPercent: Double?
    public var median: Double
    /// Lower and upper bound of the 95 % confidence interval of the mean.
    public var ci95: [Double]?

    /// `ci95` as a range.
    public var interval: ClosedRange<Double>? {
      ci95.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
    }

    enum CodingKeys: String, CodingKey {
      case n, mean, sd, median, ci95
      case cvPercent = "cv_percent"
    }
  }
}
