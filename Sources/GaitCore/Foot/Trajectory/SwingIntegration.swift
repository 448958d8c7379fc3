import GaitSignal

/// The path of the sensor between two foot-flat phases.
///
/// All vectors are in the axes of the track. Position and velocity have one entry per sample from `first` to `last`.
package struct SwingPath: Sendable {
  /// Samples of the track at which the path begins and ends.
  package var first: Int
  package var last: Int
  /// Gravity's reaction: what the accelerometer would read at rest, m/s².
  package var gravity: Vector3
  /// Unit vector up.
  package var up: Vector3
  /// Position relative to `first`, m.
  package var position: [Vector3]
  /// m/s.
  package var velocity: [Vector3]
  /// The velocity that was left over at the end and distributed, m/s.
  package var velocityResidual: Vector3
  /// The foot-flat phases before and after.
  package var phaseBefore: FootFlat
  package var phaseAfter: FootFlat

  /// From the first position to the last, m.
  package var displacement: Vector3 { position[position.count - 1] }
  /// The displacement without its upward part, m.
  package var horizontalDisplacement: Vector3 { displacement.perpendicular(to: up) }
  /// The number of samples.
  package var count: Int { position.count }
}

/// Integrates the sensor's path over each swing.
///
/// Gravity is taken from the swings of a few seconds around: averaged between zero-velocity instants, the specific
/// force is gravity to about 0.1°, better than an accelerometer tells during the foot-flat phase of walking, when it
/// is never quite at rest. What velocity is left at the end of a swing is then distributed over it in proportion to
/// the variance that errors of the sensor build up: evenly for tilt, with the square of the change of force for
/// impacts, which are sampled too coarsely or cut off at the end of the range, and most of it where samples were lost.
/// (The optimal smoother of a random walk with these variances; compare Rauch, Tung & Striebel 1965,
/// doi 10.2514/3.3166.)
///
/// At the zero-velocity instants the foot may still roll slowly. The sensor then moves with the angular velocity
/// times its height above the ground; leaving this out makes strides too short by 1 to 5 cm.
package struct SwingIntegration: Sendable, Equatable, Codable {
  /// Swings within this many seconds share one estimate of gravity: the gyroscope drifts less than 0.3° over it.
  package var gravityReach = 4.0
  /// Deviation of a swing's mean force from gravity, in m/s², at which the weight of the swing in the shared estimate
  /// of gravity halves.
  package var gravityDeviation = 0.3
  /// Error of gravity's direction over one swing, as an acceleration in m/s² (0.3°).
  package var tiltDeviation = 0.05
  /// Error of a lost sample in m/s²: a tenth of a second of a swing's force, not seen, is 1 to 2 m/s.
  package var lostDeviation = 60.0
  /// Time over which the angular velocity at a zero-velocity instant is averaged, in seconds.
  package var rollingWindow = 0.04
  /// Longest time between two foot-flat phases that can be a swing, in seconds; beyond it a path drifts away.
  package var longest = 4.0

  package init() {}

  /// The paths between neighboring `phases`.
  ///
  /// - Parameter height: Height of the sensor above the ground in m.
  package func paths(between phases: [FootFlat], track: InertialTrack, height: Double) -> [SwingPath] {
    let period = track.stream.period
    struct Interval {
      var first: Int
      var last: Int
      var force: Vector3
      var rolling: (Vector3, Vector3)
      var phases: (FootFlat, FootFlat)
    }
    let intervals: [Interval] = zip(phases, phases.dropFirst()).compactMap { before, after in
      let first = before.zeroVelocity.upperBound
      let last = after.zeroVelocity.lowerBound
      let duration = Double(last - first) * period
      guard last > first, duration <= longest else { return nil }
      let integral = track.forceIntegral(from: first, to: last)
      guard let up = integral.normalized else { return nil }
      let start = rollingVelocity(at: first, up: up, height: height, track: track)
      let end = rollingVelocity(at: last, up: up, height: height, track: track)
      return Interval(
        first: first, last: last, force: (integral - (end - start)) / duration, rolling: (start, end),
        phases: (before, after))
    }
    var low = 0
    var high = 0
    return intervals.indices.compactMap { k in
      let interval = intervals[k]
      let reach = Int(gravityReach / period)
      while intervals[low].last < interval.first - reach { low += 1 }
      while high < intervals.count, intervals[high].first <= interval.last + reach { high += 1 }
      let around = intervals[low..<max(high, k + 1)]
      let weights = around.map { Double($0.last - $0.first) }
      guard
        let gravity = robustMean(around.map(\.force), weights: weights), let up = gravity.normalized
      else { return nil }
      return path(
        from: interval.first, to: interval.last, gravity: gravity, up: up, rolling: interval.rolling,
        phases: interval.phases, track: track)
    }
  }

  /// Velocity of a sensor at `height` above the ground on a foot that rolls over it without sliding.
  private func rollingVelocity(at index: Int, up: Vector3, height: Double, track: InertialTrack) -> Vector3 {
    let reach = Int(rollingWindow / 2 * track.stream.rate)
    let range = max(0, index - reach)...min(track.stream.count - 1, index + reach)
    var rate = Vector3.zero
    for i in range { rate += track.angularVelocity(at: i) }
    return (rate / Double(range.count)).cross(up * height)
  }

  private func largestComponent(of stream: EvenStream, _ a: Int, _ b: Int) -> Double {
    let (f, g) = (stream.acceleration[a], stream.acceleration[b])
    return max(max(abs(f.x), abs(f.y), abs(f.z)), max(abs(g.x), abs(g.y), abs(g.z)))
  }

  private func robustMean(_ forces: [Vector3], weights: [Double]) -> Vector3? {
    guard let middle = median(of: forces) else { return nil }
    var center = middle
    for _ in 0..<2 {
      var sum = Vector3.zero
      var total = 0.0
      for (force, weight) in zip(forces, weights) {
        let deviation = (force - center).norm / gravityDeviation
        let w = weight / (1 + deviation * deviation)
        sum += force * w
        total += w
      }
      guard total > 0 else { return nil }
      center = sum / total
    }
    return center
  }

  private func path(
    from first: Int, to last: Int, gravity: Vector3, up: Vector3, rolling: (Vector3, Vector3),
    phases: (FootFlat, FootFlat), track: InertialTrack
  ) -> SwingPath {
    let stream = track.stream
    let period = stream.period
    let count = last - first + 1
    var velocity = [Vector3](repeating: .zero, count: count)
    var variance = [Double](repeating: 0, count: count)
    let duration = Double(count - 1) * period
    let tiltVariance = tiltDeviation * tiltDeviation * duration * period
    let hasClipping = stream.clippedForce.intersects(first..<(last + 1))
    var lost = [Double](repeating: 0, count: count)
    for gap in stream.bridged.overlapping(first..<(last + 1)) {
      let deviation = lostDeviation * stream.missedShare(ofGap: gap.count)
      for sample in gap.lowerBound...gap.upperBound where sample > first && sample <= last {
        lost[sample - first] = deviation
      }
    }
    for i in 1..<count {
      let a = first + i - 1
      let b = first + i
      velocity[i] = rolling.0 + track.forceIntegral(from: first, to: b) - gravity * (Double(i) * period)
      let change = (stream.acceleration[b] - stream.acceleration[a]).norm
      var deviation = EvenStream.changeShare * change
      if hasClipping && stream.clippedForce.intersects(a..<(b + 1)) {
        deviation += EvenStream.clippedShare * largestComponent(of: stream, a, b)
      }
      deviation += lost[i]
      variance[i] = variance[i - 1] + tiltVariance + deviation * deviation * period * period
    }
    velocity[0] = rolling.0
    let residual = velocity[count - 1] - rolling.1
    let total = variance[count - 1]
    var position = [Vector3](repeating: .zero, count: count)
    for i in 1..<count {
      velocity[i] -= residual * (variance[i] / total)
      position[i] = position[i - 1] + (velocity[i - 1] + velocity[i]) * (period / 2)
    }
    return SwingPath(
      first: first, last: last, gravity: gravity, up: up, position: position, velocity: velocity,
      velocityResidual: residual, phaseBefore: phases.0, phaseAfter: phases.1)
  }
}
