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
}
