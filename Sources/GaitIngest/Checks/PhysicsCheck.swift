import GaitModel

/// Refuses signals that are not what their units say, by what gravity and people can do.
///
/// The specific force of a body that goes nowhere averages to gravity, so its median magnitude is near 9.81 m/s²
/// whether the person rests or walks. A body part turns at 3 to 30 rad/s at most when walking.
struct PhysicsCheck {
  let file: String

  /// Median magnitudes of the specific force in m/s² that are gravity: sensors are off by up to 10 %, and a runner's
  /// median is another 20 % away.
  private static let gravity = 6.5...14.0
  /// Median magnitudes that are gravity in g, taken for m/s².
  private static let gravityInG = 0.65...1.45
  /// Median magnitudes that are gravity in m/s², taken for g and scaled.
  private static let gravityScaled = 60.0...140.0
  /// Angular velocity in rad/s that no body part exceeds for one in a hundred samples.
  private static let fastest = 60.0

  func check(_ stream: SensorStream, accelerationUnit: String, rateUnit: String) throws(IngestError) {
    let force = quantile(0.5, ofMagnitudes: stream.acceleration)
    if let force, !Self.gravity.contains(force) {
      throw accelerationError(force, unit: accelerationUnit)
    }
    if let rate = quantile(0.99, ofMagnitudes: stream.angularVelocity), rate > Self.fastest {
      throw IngestError(
        .unusable, file: file, found: "angular velocities up to \(rounded(rate)) rad/s in the unit \(rateUnit)",
        expected: "less than \(Int(Self.fastest)) rad/s",
        advice: rateUnit == "rad_s"
          ? "the numbers look like degrees per second; name the columns gyr_x_deg_s and so on"
          : "check the unit of the gyroscope")
    }
  }

  private func accelerationError(_ force: Double, unit: String) -> IngestError {
    let advice: String
    if Self.gravityInG.contains(force) && unit == "m_s2" {
      advice = "the numbers look like g; name the columns acc_x_g and so on"
    } else if Self.gravityScaled.contains(force) && unit == "g" {
      advice = "the numbers look like m/s²; name the columns acc_x_m_s2 and so on"
    } else if force < Self.gravity.lowerBound {
      advice = "gravity seems to have been removed; export the raw acceleration, not the linear or user acceleration"
    } else {
      advice = "check the unit of the accelerometer"
    }
    return IngestError(
      .unusable, file: file, found: "a median acceleration of \(rounded(force)) m/s² in the unit \(unit)",
      expected: "about 9.81 m/s², gravity included", advice: advice)
  }

  private func quantile(_ p: Double, ofMagnitudes series: TriaxialSeries) -> Double? {
    // Ten thousand samples from all over are enough for a quantile that decides between factors of ten.
    let interval = max(1, series.count / 10_000)
    var values: [Double] = []
    for i in stride(from: 0, to: series.count, by: interval) {
      let square = series.x[i] * series.x[i] + series.y[i] * series.y[i] + series.z[i] * series.z[i]
      if square.isFinite { values.append(square.squareRoot()) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    return values[Int(p * Double(values.count - 1))]
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
