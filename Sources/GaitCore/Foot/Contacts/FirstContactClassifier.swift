import GaitModel
import GaitSignal

/// Tells from the foot's pitch at initial contact what touched the ground first.
package struct FirstContactClassifier: Sendable, Equatable, Codable {
  /// Pitch in rad above which the heel, and below whose negative the toes touch first (5°).
  package var limit = 5 * Double.pi / 180
  /// Standard deviation of the pitch in rad: the sole's zero (1.5°) and drift (0.5°).
  package var zeroDeviation = 1.6 * Double.pi / 180
  /// Standard deviation of the pitch in rad (4°) where the foot was not at rest before and after, so that its zero is
  /// that of other strides.
  package var unanchoredDeviation = 4 * Double.pi / 180
  /// Standard deviation of the foot's zero in rad above which its pitch is empty: as large as the limit between flat,
  /// heel and toes (5°).
  package var largestZeroDeviation = 5 * Double.pi / 180
  /// Probability below which no contact is called: with three to choose from, chance alone gives 0.33.
  package var leastProbability = 0.4
  /// Standard deviation of the time of contact in seconds: in two sets with references the spread is 7 and 11 ms.
  package var timeDeviation = 0.010

  package init() {}

  /// Whether the pitch of the foot can be told from that of the sensor.
  package func canTellPitch(with axes: FootAxes) -> Bool {
    axes.upDeviation <= largestZeroDeviation
  }

  /// What touched first and the probability that it did; `nil` where that is hardly more than chance.
  ///
  /// The error of the pitch is that of the foot's zero, and the faster the foot turns, of the time of contact.
  ///
  /// - Parameters:
  ///   - pitch: Foot pitch at initial contact in rad, toes up positive.
  ///   - rate: Its rate of change in rad/s.
  ///   - isAnchored: Whether the foot was at rest before and after.
  package func contact(
    pitch: Double, rate: Double, isAnchored: Bool, axes: FootAxes
  ) -> (contact: FirstContact, confidence: Double)? {
    let timing = rate * timeDeviation
    let zero = isAnchored ? zeroDeviation : unanchoredDeviation
    let deviation = (zero * zero + axes.upDeviation * axes.upDeviation + timing * timing).squareRoot()
    let above = normalProbability(below: (pitch - limit) / deviation)
    let below = normalProbability(below: (-limit - pitch) / deviation)
    // With heel and toes exchanged the pitch has the other sign; across the foot it says nothing, and each of the three
    // is as probable.
    let sure = axes.frontConfidence
    let along = axes.axisConfidence
    func probability(_ told: Double, exchanged: Double) -> Double {
      along * (sure * told + (1 - sure) * exchanged) + (1 - along) / 3
    }
    let first: FirstContact
    let confidence: Double
    if pitch > limit {
      (first, confidence) = (.heel, probability(above, exchanged: below))
    } else if pitch < -limit {
      (first, confidence) = (.toe, probability(below, exchanged: above))
    } else {
      let between = max(0, 1 - above - below)
      (first, confidence) = (.flat, probability(between, exchanged: between))
    }
    return confidence < leastProbability ? nil : (first, confidence)
  }
}
