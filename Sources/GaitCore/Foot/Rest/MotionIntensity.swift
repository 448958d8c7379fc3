import GaitModel
import GaitSignal

/// How strongly a foot moves, sample by sample, as an angular rate in rad/s.
///
/// The mean square of the angular velocity and the variance of the specific force, both over a window that is short
/// against stance, are added after scaling the force to a rate. The angular velocity enters with its mean, because a
/// steadily turning foot is not at rest; the specific force without its mean, because gravity is always there. Both
/// parts are needed: in mid-swing the angular velocity passes through zero, but the force does not stand still.
/// (Skog et al. 2010, doi 10.1109/TBME.2010.2060723, the generalized likelihood ratio, without their thresholds.)
package struct MotionIntensity: Sendable, Equatable, Codable {
  /// Length of the window in seconds: a third of the foot-flat phase of brisk walking.
  package var window = 0.10
  /// Specific force that weighs as much as 1 rad/s, in m/s²: a foot on a leg of 0.9 m that turns at 1 rad/s about
  /// the hip and takes 0.3 s to get there feels 3 m/s².
  package var forcePerRate = 3.0

  package init() {}

  /// The intensity of each sample of `stream`, with `bias` (rad/s) removed from the angular velocity.
  ///
  /// - Parameter steadyRotationIsRest: Leaves the mean angular velocity out, for use before the bias is known.
  package func values(
    of stream: EvenStream, bias: Vector3 = .zero, steadyRotationIsRest: Bool = false
  ) -> [Double] {
    let n = stream.count
    let half = max(1, Int((window * stream.rate).rounded()) / 2)
    let forceScale = 1 / (forcePerRate * forcePerRate)
    var result = [Double](repeating: 0, count: n)
    let a = stream.acceleration
    let w = stream.angularVelocity
    withBuffers(a, w) { ax, ay, az, wx, wy, wz in
      var sums = WindowSums()
      for i in 0..<n {
        // Sums are made anew now and then, so that rounding does not pile up over a long recording.
        if i & 0xfff == 0 {
          sums = WindowSums()
          for j in max(0, i - half)...min(n - 1, i + half) {
            sums.add(
              Vector3(ax[j], ay[j], az[j]), Vector3(wx[j], wy[j], wz[j]) - bias, sign: 1)
          }
        } else {
          if i + half < n {
            let j = i + half
            sums.add(Vector3(ax[j], ay[j], az[j]), Vector3(wx[j], wy[j], wz[j]) - bias, sign: 1)
          }
          if i - half - 1 >= 0 {
            let j = i - half - 1
            sums.add(Vector3(ax[j], ay[j], az[j]), Vector3(wx[j], wy[j], wz[j]) - bias, sign: -1)
          }
        }
        let count = Double(min(i + half, n - 1) - max(i - half, 0) + 1)
        let meanForce = sums.force / count
        let forceVariance = max(0, sums.forceSquared / count - meanForce.squaredNorm)
        var rateSquared = sums.rateSquared / count
        if steadyRotationIsRest {
          rateSquared = max(0, rateSquared - (sums.rate / count).squaredNorm)
        }
        result[i] = (max(0, rateSquared) + forceVariance * forceScale).squareRoot()
      }
    }
    return result
  }

  private struct WindowSums {
    var force = Vector3.zero
    var forceSquared = 0.0
    var rate = Vector3.zero
    var rateSquared = 0.0

    @inline(__always)
    mutating func add(_ f: Vector3, _ w: Vector3, sign: Double) {
      force += f * sign
      forceSquared += f.squaredNorm * sign
      rate += w * sign
      rateSquared += w.squaredNorm * sign
    }
  }

  private func withBuffers(
    _ a: TriaxialSeries, _ w: TriaxialSeries,
    _ body: (
      UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>,
      UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>
    ) -> Void
  ) {
    a.x.withUnsafeBufferPointer { ax in
      a.y.withUnsafeBufferPointer { ay in
        a.z.withUnsafeBufferPointer { az in
          w.x.withUnsafeBufferPointer { wx in
            w.y.withUnsafeBufferPointer { wy in
              w.z.withUnsafeBufferPointer { wz in body(ax, ay, az, wx, wy, wz) }
            }
          }
        }
      }
    }
  }
}
