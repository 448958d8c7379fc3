import GaitModel
import GaitSignal

/// Tells from the foot's pitch at initial contact what touched the ground first.
package struct FirstContactClassifier: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Pitch in rad above which the heel, and below whose negative the toes touch first (5°).
    package var limit = 5 * Double.pi / 180
    /// Standard deviation of the pitch in rad: the sole's zero (1.5°), drift (0.5°) and, the faster the foot turns,
    /// the time of contact (10 ms).
    package var zeroDeviation = 1.6 * Double.pi / 180
    /// The same where the foot was not at rest before and after, so that the zero is that of other strides.
    package var unanchoredDeviation = 4 * Double.pi / 180
    /// Standard deviation of the time of contact in seconds.
    package var timeDeviation = 0.010

    package init() {}
  }

  /// - Parameters:
  ///   - pitch: Foot pitch at initial contact in rad, toes up positive.
  ///   - rate: Its rate of change in rad/s.
  ///   - isAnchored: Whether the foot was at rest before and after.
  package func contact(
    pitch: Double, rate: Double, isAnchored: Bool, axes: FootAxes
  ) -> (contact: FirstContact, confidence: Double) {
    let timing = rate * settings.timeDeviation
    let zero = isAnchored ? settings.zeroDeviation : settings.unanchoredDeviation
    let deviation = (zero * zero + timing * timing).squareRoot()
    let above = normalProbability(below: (pitch - settings.limit) / deviation)
    let below = normalProbability(below: (-settings.limit - pitch) / deviation)
    let sure = axes.frontConfidence
    let along = axes.axisConfidence
    if pitch > settings.limit { return (.heel, along * (sure * above + (1 - sure) * below)) }
    if pitch < -settings.limit { return (.toe, along * (sure * below + (1 - sure) * above)) }
    return (.flat, along * max(0, 1 - above - below))
  }
}
