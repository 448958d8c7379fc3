import GaitHistory
import GaitMeasures
import GaitModel
import GaitStatistics
import PageLanguage

/// Everything that a report tells of one person.
public struct PersonReport: Sendable {
  public let course: PersonCourse
  public let trend: CourseTrend
  public let dose: WalkingDose
  /// With their strides, in the order of time.
  public let recordings: [AnalyzedRecording]
  /// The language of all that is said of the person.
  public var language: Language = .english

  /// - Parameters:
  ///   - course: The person's sessions.
  ///   - recordings: The recordings of these sessions.
  ///   - ordering: How sessions without a date are treated.
  public init(course: PersonCourse, recordings: [AnalyzedRecording], ordering: ComparableSessions.Ordering = .date) {
    var course = course
    if course.sessions.contains(where: { $0.day == nil }) { course.sessions.sort { $0.name < $1.name } }
    self.course = course
    self.recordings = recordings
    trend = CourseTrend(course, ordering: ordering)
    dose = WalkingDose(course)
  }

  /// The people that `recordings` are of. A recording that names nobody is taken for a person of its own.
  public static func people(of recordings: [AnalyzedRecording]) -> [PersonReport] {
    let groups = Dictionary(grouping: recordings) { $0.summary.subject ?? $0.summary.recording }
    return groups.keys.sorted().map { name in
      let own = (groups[name] ?? []).map { $0.rounded() }
      let sorted = own.sorted {
        ($0.summary.startedAt ?? "~", $0.summary.recording) < ($1.summary.startedAt ?? "~", $1.summary.recording)
      }
      return PersonReport(
        course: PersonCourse(person: PersonCourse.Person(name: name), recordings: sorted), recordings: sorted)
    }
  }

  /// Whether every session has a date; if not, they stand by their names.
  var isDated: Bool { course.sessions.allSatisfy { $0.day != nil } }

  /// `2026-09-07`, or the session's name.
  func label(of session: PersonCourse.Session) -> String {
    language.date(fileLabel(of: session))
  }

  /// The same as files have it, which axes shorten.
  func fileLabel(of session: PersonCourse.Session) -> String {
    isDated ? session.day?.description ?? session.name : session.name
  }

  /// As part of a sentence or heading: `2026-09-07`, or `session 3`.
  func place(of session: PersonCourse.Session) -> String {
    isDated ? label(of: session) : language("session \(session.name)")
  }

  /// `2026-09-07 to 2026-10-12`; `nil` without a session.
  var period: String? {
    guard let first = course.sessions.first.map(place), let last = course.sessions.last.map(place) else { return nil }
    return first == last ? first : language("\(first) to \(last)")
  }

  /// The period and what is known of the person, in a few words.
  var about: [String] {
    let person = course.person
    var words = [period].compactMap(\.self) + [language("\(course.sessions.count, "session")")]
    if let group = person.diagnosisGroup { words.append(group) }
    if let side = person.affectedSide { words.append(language("affected side: \(language.text(side.rawValue))")) }
    return words
      + course.conditions.map { conditions, sessions in
        let label = conditions.label(in: language)
        return sessions == course.sessions.count ? label : language("\(sessions) of them \(label)")
      }
  }

  /// A name that a link can point to, whatever the person is called.
  var anchor: String {
    "person-" + course.person.name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  /// The session, with the recording's name where a session has several.
  func label(of recording: AnalyzedRecording) -> String {
    guard let session = course.sessions.first(where: { recording.summary.belongs(to: $0.name) }) else {
      return recording.summary.recording
    }
    let label = place(of: session)
    return session.recordings > 1 ? "\(label) (\(recording.summary.recording))" : label
  }

  /// Position of each session along the axis of time, 0 to 1.
  var positions: [Double] {
    let count = course.sessions.count
    guard count > 1 else { return [0.5] }
    let days = course.sessions.compactMap { isDated ? $0.day?.number : nil }
    if days.count == count, let first = days.first, let last = days.last, last > first {
      return days.map { Double($0 - first) / Double(last - first) }
    }
    return (0..<count).map { Double($0) / Double(count - 1) }
  }

  /// The walking of a session under the usual conditions, else under whatever there is.
  func walk(of session: PersonCourse.Session) -> PersonCourse.Walk? {
    course.usualConditions.flatMap { session[$0] } ?? session.walks.first
  }

  /// Strides that enter means, of all sessions or of one.
  func steadyStrides(session: String? = nil) -> [Stride] {
    recordings.filter { session == nil || $0.summary.belongs(to: session ?? "") }
      .flatMap { $0.strides.filter(\.isCounted) }
  }

  /// The last session with walking in both directions, else the last with any.
  var lastSession: PersonCourse.Session? {
    let directions = { (session: PersonCourse.Session) in Set(session.walks.flatMap(\.directions.keys)) }
    return course.sessions.last { directions($0).isSuperset(of: [.forward, .backward]) }
      ?? course.sessions.last { !directions($0).isEmpty }
  }

  /// Backward beside forward walking in a session.
  func comparison(in session: PersonCourse.Session) -> SessionComparison {
    SessionComparison(
      subject: course.person.name, session: session.name, aid: session.walks.first?.conditions.aid,
      recordings: recordings.filter { $0.summary.belongs(to: session.name) })
  }
}

extension SummaryDocument {
  /// Whether the recording is of the session.
  func belongs(to session: String) -> Bool { sessionName == session }
}
