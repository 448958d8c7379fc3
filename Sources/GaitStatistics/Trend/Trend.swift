/// One session's value of a measure.
public struct TrendPoint: Sendable, Equatable {
  /// Time in days from any day; the session's number where sessions have no dates.
  public var day: Double
  public var value: Double
  /// Standard error of `value` from the session's own strides.
  public var standardError: Double?

  public init(day: Double, value: Double, standardError: Double? = nil) {
    self.day = day
    self.value = value
    self.standardError = standardError
  }
}

/// Whether one person's measure changes over sessions, said no more surely than the number of sessions allows.
///
/// | sessions | statement |
/// |---|---|
/// | 1–2 | values |
/// | 3–4 | change from first to last against the minimal detectable change |
/// | 5–7 | Theil–Sen line with interval, no verdict |
/// | 8 and more | the line's change against its minimal detectable change, and Kendall's test of the order |
/// | 12 and more | an XmR chart as well |
///
/// At eight sessions and more a change counts as likely real only if the line's change over the series is beyond what sessions
/// that resemble their neighbors give without a trend, and Kendall's test finds them in order. How alike neighbors are is
/// taken from their scatter about the line, cautiously. Hamed and Rao's correction of Kendall's test does not hold its level
/// in series so short (24 to 28 % false alarms at an autocorrelation of 0.6): it sees only autocorrelations that are
/// significant themselves, and few are. `Scripts/simulate-statistics` counts false alarms.
public struct Trend: Sendable, Equatable {
  /// How much a number of sessions can say.
  public enum Tier: String, Sendable, CaseIterable, Codable {
    case values, change, slope, test
    case chart
  }

  /// Whether the measure changed; a code, which pages and the terminal put into words.
  public enum Verdict: String, Sendable, CaseIterable, Codable {
    case likelyReal = "likely_real"
    case withinError = "within_error"
    case cannotTell = "cannot_tell"
  }

  /// Why the verdict is what it is, as a code.
  public enum Reason: String, Sendable, CaseIterable, Codable {
    /// No session, one or two.
    case tooFewForChange = "too_few_for_change"
    /// Five to seven sessions.
    case tooFewForTest = "too_few_for_test"
    /// No SEM is known for the measure.
    case noMeasurementError = "no_measurement_error"
    /// All sessions on one day, or nothing varies.
    case noTimeOrSpread = "no_time_or_spread"
    /// The change is below the minimal detectable change.
    case belowDetectable = "below_detectable"
    /// The change is beyond the minimal detectable change, with too few sessions for a test.
    case beyondDetectable = "beyond_detectable"
    /// Beyond the minimal detectable change, but the order of values could be chance.
    case notConsistent = "not_consistent"
    /// Beyond the minimal detectable change, and the test rejects chance.
    case consistent
    /// The test rejects chance, but sessions that resemble their neighbors give such a change without a trend.
    case neighborsAlike = "neighbors_alike"
    /// The test rejected chance alone, but not after Holm's correction for the number of measures.
    case notAfterCorrection = "not_after_correction"
  }

  public var tier: Tier
  /// Sessions that count, in the order of time.
  public var points: [TrendPoint]
  /// First sessions that are shown but do not count, while the person learns the task.
  public var runIn: [TrendPoint]
  /// Number of sessions that count.
  public var n: Int { points.count }
  /// First and last value that count.
  public var first: Double?
  public var last: Double?
  /// The value of all sessions that count, where it is the same in each of two or more.
  public var sameInAll: Double? {
    guard n > 1, let first, points.allSatisfy({ $0.value == first }) else { return nil }
    return first
  }
  /// Change over the series: last less first value with four sessions or fewer, else slope times duration.
  public var change: Double?
  /// 95 % confidence interval of `change`.
  public var interval: ClosedRange<Double>?
  /// The line, with five sessions or more; slope and its interval per day.
  public var line: TheilSen?
  /// The test, with eight sessions or more.
  public var test: MannKendall?
  /// Two-sided p. With eight sessions or more the larger of that of the line's change against its error and of Kendall's.
  /// With three or four that of the change against its error.
  public var p: Double?
  /// `p` after Holm's correction, where the measure is one of a family.
  public var adjustedP: Double?
  /// The error that `minimalDetectableChange` rests on.
  public var error: MeasurementError?
  /// Amount of `change` that measurement error alone stays below: of the difference of two sessions with four or fewer, else
  /// of the line's change over the series.
  public var minimalDetectableChange: Double?
  /// Mean of the first sessions that count, `TrendSettings.baselineSessions` of them, and the band about it that a single
  /// session of an unchanged person stays in.
  public var baselineMean: Double?
  public var detectableBand: ClosedRange<Double>?
  /// The chart, with twelve sessions or more.
  public var chart: XmRChart?
  public var verdict: Verdict
  public var reason: Reason
}

/// What a trend is judged by.
public struct TrendSettings: Sendable, Equatable {
  /// First sessions that do not count: backward walking is new to most people, and the first sessions show learning.
  public var runIn: Int
  /// Level of the test.
  public var significance: Double
  /// Share of intervals that are to hold the true change.
  public var level: Double
  /// First counted sessions that the baseline is the mean of.
  public var baselineSessions: Int

  public init(runIn: Int = 2, significance: Double = 0.05, level: Double = 0.95, baselineSessions: Int = 3) {
    self.runIn = runIn
    self.significance = significance
    self.level = level
    self.baselineSessions = baselineSessions
  }

  /// Fewest sessions that count for a change, a line, a test and a chart.
  public static let fewestForChange = 3
  public static let fewestForSlope = 5
  public static let fewestForTest = 8
  public static let fewestForChart = 12
}
