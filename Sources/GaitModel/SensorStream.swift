/// What one inertial sensor measured, in the sensor's own axes.
public struct SensorStream: Sendable, Equatable {
  /// Where the sensor was worn.
  public var placement: Placement
  /// Time of each sample in seconds, never decreasing, on the clock of the recording's files.
  public var time: [Double]
  /// Specific force in m/s² (+9.81 along the upward axis at rest); a missing sample is NaN in all axes.
  public var acceleration: TriaxialSeries
  /// Angular velocity in rad/s; a missing sample is NaN in all axes.
  public var angularVelocity: TriaxialSeries
  /// The rate at which the sensor sampled, and how well it kept to it.
  public var timing: SampleTiming
  /// The full scale of the accelerometer in m/s², where the file or the data tell it.
  public var accelerationRange: Double?
  /// The full scale of the gyroscope in rad/s, where the file or the data tell it.
  public var angularVelocityRange: Double?
  /// Where a part of the sensor repeated one value and measured nothing, in the order of time.
  public var stuck: [StuckSignal] = []
  /// Single samples that cannot be measurements and were taken for missing, in the order of time.
  public var damaged: [DamagedSample] = []
  /// What the sensor's file says, where the stream is from a file.
  public var source: SignalSource?

  /// - Precondition: `time`, `acceleration` and `angularVelocity` have the same length.
  public init(
    placement: Placement, time: [Double], acceleration: TriaxialSeries, angularVelocity: TriaxialSeries,
    timing: SampleTiming, accelerationRange: Double? = nil, angularVelocityRange: Double? = nil
  ) {
    precondition(time.count == acceleration.count && time.count == angularVelocity.count)
    self.placement = placement
    self.time = time
    self.acceleration = acceleration
    self.angularVelocity = angularVelocity
    self.timing = timing
    self.accelerationRange = accelerationRange
    self.angularVelocityRange = angularVelocityRange
  }

  /// The number of samples.
  public var count: Int { time.count }
}

/// The rate at which a sensor sampled, as found in its time stamps.
public struct SampleTiming: Sendable, Equatable, Codable {
  /// Samples per second, from the time stamps.
  public var rate: Double
  /// Standard deviation of the time stamps around an even grid, in seconds.
  public var jitter: Double
  /// Gaps that are longer than 1.5 sample periods.
  public var gaps: [Gap]
  /// Samples per second that the sensor's file declares, where it does.
  public var declaredRate: Double?
  /// What the time stamps in the file are; where they are not the times of the samples, those are of an even clock.
  public var stamps = Stamps.sampleTimes

  /// What the time stamps of a file are.
  public enum Stamps: Sendable, Equatable, Codable {
    /// When each sample was taken, but for jitter and rounding.
    case sampleTimes
    /// When samples arrived, in packets; 19 of 20 are at most `delay` seconds later than the least that can be.
    case arrivals(delay: Double)
    /// Whole seconds: what is smaller was cut off.
    case wholeSeconds
  }

  public init(rate: Double, jitter: Double, gaps: [Gap], declaredRate: Double? = nil) {
    self.rate = rate
    self.jitter = jitter
    self.gaps = gaps
    self.declaredRate = declaredRate
  }

  /// Longest gap in seconds that is a loss of samples; what is longer is a pause of the recording.
  public static let longestLoss = 5.0

  /// How many samples are missing in gaps of at most `longestLoss`.
  public var lostSamples: Int {
    gaps.reduce(0) { lost, gap in
      gap.duration > Self.longestLoss ? lost : lost + max(0, Int((gap.duration * rate).rounded()) - 1)
    }
  }

  /// A time in which samples are missing.
  public struct Gap: Sendable, Equatable, Codable {
    /// Time of the last sample before the gap, in seconds.
    public var start: Double
    /// Time of the first sample after the gap, in seconds.
    public var end: Double

    public init(start: Double, end: Double) {
      self.start = start
      self.end = end
    }

    /// Length of the gap in seconds.
    public var duration: Double { end - start }
  }
}
