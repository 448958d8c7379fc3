import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds phases of little motion in which the foot stood on its toes or its heel, beside a stance.
///
/// A slow walker rises onto the toes, pauses there, and swings. In the pause the foot hardly moves, but it rolls, and it
/// is not flat: a path that begins there has no zero velocity to begin with. The stance beside it has, and the foot went
/// nowhere between the two. Where samples are too far apart to follow the foot over centimeters
/// (`EvenStream.coarsePeriod`), no phase is judged. (The heel and forefoot rockers: Perry & Burnfield 2010, Gait Analysis, ISBN
/// 978-1-55642-766-4.)
package struct RockerDetector: Sendable, Equatable, Codable {
  /// How many times more restless than the stance beside it a rocking foot is: stances of one walk differ by less,
  /// see `FootFlatDetector.ratio`.
  package var ratio = 2.5
  /// Intensity in rad/s below which all phases count as equally quiet, as in the search for foot-flat phases.
  package var stillness = 0.1
  /// Least angle in rad between the foot and the flat foot (10°): soles and floors bend less, toe-standing is more.
  package var smallestTilt = 0.17
  /// Horizontal distance in m that a sensor on the foot moves at most when heel or toes rise; a stride of 0.10 m is the
  /// shortest that is measured.
  package var farthest = 0.10
  /// Distance in m from a stance, height included, within which the foot has not been lifted for a step: the shortest
  /// displacement of a swing.
  package var smallestMove = 0.05
  /// Longest time in seconds from the stance before to the stance after; beyond it a path drifts away.
  package var longest = 4.0

  package init() {}

  /// The phases without those in which the foot stood on its toes or its heel.
  package func withoutRockers(_ phases: [FootFlat], track: InertialTrack) -> [FootFlat] {
    guard phases.count > 2, track.stream.period <= EvenStream.coarsePeriod else { return phases }
    var kept = [phases[0]]
    for k in 1..<(phases.count - 1) {
      let (before, phase, after) = (kept[kept.count - 1], phases[k], phases[k + 1])
      if !isRocker(phase, before: before, after: after, track: track) { kept.append(phase) }
    }
    kept.append(phases[phases.count - 1])
    return kept
  }

  private func isRocker(_ phase: FootFlat, before: FootFlat, after: FootFlat, track: InertialTrack) -> Bool {
    let isRestless = { (stance: FootFlat) in phase.intensity > ratio * max(stance.intensity, stillness) }
    guard isRestless(before), isRestless(after) else { return false }
    let (first, last) = (before.zeroVelocity.upperBound, after.zeroVelocity.lowerBound)
    let period = track.stream.period
    guard last > first, Double(last - first) * period <= longest else { return false }
    let gravity = track.forceIntegral(from: first, to: last) / (Double(last - first) * period)
    guard let up = gravity.normalized else { return false }
    return [first, last].contains { stance in
      let way = way(from: stance, to: phase.middle, gravity: gravity, up: up, track: track)
      return way.farthest < smallestMove
        || way.distance < farthest && tilt(phase.middle, stance, up: up, track: track) >= smallestTilt
    }
  }

  /// The angle in rad between the foot at two samples, turns about the vertical left out.
  private func tilt(_ a: Int, _ b: Int, up: Vector3, track: InertialTrack) -> Double {
    let cosine = track.orientation[a].inverse.rotate(up).dot(track.orientation[b].inverse.rotate(up))
    return acos(min(1, max(-1, cosine)))
  }

  /// The horizontal distance in m from a sample at which the foot stood still to another, and the farthest that it was
  /// away in between, its height included.
  private func way(
    from stance: Int, to sample: Int, gravity: Vector3, up: Vector3, track: InertialTrack
  ) -> (distance: Double, farthest: Double) {
    let period = track.stream.period
    var position = Vector3.zero
    var farthest = 0.0
    for i in stride(from: stance, to: sample, by: sample < stance ? -1 : 1) {
      let velocity = track.forceIntegral(from: stance, to: i) - gravity * (Double(i - stance) * period)
      position += velocity * period
      farthest = max(farthest, position.squaredNorm)
    }
    return (position.perpendicular(to: up).norm, farthest.squareRoot())
  }
}
