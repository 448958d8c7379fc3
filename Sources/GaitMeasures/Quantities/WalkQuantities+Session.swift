import GaitModel
import GaitStatistics

extension WalkQuantity {
  /// How measures change from minute to minute of one recording: fatigue, or getting used to it.
  static let courses =
    [StrideQuantity.speed, .length, .duration, .footPitchAtContact].map(change) + [changeOfVariation]

  /// Fewest strides of which a course is given: ten of each foot.
  private static let fewestStrides = 20
  /// Shortest time in s from the first stride to the last, one minute: the value is a change per minute.
  private static let shortestTime = 60.0
  private static let secondsPerMinute = 60.0
  /// Factor from the mean absolute deviation to the standard deviation of normal values: √(π / 2).
  private static let normalSpread = 1.2533
  private static let courseRequirement =
    "\(fewestStrides) strides that enter means must lie over \(Int(shortestTime)) s or more"
  private static let courseSource =
    "least squares with residuals that follow each other; why per person and without a norm: doi 10.3390/s24144656"

  private static func change(of quantity: StrideQuantity) -> WalkQuantity {
    let unit = quantity.unit.text
    return WalkQuantity(
      "\(quantity.id)_change_per_min", "\(quantity.title), change per minute", unit: "\(unit) per min", decimals: 3,
      method:
        "Slope of a straight line through the strides that enter means, over the time of the recording. Each foot "
        + "has its own level.",
      source: courseSource, requirement: courseRequirement
    ) { evidence, direction in
      course(of: evidence.counted(direction), quantity.value)
    }
  }

  private static let changeOfVariation = WalkQuantity(
    "stride_length_m_variation_change_per_min", "Variation of stride length, change per minute", unit: "% per min",
    decimals: 2,
    method:
      "Slope of a straight line through the absolute deviations of stride lengths from the mean of their foot, in "
      + "percent of that mean, times √(π / 2).",
    source: courseSource, requirement: courseRequirement
  ) { evidence, direction in
    let strides = evidence.counted(direction)
    let means = Dictionary(grouping: strides, by: \.foot).compactMapValues { Spread($0.compactMap(\.length))?.mean }
    return course(of: strides) { stride in
      guard let length = stride.length, let mean = means[stride.foot], mean > 0 else { return nil }
      return 100 * normalSpread * abs(length - mean) / mean
    }
  }

  private static func course(of strides: [Stride], _ value: (Stride) -> Double?) -> Outcome {
    let known = strides.compactMap { stride in value(stride).map { (stride, $0) } }
    guard let first = known.first?.0.end, let last = known.last?.0.end, known.count >= fewestStrides,
      last - first >= shortestTime,
      let line = CorrelatedLine(
        x: known.map { ($0.0.end - first) / secondsPerMinute }, y: known.map(\.1),
        groups: known.map { $0.0.foot == .left ? 0 : 1 })
    else { return .missing(courseRequirement) }
    return .found(Found(n: line.n, value: line.slope, interval: line.slopeInterval))
  }
}
