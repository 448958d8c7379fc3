import GaitModel
import GaitSignal

/// The first eight harmonics of the six signals of a sensor over one stride.
///
/// Element `h` belongs to the frequency `(h + 1) / T` of a stride that takes `T`. What repeats with every step is in the
/// even harmonics. Amplitudes are peak values; phases are those at the start of the stride.
package struct StrideHarmonics: Sendable {
  package static let count = 8

  private var series: [(real: SixAxes, imaginary: SixAxes)]
  /// Means over the stride.
  private var mean: SixAxes
  /// Seconds.
  package var duration: Double

  /// Harmonics over the samples of `range`, which hold exactly one stride.
  package init(of stream: EvenStream, in range: Range<Int>) {
    let stride = FoldedStride(stream.sixAxes(in: range)[...])
    series = (1...Self.count).map(stride.harmonic)
    mean = stride.harmonic(0).real / 2
    duration = Double(range.count) / stream.rate
  }

  /// Angular frequency of element `h` in rad/s.
  package func angularFrequency(_ h: Int) -> Double { 2 * Double.pi * Double(h + 1) / duration }

  /// Element `h` of the specific force along `axis`.
  package func force(along axis: Vector3, _ h: Int) -> Phasor {
    let (real, imaginary) = series[h]
    return Phasor(
      axis.x * real[0] + axis.y * real[1] + axis.z * real[2],
      axis.x * imaginary[0] + axis.y * imaginary[1] + axis.z * imaginary[2])
  }

  /// Element `h` of the angle of rotation about `axis`, in rad.
  package func angle(about axis: Vector3, _ h: Int) -> Phasor {
    let (real, imaginary) = series[h]
    return Phasor(
      axis.x * real[3] + axis.y * real[4] + axis.z * real[5],
      axis.x * imaginary[3] + axis.y * imaginary[4] + axis.z * imaginary[5]
    ).integrated(angularFrequency: angularFrequency(h))
  }

  /// The angle in rad by which the sensor turns about `axis` over the stride.
  package func turn(about axis: Vector3) -> Double {
    (axis.x * mean[3] + axis.y * mean[4] + axis.z * mean[5]) * duration
  }

  /// Element `h` of the acceleration of the trunk along the horizontal `axis`: the specific force along it less the
  /// part of gravity that comes and goes as the sensor tilts.
  package func acceleration(along axis: Vector3, up: Vector3, _ h: Int) -> Phasor {
    force(along: axis, h) - angle(about: axis.cross(up), h) * Self.gravity
  }

  /// Standard gravity in m/s².
  package static let gravity = 9.80665
}
