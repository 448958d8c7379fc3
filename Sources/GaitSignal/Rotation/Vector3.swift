import GaitModel

/// A vector in three dimensions.
public struct Vector3: Sendable, Equatable {
  public var x: Double
  public var y: Double
  public var z: Double

  @inlinable
  public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  public static let zero = Vector3(0, 0, 0)

  @inlinable
  public static func + (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x + b.x, a.y + b.y, a.z + b.z) }
  @inlinable
  public static func - (a: Vector3, b: Vector3) -> Vector3 { Vector3(a.x - b.x, a.y - b.y, a.z - b.z) }
  @inlinable
  public static prefix func - (a: Vector3) -> Vector3 { Vector3(-a.x, -a.y, -a.z) }
  @inlinable
  public static func * (a: Vector3, s: Double) -> Vector3 { Vector3(a.x * s, a.y * s, a.z * s) }
  @inlinable
  public static func * (s: Double, a: Vector3) -> Vector3 { a * s }
  @inlinable
  public static func / (a: Vector3, s: Double) -> Vector3 { a * (1 / s) }
  @inlinable
  public static func += (a: inout Vector3, b: Vector3) { a = a + b }
  @inlinable
  public static func -= (a: inout Vector3, b: Vector3) { a = a - b }

  /// The scalar product with `other`.
  @inlinable
  public func dot(_ other: Vector3) -> Double { x * other.x + y * other.y + z * other.z }

  /// The vector product with `other`, right-handed.
  @inlinable
  public func cross(_ other: Vector3) -> Vector3 {
    Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }

  @inlinable
  public var squaredNorm: Double { dot(self) }

  @inlinable
  public var norm: Double { squaredNorm.squareRoot() }

  /// The vector of length 1 in this direction, or `nil` for the zero vector.
  @inlinable
  public var normalized: Vector3? {
    let length = norm
    return length > 0 && length.isFinite ? self / length : nil
  }

  /// The part of this vector that is perpendicular to the unit vector `axis`.
  @inlinable
  public func perpendicular(to axis: Vector3) -> Vector3 { self - axis * dot(axis) }
}

extension TriaxialSeries {
  /// The sample at `index`.
  @inlinable
  public subscript(index: Int) -> Vector3 { Vector3(x[index], y[index], z[index]) }

  /// The samples of `range`.
  public func vectors(in range: Range<Int>) -> [Vector3] {
    withColumns { x, y, z in range.map { Vector3(x[$0], y[$0], z[$0]) } }
  }

  /// What `body` makes of the columns, for loops over many samples.
  @inlinable
  public func withColumns<Result>(
    _ body: (_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, _ z: UnsafeBufferPointer<Double>) ->
      Result
  ) -> Result {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        z.withUnsafeBufferPointer { z in body(x, y, z) }
      }
    }
  }
}
