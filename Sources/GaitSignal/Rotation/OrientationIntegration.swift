import GaitModel

/// The orientation of a sensor over time from its angular velocity, starting from the identity.
///
/// Between two samples the rotation vector is the mean rate times the period plus the coning term
/// `ω₀ × ω₁ · T²/12` (Bortz 1971, doi 10.1109/TAES.1971.310252; Savage 1998, doi 10.2514/2.4228).
///
/// - Parameters:
///   - angularVelocity: rad/s in the sensor's axes.
///   - bias: rad/s, subtracted from each sample.
///   - rate: Samples per second.
/// - Returns: For each sample the rotation from the sensor's axes to its axes at the first sample.
package func integrateOrientation(_ angularVelocity: TriaxialSeries, bias: Vector3, rate: Double) -> [Quaternion] {
  let n = angularVelocity.count
  guard n > 0 else { return [] }
  let period = 1 / rate
  let coning = period * period / 12
  return angularVelocity.x.withUnsafeBufferPointer { x in
    angularVelocity.y.withUnsafeBufferPointer { y in
      angularVelocity.z.withUnsafeBufferPointer { z in
        [Quaternion](unsafeUninitializedCapacity: n) { result, count in
          var orientation = Quaternion.identity
          var previous = Vector3(x[0], y[0], z[0]) - bias
          result.initializeElement(at: 0, to: orientation)
          for i in 1..<max(n, 1) {
            let current = Vector3(x[i], y[i], z[i]) - bias
            let turned = (previous + current) * (period / 2) + previous.cross(current) * coning
            orientation = (orientation * Quaternion(rotationVector: turned)).renormalized
            result.initializeElement(at: i, to: orientation)
            previous = current
          }
          count = n
        }
      }
    }
  }
}
