import GaitModel
import GaitSignal

/// Orientation and first integral of the specific force over a whole segment, in a frame that is at rest but for the
/// slow drift of the gyroscope.
///
/// The frame's axes are those of the sensor at the first sample. Up is not known in it beforehand: it is what the
/// specific force averages to between two instants at which the foot stood still.
package struct InertialTrack: Sendable {
  package let stream: EvenStream
  /// Rotation from the sensor's axes to the track's, for each sample.
  package let orientation: [Quaternion]
  /// ∫ specific force dt from the first sample, in m/s, one column per axis of the track.
  package let forceIntegral: TriaxialSeries
  /// Gyroscope bias that was removed, rad/s, sensor axes.
  package let bias: Vector3

  package init(_ stream: EvenStream, bias: Vector3) {
    self.stream = stream
    self.bias = bias
    let orientation = integrateOrientation(stream.angularVelocity, bias: bias, rate: stream.rate)
    self.orientation = orientation
    forceIntegral = Self.integrateForce(stream, orientation)
  }

  /// Specific force of the sample at `index` in the track's axes, m/s².
  package func force(at index: Int) -> Vector3 { orientation[index].rotate(stream.acceleration[index]) }

  /// Angular velocity of the sample at `index` in the track's axes, rad/s.
  package func angularVelocity(at index: Int) -> Vector3 {
    orientation[index].rotate(stream.angularVelocity[index] - bias)
  }

  /// The change of the force's integral from sample `a` to sample `b`, in m/s.
  package func forceIntegral(from a: Int, to b: Int) -> Vector3 { forceIntegral[b] - forceIntegral[a] }

  private static func integrateForce(_ stream: EvenStream, _ orientation: [Quaternion]) -> TriaxialSeries {
    let n = stream.count
    var x = [Double](repeating: 0, count: n)
    var y = [Double](repeating: 0, count: n)
    var z = [Double](repeating: 0, count: n)
    let halfPeriod = stream.period / 2
    let a = stream.acceleration
    var sum = Vector3.zero
    var previous = n > 0 ? orientation[0].rotate(a[0]) : .zero
    a.x.withUnsafeBufferPointer { ax in
      a.y.withUnsafeBufferPointer { ay in
        a.z.withUnsafeBufferPointer { az in
          orientation.withUnsafeBufferPointer { q in
            for i in 1..<max(n, 1) {
              let current = q[i].rotate(Vector3(ax[i], ay[i], az[i]))
              sum += (previous + current) * halfPeriod
              previous = current
              x[i] = sum.x
              y[i] = sum.y
              z[i] = sum.z
            }
          }
        }
      }
    }
    return TriaxialSeries(x: x, y: y, z: z)
  }
}
