/// A time in which a part of a sensor repeated one value and measured nothing; its samples are missing there.
public struct StuckSignal: Sendable, Equatable {
  /// What repeated its value.
  public var part: Part
  /// Seconds on the recording's clock of the first and the last such sample.
  public var start: Double
  public var end: Double
  /// The value, where it is one axis or the same in all, in m/s² or rad/s.
  public var value: Double?

  public init(part: Part, start: Double, end: Double, value: Double? = nil) {
    self.part = part
    self.start = start
    self.end = end
    self.value = value
  }

  /// A part of an inertial sensor.
  public enum Part: Sendable, Hashable {
    /// All six channels.
    case all
    case accelerometer
    case gyroscope
    case accelerometerAxis(SensorAxisName)
    case gyroscopeAxis(SensorAxisName)
  }

  /// One of a sensor's own axes.
  public enum SensorAxisName: String, Sendable, Hashable, CaseIterable {
    case x, y, z
  }
}
