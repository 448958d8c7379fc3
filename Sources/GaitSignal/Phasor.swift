#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Amplitude and phase of an oscillation as a complex number.
public struct Phasor: Sendable, Equatable {
  public var real: Double
  public var imaginary: Double

  @inlinable
  public init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  /// The phasor of length 1 at `angle` (rad).
  public init(angle: Double) {
    self.init(cos(angle), sin(angle))
  }

  public static let zero = Phasor(0, 0)

  @inlinable
  public static func + (a: Phasor, b: Phasor) -> Phasor { Phasor(a.real + b.real, a.imaginary + b.imaginary) }
  @inlinable
  public static func - (a: Phasor, b: Phasor) -> Phasor { Phasor(a.real - b.real, a.imaginary - b.imaginary) }
  @inlinable
  public static func * (a: Phasor, s: Double) -> Phasor { Phasor(a.real * s, a.imaginary * s) }
  @inlinable
  public static func * (a: Phasor, b: Phasor) -> Phasor {
    Phasor(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }
  @inlinable
  public static func += (a: inout Phasor, b: Phasor) { a = a + b }

  /// The phasor mirrored in the real axis: the same oscillation with time running backward.
  @inlinable
  public var conjugate: Phasor { Phasor(real, -imaginary) }

  @inlinable
  public var squaredAmplitude: Double { real * real + imaginary * imaginary }

  @inlinable
  public var amplitude: Double { squaredAmplitude.squareRoot() }

  /// The integral over time of an oscillation with the angular frequency `rate` (rad/s).
  @inlinable
  public func integrated(angularFrequency rate: Double) -> Phasor { Phasor(imaginary / rate, -real / rate) }
}
