/// The path and pitch of a foot from one foot-flat phase to the next, at evenly spaced shares of that time.
///
/// Foot-flat to foot-flat is one gait cycle, begun where the foot is known to be at rest.
public struct StrideCurve: Sendable, Equatable {
  /// Number of points, the first at 0 % and the last at 100 %.
  public static let points = 41

  public var foot: Side
  /// Number of the stride it belongs to.
  public var number: Int
  /// Position of the sensor along the foot's mean front, m; negative when the foot goes backward.
  public var forward: [Double]
  /// Height of the sensor above where it began, m.
  public var height: [Double]
  /// Foot pitch in rad, toes up positive.
  public var pitch: [Double]

  /// - Parameters:
  ///   - forward, height, pitch: `points` values each.
  public init(foot: Side, number: Int, forward: [Double], height: [Double], pitch: [Double]) {
    self.foot = foot
    self.number = number
    self.forward = forward
    self.height = height
    self.pitch = pitch
  }
}
