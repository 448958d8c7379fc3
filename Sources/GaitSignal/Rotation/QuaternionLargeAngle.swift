#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Quaternion {
  /// The rotation by `vector`, for angles beyond the reach of the series.
  @usableFromInline
  init(largeRotationVector vector: Vector3) {
    let angle = vector.norm
    let sinc = sin(angle / 2) / angle
    self.init(w: cos(angle / 2), x: vector.x * sinc, y: vector.y * sinc, z: vector.z * sinc)
  }
}
