/// The places of samples on the even grid of a clock whose rate drifts slowly.
///
/// Every step is a whole number of periods to a twentieth, so that no sample is in doubt; what adds up over minutes is kept
/// as the clock's offset from an even grid.
struct SteadyClock {
  /// Samples per second, on average.
  let rate: Double
  /// The place of each sample on the grid, from 0.
  let positions: [Int]
  /// Offsets of the clock from the grid; none where they are too small to matter.
  let drift: [ClockOffset]

  /// How far a step may be from whole periods, as a share of the step.
  private static let tolerance = 0.05
  /// Seconds between the offsets that are kept.
  private static let interval = 2.0
  /// Offset in periods up to which a clock is even.
  private static let negligible = 0.25

  /// - Returns: `nil` if a step is not a whole number of periods.
  init?(_ times: [Double], near nominal: Double) {
    guard let first = times.first, let last = times.last, last > first else { return nil }
    var positions = [0]
    positions.reserveCapacity(times.count)
    var place = 0
    for i in times.indices.dropFirst() {
      let periods = (times[i] - times[i - 1]) * nominal
      let whole = periods.rounded()
      guard whole >= 1, whole < 1e6, abs(periods - whole) <= Self.tolerance * whole else { return nil }
      place += Int(whole)
      positions.append(place)
    }
    let rate = Double(place) / (last - first)
    let step = max(1, Int((Self.interval * rate).rounded()))
    var drift: [ClockOffset] = []
    var largest = 0.0
    var next = 0
    for (position, time) in zip(positions, times) where position >= next || position == place {
      let seconds = time - first - Double(position) / rate
      drift.append(ClockOffset(position: position, seconds: seconds))
      largest = max(largest, abs(seconds))
      next = position + step
    }
    self.rate = rate
    self.positions = positions
    self.drift = largest * rate > Self.negligible ? drift : []
  }
}

/// Seconds by which a clock is later than an even grid, at one sample of it.
package struct ClockOffset: Sendable {
  package var position: Int
  package var seconds: Double
}

extension [ClockOffset] {
  /// The offset at a position, linear between the offsets that are known.
  func seconds(at position: Double) -> Double {
    guard let first, let last else { return 0 }
    if position <= Double(first.position) { return first.seconds }
    if position >= Double(last.position) { return last.seconds }
    var (low, high) = (0, count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Double(self[middle].position) <= position { low = middle } else { high = middle }
    }
    let (a, b) = (self[low], self[high])
    let share = (position - Double(a.position)) / Double(b.position - a.position)
    return a.seconds + share * (b.seconds - a.seconds)
  }
}
