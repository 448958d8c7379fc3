import GaitModel
import GaitSignal

/// A segment of one sensor's samples on an even time grid, with nothing missing.
package struct EvenStream: Sendable {
  package var placement: Placement
  /// Time of the first sample in seconds on the recording's clock.
  package var start: Double
  /// Samples per second.
  package var rate: Double
  /// Specific force in m/s², sensor axes.
  package var acceleration: TriaxialSeries
  /// Angular velocity in rad/s, sensor axes.
  package var angularVelocity: TriaxialSeries
  /// Samples that were interpolated over lost packets; ascending, without overlap.
  package var bridged: [Range<Int>]
  /// What the sensor's clock is off an even grid, where it drifts by more than a fraction of a period; ascending.
  package var drift: [ClockOffset] = []
  /// Samples at the end of the accelerometer's range; ascending, without overlap.
  package var clippedForce: [Range<Int>] = []
  /// Samples at the end of the gyroscope's range; ascending, without overlap.
  package var clippedRotation: [Range<Int>] = []

  /// Number of samples at the end of either range.
  package var clippedCount: Int { (clippedForce + clippedRotation).reduce(0) { $0 + $1.count } }

  /// Samples whose rotation was not seen: lost, or beyond the range; ascending, without overlap.
  package var unseen: [Range<Int>] {
    guard !bridged.isEmpty, !clippedRotation.isEmpty else { return bridged.isEmpty ? clippedRotation : bridged }
    var result: [Range<Int>] = []
    for range in (bridged + clippedRotation).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// Length in seconds of a gap of which the interpolation misses all that matters; of a shorter one it misses less.
  package static let wholeLoss = 0.05

  /// How much of a gap of `count` samples its interpolation misses, 0 to 1.
  package func missedShare(ofGap count: Int) -> Double { min(1, Double(count) * period / Self.wholeLoss) }

  /// Seconds that were lost in `range`, of short gaps only what their interpolation misses.
  package func lostTime(in range: Range<Int>) -> Double {
    bridged.overlapping(range).reduce(0) { $0 + Double($1.count) * period * missedShare(ofGap: $1.count) }
  }

  /// Most seconds that may be lost in a stride that is measured: a foot swings at 3 m/s, so they hide 3 cm of its path.
  package static let mostLostTime = 0.01

  /// Whether so much of `range` was lost that what moves within it cannot be measured.
  package func losesTooMuch(in range: Range<Int>) -> Bool { lostTime(in: range) > Self.mostLostTime }

  /// Error of a sample at the end of the accelerometer's range, as a share of that range: a heel strike exceeds a ±16 g
  /// range by about as much again.
  package static let clippedShare = 0.65
  /// Error of the integral over one sample period as a share of the change of force within it, where the period is coarse.
  package static let changeShare = 0.3
  /// Sample period in seconds from which the force between two samples is not what their straight line says: a foot's
  /// signals reach 20 Hz.
  package static let coarsePeriod = 0.025
  /// Error of the integral over one coarse sample period as a share of the bend of the signal at the sample, that is its
  /// second difference. Where the period is shorter, the share falls with its fourth power: a foot's signals have little
  /// above 20 Hz.
  ///
  /// Measured by keeping every second, third or fourth sample of 28 recordings of nine sets (1,582 strides, most at 100 Hz),
  /// as a sensor without a filter does: 5, 3 and 5 % of the lengths are outside their intervals; 18, 12 and 11 % were when
  /// only a coarse period widened them. With a share that falls with the square as many hold (4, 2 and 5 % outside), but
  /// intervals at 50 Hz stand for 8.6 cm of standard deviation where strides in a row differ by 3.9 cm.
  package static let bendShare = 0.3

  /// Standard deviation in m/s of the change of velocity over `range` that the accelerometer did not see: beyond its range,
  /// and between samples that are too far apart.
  package func unseenVelocity(in range: Range<Int>) -> Double {
    var sum = 0.0
    addClippedForce(in: range) { variance, _ in sum += variance }
    if period > Self.coarsePeriod, range.count > 1 {
      for i in (range.lowerBound + 1)..<range.upperBound {
        sum += Self.changeShare * Self.changeShare * (acceleration[i] - acceleration[i - 1]).squaredNorm
      }
    }
    return sum.squareRoot() * period
  }

  /// Standard deviation in m of the displacement over `range` that the accelerometer did not see, where the velocity at both
  /// ends is known.
  package func unseenDisplacement(in range: Range<Int>) -> Double {
    // An error of velocity that is undone where it arose moves the foot by nothing: what counts is how far the errors
    // are spread in time.
    var (sum, first, second) = (0.0, 0.0, 0.0)
    func add(_ variance: Double, at index: Int) {
      let time = Double(index - range.lowerBound) * period
      sum += variance
      first += variance * time
      second += variance * time * time
    }
    addClippedForce(in: range) { add($0, at: $1) }
    let share = bendShare
    if range.count > 2 {
      for i in (range.lowerBound + 1)..<(range.upperBound - 1) {
        add(share * share * Self.bend(of: acceleration, at: i).squaredNorm, at: i)
      }
    }
    guard sum > 0 else { return 0 }
    return max(0, second - first * first / sum).squareRoot() * period
  }

  /// Standard deviation in rad of the rotation over `range` that was not seen because samples are too far apart.
  package func unseenRotation(in range: Range<Int>) -> Double {
    guard range.count > 2 else { return 0 }
    var sum = 0.0
    for i in (range.lowerBound + 1)..<(range.upperBound - 1) {
      sum += Self.bend(of: angularVelocity, at: i).squaredNorm
    }
    return bendShare * sum.squareRoot() * period
  }

  private var bendShare: Double {
    let coarseness = min(1, period / Self.coarsePeriod)
    return Self.bendShare * coarseness * coarseness * coarseness * coarseness
  }

  /// How far the signal turns off at a sample from the straight line of the two before it.
  private static func bend(of signal: TriaxialSeries, at i: Int) -> Vector3 {
    signal[i + 1] - signal[i] * 2 + signal[i - 1]
  }

  /// Hands over the variance in (m/s²)² of each sample of `range` at the end of the accelerometer's range, with its index.
  private func addClippedForce(in range: Range<Int>, _ add: (Double, Int) -> Void) {
    for clipped in clippedForce.overlapping(range) {
      for i in clipped.clamped(to: range) {
        let force = acceleration[i]
        let error = Self.clippedShare * max(abs(force.x), abs(force.y), abs(force.z))
        add(error * error, i)
      }
    }
  }

  /// Share of the samples of a swing at the end of the gyroscope's range from which its orientation is not known: the
  /// tops of a fast swing are a fifth of it.
  package static let mostClippedRotation = 0.25

  /// Whether the gyroscope saw enough of `range` to follow the foot's orientation.
  package func seesRotation(in range: Range<Int>) -> Bool {
    Double(clippedRotation.count(in: range)) <= Self.mostClippedRotation * Double(range.count)
  }

  package var count: Int { acceleration.count }
  package var period: Double { 1 / rate }

  /// Time of the sample at `index`, in seconds on the recording's clock.
  package func time(at index: Int) -> Double { time(at: Double(index)) }

  /// Time at a position between samples, in seconds on the recording's clock.
  package func time(at position: Double) -> Double {
    drift.isEmpty ? start + position / rate : start + position / rate + drift.seconds(at: position)
  }

  /// The samples in `range` as a segment of their own.
  package func part(_ range: Range<Int>) -> EvenStream {
    func shifted(_ marks: [Range<Int>]) -> [Range<Int>] {
      marks.overlapping(range).map {
        let shared = $0.clamped(to: range)
        return (shared.lowerBound - range.lowerBound)..<(shared.upperBound - range.lowerBound)
      }
    }
    let own = drift.isEmpty ? 0 : drift.seconds(at: Double(range.lowerBound))
    return EvenStream(
      placement: placement, start: time(at: range.lowerBound), rate: rate, acceleration: acceleration[range],
      angularVelocity: angularVelocity[range], bridged: shifted(bridged),
      drift: drift.map { ClockOffset(position: $0.position - range.lowerBound, seconds: $0.seconds - own) },
      clippedForce: shifted(clippedForce), clippedRotation: shifted(clippedRotation))
  }

  /// The number of samples in `seconds`, at least `minimum`.
  package func samples(in seconds: Double, atLeast minimum: Int = 1) -> Int {
    max(minimum, Int((seconds * rate).rounded()))
  }
}

extension [Range<Int>] {
  /// Whether any of the ascending ranges shares a sample with `range`.
  package func intersects(_ range: Range<Int>) -> Bool {
    let first = firstIndex(endingAfter: range.lowerBound)
    return first < count && self[first].overlaps(range)
  }

  /// The number of samples that the ascending ranges share with `range`.
  package func count(in range: Range<Int>) -> Int {
    overlapping(range).reduce(0) { $0 + $1.clamped(to: range).count }
  }

  /// Those of the ascending ranges that share a sample with `range`.
  package func overlapping(_ range: Range<Int>) -> ArraySlice<Range<Int>> {
    self[firstIndex(endingAfter: range.lowerBound)...].prefix { $0.lowerBound < range.upperBound }
  }

  private func firstIndex(endingAfter bound: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
