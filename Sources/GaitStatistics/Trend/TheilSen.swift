import GaitSignal

/// The line whose slope is the median of the slopes of all pairs (Theil 1950; Sen 1968,
/// doi 10.1080/01621459.1968.10480934). A single odd session moves it little.
public struct TheilSen: Sendable, Equatable {
  /// Change of the value per unit of time: per day, where times are days.
  public var slope: Double
  /// Value of the line at time 0: the median of the values less `slope` times their times.
  public var intercept: Double
  /// Confidence interval of the slope after Sen 1968, from the distribution of Kendall's S; `nil` where so few values give
  /// none of that level.
  public var interval: ClosedRange<Double>?
  /// Share of intervals that are to hold the true slope.
  public var level: Double
  /// Number of values.
  public var n: Int

  /// The line through `values`.
  ///
  /// - Parameters:
  ///   - times: One finite time for each value, in any unit and at unequal distances; in days for sessions.
  ///   - values: Finite values.
  ///   - level: Share of intervals that are to hold the true slope.
  /// - Returns: `nil` with fewer than two different times, or with a value that is not finite.
  public init?(times: [Double], values: [Double], level: Double = 0.95) {
    guard times.count == values.count, (times + values).allSatisfy(\.isFinite) else { return nil }
    var slopes: [Double] = []
    slopes.reserveCapacity(times.count * max(times.count - 1, 0) / 2)
    for i in times.indices {
      for j in times.index(after: i)..<times.endIndex where times[j] != times[i] {
        slopes.append((values[j] - values[i]) / (times[j] - times[i]))
      }
    }
    slopes.sort()
    guard let middle = quantile(0.5, ofSorted: slopes) else { return nil }
    slope = middle
    self.level = level
    n = values.count
    intercept = median(of: zip(times, values).map { $1 - middle * $0 }) ?? .nan
    interval = Self.interval(slopes, times: times, level: level)
  }

  /// The line through values that may resemble those before and after them, as a person's sessions do: the same line with
  /// the interval of its change by `MeasurementError`, which allows for the autocorrelation of its residuals. Intervals
  /// from ranks do not.
  ///
  /// - Parameters:
  ///   - times: One for each value, in the order in which the values were measured.
  ///   - values: Finite values.
  ///   - level: Share of intervals that are to hold the true slope.
  /// - Returns: `nil` with fewer than two different times, or with a value that is not finite.
  public static func ofNeighbors(times: [Double], values: [Double], level: Double = 0.95) -> TheilSen? {
    guard var line = TheilSen(times: times, values: values, level: level) else { return nil }
    if let error = MeasurementError(times: times, values: values, about: line) {
      line.setInterval(by: error, times: times)
    }
    return line
  }

  /// Takes the interval of the slope from that of the line's change.
  mutating func setInterval(by error: MeasurementError, times: [Double]) {
    guard let first = times.min(), let last = times.max(),
      let half = error.minimalDetectableChange(ofLineThrough: times, level: level)
    else { return }
    interval = (slope - half / (last - first))...(slope + half / (last - first))
  }

  /// The line's value at `time`.
  public func value(at time: Double) -> Double { intercept + slope * time }

  /// Slopes between the order statistics that Kendall's S lets stand.
  private static func interval(
    _ sorted: [Double], times: [Double], level: Double
  ) -> ClosedRange<Double>? {
    // From the k-th lowest to the k-th highest of N slopes, S is at most N − 2k in amount, or below N − 2k + 1 on a
    // continuous scale. The k that gives the level is no whole number, so neighbors are interpolated; rounding it, as
    // Sen does, makes intervals of few sessions hold the slope in 98 of 100.
    let variance = MannKendall.variance(n: times.count, ties: MannKendall.tieSizes(times))
    let kept = normalQuantile((1 + level) / 2) * variance.squareRoot()
    let last = Double(sorted.count - 1)
    let outside = (last - kept) / 2
    guard outside >= 0, last > 0, let low = quantile(outside / last, ofSorted: sorted),
      let high = quantile(1 - outside / last, ofSorted: sorted)
    else { return nil }
    return low...max(low, high)
  }
}
