/// A symmetric 3 × 3 matrix, such as a covariance or an inertia.
public struct SymmetricMatrix3: Sendable, Equatable {
  public var xx, xy, xz, yy, yz, zz: Double

  /// The matrix of zeros.
  public init() {
    (xx, xy, xz, yy, yz, zz) = (0, 0, 0, 0, 0, 0)
  }

  /// Adds `weight` times the outer product of `v` with itself.
  @inlinable
  public mutating func addOuterProduct(_ v: Vector3, weight: Double = 1) {
    xx += weight * v.x * v.x
    xy += weight * v.x * v.y
    xz += weight * v.x * v.z
    yy += weight * v.y * v.y
    yz += weight * v.y * v.z
    zz += weight * v.z * v.z
  }

  /// The matrix applied to `v`.
  public func applied(to v: Vector3) -> Vector3 {
    Vector3(xx * v.x + xy * v.y + xz * v.z, xy * v.x + yy * v.y + yz * v.z, xz * v.x + yz * v.y + zz * v.z)
  }

  /// The solution `x` of `self · x = b` by Cramer's rule, or `nil` if the matrix is singular.
  public func solve(_ b: Vector3) -> Vector3? {
    let cxx = yy * zz - yz * yz
    let cxy = xz * yz - xy * zz
    let cxz = xy * yz - xz * yy
    let determinant = xx * cxx + xy * cxy + xz * cxz
    guard determinant != 0, determinant.isFinite else { return nil }
    let cyy = xx * zz - xz * xz
    let cyz = xy * xz - xx * yz
    let czz = xx * yy - xy * xy
    return Vector3(
      cxx * b.x + cxy * b.y + cxz * b.z, cxy * b.x + cyy * b.y + cyz * b.z, cxz * b.x + cyz * b.y + czz * b.z)
      / determinant
  }

  /// The direction in the plane perpendicular to the unit vector `normal` in which the form is largest, with the
  /// largest and smallest value the form takes in that plane.
  ///
  /// - Returns: `nil` where the form is the same in all directions of the plane.
  public func principalAxis(perpendicularTo normal: Vector3) -> (axis: Vector3, largest: Double, smallest: Double)? {
    let helper = abs(normal.x) < 0.6 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)
    guard let u = helper.perpendicular(to: normal).normalized else { return nil }
    let v = normal.cross(u)
    let a = u.dot(applied(to: u))
    let b = u.dot(applied(to: v))
    let c = v.dot(applied(to: v))
    let middle = (a + c) / 2
    let radius = (((a - c) / 2) * ((a - c) / 2) + b * b).squareRoot()
    guard radius > 0 else { return nil }
    // The eigenvector from whichever of the two rows is longer, for precision.
    let largest = middle + radius
    let candidate = a >= c ? u * (largest - c) + v * b : u * b + v * (largest - a)
    guard let axis = candidate.normalized else { return nil }
    return (axis, largest, middle - radius)
  }
}
