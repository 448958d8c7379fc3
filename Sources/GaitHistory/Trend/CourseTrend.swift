import GaitModel
import GaitStatistics

/// How a person's walking changes over sessions, measure by measure.
public struct CourseTrend: Sendable {
  public var subject: String
  public var sessions: ComparableSessions
  /// Primary measures first.
  public var measures: [MeasureTrend]
  public var carryOver: [CarryOver]

  /// One measure in one direction.
  public struct MeasureTrend: Sendable {
    public var measure: TrackedMeasure
    public var direction: Direction
    public var isPrimary: Bool
    /// Session names of `trend.runIn` and `trend.points`, in their order.
    public var sessionNames: [String]
    public var trend: Trend
  }

  public init(
    _ course: PersonCourse, conditions: WalkConditions? = nil, ordering: ComparableSessions.Ordering = .date,
    settings: TrendSettings = TrendSettings()
  ) {
    subject = course.person.name
    let sessions = ComparableSessions(course, conditions: conditions, ordering: ordering)
    self.sessions = sessions
    let start = course.person.plan?.start.flatMap { CalendarDay($0) }
    var found: [MeasureTrend] = []
    for direction in [Direction.backward, .forward] {
      for measure in TrackedMeasure.all {
        let visits = sessions.visits.filter { $0.directions[direction]?.measures[measure.id] != nil }
        guard !visits.isEmpty else { continue }
        let points = visits.compactMap { visit in
          visit.directions[direction]?.measures[measure.id].map {
            TrendPoint(day: visit.time, value: $0.mean, standardError: $0.standardError)
          }
        }
        let error =
          Self.baselineError(visits, points, before: start)
          ?? measure.borrowedError(direction, group: course.person.diagnosisGroup)
        found.append(
          MeasureTrend(
            measure: measure, direction: direction, isPrimary: measure.isPrimary(direction),
            sessionNames: visits.map(\.session), trend: Trend(points, error: error, settings: settings)))
      }
    }
    for isOfWalk in [false, true] {
      let family = found.indices.filter { found[$0].measure.isOfWalk == isOfWalk }
      let judged = Trend.family(
        family.map { found[$0].trend }, primary: family.map { found[$0].isPrimary }, settings: settings)
      for (k, trend) in zip(family, judged) { found[k].trend = trend }
    }
    measures = found.filter(\.isPrimary) + found.filter { !$0.isPrimary }
    carryOver = TrackedMeasure.speedAndLength.compactMap {
      CarryOver(course, sessions, measure: $0, ordering: ordering, level: settings.level)
    }
  }

  /// Names of the sessions that are a run-in, in which people learn the task, of any measure.
  public var runIn: Set<String> {
    Set(measures.flatMap { $0.sessionNames.prefix($0.trend.runIn.count) })
  }

  /// Fewest sessions before the plan's first day that tell the person's own measurement error.
  private static let fewestBaselineSessions = 3

  /// The person's own error from the sessions before training began.
  private static func baselineError(
    _ visits: [ComparableSessions.Visit], _ points: [TrendPoint], before start: CalendarDay?
  ) -> MeasurementError? {
    guard let start else { return nil }
    let values = zip(visits, points).filter { ($0.0.day ?? start) < start }.map(\.1.value)
    return values.count >= fewestBaselineSessions ? MeasurementError(baseline: values) : nil
  }
}

/// How a measure of forward walking goes along with the backward walking done before.
///
/// Both may follow time, other training or a third thing, so this shows no cause.
public struct CarryOver: Sendable {
  public var measure: TrackedMeasure
  /// Change of the measure from no backward walking to `minutes` of it, by the line after Theil and Sen; a figure per
  /// hour would reach far beyond what was walked.
  public var change: Double
  public var interval: ClosedRange<Double>?
  /// Minutes of recorded backward walking before the last session.
  public var minutes: Double
  public var n: Int

  /// Fewest sessions of which a slope is given, as for trends.
  private static let fewest = TrendSettings.fewestForSlope

  /// Forward walking is that of `sessions`, which are alike; backward walking is all that was recorded, under any
  /// conditions.
  ///
  /// - Returns: `nil` with too few sessions, or if no backward walking was recorded before the last.
  init?(
    _ course: PersonCourse, _ sessions: ComparableSessions, measure: TrackedMeasure,
    ordering: ComparableSessions.Ordering, level: Double
  ) {
    var minutes = 0.0
    var doses: [Double] = []
    var values: [Double] = []
    let visits = Dictionary(sessions.visits.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    for session in course.ordered(by: ordering) {
      if let value = visits[session.name]?.directions[.forward]?.measures[measure.id]?.mean {
        doses.append(minutes)
        values.append(value)
      }
      minutes += session.amount(.backward).minutes
    }
    guard values.count >= Self.fewest, let last = doses.last, last > 0,
      let line = TheilSen.ofNeighbors(times: doses, values: values, level: level)
    else { return nil }
    self.measure = measure
    self.minutes = last
    change = line.slope * last
    interval = line.interval.map { ($0.lowerBound * last)...($0.upperBound * last) }
    n = values.count
  }
}
