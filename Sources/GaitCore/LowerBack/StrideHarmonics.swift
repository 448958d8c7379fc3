import GaitModel
import GaitSignal

/// Eight harmonics of the six signals of a sensor over one stride, usually the first eight.
///
/// Element `h` of each vector belongs to the frequency `(h + first) / T` of a stride that takes `T`. What repeats with
/// every step is in the even harmonics. Amplitudes are peak values; phases are those at the start of the stride.
package struct StrideHarmonics: Sendable {
  package static let count = 8

  /// Real and imaginary parts for the specific force (m/s²) along the sensor's x, y and z.
  package var force: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
  package var forceImaginary: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
  /// The same for the angular velocity (rad/s).
  package var rate: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
  package var rateImaginary: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
  /// Seconds.
  package var duration: Double
  /// Number of the harmonic in element 0: 1 is the stride's own frequency.
  package var first: Int

  private typealias Vectors = (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)

  /// Harmonics over the samples of `range`, which hold exactly one stride.
  package init(of stream: EvenStream, in range: Range<Int>, first: Int = 1) {
    self.first = first
    duration = Double(range.count) / stream.rate
    let turn = Self.turn(per: range.count, first: first)
    var cosine = SIMD8<Double>(repeating: 1)
    var sine = SIMD8<Double>.zero
    var (fr, fi, wr, wi): (Vectors, Vectors, Vectors, Vectors) = (
      (.zero, .zero, .zero), (.zero, .zero, .zero), (.zero, .zero, .zero), (.zero, .zero, .zero)
    )
    Self.withColumns(stream.acceleration) { ax, ay, az in
      Self.withColumns(stream.angularVelocity) { wx, wy, wz in
        for i in range {
          fr.0 += cosine * ax[i]
          fi.0 -= sine * ax[i]
          fr.1 += cosine * ay[i]
          fi.1 -= sine * ay[i]
          fr.2 += cosine * az[i]
          fi.2 -= sine * az[i]
          wr.0 += cosine * wx[i]
          wi.0 -= sine * wx[i]
          wr.1 += cosine * wy[i]
          wi.1 -= sine * wy[i]
          wr.2 += cosine * wz[i]
          wi.2 -= sine * wz[i]
          let next = cosine * turn.cosine - sine * turn.sine
          sine = sine * turn.cosine + cosine * turn.sine
          cosine = next
        }
      }
    }
    let scale = 2 / Double(max(range.count, 1))
    force = (fr.0 * scale, fr.1 * scale, fr.2 * scale)
    forceImaginary = (fi.0 * scale, fi.1 * scale, fi.2 * scale)
    rate = (wr.0 * scale, wr.1 * scale, wr.2 * scale)
    rateImaginary = (wi.0 * scale, wi.1 * scale, wi.2 * scale)
  }

  /// The same for the specific force alone; the angles are zero.
  package init(ofForce stream: EvenStream, in range: Range<Int>, first: Int = 1) {
    self.first = first
    duration = Double(range.count) / stream.rate
    let turn = Self.turn(per: range.count, first: first)
    var cosine = SIMD8<Double>(repeating: 1)
    var sine = SIMD8<Double>.zero
    var (fr, fi): (Vectors, Vectors) = ((.zero, .zero, .zero), (.zero, .zero, .zero))
    Self.withColumns(stream.acceleration) { ax, ay, az in
      for i in range {
        fr.0 += cosine * ax[i]
        fi.0 -= sine * ax[i]
        fr.1 += cosine * ay[i]
        fi.1 -= sine * ay[i]
        fr.2 += cosine * az[i]
        fi.2 -= sine * az[i]
        let next = cosine * turn.cosine - sine * turn.sine
        sine = sine * turn.cosine + cosine * turn.sine
        cosine = next
      }
    }
    let scale = 2 / Double(max(range.count, 1))
    force = (fr.0 * scale, fr.1 * scale, fr.2 * scale)
    forceImaginary = (fi.0 * scale, fi.1 * scale, fi.2 * scale)
    rate = (.zero, .zero, .zero)
    rateImaginary = (.zero, .zero, .zero)
  }

  /// By what each harmonic turns from one sample to the next: the first harmonic turns once per stride, the second
  /// twice, and so on.
  private static func turn(per samples: Int, first: Int) -> (cosine: SIMD8<Double>, sine: SIMD8<Double>) {
    var turn = (cosine: SIMD8<Double>(), sine: SIMD8<Double>())
    for h in 0..<count {
      let step = Phasor(angle: 2 * Double.pi * Double(h + first) / Double(max(samples, 1)))
      turn.cosine[h] = step.real
      turn.sine[h] = step.imaginary
    }
    return turn
  }

  @inline(__always)
  private static func withColumns(
    _ series: TriaxialSeries,
    _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Void
  ) {
    series.x.withUnsafeBufferPointer { x in
      series.y.withUnsafeBufferPointer { y in
        series.z.withUnsafeBufferPointer { z in body(x, y, z) }
      }
    }
  }

  /// Angular frequency of element `h` in rad/s.
  package func angularFrequency(_ h: Int) -> Double { 2 * Double.pi * Double(h + first) / duration }

  /// Element `h` of the specific force along `axis`.
  package func force(along axis: Vector3, _ h: Int) -> Phasor {
    Phasor(
      axis.x * force.0[h] + axis.y * force.1[h] + axis.z * force.2[h],
      axis.x * forceImaginary.0[h] + axis.y * forceImaginary.1[h] + axis.z * forceImaginary.2[h])
  }

  /// Element `h` of the angle of rotation about `axis`, in rad.
  package func angle(about axis: Vector3, _ h: Int) -> Phasor {
    Phasor(
      axis.x * rate.0[h] + axis.y * rate.1[h] + axis.z * rate.2[h],
      axis.x * rateImaginary.0[h] + axis.y * rateImaginary.1[h] + axis.z * rateImaginary.2[h]
    ).integrated(angularFrequency: angularFrequency(h))
  }

  /// Element `h` of the acceleration of the trunk along the horizontal `axis`: the specific force along it less the
  /// part of gravity that comes and goes as the sensor tilts.
  package func acceleration(along axis: Vector3, up: Vector3, _ h: Int) -> Phasor {
    force(along: axis, h) - angle(about: axis.cross(up), h) * Self.gravity
  }

  /// Standard gravity in m/s².
  package static let gravity = 9.80665
}
