/// Where heel, ball and sensor of a foot are, in meters; x to the toes, z up, the sensor at the origin.
public struct FootShape: Sendable, Equatable {
  /// How far the heel's point of contact lies behind the sensor.
  public var heelBehind: Double
  /// How far the ball of the foot lies in front of the sensor.
  public var ballAhead: Double
  /// Height of the sensor above the sole.
  public var height: Double

  /// A sensor on the instep of a shoe of size 42.
  public init(heelBehind: Double = 0.10, ballAhead: Double = 0.08, height: Double = 0.08) {
    self.heelBehind = heelBehind
    self.ballAhead = ballAhead
    self.height = height
  }

  /// A point of the sole over which the foot can roll.
  enum Pivot: Sendable {
    case heel
    case ball
  }

  /// Position of a pivot in front of the sensor.
  func ahead(_ pivot: Pivot) -> Double { pivot == .heel ? -heelBehind : ballAhead }
}
