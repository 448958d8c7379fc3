import GaitModel
import GaitSignal

/// Compares how the gyroscope says that a sensor turned with how gravity turned in its accelerometer.
///
/// From one foot-flat phase to the next a foot begins and ends at rest, so that its accelerations cancel: the mean specific
/// force, turned into the axes at the start by the integrated angular velocity, is gravity as it was measured there. A
/// gyroscope whose unit, signs, axes or handedness are not those declared turns it wrongly, and so does one whose rotation is
/// integrated with a wrong sampling rate. The lower back never rests; over two seconds of walking its accelerations nearly
/// cancel, and the same comparison is made between both halves.
struct RotationConsistency {
  /// Samples over which the accelerations cancel.
  private struct Window {
    /// The first sample.
    var first: Int
    /// The rotation in rad in each step of some samples, half of it as a quaternion, and the mean force in m/s².
    var turns: [Vector3]
    var halfTurns: [Quaternion] = []
    var forces: [Vector3]
    /// The force at the start in m/s², where the sensor rests then.
    var start: Vector3?
    /// Rotation without regard to direction in rad.
    var turning: Double
  }

  /// Seconds between two moments of rest: from quick steps to a stride of a slow walker.
  private static let strideDuration = 0.5...2.5
  /// Seconds in which one moment of rest is looked for.
  private static let restInterval = 1.0
  /// Motion of a block (2 where the sensor moves as it does in the middle) below which it is a moment of rest. A slow
  /// walker's swing lasts longer than the interval, so that the quietest block of one may lie in the middle of it.
  private static let restingMotion = 1.0
  /// The same as a share of the largest motion within an interval around, for a block that turns by less than a share of
  /// the fastest turn: where a person mostly stands, what is usual is standing, and every stance moves more. In the middle
  /// of a slow swing, the other calm moment, a foot turns about as fast as it ever does.
  private static let restingShare = 0.05
  private static let restingTurn = 0.1
  /// Seconds of a window of a sensor that never rests: two strides.
  private static let walkingDuration = 2.0
  /// Windows that are used: those in which the sensor turns most, and those at whose end it is turned most.
  private static let mostTurning = 60
  private static let mostTurned = 40
  /// Fewest windows that tell.
  private static let fewestWindows = 5
  /// Windows in which a reading is compared with the declared one, those in which both differ most, and by how much in m/s²
  /// they must differ there.
  private static let mostCompared = 20
  private static let fewestCompared = 4
  /// The same where each window is clear: a person who only turns a few times shows a sign that matters nowhere else. In so
  /// few, a reading must fit better by this in m/s², and be nearer in each.
  private static let fewestClear = 3
  private static let clearGainInFew = 1.0
  private static let leastDifference = 0.5

  /// By how much in m/s², and how many times, another reading must fit better to be reported, and in which share of the
  /// windows it must be nearer by a fifth. Of 300 sensors in sound recordings the declared reading loses by this in none; one
  /// wrong sign or two exchanged axes are found in all but 9 of 1222 trials.
  private static let clearGain = 0.25
  /// The same for a sensor that never rests, whose accelerations cancel less well: with less, a foot on a treadmill that is
  /// still in no stance would be called mirrored.
  private static let clearGainMoving = 0.5
  /// The same for a wrong unit, which turns gravity by 57 times too much or hardly at all.
  private static let clearUnitGain = 1.0
  private static let clearRatio = 1.5
  private static let nearer = 0.8
  private static let leastShare = 0.6
  /// Misfit in m/s² up to which a reading explains the signals: 137 of 140 feet.
  private static let explained = 1.5
  /// Misfit in m/s² from which nothing is right that no reading explains: twice the largest of 138 feet.
  private static let unexplained = 4.0
  /// Scales that are not reported: the misfit is the same within a tenth, and bending soles do as much.
  private static let scaleRange = 0.8...1.25
  /// Angular velocity in rad/s that radians taken for degrees do not exceed (34 rad/s is more than any foot's), and that
  /// degrees taken for radians do (20 °/s is less than any moving body part's).
  private static let slowInRadians = 0.6
  private static let fastInRadians = 20.0
  /// Share of clipped samples beyond which no scale is told.
  private static let mostClipped = 0.02
  /// Samples per second from which a scale is told: below, swings are seen in too few samples to add up their rotation.
  private static let leastScaleRate = 30.0

  /// Steps per second in which rotation is added up: a foot turns by at most 0.3 rad in one.
  private static let stepRate = 60.0

  private let windows: [Window]
  private let rate: Double
  /// Angular velocity in rad/s that one sample in a hundred exceeds.
  private let fastest: Double
  /// Whether the sensor moves even where it is quietest.
  private let isRestless: Bool
  /// Whether so many samples are cut off that what is left does not add up.
  private let isClipped: Bool

  /// - Parameters:
  ///   - blocks: Of the stream.
  ///   - fastest: Angular velocity in rad/s that one sample in a hundred exceeds.
  init(_ stream: SensorStream, blocks: MotionBlocks, fastest: Double) {
    rate = stream.timing.rate
    self.fastest = fastest
    let clipped = ClippingDetector().clippedSamples(
      of: stream.acceleration, range: stream.accelerationRange, smallestRange: ClippingDetector.smallestAcceleration)
    isClipped = Double(clipped.count) > Self.mostClipped * Double(stream.count)
    let isLimb = !stream.placement.isTrunk
    isRestless = isLimb ? blocks.quiet.map { $0.variation > PhysicsCheck.restless } ?? true : true
    var all = isLimb ? Self.strides(of: stream, blocks: blocks, fastest: fastest) : Self.pieces(of: stream)
    guard all.count >= Self.fewestWindows else {
      windows = []
      return
    }
    all.sort { ($0.turning, $1.first) > ($1.turning, $0.first) }
    var chosen = Array(all.prefix(Self.mostTurning))
    let rest = all.dropFirst(Self.mostTurning).map { (window: $0, turned: $0.turns.reduce(.zero, +).norm) }
    chosen += rest.sorted { ($0.turned, $1.window.first) > ($1.turned, $0.window.first) }.prefix(Self.mostTurned).map(
      \.window)
    windows = chosen
  }

  /// From one moment of rest to the next.
  private static func strides(of stream: SensorStream, blocks: MotionBlocks, fastest: Double) -> [Window] {
    let perInterval = max(1, Int((restInterval / MotionBlocks.duration).rounded()))
    let all = blocks.blocks
    var rests: [MotionBlocks.Block] = []
    for first in Swift.stride(from: 0, to: all.count, by: perInterval) {
      let quietest = all[first..<min(all.count, first + perInterval)].min { $0.motion < $1.motion }
      let around = all[max(0, first - perInterval)..<min(all.count, first + 2 * perInterval)]
      let busiest = around.map(\.motion).filter(\.isFinite).max() ?? 0
      guard let quietest else { continue }
      let hardlyTurns = quietest.turning.squareRoot() < restingTurn * fastest
      if quietest.motion < (hardlyTurns ? max(restingMotion, restingShare * busiest) : restingMotion) {
        rests.append(quietest)
      }
    }
    return zip(rests, rests.dropFirst()).compactMap { a, b in
      let range = middle(a.range)..<(middle(b.range) + 1)
      let seconds = Double(range.count - 1) / stream.timing.rate
      guard strideDuration.contains(seconds) else { return nil }
      return window(range, of: stream, start: a.mean)
    }
  }

  private static func middle(_ range: Range<Int>) -> Int { (range.lowerBound + range.upperBound) / 2 }

  /// The recording in pieces of two strides.
  private static func pieces(of stream: SensorStream) -> [Window] {
    let length = max(4, Int((walkingDuration * stream.timing.rate).rounded()) / 2 * 2)
    return Swift.stride(from: 0, to: stream.count - length + 1, by: length).compactMap { start in
      window(start..<(start + length), of: stream, start: nil)
    }
  }

  /// - Returns: `nil` where samples are missing.
  private static func window(_ range: Range<Int>, of stream: SensorStream, start: Vector3?) -> Window? {
    let seconds = Double(range.count - 1) / stream.timing.rate
    // A gap spoils the integral.
    guard abs(stream.time[range.upperBound - 1] - stream.time[range.lowerBound] - seconds) < 0.05 * seconds + 0.02
    else {
      return nil
    }
    let width = max(1, Int((stream.timing.rate / stepRate).rounded()))
    let period = 1 / stream.timing.rate
    var window = Window(first: range.lowerBound, turns: [], forces: [], start: start, turning: 0)
    var isWhole = true
    for first in Swift.stride(from: range.lowerBound, to: range.upperBound - width + 1, by: width) {
      var (turn, force) = (Vector3.zero, Vector3.zero)
      for i in first..<(first + width) {
        turn += stream.angularVelocity[i]
        force += stream.acceleration[i]
      }
      isWhole = isWhole && force.squaredNorm.isFinite
      window.turns.append(turn * period)
      window.forces.append(force / Double(width))
      window.turning += turn.norm * period
    }
    window.halfTurns = window.turns.map { Quaternion(rotationVector: $0 * 0.5) }
    return window.turns.count >= 4 && window.turning.isFinite && isWhole ? window : nil
  }

  /// The mean force in m/s² by a reading, and how far it is from gravity, in each window.
  private func results(_ reading: GyroscopeReading) -> [(force: Vector3, misfit: Double)] {
    windows.map { window in
      let (first, second) = Self.forces(window, reading)
      let mean = (first + second) / 2
      if let start = window.start { return (mean, (mean - start).norm) }
      let magnitude = mean.norm - PlainColumns.standardGravity
      return (mean, (magnitude * magnitude + ((first - second) / 2).squaredNorm).squareRoot())
    }
  }

  /// The mean force in both halves of a window, in the axes at its start.
  private static func forces(_ window: Window, _ reading: GyroscopeReading) -> (Vector3, Vector3) {
    let count = window.turns.count
    let axes = GyroscopeReading.Axes(reading)
    var orientation = Quaternion.identity
    var (first, second) = (Vector3.zero, Vector3.zero)
    for k in 0..<count {
      // Other axes and signs turn by the same angle, so that only a scale needs the sine and cosine of another.
      let half =
        reading.scale == 1
        ? axes.turned(window.halfTurns[k]) : Quaternion(rotationVector: axes.turned(window.turns[k]) * 0.5)
      let middle = orientation * half
      let force = middle.rotate(window.forces[k])
      if k < count / 2 { first += force } else { second += force }
      orientation = (middle * half).renormalized
    }
    return (first / Double(count / 2), second / Double(count - count / 2))
  }

  /// What is wrong with the gyroscope, the accelerometer or the rate.
  struct Contradiction: Equatable {
    /// The reading that fits, or `nil` if none does.
    var reading: GyroscopeReading?
    /// Misfit of the declared reading, and of `reading`, in m/s², where the two differ most.
    var declared: Double
    var found: Double?
  }

  /// What contradicts the declared reading, or `nil` if nothing does clearly.
  func contradiction() -> Contradiction? {
    let declared = results(.declared)
    guard let declaredMisfit = median(of: declared.map(\.misfit)) else { return nil }
    var best: (contradiction: Contradiction, cost: Double)?
    for reading in GyroscopeReading.axes + units + GyroscopeReading.scales {
      guard reading != .declared, !isHarmless(reading) else { continue }
      let results = results(reading)
      let cost = results.reduce(0) { $0 + min($1.misfit, Self.unexplained) }
      guard cost < best?.cost ?? .infinity, let found = contradiction(reading, results, declared) else { continue }
      best = (found, cost)
    }
    if let best { return best.contradiction }
    return declaredMisfit > Self.unexplained ? Contradiction(reading: nil, declared: declaredMisfit) : nil
  }

  private func leastGain(_ reading: GyroscopeReading) -> Double {
    if reading.isUnit { return Self.clearUnitGain }
    return isRestless ? Self.clearGainMoving : Self.clearGain
  }

  /// The other units that the size of the numbers allows.
  private var units: [GyroscopeReading] {
    if fastest < Self.slowInRadians { return [.radiansAsDegrees] }
    return fastest > Self.fastInRadians ? [.degreesAsRadians] : []
  }

  /// The contradiction if a reading fits clearly better than the declared one where the two differ most.
  private func contradiction(
    _ reading: GyroscopeReading, _ results: [(force: Vector3, misfit: Double)],
    _ declared: [(force: Vector3, misfit: Double)]
  ) -> Contradiction? {
    let differences = zip(results, declared).map { ($0.force - $1.force).norm }
    let compared = differences.indices.filter { differences[$0] > Self.leastDifference }
      .sorted { (differences[$0], $1) > (differences[$1], $0) }.prefix(Self.mostCompared)
    guard compared.count >= Self.fewestClear, let own = median(of: compared.map { declared[$0].misfit }),
      let found = median(of: compared.map { results[$0].misfit }), found < Self.explained,
      found * Self.clearRatio < own
    else { return nil }
    let isFew = compared.count < Self.fewestCompared
    guard own - found > (isFew ? max(Self.clearGainInFew, leastGain(reading)) : leastGain(reading)) else { return nil }
    let nearer = compared.count { results[$0].misfit < Self.nearer * declared[$0].misfit }
    guard Double(nearer) >= (isFew ? 1 : Self.leastShare) * Double(compared.count) else { return nil }
    return Contradiction(reading: reading, declared: own, found: found)
  }

  /// A scale so near to one, or found in so few samples, that bending of the sole or the sensor's own error may be the cause.
  private func isHarmless(_ reading: GyroscopeReading) -> Bool {
    guard reading.columns == [0, 1, 2], reading.signs == [1, 1, 1] else { return false }
    return Self.scaleRange.contains(reading.scale) || !reading.isUnit && (rate < Self.leastScaleRate || isClipped)
  }

  /// The magnitude of gravity in m/s²: the middle, over two seconds each, of the norm of the mean force, turned back by the
  /// gyroscope. It needs no rest: whatever a person does, accelerations cancel over strides.
  ///
  /// The mean of a vector in flight or in swing is that of the seconds around; the mean of its norm is not.
  ///
  /// - Returns: `nil` if there are too few seconds.
  static func gravity(_ stream: SensorStream) -> Double? {
    let pieces = pieces(of: stream)
    guard pieces.count >= fewestWindows else { return nil }
    return median(
      of: pieces.map { window in
        let (first, second) = forces(window, .declared)
        return ((first + second) / 2).norm
      })
  }
}
