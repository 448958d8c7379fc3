import GaitHistory
import GaitMeasures
import GaitModel

/// Everything that the store has of a person but strides and curves, for download: *Everything (JSON)*.
///
/// Speeds are in m/s and lengths in meters, whatever the pages show. What is not known is absent.
struct PersonDocument: Encodable {
  let person: PersonCourse.Person
  /// Dated sessions by time, then the others by name.
  let sessions: [PersonCourse.Session]
  /// The results of every recording, as in its `summary.json`, in the order of time.
  let recordings: [SummaryDocument]
  /// The latest first.
  let changes: [StoredChange]

  private enum CodingKeys: String, CodingKey {
    case name, group, sex, notes, plan, goals, prescriptions, sessions, recordings, changes
    case affectedSide = "affected_side"
    case birthYear = "birth_year"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(person.name, forKey: .name)
    try container.encodeIfPresent(person.diagnosisGroup, forKey: .group)
    try container.encodeIfPresent(person.affectedSide?.rawValue, forKey: .affectedSide)
    try container.encodeIfPresent(person.sex?.rawValue, forKey: .sex)
    try container.encodeIfPresent(person.birthYear, forKey: .birthYear)
    try container.encodeIfPresent(person.comment, forKey: .notes)
    try container.encodeIfPresent(person.plan, forKey: .plan)
    try container.encode(GoalKind.allCases.compactMap { Goal($0, person.goals[$0]) }, forKey: .goals)
    try container.encode(person.prescriptions, forKey: .prescriptions)
    try container.encode(sessions.map(Session.init), forKey: .sessions)
    try container.encode(recordings, forKey: .recordings)
    try container.encode(changes.map(Change.init), forKey: .changes)
  }

  /// Keys and values as in the table `goal` of the store.
  private struct Goal: Encodable {
    let direction: String
    let measure: String
    let value: Double
    let unit: String

    init?(_ kind: GoalKind, _ value: Double?) {
      guard let value else { return nil }
      direction = kind.direction.rawValue
      measure = kind.measure.id
      self.value = value
      unit = kind.measure.unit
    }
  }

  /// What was noted of a session; its measures are those of the recordings.
  private struct Session: Encodable {
    let name: String
    let day: String?
    let aid: String?
    let pain: Double?
    let notes: String?

    init(_ session: PersonCourse.Session) {
      name = session.name
      day = session.day?.description
      // An aid is noted for the session, so all its walks have the same.
      aid = session.walks.first?.conditions.aid
      pain = session.pain
      notes = session.comment
    }
  }

  private struct Change: Encodable {
    let fact: CorrectedFact
    let session: String?
    let recording: String?
    let otherPerson: String?
    let otherSession: String?
    let before: String?
    let after: String?
    let changedAt: String

    private enum CodingKeys: String, CodingKey {
      case fact, session, recording, before, after
      case otherPerson = "other_person"
      case otherSession = "other_session"
      case changedAt = "changed_at"
    }

    init(_ change: StoredChange) {
      fact = change.fact
      session = change.session
      recording = change.recording
      otherPerson = change.otherSubject
      otherSession = change.otherSession
      before = change.before
      after = change.after
      changedAt = change.changedAt
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(fact.rawValue, forKey: .fact)
      try container.encodeIfPresent(session, forKey: .session)
      try container.encodeIfPresent(recording, forKey: .recording)
      try container.encodeIfPresent(otherPerson, forKey: .otherPerson)
      try container.encodeIfPresent(otherSession, forKey: .otherSession)
      try container.encodeIfPresent(before, forKey: .before)
      try container.encodeIfPresent(after, forKey: .after)
      try container.encode(changedAt, forKey: .changedAt)
    }
  }
}

extension HistoryStore {
  /// - Throws: `HistoryError` if there is no such person, or the store cannot be read.
  func document(of subject: String) throws(HistoryError) -> PersonDocument {
    let course = try course(of: subject)
    return PersonDocument(
      person: course.person, sessions: course.sessions,
      recordings: try analyzedRecordings(of: course.person.name).map(\.summary),
      changes: try changes(of: course.person.name, limit: .max))
  }
}
