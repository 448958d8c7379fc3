import GaitModel
import GaitSignal

/// Finds the gyroscope's bias.
///
/// Where the sensor rested, the bias is what it read. Where it never did, gravity tells: averaged over a walking
/// foot's motion the specific force is gravity, and gravity has one direction; in the axes that the gyroscope
/// integrates to, a bias makes it turn. The bias is the constant rate that undoes this turning best (least squares
/// with a prior, reweighted against outliers).
package struct GyroscopeBias: Sendable, Equatable, Codable {
  /// Length of the window over which the specific force averages to gravity, in seconds: three to four strides,
  /// tapered, so that the change of velocity within it weighs little.
  package var window = 4.0
  /// Distance between windows in seconds: a quarter of a window.
  package var hop = 1.0
  /// Shortest segment in which windows follow gravity's direction, in seconds: one window.
  package var shortest = 4.0
  /// Length of a segment in seconds from which its windows show gravity's direction surely: two windows without
  /// overlap.
  package var sure = 8.0
  /// Length in seconds of a segment that has a bias of its own: two dozen strides of slow walking.
  package var longEnough = 30.0
  /// Part of a longer segment in seconds in which its bias is sought first: several dozen strides.
  package var enough = 60.0
  /// Standard deviation in rad/s of a gyroscope's bias before anything is known (3 °/s).
  package var priorDeviation = 0.05
  /// Standard deviation in m/s² of the mean of a window around gravity: 0.3 m/s of unequal speed over the window's
  /// flanks.
  package var windowDeviation = 0.3
  /// Standard deviation in m/s² of the mean between two zero-velocity instants around gravity: 0.1 m/s over a short
  /// stride.
  package var strideDeviation = 0.15
  /// Weight of what was measured across lost rotation, as a share: it is corrected except for what a bias turns in a
  /// second.
  package var unseenWeight = 0.1
  /// Rounds of the windows' least squares; a large bias bends the axes it is estimated in.
  package var rounds = 4
  /// Correction in rad/s below which another round changes nothing: it turns gravity by 0.06° in a second.
  package var negligible = 0.001

  package init() {}

  /// Mean angular velocity over the rests in rad/s, or `nil` without rests.
  package func restingRate(of stream: EvenStream, rests: [Range<Int>]) -> Vector3? {
    guard !rests.isEmpty else { return nil }
    var sum = Vector3.zero
    var count = 0
    for rest in rests {
      for i in rest { sum += stream.angularVelocity[i] }
      count += rest.count
    }
    return sum / Double(count)
  }

  /// The mean of the resting rates of several segments, weighted by their numbers of samples; `nil` if none rested.
  package func common(_ resting: some Sequence<(rate: Vector3?, samples: Int)>) -> Vector3? {
    var sum = Vector3.zero
    var total = 0
    for (rate, samples) in resting {
      guard let rate else { continue }
      sum += rate * Double(samples)
      total += samples
    }
    return total > 0 ? sum / Double(total) : nil
  }

  /// Whether a segment is too short for windows to tell its bias.
  package func isShort(_ stream: EvenStream) -> Bool { Double(stream.count) / stream.rate < sure }

  /// The bias from gravity alone in rad/s, before it is known when the foot stood still; `nil` for short segments.
  ///
  /// Coarse: a walk in a tight circle has a mean force beside gravity.
  package func coarseBias(of stream: EvenStream) -> Vector3? {
    let duration = Double(stream.count) / stream.rate
    guard duration >= shortest else { return nil }
    // Shorter windows stray farther from gravity, since the same change of velocity falls into less time.
    let width = min(window, duration / 2)
    let deviation = windowDeviation * window / width
    var bias = Vector3.zero
    for _ in 0..<rounds {
      let track = InertialTrack(stream, bias: bias)
      guard
        let correction = correction(of: track, gravity: windows(of: track, lasting: width), deviation: deviation)
      else { return nil }
      bias += correction
      if correction.norm < negligible { break }
    }
    return bias
  }

  /// The bias in rad/s from gravity between zero-velocity instants, where the mean force is gravity exactly.
  package func refinedBias(of track: InertialTrack, phases: [FootFlat], longest: Double) -> Vector3? {
    let samples: [GravitySample] = zip(phases, phases.dropFirst()).compactMap { before, after in
      let (a, b) = (before.zeroVelocity.upperBound, after.zeroVelocity.lowerBound)
      let duration = Double(b - a) * track.stream.period
      guard b > a, duration <= longest else { return nil }
      return GravitySample(
        center: (a + b) / 2, reach: a..<b, force: track.forceIntegral(from: a, to: b) / duration)
    }
    return correction(of: track, gravity: samples, deviation: strideDeviation).map { track.bias + $0 }
  }

  /// Gravity's reaction around one instant, in the track's axes.
  private struct GravitySample {
    var center: Int
    /// The samples whose mean it is.
    var reach: Range<Int>
    var force: Vector3
  }

  /// The equation `Δg = −[g]× · ∫R dt · b` of two neighboring samples.
  private struct GravityPair {
    var rows: [Vector3]
    var values: [Double]

    /// - Parameter turning: Columns of ∫ R dt between the two, in seconds.
    init(_ a: GravitySample, _ b: GravitySample, turning: [Vector3]) {
      let gravity = (a.force + b.force) / 2
      let columns = turning.map { -gravity.cross($0) }
      rows = [
        Vector3(columns[0].x, columns[1].x, columns[2].x),
        Vector3(columns[0].y, columns[1].y, columns[2].y),
        Vector3(columns[0].z, columns[1].z, columns[2].z),
      ]
      let change = b.force - a.force
      values = [change.x, change.y, change.z]
    }

    func residual(for bias: Vector3) -> Double {
      Vector3(
        values[0] - rows[0].dot(bias), values[1] - rows[1].dot(bias), values[2] - rows[2].dot(bias)
      ).norm
    }
  }

  private func correction(of track: InertialTrack, gravity: [GravitySample], deviation: Double) -> Vector3? {
    guard gravity.count >= 2 else { return nil }
    let pairs = zip(gravity, gravity.dropFirst()).map { a, b in
      GravityPair(a, b, turning: turning(of: track, from: a.center, to: b.center))
    }
    let unseen = track.stream.unseen
    let trust = zip(gravity, gravity.dropFirst()).map { a, b in
      unseen.intersects(a.reach.lowerBound..<b.reach.upperBound) ? unseenWeight : 1
    }
    let axes = [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1)]
    let prior = (deviation / priorDeviation) * (deviation / priorDeviation)
    var weights = trust
    var solution = Vector3.zero
    for _ in 0..<3 {
      var normal = SymmetricMatrix3()
      for axis in axes { normal.addOuterProduct(axis, weight: prior) }
      // The prior is on the whole bias, of which the track's has been taken out already.
      var right = track.bias * -prior
      for (pair, weight) in zip(pairs, weights) {
        for (row, value) in zip(pair.rows, pair.values) {
          normal.addOuterProduct(row, weight: weight)
          right += row * (weight * value)
        }
      }
      guard let next = normal.solve(right) else { return nil }
      solution = next
      let residuals = pairs.map { $0.residual(for: next) }
      let scale = 2 * max(median(of: residuals) ?? 0, 1e-6)
      weights = zip(residuals, trust).map { $1 / max(1, $0 / scale) }
    }
    return solution
  }

  /// Columns of ∫ R dt over the samples from `a` to `b`, in seconds.
  private func turning(of track: InertialTrack, from a: Int, to b: Int) -> [Vector3] {
    var x = Vector3.zero
    var y = Vector3.zero
    var z = Vector3.zero
    for i in a..<b {
      let orientation = track.orientation[i]
      x += orientation.rotate(Vector3(1, 0, 0))
      y += orientation.rotate(Vector3(0, 1, 0))
      z += orientation.rotate(Vector3(0, 0, 1))
    }
    return [x, y, z].map { $0 * track.stream.period }
  }

  /// Mean specific force over triangular windows.
  ///
  /// - Parameter duration: Of a window, in seconds.
  private func windows(of track: InertialTrack, lasting duration: Double) -> [GravitySample] {
    let width = track.stream.samples(in: duration)
    let hop = track.stream.samples(in: self.hop * duration / window)
    let half = width / 2
    let taper = (0...width).map { 1 - abs(Double($0 - half)) / Double(half + 1) }
    let total = taper.reduce(0, +)
    return Swift.stride(from: 0, to: max(0, track.stream.count - width), by: hop).map { start in
      var force = Vector3.zero
      for i in 0...width { force += track.force(at: start + i) * (taper[i] / total) }
      return GravitySample(center: start + half, reach: start..<(start + width), force: force)
    }
  }
}
