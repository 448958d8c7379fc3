/// Means over stretches of time of a signal that is straight between its samples.
struct SegmentMeans {
  private let stamps: [Double]
  private let values: [Double]
  /// The integral from the first sample to each of them, with nothing counted where the signal is not known.
  private let integral: [Double]
  /// How many steps up to each sample have no signal.
  private let unknownSteps: [Int]

  /// - Parameters:
  ///   - values: NaN where a sample is missing.
  ///   - stamps: Seconds, which never go back.
  ///   - longestStep: Seconds between two samples from which the signal between them is not known.
  init(of values: [Double], at stamps: [Double], longestStep: Double) {
    (self.values, self.stamps) = (values, stamps)
    var (sum, unknown) = (0.0, 0)
    var integral: [Double] = []
    var unknownSteps: [Int] = []
    integral.reserveCapacity(stamps.count)
    unknownSteps.reserveCapacity(stamps.count)
    for k in stamps.indices {
      if k > 0 {
        let step = stamps[k] - stamps[k - 1]
        let area = (values[k] + values[k - 1]) / 2 * step
        if area.isFinite, step <= longestStep { sum += area } else { unknown += 1 }
      }
      integral.append(sum)
      unknownSteps.append(unknown)
    }
    (self.integral, self.unknownSteps) = (integral, unknownSteps)
  }

  /// The mean from `half` seconds before each time to as many after it; NaN where the signal is not known throughout.
  /// The first and the last sample may be missed by as much.
  ///
  /// - Parameter times: Seconds, which never go back.
  func means(around times: [Double], half: Double) -> [Double] {
    guard let first = stamps.first, let last = stamps.last, half > 0 else { return times.map { _ in .nan } }
    var (from, to) = (0, 0)
    return times.map { time in
      guard time >= first, time <= last else { return .nan }
      let (start, end) = (max(time - half, first), min(time + half, last))
      while from + 1 < stamps.count, stamps[from + 1] <= start { from += 1 }
      while to + 1 < stamps.count, stamps[to] < end { to += 1 }
      // From the sample at or before the start to the one at or after the end.
      guard unknownSteps[to] == unknownSteps[from], end > start else { return .nan }
      let whole = integral[to] - integral[from]
      return (whole - area(from: stamps[from], to: start, after: from) - area(from: end, to: stamps[to], after: to - 1))
        / (end - start)
    }
  }

  /// The integral between two times that lie between a sample and the next.
  private func area(from start: Double, to end: Double, after sample: Int) -> Double {
    guard end > start, sample >= 0 else { return 0 }
    let step = stamps[sample + 1] - stamps[sample]
    let slope = (values[sample + 1] - values[sample]) / step
    return (end - start) * (values[sample] + slope * ((start + end) / 2 - stamps[sample]))
  }
}
