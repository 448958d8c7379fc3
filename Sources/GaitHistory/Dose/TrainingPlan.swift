import Foundation
import GaitModel
import PlainYAML
import Yams

/// How much backward walking was planned, week by week.
public struct TrainingPlan: Sendable, Equatable, Codable {
  /// What people call it: `10 min, 3 times a week, 6 weeks`.
  public var name: String
  /// First day; the day of the first session where none is given.
  public var start: String?
  public var weeks: Int
  /// Trainings per week; `nil` where only the minutes of a week are planned.
  public var sessionsPerWeek: PlannedRange?
  /// Minutes of backward walking per training in the first week.
  public var minutesPerSession: PlannedRange?
  /// Minutes per training in the last week, where they grow evenly.
  public var lastMinutesPerSession: PlannedRange?
  /// Minutes of a week in any portions, instead of trainings.
  public var minutesPerWeek: PlannedRange?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, start, weeks
    case sessionsPerWeek = "sessions_per_week"
    case minutesPerSession = "minutes_per_session"
    case lastMinutesPerSession = "minutes_per_session_last"
    case minutesPerWeek = "minutes_per_week"
  }

  /// Longest plan, in weeks: two years.
  private static let mostWeeks = 104

  /// The plan of a `plan.yaml`.
  ///
  /// - Throws: `HistoryError.outOfRange` if the text is not a plan.
  public init(yaml: String, file: String) throws(HistoryError) {
    do {
      // A plan is read only after it is known to be small and without aliases.
      let keys = try Self.keys(of: yaml)
      let known = Set(CodingKeys.allCases.map(\.rawValue))
      if let strange = keys.subtracting(known).sorted().first {
        throw HistoryError.outOfRange(
          file, found: strange, expected: "only the keys \(known.sorted().joined(separator: ", "))")
      }
      self = try YAMLDecoder().decode(TrainingPlan.self, from: yaml)
    } catch let error as HistoryError {
      throw error
    } catch {
      throw .outOfRange(
        file, found: Self.reason(error),
        expected: "a plan: name, weeks, and either sessions_per_week with minutes_per_session or minutes_per_week")
    }
    try check(file)
  }

  private static func keys(of yaml: String) throws(YAMLValue.Fault) -> Set<String> {
    guard case .mapping(let entries) = try YAMLValue(yaml: yaml) else { return [] }
    return Set(entries.map(\.key))
  }

  /// - Parameter place: Where the plan is, for the message.
  /// - Throws: `HistoryError.outOfRange` if a part is missing, or cannot be.
  func check(_ place: String) throws(HistoryError) {
    guard !name.trimmed.isEmpty, name.count <= HistoryStore.longestName else {
      throw .outOfRange("\(place), name", found: name, expected: "1 to \(HistoryStore.longestName) characters")
    }
    guard (1...Self.mostWeeks).contains(weeks) else {
      throw .outOfRange("\(place), weeks", found: "\(weeks)", expected: Self.expectedWeeks)
    }
    if let start {
      // A first day that is centuries off would list each of their weeks.
      guard let day = CalendarDay(start), Prescription.years.contains(day.year) else {
        throw .outOfRange("\(place), start", found: start, expected: "a day such as 2026-09-07")
      }
    }
    guard minutesPerWeek != nil || (sessionsPerWeek != nil && minutesPerSession != nil) else {
      throw .outOfRange(place, found: "no amount of walking", expected: Self.expectedAmount)
    }
    guard minutesPerWeek == nil || (minutesPerSession == nil && lastMinutesPerSession == nil) else {
      throw .outOfRange(
        place, found: "minutes of a session and of a week",
        expected: "one of them: minutes_per_session or minutes_per_week")
    }
    if let sessions = sessionsPerWeek, sessions.high > Self.mostSessions {
      throw .outOfRange(
        "\(place), sessions_per_week", found: sessions.words, expected: "at most \(Int(Self.mostSessions))")
    }
    for week in [0, weeks - 1] {
      guard let minutes = minutes(ofWeek: week), minutes.high > PlannedRange.most else { continue }
      throw .outOfRange(
        place, found: "\(minutes.words) min a week", expected: "at most \(Int(PlannedRange.most)), which a week has")
    }
  }

  static let expectedWeeks = "1 to \(mostWeeks)"
  static let expectedAmount = "either sessions_per_week with minutes_per_session or minutes_per_week"
  /// Most trainings of a week: ten a day. More is a slip of the keyboard.
  private static let mostSessions = 70.0

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let fault as YAMLValue.Fault: "a file that is not a plan: \(fault.description)"
    case DecodingError.keyNotFound(let key, _): "no key '\(key.stringValue)'"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.last.map { "another kind of value at '\($0.stringValue)'" } ?? "text that is not YAML"
    default: "text that is not YAML"
    }
  }

  /// The plan as the store keeps it.
  package init?(json: String) {
    guard let plan = try? JSONDecoder().decode(TrainingPlan.self, from: Data(json.utf8)) else { return nil }
    self = plan
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init(
    name: String, weeks: Int, sessionsPerWeek: PlannedRange? = nil, minutesPerSession: PlannedRange? = nil,
    lastMinutesPerSession: PlannedRange? = nil, minutesPerWeek: PlannedRange? = nil
  ) {
    self.name = name
    self.weeks = weeks
    self.sessionsPerWeek = sessionsPerWeek
    self.minutesPerSession = minutesPerSession
    self.lastMinutesPerSession = lastMinutesPerSession
    self.minutesPerWeek = minutesPerWeek
  }

  /// Trainings planned for a week, counted from 0; `nil` after the last, and where only minutes are planned.
  public func sessions(ofWeek week: Int) -> PlannedRange? {
    week >= 0 && week < weeks ? sessionsPerWeek : nil
  }

  /// Minutes of backward walking planned for a week, counted from 0; `nil` after the last.
  public func minutes(ofWeek week: Int) -> PlannedRange? {
    guard week >= 0, week < weeks else { return nil }
    if let minutesPerWeek { return minutesPerWeek }
    guard let sessions = sessionsPerWeek, let first = minutesPerSession else { return nil }
    let last = lastMinutesPerSession ?? first
    let share = weeks > 1 ? Double(week) / Double(weeks - 1) : 0
    return PlannedRange(
      low: sessions.low * (first.low + share * (last.low - first.low)),
      high: sessions.high * (first.high + share * (last.high - first.high)))
  }
}

/// A planned amount: a number, or from one to another as in `2-3`.
public struct PlannedRange: Sendable, Equatable, Codable {
  public var low: Double
  public var high: Double

  /// Largest amount that makes sense: a week has 10,080 minutes.
  static let most = 10_080.0

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try? container.decode(Double.self)
    let text = try number.map { "\($0)" } ?? container.decode(String.self)
    guard let range = PlannedRange(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no amount: \(text)")
    }
    self = range
  }

  /// - Parameter text: `3`, `2-3` or `2–3`.
  /// - Returns: `nil` where it is no amount.
  public init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" }).map {
      Double($0.filter { !$0.isWhitespace })
    }
    guard parts.count == 1 || parts.count == 2, let low = parts[0], let high = parts[parts.count - 1], low >= 0,
      low <= high, high <= Self.most
    else { return nil }
    self.init(low: low, high: high)
  }

  /// `3` or `2–3`, with all digits.
  public var words: String {
    low == high ? GoalKind.digits(low) : "\(GoalKind.digits(low))–\(GoalKind.digits(high))"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if low == high { try container.encode(low) } else { try container.encode("\(low)-\(high)") }
  }
}

extension TrainingPlan {
  /// Plans from studies of backward walking, by the name under which `--plan` takes them.
  public static let presets: [String: TrainingPlan] = [
    // Supervised retro walking in knee osteoarthritis, n = 68: BMC Musculoskelet Disord 2019, doi 10.1186/s12891-019-2537-9.
    "10x3x6": TrainingPlan(
      name: "10 min, 3 times a week, 6 weeks", weeks: 6, sessionsPerWeek: PlannedRange(low: 3, high: 3),
      minutesPerSession: PlannedRange(low: 10, high: 10)),
    "growing": TrainingPlan(
      name: "5–10 growing to 20–30 min, 2–3 times a week", weeks: 6, sessionsPerWeek: PlannedRange(low: 2, high: 3),
      minutesPerSession: PlannedRange(low: 5, high: 10), lastMinutesPerSession: PlannedRange(low: 20, high: 30)),
    "portions": TrainingPlan(
      name: "2–3 h a week in any portions", weeks: 6, minutesPerWeek: PlannedRange(low: 120, high: 180)),
  ]
}
