import GaitModel
import NumberText

/// A plan as the fields of a form hold it; all of them are empty where there is none.
public struct PlanText: Sendable, Equatable {
  /// Empty where the plan has no other name than its numbers.
  public var name = ""
  /// `2026-09-07`.
  public var start = ""
  public var weeks = ""
  /// Amounts are numbers with a point or a comma, or ranges: `2-3`.
  public var sessionsPerWeek = ""
  public var minutesPerSession = ""
  public var lastMinutesPerSession = ""
  public var minutesPerWeek = ""

  public init() {}

  public init(_ plan: TrainingPlan?) {
    guard let plan else { return }
    name = plan.hasOwnName ? plan.name : ""
    start = plan.start.map { CalendarDay($0)?.description ?? $0 } ?? ""
    weeks = String(plan.weeks)
    sessionsPerWeek = plan.sessionsPerWeek?.words ?? ""
    minutesPerSession = plan.minutesPerSession?.words ?? ""
    lastMinutesPerSession = plan.lastMinutesPerSession?.words ?? ""
    minutesPerWeek = plan.minutesPerWeek?.words ?? ""
  }

  /// The plan; `nil` where every field is empty. It takes the name of its numbers where it has none of its own.
  ///
  /// - Throws: `HistoryError.outOfRange` where a field cannot be read, or the plan cannot be.
  public func plan() throws(HistoryError) -> TrainingPlan? {
    let fields = [name, start, weeks, sessionsPerWeek, minutesPerSession, lastMinutesPerSession, minutesPerWeek]
    guard !fields.allSatisfy(\.trimmed.isEmpty) else { return nil }
    guard let count = Int(weeks.trimmed) else {
      throw .outOfRange("plan, weeks", found: weeks, expected: TrainingPlan.expectedWeeks)
    }
    var plan = TrainingPlan(
      name: "", weeks: count, sessionsPerWeek: try Self.amount(sessionsPerWeek, "sessions_per_week"),
      minutesPerSession: try Self.amount(minutesPerSession, "minutes_per_session"),
      lastMinutesPerSession: try Self.amount(lastMinutesPerSession, "minutes_per_session_last"),
      minutesPerWeek: try Self.amount(minutesPerWeek, "minutes_per_week"))
    plan.name = name.filled ?? plan.nameOfNumbers
    plan.start = start.filled
    try plan.check("plan")
    return plan
  }

  private static func amount(_ text: String, _ key: String) throws(HistoryError) -> PlannedRange? {
    guard let filled = text.filled else { return nil }
    guard let range = PlannedRange(filled.replacing(",", with: ".")) else {
      throw .outOfRange("plan, \(key)", found: text, expected: "a number, or a range such as 2-3")
    }
    return range
  }
}

extension TrainingPlan {
  /// `10 min, 3 times a week, 6 weeks`.
  public var inNumbers: String {
    let length = PlainNumbers.count(weeks, "week")
    let times = sessionsPerWeek.map { $0.words == "1" ? "once a week" : "\($0.words) times a week" }
    if let minutesPerWeek {
      return (["\(minutesPerWeek.words) min a week"] + [times, length].compactMap { $0 }).joined(separator: ", ")
    }
    guard let minutesPerSession, let times else { return length }
    let last = lastMinutesPerSession.flatMap { $0 == minutesPerSession ? nil : " growing to \($0.words)" } ?? ""
    return "\(minutesPerSession.words)\(last) min, \(times), \(length)"
  }

  /// The name of the plan in `presets` that has the same numbers, else the numbers.
  var nameOfNumbers: String {
    let presets = Self.presets.sorted { $0.key < $1.key }.map(\.value)
    return presets.first { $0.inNumbers == inNumbers }?.name ?? inNumbers
  }

  /// Whether somebody gave it a name, which is not that of its numbers.
  public var hasOwnName: Bool {
    name != inNumbers && !Self.presets.values.contains { $0.name == name }
  }

  /// Name, numbers and first day: `10 min, 3 times a week, 6 weeks, from 2026-09-07`.
  public var inWords: String {
    let what = hasOwnName ? "\(name) (\(inNumbers))" : inNumbers
    return start.map { "\(what), from \($0)" } ?? what
  }
}
