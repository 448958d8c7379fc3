import GaitModel
import GaitSignal

/// Refuses signals that are not what their units say, by what gravity and people can do.
///
/// Where the specific force changes least and the sensor turns least, the body part rests or moves evenly, and what is
/// left is gravity: 9.81 m/s² whatever the person does otherwise. A body part turns at 3 to 30 rad/s at most when walking.
struct PhysicsCheck {
  private let file: String
  private let evidence: SignalEvidence
  private var stream: SensorStream { evidence.stream }

  init(_ evidence: SignalEvidence) {
    file = evidence.stream.source?.file ?? evidence.stream.placement.rawValue
    self.evidence = evidence
  }

  /// Magnitudes of the specific force in m/s² that are gravity: sensors are off by up to 10 %, and a foot that never
  /// rests adds to it.
  static let gravity = 6.5...14.0
  /// The same where the foot moves even when it is quietest, as in a few seconds of brisk walking; all wrong units and
  /// removed gravity lie outside.
  private static let gravityInMotion = 4.0...25.0
  /// Standard deviation of the force in the quietest blocks, as a share of it, above which the foot moves.
  static let restless = 0.05
  /// Magnitudes that are gravity in g, taken for m/s².
  private static let gravityInG = 0.65...1.45
  /// Magnitudes that are gravity in m/s², taken for g and scaled.
  private static let gravityScaled = 60.0...140.0
  /// Angular velocity in rad/s that no body part exceeds for one in a hundred samples.
  private static let fastest = 60.0

  /// Reach of any inertial sensor: 1000 g and 57,000 °/s.
  private static let largestForce = 9_806.65
  private static let largestRate = 1000.0

  /// - Throws: `IngestError` if the signals cannot be what their units say.
  func check() throws(IngestError) {
    let rateUnit = stream.source?.angularVelocityUnit ?? "rad_s"
    // What a person does cancels over seconds, so that the quietest moment decides only where the gyroscope is in doubt.
    let isGravity = evidence.gravity.map(Self.gravity.contains) ?? false
    if !isGravity, let quiet = evidence.quiet {
      let plausible = quiet.variation > Self.restless ? Self.gravityInMotion : Self.gravity
      if !plausible.contains(quiet.magnitude) {
        throw accelerationError(quiet.magnitude, unit: stream.source?.accelerationUnit ?? "m_s2")
      }
    }
    if let contradiction = evidence.contradiction,
      contradiction.reading == .radiansAsDegrees || contradiction.reading == .degreesAsRadians
    {
      throw rateError(contradiction, unit: rateUnit)
    }
    if let rate = evidence.fastest, rate > Self.fastest {
      throw IngestError(
        .unusable, file: file, found: "angular velocities up to \(rounded(rate)) rad/s in the unit \(rateUnit)",
        expected: "less than \(Int(Self.fastest)) rad/s",
        advice: rateUnit == "rad_s"
          ? "the numbers look like degrees per second; name the columns gyr_x_deg_s and so on"
          : "check the unit of the gyroscope")
    }
    try checkReach(stream.acceleration, limit: Self.largestForce, unit: "m/s²")
    try checkReach(stream.angularVelocity, limit: Self.largestRate, unit: "rad/s")
  }

  private func rateError(_ contradiction: RotationConsistency.Contradiction, unit: String) -> IngestError {
    let isRadians = contradiction.reading == .radiansAsDegrees
    let fastest = evidence.fastest ?? 0
    return IngestError(
      .unusable, file: file,
      found: "a gyroscope that turns by \(rounded(fastest * 180 / .pi)) °/s at most in the unit \(unit), and does not "
        + "turn with the gravity in the accelerometer (\(rounded(contradiction.declared)) m/s² apart)",
      expected: "angular velocity in " + (isRadians ? "rad/s: it" : "°/s: it")
        + " fits if \(isRadians ? "multiplied" : "divided") by 57.3, as if "
        + (isRadians ? "rad/s were declared as °/s" : "°/s were declared as rad/s")
        + " (\(rounded(contradiction.found ?? 0)) m/s²)",
      advice: isRadians
        ? "name the columns gyr_x_rad_s and so on, or add --map with gyr=…:rad/s"
        : "name the columns gyr_x_deg_s and so on, or add --map with gyr=…:deg/s")
  }

  private func checkReach(_ series: TriaxialSeries, limit: Double, unit: String) throws(IngestError) {
    for column in [series.x, series.y, series.z] {
      guard let i = column.firstIndex(where: { abs($0) > limit }) else { continue }
      throw IngestError(
        .unusable, file: file, place: "\(stream.placement.rawValue) at \(rounded(stream.time[i])) s",
        found: "\(column[i]) \(unit)", expected: "at most \(Int(limit)) \(unit)",
        advice: "the sample is damaged; leave its cells empty, or export the recording again")
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
      .unusable, file: file, found: "\(rounded(force)) m/s² while the sensor is quietest, in the unit \(unit)",
      expected: "about 9.81 m/s², gravity included", advice: advice)
  }

  /// A quantile of the magnitudes, or of how far they are from `center`.
  static func quantile(_ p: Double, ofMagnitudes series: TriaxialSeries, about center: Double = 0) -> Double? {
    // Ten thousand samples from all over are enough for a quantile that decides between factors of ten.
    let interval = max(1, series.count / 10_000)
    var values: [Double] = []
    for i in stride(from: 0, to: series.count, by: interval) {
      let square = series.x[i] * series.x[i] + series.y[i] * series.y[i] + series.z[i] * series.z[i]
      if square.isFinite { values.append(abs(square.squareRoot() - center)) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    return values[Int(p * Double(values.count - 1))]
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
