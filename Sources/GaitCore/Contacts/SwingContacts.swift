import GaitSignal

/// When the foot left the ground and when it came back, as positions between samples of the track.
package struct SwingContacts: Sendable, Equatable {
  package var finalContact: Double
  package var initialContact: Double
}

/// Finds final and initial contact of a swing from the foot's own motion.
///
/// **Final contact** is where the ground stops turning the foot. Before it, the ground's reaction at the last point of
/// contact turns the foot one way (toes down in forward walking, toes up in backward walking); without it, the foot
/// is turned back by the leg. The contact is taken where the rate has fallen to half of its last peak.
/// **Initial contact** is where the swing's motion ends: the middle between the end of the swing's rotation and the
/// end of its forward motion. A swing without clear rotation (sidesteps) is bounded by its motion alone.
/// Both are motions of the foot as a whole and do not depend on where on the shoe the sensor sits; the jolt that an
/// accelerometer feels comes later, the farther it is from the point of contact.
package struct ContactDetector: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Share of its last peak to which the rotation rate falls at final contact.
    package var releaseShare = 0.5
    /// Rotation rate in mid-swing, rad/s, above which a swing has a clear rotation (sidesteps stay below).
    package var clearRotation = 1.0
    /// Rotation rate in rad/s that a last peak before the swing must reach.
    package var clearPeak = 0.5
    /// Share of the swing's highest horizontal speed at which a foot begins to be in motion.
    package var motionStart = 0.3
    /// Share of the swing's highest horizontal speed at which its forward motion has ended.
    package var motionEnd = 0.2
    /// Share of the swing's highest horizontal speed below which a reversal of the rotation can be the contact; a
    /// foot that is faster turns in the air.
    package var reversalSpeed = 0.7

    package init() {}
  }

  package func contacts(of swing: SwingPath, axes: FootAxes, track: InertialTrack) -> SwingContacts? {
    let n = swing.count
    guard n > 4 else { return nil }
    let speed = swing.velocity.map { $0.perpendicular(to: swing.up).norm }
    var fastest = 0
    for i in 1..<n where speed[i] > speed[fastest] { fastest = i }
    guard speed[fastest] > 0, fastest > 0, fastest < n - 1 else { return nil }
    let rate = (swing.first...swing.last).map {
      (track.stream.angularVelocity[$0] - track.bias).dot(axes.left)
    }
    let sense = rate[fastest] < 0 ? -1.0 : 1.0
    let hasRotation = abs(rate[fastest]) > settings.clearRotation
    // Rotation against that of the swing is positive.
    let counter = rate.map { -sense * $0 }

    let slowStart = crossing(of: speed, below: settings.motionStart * speed[fastest], from: fastest, step: -1)
    let slowEnd = crossing(of: speed, below: settings.motionEnd * speed[fastest], from: fastest, step: 1)
    var finalContact = slowStart
    var initialContact = slowEnd
    if hasRotation {
      if let release = release(in: counter, before: fastest) { finalContact = release }
      if let reversal = upcrossing(of: counter, after: fastest),
        speed[Int(reversal)] < settings.reversalSpeed * speed[fastest]
      {
        initialContact = (reversal + slowEnd) / 2
      }
    }
    guard initialContact > finalContact else { return nil }
    return SwingContacts(
      finalContact: Double(swing.first) + finalContact, initialContact: Double(swing.first) + initialContact)
  }

  /// Where `values`, followed from `start` in steps of `step`, first falls below `limit`.
  private func crossing(of values: [Double], below limit: Double, from start: Int, step: Int) -> Double {
    var i = start
    while values.indices.contains(i + step) {
      if values[i + step] < limit {
        let share = (values[i] - limit) / (values[i] - values[i + step])
        return Double(i) + Double(step) * share
      }
      i += step
    }
    return Double(i)
  }

  /// Where the rotation against the swing's, before the swing, has fallen to a share of its last peak.
  private func release(in counter: [Double], before fastest: Int) -> Double? {
    var i = fastest
    while i > 0, counter[i] <= 0 { i -= 1 }
    guard i > 0 else { return nil }
    // From the reversal back to the peak: as long as it rises, or dips by less than a quarter below what it reached.
    var peak = i
    while i > 0, counter[i] > 0.75 * counter[peak] || counter[i] > counter[i + 1] {
      if counter[i] > counter[peak] { peak = i }
      i -= 1
    }
    guard counter[peak] > settings.clearPeak else { return nil }
    return crossing(of: counter, below: settings.releaseShare * counter[peak], from: peak, step: 1)
  }

  /// Where the rotation after `fastest` turns against the swing's.
  private func upcrossing(of counter: [Double], after fastest: Int) -> Double? {
    for i in fastest..<(counter.count - 1) where counter[i] <= 0 && counter[i + 1] > 0 {
      return Double(i) - counter[i] / (counter[i + 1] - counter[i])
    }
    return nil
  }
}
