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
/// **Initial contact** is where the point that lands stops: the horizontal speed of heel or ball, whichever is slower,
/// has fallen to a small share of the swing's. The sensor's own speed and the levers that `SoleCalibration` measured
/// give the speed of both points. Whether heel or toes land first, and whether the foot turns on or comes back in the
/// air before it lands, as it does in turns, makes no difference.
/// Both are motions of the foot as a whole and do not depend on where on the shoe the sensor sits; the jolt that an
/// accelerometer feels comes later, the farther it is from the point of contact.
package struct ContactDetector: Sendable, Equatable, Codable {
  /// Share of its last peak to which the rotation rate falls at final contact.
  package var releaseShare = 0.5
  /// Rotation rate in mid-swing, rad/s, above which a swing has a clear rotation (sidesteps stay below).
  package var clearRotation = 1.0
  /// Rotation rate in rad/s that the last peak before the swing must reach: half of the rate of a clear rotation.
  package var clearPeak = 0.5
  /// Share of the swing's highest horizontal speed from which a foot is in motion.
  package var motionStart = 0.3
  /// Share of the swing's highest horizontal speed to which that of heel or ball has fallen at initial contact. Above
  /// what errors of lever and path leave of a point at rest (2 cm at 10 rad/s are 5 % of 4 m/s); from 0.10 to 0.25 the
  /// spread of the contacts around each reference is nearly the same.
  package var landedShare = 0.15

  package init() {}

  /// - Parameter sole: The levers from the sensor to heel and ball.
  package func contacts(
    of swing: SwingPath, axes: FootAxes, sole: SoleGeometry, track: InertialTrack
  ) -> SwingContacts? {
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
    let hasRotation = abs(rate[fastest]) > clearRotation
    // Rotation against that of the swing is positive.
    let counter = rate.map { -sense * $0 }

    let slowStart = crossing(of: speed, below: motionStart * speed[fastest], from: fastest, step: -1)
    var finalContact = slowStart
    if hasRotation, let release = release(in: counter, before: fastest) { finalContact = release }
    let initialContact = landing(
      of: swing, after: Int(finalContact), limit: landedShare * speed[fastest], axes: axes, sole: sole,
      track: track)
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
    guard counter[peak] > clearPeak else { return nil }
    return crossing(of: counter, below: releaseShare * counter[peak], from: peak, step: 1)
  }

  /// Where heel or ball, whichever is slower, falls below the speed `limit` after it was fastest in the air.
  private func landing(
    of swing: SwingPath, after release: Int, limit: Double, axes: FootAxes, sole: SoleGeometry, track: InertialTrack
  ) -> Double {
    let heel = axes.front * sole.heel.ahead - axes.up * sole.heel.height
    let ball = axes.front * sole.ball.ahead - axes.up * sole.ball.height
    let speed = (release..<swing.count).map { i -> Double in
      let sample = swing.first + i
      let rate = track.stream.angularVelocity[sample] - track.bias
      func squaredSpeed(_ lever: Vector3) -> Double {
        let velocity = swing.velocity[i] + track.orientation[sample].rotate(rate.cross(lever))
        return velocity.perpendicular(to: swing.up).squaredNorm
      }
      return min(squaredSpeed(heel), squaredSpeed(ball)).squareRoot()
    }
    var fastest = 0
    for i in speed.indices where speed[i] > speed[fastest] { fastest = i }
    return Double(release) + crossing(of: speed, below: limit, from: fastest, step: 1)
  }
}
