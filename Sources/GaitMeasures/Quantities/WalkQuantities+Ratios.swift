import GaitModel
import GaitSignal
import GaitStatistics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension WalkQuantity {
  /// Backward walking in percent of forward walking of the same recording: at the speeds that the person chose, then at
  /// equal speed.
  static let ratios =
    [StrideQuantity.speed, .length, .stepTime, .footPitchRange, .clearance, .contactPeak].map(chosenSpeedRatio)
    + [StrideQuantity.length, .footPitchRange, .contactPeak].map(equalSpeedRatio)

  /// Fewest strides of each direction within the speeds that both have: ten cycles give reliable means (König et al. 2014,
  /// PubMed 23838361).
  private static let fewestAtEqualSpeed = 10
  /// Shares of the strides that are slower and faster than the range of speeds of a direction, in which a line is not
  /// carried by single strides.
  private static let speedRange = (low: 0.05, high: 0.95)
  /// Standard deviations within which 95 % of normal values lie.
  private static let reach95 = 1.96

  private static func chosenSpeedRatio(_ quantity: StrideQuantity) -> WalkQuantity {
    WalkQuantity(
      "\(quantity.id)_percent_of_forward", "\(quantity.title), backward in percent of forward", unit: "%", decimals: 0,
      possible: 0...Double.infinity,
      method:
        "100 · mean backward / mean forward, each at the speed that the person chose. The interval combines those "
        + "of the two means, on the logarithm.",
      source: "ratio of two means by the delta method", requirement: "both directions must have a mean",
      directions: [.backward], isTracked: true
    ) { evidence, _ in
      guard let backward = evidence.summary[.backward]?.measures[quantity.id],
        let forward = evidence.summary[.forward]?.measures[quantity.id], backward.mean > 0, forward.mean > 0
      else { return .missing("both directions must have a mean of \(quantity.title.lowercased())") }
      let ratio = 100 * backward.mean / forward.mean
      var interval: ClosedRange<Double>?
      if let b = logarithmicReach(of: backward), let f = logarithmicReach(of: forward) {
        let reach = exp((b * b + f * f).squareRoot())
        interval = ratio / reach...ratio * reach
      }
      return .found(Found(n: min(backward.n, forward.n), value: ratio, interval: interval))
    }
  }

  /// Half of the width of the mean's interval on the logarithm; `nil` where it has none or reaches to zero.
  private static func logarithmicReach(of measure: MeasureSummary) -> Double? {
    guard let interval = measure.ci95, interval.lowerBound > 0 else { return nil }
    return log(interval.upperBound / interval.lowerBound) / 2
  }

  private static func equalSpeedRatio(_ quantity: StrideQuantity) -> WalkQuantity {
    WalkQuantity(
      "\(quantity.id)_percent_of_forward_at_equal_speed",
      "\(quantity.title), backward in percent of forward at equal speed", unit: "%", decimals: 0,
      possible: 0...Double.infinity,
      method:
        "A line of its logarithm on that of the stride's speed, for each direction. The value is 100 · backward / "
        + "forward of the two lines, in the middle of the speeds that both directions have.",
      source:
        "regression with residuals that follow each other; matched speed as Derrick et al. 1998 advise, MSSE 30:128",
      requirement: "both directions must have \(fewestAtEqualSpeed) strides within the speeds that they share",
      directions: [.backward], isTracked: true
    ) { evidence, _ in
      let strides = [Direction.backward, .forward].map { direction in
        evidence.counted(direction).compactMap { LoggedStride($0, quantity) }
      }
      guard let backward = speeds(of: strides[0]), let forward = speeds(of: strides[1]) else {
        return .missing("both directions must have strides with a speed and a value")
      }
      guard backward.overlaps(forward) else {
        return .missing("the speeds of the two directions do not overlap")
      }
      let shared = backward.clamped(to: forward)
      let within = strides.map { $0.count { shared.contains($0.speed) } }
      guard let fewest = within.min(), fewest >= fewestAtEqualSpeed,
        let backwardLine = line(through: strides[0]), let forwardLine = line(through: strides[1])
      else { return .missing("fewer than \(fewestAtEqualSpeed) strides of a direction have a speed that both share") }
      let middle = (shared.lowerBound + shared.upperBound) / 2
      let difference = backwardLine.value(at: middle) - forwardLine.value(at: middle)
      let error = (backwardLine.variance(at: middle) + forwardLine.variance(at: middle)).squareRoot()
      let freedom = min(backwardLine.freedom, forwardLine.freedom)
      let reach = error * (StudentT(freedom: freedom)?.quantile(0.975) ?? reach95)
      return .found(
        Found(
          n: fewest, value: 100 * exp(difference),
          interval: 100 * exp(difference - reach)...100 * exp(difference + reach)))
    }
  }

  /// A stride's speed and value, as logarithms.
  private struct LoggedStride {
    var speed: Double
    var value: Double
    var foot: Side

    init?(_ stride: Stride, _ quantity: StrideQuantity) {
      guard let speed = stride.speed, speed > 0, let value = quantity.value(stride), value > 0 else { return nil }
      self.speed = log(speed)
      self.value = log(value)
      foot = stride.foot
    }
  }

  private static func speeds(of strides: [LoggedStride]) -> ClosedRange<Double>? {
    let sorted = strides.map(\.speed).sorted()
    guard let low = quantile(speedRange.low, ofSorted: sorted), let high = quantile(speedRange.high, ofSorted: sorted)
    else { return nil }
    return low...high
  }

  private static func line(through strides: [LoggedStride]) -> CorrelatedLine? {
    CorrelatedLine(
      x: strides.map(\.speed), y: strides.map(\.value), groups: strides.map { $0.foot == .left ? 0 : 1 })
  }
}
