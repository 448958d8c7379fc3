/// A single sample that cannot be a measurement and is missing: a value far from both of its neighbors, which agree.
public struct DamagedSample: Sendable, Equatable {
  /// The accelerometer or the gyroscope.
  public var part: StuckSignal.Part
  /// Seconds on the recording's clock.
  public var time: Double

  public init(part: StuckSignal.Part, time: Double) {
    self.part = part
    self.time = time
  }
}
