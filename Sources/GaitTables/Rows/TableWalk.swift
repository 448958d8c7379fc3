import GaitHistory
import GaitMeasures
import GaitModel

/// A recording that goes into tables, with what is known of its person and session.
public struct TableWalk: Sendable {
  public var recording: AnalyzedRecording
  /// `nil` where the recording does not come from a store, which alone knows of groups and affected sides.
  public var person: PersonCourse.Person?
  /// Cane, walker, orthosis, as annotated.
  public var aid: String?
  public var pain: Double?
  /// What was annotated of the session.
  public var comment: String?

  public init(
    _ recording: AnalyzedRecording, person: PersonCourse.Person? = nil, aid: String? = nil, pain: Double? = nil,
    comment: String? = nil
  ) {
    self.recording = recording
    self.person = person
    self.aid = aid
    self.pain = pain
    self.comment = comment
  }

  public var summary: SummaryDocument { recording.summary }
  /// The session's own name, else the day, else the recording's name.
  public var session: String { summary.sessionName }
  /// The day on the recording's own clock; `nil` where no start is known.
  public var day: CalendarDay? { summary.startedAt.flatMap(ClockTime.init)?.day }
  /// What must be alike for two walks to be compared.
  var conditions: WalkConditions {
    WalkConditions(
      sensors: WalkConditions.Sensors(summary), surface: summary.surface,
      inclinePercent: summary.inclinePercent.flatMap { Int(exactly: $0.rounded()) }, aid: aid)
  }
}

extension TableWalk {
  /// `walks` in the order of every table: by person, day, session and recording, what has no day first.
  public static func sorted(_ walks: [TableWalk]) -> [TableWalk] {
    walks.map { ($0, $0.day?.number ?? Int.min) }.sorted { a, b in
      let (one, other) = (a.0.summary.subject ?? "", b.0.summary.subject ?? "")
      if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
      if a.1 != b.1 { return a.1 < b.1 }
      for (x, y) in [(a.0.session, b.0.session), (a.0.summary.recording, b.0.summary.recording)] {
        let order = NaturalOrder.compare(x, y)
        if order != 0 { return order < 0 }
      }
      return false
    }.map(\.0)
  }
}

extension HistoryStore {
  /// A person's recordings for tables, with what was annotated.
  ///
  /// - Throws: `HistoryError` if there is no such person, or the store cannot be read.
  public func tableWalks(of subject: String) throws(HistoryError) -> [TableWalk] {
    let course = try course(of: subject)
    let sessions = Dictionary(course.sessions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return try analyzedRecordings(of: subject).map { recording in
      Self.walk(recording, course.person, sessions[recording.summary.session ?? ""])
    }
  }

  /// The same without strides, to know beforehand what there is.
  ///
  /// - Throws: `HistoryError` if there is no such person, or the store cannot be read.
  public func tableWalksWithoutStrides(of subject: String) throws(HistoryError) -> [TableWalk] {
    let course = try course(of: subject)
    let sessions = Dictionary(course.sessions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return try summaries(of: subject).map { summary in
      Self.walk(AnalyzedRecording(summary: summary, strides: []), course.person, sessions[summary.session ?? ""])
    }
  }

  private static func walk(
    _ recording: AnalyzedRecording, _ person: PersonCourse.Person, _ session: PersonCourse.Session?
  ) -> TableWalk {
    TableWalk(
      recording, person: person, aid: session?.walks.first?.conditions.aid, pain: session?.pain,
      comment: session?.comment)
  }
}
