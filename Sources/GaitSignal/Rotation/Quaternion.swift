/// A rotation as a unit quaternion (scalar first).
public struct Quaternion: Sendable, Equatable {
  public var w: Double
  public var x: Double
  public var y: Double
  public var z: Double

  @inlinable
  public init(w: Double, x: Double, y: Double, z: Double) {
    self.w = w
    self.x = x
    self.y = y
    self.z = z
  }

  /// The rotation that leaves everything where it is.
  public static let identity = Quaternion(w: 1, x: 0, y: 0, z: 0)

  /// The rotation by the angle `vector.norm` (rad) about the direction of `vector`.
  ///
  /// Sine and cosine of the half angle are taken from their series up to the seventh power, which is exact to
  /// 1e-12 up to 0.2 rad; above, they are computed.
  @inlinable
  public init(rotationVector vector: Vector3) {
    let squaredHalf = vector.squaredNorm / 4
    if squaredHalf < 0.01 {
      let s = squaredHalf
      let sinc = 0.5 * (1 - s / 6 * (1 - s / 20 * (1 - s / 42)))
      let cosine = 1 - s / 2 * (1 - s / 12 * (1 - s / 30 * (1 - s / 56)))
      self.init(w: cosine, x: vector.x * sinc, y: vector.y * sinc, z: vector.z * sinc)
    } else {
      self = Quaternion(largeRotationVector: vector)
    }
  }

  /// The rotation `self` after the rotation `other`.
  @inlinable
  public static func * (a: Quaternion, b: Quaternion) -> Quaternion {
    Quaternion(
      w: a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
      x: a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
      y: a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
      z: a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w)
  }

  /// The opposite rotation.
  @inlinable
  public var inverse: Quaternion { Quaternion(w: w, x: -x, y: -y, z: -z) }

  /// The quaternion with its rounding error in length removed.
  @inlinable
  public var renormalized: Quaternion {
    // One Newton step for 1/sqrt(n) at n = 1: exact to 1e-12 for the rounding error of a single product.
    let n = w * w + x * x + y * y + z * z
    let scale = 1.5 - 0.5 * n
    return Quaternion(w: w * scale, x: x * scale, y: y * scale, z: z * scale)
  }

  /// `vector` turned by this rotation.
  @inlinable
  public func rotate(_ vector: Vector3) -> Vector3 {
    let u = Vector3(x, y, z)
    let t = 2 * u.cross(vector)
    return vector + w * t + u.cross(t)
  }
}
