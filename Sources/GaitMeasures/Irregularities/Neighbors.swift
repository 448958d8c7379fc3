import GaitSignal

/// One quantity of the strides around a stride.
struct Neighbors {
  let median: Double
  let deviation: Double
  let count: Int

  /// Standard deviations of a normal variable in the median of its amount (Rousseeuw & Croux 1993,
  /// doi 10.1080/01621459.1993.10476408).
  private static let normalDeviationShare = 1.4826

  /// - Parameters:
  ///   - values: Of the strides around, without the one that is judged.
  ///   - fewest: Number below which nothing is judged.
  ///   - resolution: Standard deviation of the measurement, below which no spread is believed.
  init?(_ values: [Double], fewest: Int, resolution: Double) {
    guard values.count >= fewest, let middle = GaitSignal.median(of: values),
      let spread = GaitSignal.median(of: values.map { abs($0 - middle) })
    else { return nil }
    median = middle
    deviation = max(Self.normalDeviationShare * spread, resolution)
    count = values.count
  }

  /// How many standard deviations `value` lies above the median.
  func deviations(of value: Double) -> Double { (value - median) / deviation }
}
