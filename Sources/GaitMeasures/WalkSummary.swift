import GaitModel
import GaitStatistics

/// The measures of one recording, by direction of walking.
public struct WalkSummary: Sendable, Equatable {
  /// Forward and backward walking, where there was any.
  public var directions: [DirectionSummary]

  /// Confidence below which a stride's direction or contact enters no aggregate.
  public static let leastConfidence = Stride.leastConfidence

  /// Summarizes the valid strides of steady walking in `result`.
  public init(_ result: GaitResult) {
    self.init(strides: result.strides, bouts: result.bouts)
  }

  /// Summarizes the valid strides of steady walking among `strides`.
  public init(strides: [Stride], bouts: [WalkingBout]) {
    let counted = SteadyWalking().counted(strides)
    directions = [Direction.forward, .backward].compactMap { direction in
      let own = counted.filter { $0.direction == direction }
      return own.isEmpty
        ? nil : DirectionSummary(direction, strides: own, bouts: bouts.filter { $0.direction == direction })
    }
  }

  /// The summary of one direction, if anybody walked that way.
  public subscript(direction: Direction) -> DirectionSummary? {
    directions.first { $0.direction == direction }
  }
}

/// The measures of all strides of one direction.
public struct DirectionSummary: Sendable, Equatable {
  public var direction: Direction
  /// Number of strides of both feet that the measures rest on.
  public var strides: Int
  /// Seconds walked in bouts of this direction.
  public var duration: Double
  /// Metres walked in bouts of this direction.
  public var distance: Double?
  /// By the measure's `id`; a measure that no stride has is absent.
  public var measures: [String: MeasureSummary]
  /// 100 · (left − right) / mean of both, by the measure's `id`; needs five strides of each foot.
  public var asymmetryPercent: [String: Double]
  /// Share of initial contacts by what touched first, 0 to 1; empty where it could not be told.
  public var contacts: [FirstContact: Double]
  /// Number of initial contacts that the shares rest on.
  public var contactCount: Int

  /// Fewest strides of each foot of which an asymmetry is given.
  private static let fewestPerFoot = 5
  /// Measures of which a difference in percent of the mean makes sense: those that cannot be negative.
  private static let comparable: Set = [
    "stride_length_m", "speed_m_s", "duration_s", "stance_share_percent", "swing_s", "clearance_m",
  ]

  public init(_ direction: Direction, strides: [Stride], bouts: [WalkingBout]) {
    self.direction = direction
    self.strides = strides.count
    duration = bouts.reduce(0) { $0 + $1.duration }
    let distances = bouts.compactMap(\.distance)
    distance = distances.isEmpty ? nil : distances.reduce(0, +)
    measures = [:]
    asymmetryPercent = [:]
    for measure in MeasureDefinition.all {
      if let summary = MeasureSummary(strides.compactMap(measure.value)) { measures[measure.id] = summary }
      guard Self.comparable.contains(measure.id) else { continue }
      let left = strides.filter { $0.foot == .left }.compactMap(measure.value)
      let right = strides.filter { $0.foot == .right }.compactMap(measure.value)
      if left.count >= Self.fewestPerFoot, right.count >= Self.fewestPerFoot, let l = Spread(left)?.mean,
        let r = Spread(right)?.mean, l + r > 0
      {
        asymmetryPercent[measure.id] = 100 * (l - r) / ((l + r) / 2)
      }
    }
    let touches = strides.compactMap(\.sureContact)
    contactCount = touches.count
    contacts = [:]
    if !touches.isEmpty {
      for kind in FirstContact.allCases {
        contacts[kind] = Double(touches.filter { $0 == kind }.count) / Double(touches.count)
      }
    }
  }
}

/// How one measure is distributed over strides.
public struct MeasureSummary: Sendable, Equatable {
  /// Number of strides it rests on.
  public var n: Int
  public var mean: Double
  public var sd: Double?
  public var cvPercent: Double?
  public var median: Double
  /// 95 % confidence interval of the mean.
  public var ci95: ClosedRange<Double>?

  /// - Parameter values: In the order they were measured in.
  /// - Returns: `nil` without values.
  public init?(_ values: [Double]) {
    guard let spread = Spread(values) else { return nil }
    n = spread.n
    mean = spread.mean
    sd = spread.sd
    cvPercent = spread.cvPercent
    median = spread.median
    ci95 = BlockBootstrap().interval(of: values)
  }

  public init(
    n: Int, mean: Double, sd: Double?, cvPercent: Double?, median: Double, ci95: ClosedRange<Double>?
  ) {
    self.n = n
    self.mean = mean
    self.sd = sd
    self.cvPercent = cvPercent
    self.median = median
    self.ci95 = ci95
  }
}
