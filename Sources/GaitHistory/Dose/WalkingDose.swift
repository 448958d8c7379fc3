import GaitModel

/// How much a person walked backward and forward, as far as it was recorded.
public struct WalkingDose: Sendable, Equatable {
  /// Walking in one direction.
  public struct Amount: Sendable, Equatable {
    public var minutes = 0.0
    /// All strides of a sure direction, those that enter no mean included.
    public var strides = 0
    /// `nil` where no stride has a length.
    public var meters: Double?

    static func + (a: Amount, b: Amount) -> Amount {
      let meters = a.meters == nil ? b.meters : a.meters.map { $0 + (b.meters ?? 0) }
      return Amount(minutes: a.minutes + b.minutes, strides: a.strides + b.strides, meters: meters)
    }
  }

  /// One session, one day or one week.
  public struct Period: Sendable, Equatable {
    /// The session's name, the day, or the week's first day.
    public var label: String
    public var day: CalendarDay?
    public var sessions: Int
    public var backward: Amount
    public var forward: Amount
    /// Minutes of backward walking planned for it; weeks of a plan only.
    public var planned: PlannedRange?
    /// Sessions in which backward walking was recorded.
    public var backwardSessions = 0
    /// Trainings planned for it; weeks of a plan that has trainings only.
    public var plannedSessions: PlannedRange?

    /// Minutes that were not recorded of the least that was planned; they may have been walked.
    public var missingMinutes: Double? { planned.map { max(0, $0.low - backward.minutes) } }
  }

  public var sessions: [Period]
  public var days: [Period]
  /// Without a plan from Monday to Sunday, with one counted from its first day; weeks without walking included.
  public var weeks: [Period]
  /// Sessions without a date, which belong to no day or week.
  public var undated: Int
  /// First day of the first week, where there is any.
  private var origin: CalendarDay?
  private var plan: TrainingPlan?

  /// The dose of a person's sessions against the person's plan.
  public init(_ course: PersonCourse) {
    sessions = course.sessions.map { session in
      Period(
        label: session.name, day: session.day, sessions: 1, backward: session.amount(.backward),
        forward: session.amount(.forward), backwardSessions: session.amount(.backward).strides > 0 ? 1 : 0)
    }
    let dated = sessions.filter { $0.day != nil }
    undated = sessions.count - dated.count
    days = Self.grouped(dated) { $0 }
    plan = course.person.plan
    let first = plan?.start.flatMap { CalendarDay($0) } ?? dated.compactMap(\.day).min()
    guard let first else {
      weeks = []
      return
    }
    let origin = plan == nil ? first.monday : first
    self.origin = origin
    weeks = Self.weeks(dated, from: origin, plan: plan)
  }

  private static func weeks(_ dated: [Period], from origin: CalendarDay, plan: TrainingPlan?) -> [Period] {
    let byWeek = grouped(dated) { day in
      let week = Double(day.number - origin.number) / 7
      return origin.adding(days: 7 * Int(week.rounded(.down))) ?? day
    }
    let last = max(
      byWeek.compactMap(\.day).max() ?? origin, origin.adding(days: 7 * ((plan?.weeks ?? 1) - 1)) ?? origin)
    var weeks = byWeek.filter { ($0.day ?? origin) < origin }
    var start = origin
    var number = 0
    while start <= last {
      var week =
        byWeek.first { $0.day == start }
        ?? Period(label: start.description, day: start, sessions: 0, backward: Amount(), forward: Amount())
      week.plan(plan, number: number)
      weeks.append(week)
      guard let next = start.adding(days: 7) else { break }
      start = next
      number += 1
    }
    return weeks
  }

  private static func grouped(_ periods: [Period], by key: (CalendarDay) -> CalendarDay) -> [Period] {
    var groups: [CalendarDay: Period] = [:]
    for period in periods {
      guard let day = period.day.map(key) else { continue }
      if let known = groups[day] {
        groups[day] = Period(
          label: known.label, day: day, sessions: known.sessions + period.sessions,
          backward: known.backward + period.backward, forward: known.forward + period.forward,
          backwardSessions: known.backwardSessions + period.backwardSessions)
      } else {
        groups[day] = Period(
          label: day.description, day: day, sessions: period.sessions, backward: period.backward,
          forward: period.forward, backwardSessions: period.backwardSessions)
      }
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}

extension WalkingDose {
  /// The week that `day` is in, also where nothing was recorded in it; `nil` where there is neither a plan with a first day
  /// nor a session with a date.
  public func week(of day: CalendarDay) -> Period? {
    guard let origin else { return nil }
    let number = Int((Double(day.number - origin.number) / 7).rounded(.down))
    guard let start = origin.adding(days: 7 * number) else { return nil }
    if let known = weeks.first(where: { $0.day == start }) { return known }
    var week = Period(label: start.description, day: start, sessions: 0, backward: Amount(), forward: Amount())
    week.plan(plan, number: number)
    return week
  }

  /// The latest day with a session.
  public var lastDay: CalendarDay? { days.last?.day }
}

extension WalkingDose.Period {
  /// Sets what a plan has for the week of the number, counted from 0.
  fileprivate mutating func plan(_ plan: TrainingPlan?, number: Int) {
    planned = plan?.minutes(ofWeek: number)
    plannedSessions = plan?.sessions(ofWeek: number)
  }
}

extension PersonCourse.Session {
  /// All walking in `direction`, whatever the conditions.
  func amount(_ direction: Direction) -> WalkingDose.Amount {
    walks.compactMap { $0.directions[direction] }.reduce(WalkingDose.Amount()) { sum, walk in
      sum + WalkingDose.Amount(minutes: walk.duration / 60, strides: walk.walked, meters: walk.distance)
    }
  }
}

extension WalkingDose.Amount: Encodable {
  private enum CodingKeys: String, CodingKey {
    case minutes, strides
    // As in the first release.
    case meters = "metres"
  }
}

extension WalkingDose.Period: Encodable {
  private enum CodingKeys: String, CodingKey {
    case label, day, sessions, backward, forward
    case plannedMinutes = "planned_minutes"
    case missingMinutes = "missing_minutes"
    case backwardSessions = "backward_sessions"
    case plannedSessions = "planned_sessions"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(label, forKey: .label)
    try container.encodeIfPresent(day?.description, forKey: .day)
    try container.encode(sessions, forKey: .sessions)
    try container.encode(backward, forKey: .backward)
    try container.encode(forward, forKey: .forward)
    try container.encodeIfPresent(planned, forKey: .plannedMinutes)
    try container.encodeIfPresent(missingMinutes, forKey: .missingMinutes)
    try container.encode(backwardSessions, forKey: .backwardSessions)
    try container.encodeIfPresent(plannedSessions, forKey: .plannedSessions)
  }
}
