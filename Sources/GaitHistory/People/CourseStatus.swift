import GaitMeasures
import GaitModel
import GaitStatistics

/// What a list of many people shows of one person's walking speed: how it changed, and whether somebody should look at it.
///
/// Nothing here is a verdict on a person. What should be looked at may be a bad day, another shoe or a sensor worn wrongly.
public struct CourseStatus: Sendable, Equatable {
  /// Why the course should be looked at.
  public enum Finding: Sendable, Equatable {
    /// The latest session that counts is below the band of the person's own first sessions: the value and the lower end of
    /// the band, in m/s.
    case belowBand(Direction, value: Double, band: Double)
    /// Backward walking became slower by this, in m/s along the line of the trend, and the change is likely real.
    case slower(Double)
    /// The latest session has no stride that counts, in no direction and under no conditions.
    case nothingMeasured(session: String)
  }

  /// Change of backward speed over the sessions that count, m/s; `nil` with too few of them.
  public var change: Double?
  public var verdict: Trend.Verdict
  public var reason: Trend.Reason
  /// Number of sessions with backward walking that count.
  public var n: Int
  /// In the order in which they are shown; empty if nothing calls for a look.
  public var findings: [Finding]
}

extension CourseStatus {
  /// - Parameter course: With walking speed in both directions at least.
  public init(_ course: PersonCourse) {
    let trend = CourseTrend(course)
    let speed = { (direction: Direction) in
      trend.measures.first { $0.direction == direction && $0.measure.id == StrideQuantity.speed.id }
    }
    let backward = speed(.backward)
    change = backward?.trend.change
    verdict = backward?.trend.verdict ?? .cannotTell
    reason = backward?.trend.reason ?? .tooFewForChange
    n = backward?.trend.n ?? 0
    findings = [Direction.backward, .forward].compactMap { direction in
      speed(direction).flatMap { Self.belowBand($0, latest: trend.sessions.visits.last?.session) }
    }
    if verdict == .likelyReal, let change, change < 0 { findings.append(.slower(change)) }
    // Sessions without a date come last, but need not be the latest.
    let latest = course.sessions.last { $0.day != nil } ?? course.sessions.last
    if let latest, latest.walks.flatMap(\.directions.values).allSatisfy({ $0.strides == 0 }) {
      findings.append(.nothingMeasured(session: latest.name))
    }
  }

  /// A latest value below the band; the sessions that make the band are not compared with it.
  private static func belowBand(_ measure: CourseTrend.MeasureTrend, latest: String?) -> Finding? {
    guard let band = measure.trend.detectableBand, measure.trend.n > TrendSettings().baselineSessions,
      let name = measure.sessionNames.last, name == latest, let value = measure.trend.last, value < band.lowerBound
    else { return nil }
    return .belowBand(measure.direction, value: value, band: band.lowerBound)
  }
}

extension CourseStatus.Finding: Codable {}
