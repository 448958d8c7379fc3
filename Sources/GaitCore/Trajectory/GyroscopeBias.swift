import GaitModel
import GaitSignal

/// Finds the gyroscope's bias.
///
/// Where the sensor rested, the bias is what it read. Where it never did, gravity tells: averaged over a few seconds
/// the specific force of a walking foot is gravity, and gravity has one direction; in the axes that the gyroscope
/// integrates to, a bias makes it turn. The bias is the constant rate that undoes this turning best (least squares
/// with a prior, reweighted against outliers, repeated because a large bias bends the axes).
package struct GyroscopeBias: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Length of the window over which the specific force averages to gravity, in seconds: three to four strides,
    /// tapered, so that the change of velocity within it weighs little.
    package var window = 4.0
    /// Distance between windows in seconds.
    package var hop = 1.0
    /// Shortest stretch in which gravity's direction is followed, in seconds.
    package var shortest = 8.0
    /// What a gyroscope's bias is before anything is known: zero ± 0.05 rad/s (3 °/s).
    package var priorDeviation = 0.05
    /// How far the mean of a window strays from gravity, m/s²: 0.3 m/s of unequal speed over the window's flanks.
    package var forceDeviation = 0.3
    /// Rounds of the least squares.
    package var rounds = 4

    package init() {}
  }

  /// The bias in rad/s, sensor axes, or `nil` where the signals do not tell.
  package func bias(of stream: EvenStream, rests: [Range<Int>]) -> Vector3? {
    if let resting = restingRate(of: stream, rests: rests) { return resting }
    guard Double(stream.count) / stream.rate >= settings.shortest else { return nil }
    var bias = Vector3.zero
    for _ in 0..<settings.rounds {
      guard let correction = correction(of: stream, bias: bias) else { return nil }
      bias += correction
      // 0.001 rad/s turn gravity by 0.06° in a second: less than any of the rest.
      if correction.norm < 0.001 { break }
    }
    return bias
  }

  private func restingRate(of stream: EvenStream, rests: [Range<Int>]) -> Vector3? {
    guard !rests.isEmpty else { return nil }
    var sum = Vector3.zero
    var count = 0
    for rest in rests {
      for i in rest { sum += stream.angularVelocity[i] }
      count += rest.count
    }
    return sum / Double(count)
  }

  private func correction(of stream: EvenStream, bias: Vector3) -> Vector3? {
    let windows = gravityWindows(of: stream, bias: bias)
    guard windows.count >= 2 else { return nil }
    let pairs = zip(windows, windows.dropFirst()).map(GravityPair.init)
    var weights = [Double](repeating: 1, count: pairs.count)
    var solution = Vector3.zero
    let prior =
      (settings.forceDeviation / settings.priorDeviation) * (settings.forceDeviation / settings.priorDeviation)
    for _ in 0..<3 {
      var normal = SymmetricMatrix3()
      for axis in [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1)] {
        normal.addOuterProduct(axis, weight: prior)
      }
      // The prior is on the whole bias, of which `bias` has been taken out already.
      var right = bias * -prior
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
      weights = residuals.map { 1 / max(1, $0 / scale) }
    }
    return solution
  }

  /// Mean specific force over a tapered window, and the integral of the orientation up to its centre.
  private struct GravityWindow {
    var force = Vector3.zero
    /// Columns of ∫ R dt, in seconds.
    var turning: [Vector3] = []
  }

  /// The equation `Δg = −[g]× · ∫R dt · b` of two neighbouring windows.
  private struct GravityPair {
    var rows: [Vector3]
    var values: [Double]

    init(_ a: GravityWindow, _ b: GravityWindow) {
      let gravity = (a.force + b.force) / 2
      let columns = zip(a.turning, b.turning).map { -(gravity.cross($1 - $0)) }
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

  private func gravityWindows(of stream: EvenStream, bias: Vector3) -> [GravityWindow] {
    let orientation = integrateOrientation(stream.angularVelocity, bias: bias, rate: stream.rate)
    let width = stream.samples(in: settings.window)
    let hop = stream.samples(in: settings.hop)
    let half = width / 2
    // A triangle is a taper that two running sums could make; the sums over a few windows are cheap enough as is.
    let taper = (0...width).map { 1 - abs(Double($0 - half)) / Double(half + 1) }
    let total = taper.reduce(0, +)
    var windows: [GravityWindow] = []
    var turning = [Vector3](repeating: .zero, count: 3)
    var next = 0
    let axes = [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1)]
    var start = 0
    while start + width < stream.count {
      var window = GravityWindow()
      for i in 0...width {
        window.force += orientation[start + i].rotate(stream.acceleration[start + i]) * (taper[i] / total)
      }
      while next <= start + half {
        for k in 0..<3 { turning[k] += orientation[next].rotate(axes[k]) * stream.period }
        next += 1
      }
      window.turning = turning
      windows.append(window)
      start += hop
    }
    return windows
  }
}
