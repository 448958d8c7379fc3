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

  /// Harmonics over the samples of `range`, which hold exactly one stride.
  package init(of stream: EvenStream, in range: Range<Int>, first: Int = 1) {
    self.first = first
    let n = range.count
    duration = Double(n) / stream.rate
    // The first harmonic turns once per stride, the second twice, and so on.
    var stepCosine = SIMD8<Double>()
    var stepSine = SIMD8<Double>()
    for h in 0..<Self.count {
      let turn = Phasor(angle: 2 * Double.pi * Double(h + first) / Double(n))
      stepCosine[h] = turn.real
      stepSine[h] = turn.imaginary
    }
    var cosine = SIMD8<Double>(repeating: 1)
    var sine = SIMD8<Double>(repeating: 0)
    typealias Vectors = (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>)
    var (fr, fi, wr, wi): (Vectors, Vectors, Vectors, Vectors) = (
      (.zero, .zero, .zero), (.zero, .zero, .zero), (.zero, .zero, .zero), (.zero, .zero, .zero)
    )
    let (a, w) = (stream.acceleration, stream.angularVelocity)
    a.x.withUnsafeBufferPointer { ax in
      a.y.withUnsafeBufferPointer { ay in
        a.z.withUnsafeBufferPointer { az in
          w.x.withUnsafeBufferPointer { wx in
            w.y.withUnsafeBufferPointer { wy in
              w.z.withUnsafeBufferPointer { wz in
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
                  let next = cosine * stepCosine - sine * stepSine
                  sine = sine * stepCosine + cosine * stepSine
                  cosine = next
                }
              }
            }
          }
        }
      }
    }
    let scale = 2 / Double(max(n, 1))
    force = (fr.0 * scale, fr.1 * scale, fr.2 * scale)
    forceImaginary = (fi.0 * scale, fi.1 * scale, fi.2 * scale)
    rate = (wr.0 * scale, wr.1 * scale, wr.2 * scale)
    rateImaginary = (wi.0 * scale, wi.1 * scale, wi.2 * scale)
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
