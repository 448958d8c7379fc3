/// What a sensor measured over one stride, at evenly spaced times: enough to draw the stride without its recording.
///
/// From a foot it reaches from the initial contact before the stride (of the first swing after standing: from the end of
/// standing) to the foot-flat phase after it, from the lower back to the initial contact that ends the stride.
/// Accelerations are without gravity, along the mean front of foot or trunk over the stride and upward. Single precision
/// suffices for figures, and halves the memory of a day of walking.
public struct StrideSignals: Sendable, Equatable {
  /// Number of points, the first at `start` and the last at `end`: 13 ms apart in a stride of 1.3 s.
  public static let points = 101

  public var foot: Side
  /// Number of the stride it belongs to.
  public var number: Int
  /// Seconds on the recording's clock.
  public var start: Double
  public var end: Double
  /// m/s², forward positive.
  public var forward: [Float]
  /// m/s², upward positive.
  public var upward: [Float]
  /// What else was measured.
  public var third: Third
  /// When the foot stood flat before and after the swing, within `start` to `end`; empty from the lower back.
  public var footFlat: [ClosedRange<Double>]
  /// The time that the stride's `StrideCurve` covers; `nil` from the lower back.
  public var swing: ClosedRange<Double>?

  /// The signal that differs between placements.
  public enum Third: Sendable, Equatable {
    /// Rate of the foot's pitch in rad/s, toes rising positive.
    case pitchRate([Float])
    /// Acceleration of the trunk to the left in m/s².
    case leftward([Float])
  }

  /// - Parameters:
  ///   - forward, upward, third: `points` values each.
  public init(
    foot: Side, number: Int, start: Double, end: Double, forward: [Float], upward: [Float], third: Third,
    footFlat: [ClosedRange<Double>] = [], swing: ClosedRange<Double>? = nil
  ) {
    self.foot = foot
    self.number = number
    self.start = start
    self.end = end
    self.forward = forward
    self.upward = upward
    self.third = third
    self.footFlat = footFlat
    self.swing = swing
  }

  /// Time of the point at `index`, in seconds on the recording's clock.
  public func time(at index: Int) -> Double { start + (end - start) * Double(index) / Double(Self.points - 1) }
}
