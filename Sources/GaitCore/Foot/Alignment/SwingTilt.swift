#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a foot tilted over one or more swings: second and third moments of up as the sensor sees it, in a plane that is
/// fixed to the sensor and level when the foot is flat.
package struct SwingTilt: Sendable, Equatable {
  /// Number of samples.
  package private(set) var count = 0.0
  private var xx = 0.0
  private var xy = 0.0
  private var yy = 0.0
  private var xxx = 0.0
  private var xxy = 0.0
  private var xyy = 0.0
  private var yyy = 0.0

  package init() {}

  /// Adds one sample: the two components of up in the plane.
  package mutating func add(_ x: Double, _ y: Double) {
    count += 1
    xx += x * x
    xy += x * y
    yy += y * y
    xxx += x * x * x
    xxy += x * x * y
    xyy += x * y * y
    yyy += y * y * y
  }

  /// Adds the moments of another.
  package mutating func add(_ other: SwingTilt) {
    count += other.count
    xx += other.xx
    xy += other.xy
    yy += other.yy
    xxx += other.xxx
    xxy += other.xxy
    xyy += other.xyy
    yyy += other.yyy
  }

  /// Angle in rad, from x to y, of the direction in which up wanders most, and the variances along it and across;
  /// `nil` where it wanders as much in all directions.
  package var principal: (angle: Double, largest: Double, smallest: Double)? {
    guard count > 0 else { return nil }
    let radius = (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
    guard radius > 0 else { return nil }
    let middle = (xx + yy) / 2
    return (atan2(2 * xy, xx - yy) / 2, (middle + radius) / count, max(0, middle - radius) / count)
  }

  /// Sum of the squares of the component of up in the direction at `angle`.
  package func square(at angle: Double) -> Double {
    let (c, s) = (cos(angle), sin(angle))
    return c * c * xx + 2 * c * s * xy + s * s * yy
  }

  /// Skewness of the component of up in the direction at `angle`: positive where it leans farther that way.
  package func skewness(at angle: Double) -> Double {
    let (c, s) = (cos(angle), sin(angle))
    let square = square(at: angle) / count
    let cube = (c * c * c * xxx + 3 * c * c * s * xxy + 3 * c * s * s * xyy + s * s * s * yyy) / count
    return square > 0 ? cube / (square * square.squareRoot()) : 0
  }
}
