import GaitSignal

/// Keeps those phases of little motion in which the foot really stood still.
///
/// Between two instants of zero velocity the specific force averages to gravity. If the foot stood still in three
/// phases, the velocity integrated from the first to the third with the gravity of the two is zero in the second.
/// If one of them was the middle of a swing, it is not: the velocity is then of the order of the swing's own.
package struct ZeroVelocityConsistency: Sendable, Equatable, Codable {
  /// Velocity in m/s that errors of the sensor pile up to between two phases: 1° of tilt over 1.2 s.
  package var velocityTolerance = 0.2
  /// Velocity that errors of the sensor pile up to between two phases, as a share of the swing's highest speed: scale
  /// errors and impacts grow with the motion.
  package var relativeTolerance = 0.25
  /// Velocity in m/s that is missed in each second of lost samples: a swing's force changes by 15 m/s² and more.
  package var lostTolerance = 15.0
  /// Velocity in m/s that is missed in each second of rotation beyond the range: a tilt that is corrected except for
  /// 1.5° makes 0.3 m/s in a stride.
  package var clippedTolerance = 3.0
  /// Standard deviations of the velocity that the accelerometer missed, up to which a velocity is not evidence against
  /// a phase.
  package var unseenTolerance = 1.5
  /// Largest tolerance for velocity that the accelerometer missed, as a share of the swing's highest speed: in the
  /// middle of a swing a phase has nearly all of it.
  package var unseenShare = 0.8
  /// How many times more restless than both of its neighbors a phase is to get `strictTolerance`: people's stances
  /// resemble each other.
  package var restlessRatio = 5.0
  /// Velocity in m/s that is tolerated in a phase more restless than its neighbors (`restlessRatio`): two quiet
  /// neighbors leave little error between them.
  package var strictTolerance = 0.05
  /// Intensity in rad/s below which all phases count as equally quiet, as in the search for foot-flat phases.
  package var stillness = 0.1
  /// Phases of one swing that may lie between a phase and the next stance on either side: the lift of the heel, the
  /// middle of the swing, and the ripple of a stiff or dragged foot.
  package var mostBetween = 3
  /// Longest time in seconds from one stance to the next in which the foot was lifted: 0.4 of a stride of 4 s, and the
  /// time in which heel and toes leave and meet the ground.
  package var longestSwing = 2.5
  /// Time in seconds beyond which a phase is not a passing minimum of a swing.
  package var certainDuration = 0.5

  package init() {}

  package func consistent(_ phases: [FootFlat], track: InertialTrack) -> [FootFlat] {
    var kept = phases
    var doubts = kept.indices.map { doubt(at: $0, in: phases, track: track) }
    while kept.count > 2 {
      // Phases that are doubted more than their neighbors go; two neighbors never in the same round, since one
      // false phase makes both of its neighbors look wrong.
      let worst = doubts.indices.filter { k in
        guard doubts[k] > 0 else { return false }
        let before = k > 0 ? doubts[k - 1] : 0
        let after = k + 1 < doubts.count ? doubts[k + 1] : 0
        return doubts[k] > before && doubts[k] >= after
      }
      // The first and the last are judged by the interval beside them, and wait until its far end is beyond doubt.
      let last = kept.count - 1
      let settled = worst.filter { k in k != 0 && k != last || doubts[k == 0 ? 2 : last - 2] == 0 }
      let removed = settled.isEmpty ? worst : settled
      guard !removed.isEmpty else { break }
      let gone = Set(removed)
      var remaining: [FootFlat] = []
      var stale = Set<Int>()
      var remainingDoubts: [Double] = []
      for k in kept.indices {
        if gone.contains(k) {
          // The phases on each side are judged by others now: see `quieter`.
          stale.formUnion((remaining.count - mostBetween - 1)...(remaining.count + mostBetween))
        } else {
          remaining.append(kept[k])
          remainingDoubts.append(doubts[k])
        }
      }
      kept = remaining
      // The ends depend on the two phases next to them.
      stale.formUnion([0, kept.count - 1])
      for k in stale where kept.indices.contains(k) { remainingDoubts[k] = doubt(at: k, in: kept, track: track) }
      doubts = remainingDoubts
    }
    return kept
  }

  /// How much speaks against the phase at `k`: zero, or its unexplained velocity times its motion intensity.
  private func doubt(at k: Int, in phases: [FootFlat], track: InertialTrack) -> Double {
    let phase = phases[k]
    let period = track.stream.period
    guard Double(phase.last - phase.first) * period < certainDuration else { return 0 }
    let velocity: (unexplained: Double, highest: Double)
    // The phases' fringes may overlap, so that the end is not always behind the beginning.
    let spanStart = phases[max(k - 1, 0)].last
    var span = spanStart..<max(spanStart, phases[min(k + 1, phases.count - 1)].first)
    if k > 0, k + 1 < phases.count {
      velocity = residual(
        phases[k - 1].zeroVelocity.upperBound, phases[k + 1].zeroVelocity.lowerBound, at: phase.middle, track: track)
    } else if phases.count > 2 {
      // At either end the gravity of the next interval is carried over.
      let (a, b) = k == 0 ? (phases[1], phases[2]) : (phases[k - 2], phases[k - 1])
      let start = a.zeroVelocity.upperBound
      let end = b.zeroVelocity.lowerBound
      span = min(span.lowerBound, start)..<max(span.upperBound, end)
      let interval = Double(end - start) * period
      guard interval > 0 else { return 0 }
      let gravity = track.forceIntegral(from: start, to: end) / interval
      let (from, to) = k == 0 ? (phase.last, a.first) : (b.last, phase.first)
      let change = track.forceIntegral(from: from, to: to) - gravity * (Double(to - from) * period)
      let highest = residual(start, end, at: start, track: track).highest
      velocity = (change.norm, highest)
    } else {
      return 0
    }
    var tolerance = max(velocityTolerance, relativeTolerance * velocity.highest)
    let before = k > 0 ? phases[k - 1].intensity : 0
    let after = k + 1 < phases.count ? phases[k + 1].intensity : 0
    let unseen = unseenTolerance * track.stream.unseenVelocity(in: span)
    tolerance = max(tolerance, min(unseen, unseenShare * velocity.highest))
    // Between neighbors that are still, the tolerance falls with the phase's own restlessness, without a jump.
    let restlessness = phase.intensity / max(before, after, stillness)
    if restlessness > 1, max(before, after) <= stillness {
      tolerance = max(strictTolerance, tolerance / restlessness)
    }
    if restlessness > restlessRatio { tolerance = strictTolerance }
    let loss = { (span: Range<Int>) in
      track.stream.lostTime(in: span) * lostTolerance
        + Double(track.stream.clippedRotation.count(in: span)) * period * clippedTolerance
    }
    tolerance += loss(span)
    var unexplained = velocity.unexplained > tolerance ? velocity.unexplained : 0
    if let (before, after) = quieter(than: k, in: phases, period: period) {
      let wide = residual(before.zeroVelocity.upperBound, after.zeroVelocity.lowerBound, at: phase.middle, track: track)
      let span = before.last..<max(before.last, after.first)
      let unseen = unseenTolerance * track.stream.unseenVelocity(in: span)
      let tolerance =
        max(velocityTolerance, relativeTolerance * wide.highest, min(unseen, unseenShare * wide.highest)) + loss(span)
      if wide.unexplained > tolerance { unexplained = max(unexplained, wide.unexplained) }
    }
    return unexplained * phase.intensity
  }

  /// The nearest phases before and after `k` that are much quieter, where another phase lies between: two minima of one
  /// swing explain each other, but not against the stances before and after it.
  private func quieter(
    than k: Int, in phases: [FootFlat], period: Double
  ) -> (before: FootFlat, after: FootFlat)? {
    let enough = phases[k].intensity / restlessRatio
    let isQuiet = { (phase: FootFlat) in max(phase.intensity, stillness) < enough }
    guard let before = phases[..<k].suffix(mostBetween + 1).lastIndex(where: isQuiet),
      let after = phases[(k + 1)...].prefix(mostBetween + 1).firstIndex(where: isQuiet), after - before > 2,
      Double(phases[after].first - phases[before].last) * period <= longestSwing
    else { return nil }
    return (phases[before], phases[after])
  }

  /// The velocity at sample `middle` and the highest between samples `a` and `b`, if the foot stood still at both.
  private func residual(
    _ a: Int, _ b: Int, at middle: Int, track: InertialTrack
  ) -> (unexplained: Double, highest: Double) {
    guard b > a else { return (0, 0) }
    let period = track.stream.period
    let gravity = track.forceIntegral(from: a, to: b) / (Double(b - a) * period)
    var highest = 0.0
    // Every fourth sample is enough for a maximum that only sets a tolerance.
    for i in stride(from: a, through: b, by: 4) {
      let velocity = track.forceIntegral(from: a, to: i) - gravity * (Double(i - a) * period)
      highest = max(highest, velocity.squaredNorm)
    }
    let velocity = track.forceIntegral(from: a, to: middle) - gravity * (Double(middle - a) * period)
    return (velocity.norm, highest.squareRoot())
  }
}
