/// What an analysis found in one recording.
public struct GaitResult: Sendable, Equatable {
  /// Sorted by `end`, then by foot.
  public var strides: [Stride]
  /// Sorted by time.
  public var events: [GaitEvent]
  /// Sorted by start.
  public var bouts: [WalkingBout]
  /// One per sensor that was used.
  public var sensors: [SensorFindings]
  /// What the user should know.
  public var warnings: [GaitWarning]
  /// Of strides of a foot whose path is known.
  public var curves: [StrideCurve]
  /// Of every stride.
  public var signals: [StrideSignals]

  public init(
    strides: [Stride] = [], events: [GaitEvent] = [], bouts: [WalkingBout] = [],
    sensors: [SensorFindings] = [], warnings: [GaitWarning] = [], curves: [StrideCurve] = [],
    signals: [StrideSignals] = []
  ) {
    self.strides = strides
    self.events = events
    self.bouts = bouts
    self.sensors = sensors
    self.warnings = warnings
    self.curves = curves
    self.signals = signals
  }
}

/// What was found out about one sensor.
public struct SensorFindings: Sendable, Equatable {
  public var placement: Placement
  public var samples: Int
  public var timing: SampleTiming
  /// How the sensor sat on the body; `nil` if the signals do not tell.
  public var alignment: Alignment?
  /// Gyroscope bias that was removed, rad/s in the sensor's axes.
  public var gyroscopeBias: [Double]?
  /// Magnitude of the specific force at rest, m/s².
  public var restingAcceleration: Double?
  /// Share of the recording in which the sensor was at rest, 0 to 1.
  public var restShare: Double?
  /// Number of samples at the end of the sensor's range.
  public var clippedSamples: Int
  /// Number of swings that the sensor shows, and of those with a length that may enter means; `nil` where the sensor is
  /// not on a foot.
  public var swings: Int?
  public var measuredSwings: Int?

  public init(
    placement: Placement, samples: Int, timing: SampleTiming, alignment: Alignment? = nil,
    gyroscopeBias: [Double]? = nil, restingAcceleration: Double? = nil, restShare: Double? = nil,
    clippedSamples: Int = 0
  ) {
    self.placement = placement
    self.samples = samples
    self.timing = timing
    self.alignment = alignment
    self.gyroscopeBias = gyroscopeBias
    self.restingAcceleration = restingAcceleration
    self.restShare = restShare
    self.clippedSamples = clippedSamples
  }

  /// The rotation from the sensor's axes to the body's.
  public struct Alignment: Sendable, Equatable {
    /// Rows are the body's axes (front, left, up) in the sensor's axes.
    public var rotation: [[Double]]
    /// Probability that front is front and not back.
    public var confidence: Double

    public init(rotation: [[Double]], confidence: Double) {
      self.rotation = rotation
      self.confidence = confidence
    }
  }
}
