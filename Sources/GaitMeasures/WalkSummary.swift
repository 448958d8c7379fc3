import GaitModel

/// The measures of one recording, by direction of walking.
public struct WalkSummary: Sendable, Equatable, Codable {
  /// Forward and backward walking, where there was any.
  public var directions: [DirectionSummary]

  /// Summarizes the valid strides of `result`.
  public init(_ result: GaitResult) {
    directions = []
  }
}

/// The measures of all strides of one direction.
public struct DirectionSummary: Sendable, Equatable, Codable {
  /// `forward` or `backward`.
  public var direction: Direction
  /// Number of strides of both feet.
  public var strides: Int
  /// Seconds walked.
  public var duration: Double
  /// Metres walked.
  public var distance: Double?
  /// By the measure's `id`.
  public var measures: [String: MeasureSummary]
  /// Left minus right in percent of their mean, by the measure's `id`.
  public var asymmetryPercent: [String: Double]
  /// Share of initial contacts by what touched first, 0 to 1.
  public var contacts: [String: Double]
}

/// How one measure is distributed over strides.
public struct MeasureSummary: Sendable, Equatable, Codable {
  /// Number of strides it rests on.
  public var n: Int
  public var mean: Double
  public var sd: Double?
  public var cvPercent: Double?
  public var median: Double
  /// 95 % confidence interval of the mean: lower and upper bound.
  public var ci95: [Double]?
}
