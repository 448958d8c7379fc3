import GaitModel
import GaitStatistics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The measures of one recording, by direction of walking.
public struct WalkSummary: Sendable, Equatable {
  /// Forward and backward walking, where there was any.
  public var directions: [DirectionSummary]
  /// Number of strides that enter no mean, by reason.
  public var leftOut: [LeftOutReason: Int]

  /// Confidence below which a stride's direction or contact enters no aggregate.
  public static let leastConfidence = Stride.leastConfidence

  /// Summarizes the strides of steady, straight walking in `result`.
  public init(_ result: GaitResult) {
    self.init(strides: SteadyWalking().marked(result.strides).filter(\.isEvaluated), bouts: result.bouts)
  }

  /// Summarizes the strides of steady, straight walking among `strides` (of one recording, sorted by end), which are marked
  /// by `SteadyWalking`.
  public init(strides: [Stride], bouts: [WalkingBout]) {
    let counted = strides.filter(\.isCounted)
    directions = [Direction.forward, .backward].compactMap { direction in
      let walked = WalkedAmount(direction, strides: strides, bouts: bouts)
      return walked.strides == 0
        ? nil : DirectionSummary(direction, strides: counted.filter { $0.direction == direction }, walked: walked)
    }
    leftOut = Dictionary(strides.compactMap { $0.leftOut.map { ($0, 1) } }, uniquingKeysWith: +)
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
  /// All that was walked, in strides that enter means or not.
  public var walked: WalkedAmount
  /// By the measure's `id`; a measure that no stride has is absent.
  public var measures: [String: MeasureSummary]
  /// 100 · (left − right) / mean of both, by the measure's `id`; needs five strides of each foot.
  public var asymmetryPercent: [String: Double]
  /// Share of initial contacts by what touched first, 0 to 1; empty where it could not be told.
  public var contacts: [FirstContact: Double]
  /// Number of initial contacts that the shares rest on.
  public var contactCount: Int

  /// Fewest strides of each foot of which an asymmetry is given.
  package static let fewestPerFoot = 5
  /// Measures that are off by as much as stride lengths are.
  private static let lengths: Set = [StrideQuantity.length.id, StrideQuantity.speed.id]

  /// - Parameter strides: Those that enter means.
  public init(_ direction: Direction, strides: [Stride], walked: WalkedAmount) {
    self.direction = direction
    self.strides = strides.count
    self.walked = walked
    measures = [:]
    asymmetryPercent = [:]
    for measure in StrideQuantity.averaged {
      if var summary = MeasureSummary(strides.compactMap(measure.value), hasRatio: measure.hasRatio) {
        if Self.lengths.contains(measure.id) { summary.widen(byShared: strides.compactMap(\.sharedLengthDeviation)) }
        measures[measure.id] = summary
      }
      guard measure.mean?.isCompared == true else { continue }
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
  /// `nil` where the measure's zero is arbitrary.
  public var cvPercent: Double?
  public var median: Double
  /// 95 % confidence interval of the mean, with the error in it that all strides have in common.
  public var ci95: ClosedRange<Double>?

  /// - Parameters:
  ///   - values: In the order they were measured in.
  ///   - hasRatio: Whether a deviation in percent of the mean makes sense.
  /// - Returns: `nil` without values.
  public init?(_ values: [Double], hasRatio: Bool = true) {
    guard let spread = Spread(values) else { return nil }
    n = spread.n
    mean = spread.mean
    sd = spread.sd
    cvPercent = hasRatio ? spread.cvPercent : nil
    median = spread.median
    ci95 = BlockBootstrap().interval(of: values)
  }

  /// Adds to the confidence interval the error that all values have in common, which more of them do not shrink.
  ///
  /// - Parameter deviations: Standard deviations of its logarithm, of the single values.
  mutating func widen(byShared deviations: [Double]) {
    guard let deviation = Spread(deviations)?.mean, deviation > 0, mean > 0 else { return }
    let own = ci95.map { log($0.upperBound / max($0.lowerBound, .leastNormalMagnitude)) / 2 } ?? 0
    let reach = exp((own * own + Self.reach95 * deviation * Self.reach95 * deviation).squareRoot())
    ci95 = mean / reach...mean * reach
  }

  /// Standard deviations within which 95 % of normal values lie.
  private static let reach95 = 1.96

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
