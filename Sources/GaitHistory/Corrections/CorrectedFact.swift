/// What of a person, a session or a recording can be corrected after it was added, or happen to it.
///
/// The raw values stand in the store.
public enum CorrectedFact: String, Sendable, CaseIterable {
  case personName = "name"
  case diagnosisGroup = "diagnosis_group"
  case affectedSide = "affected_side"
  case sex
  case birthYear = "birth_year"
  case comment
  case plan
  /// A value that speed or stride length shall reach.
  case goal
  /// What is prescribed for a week.
  case prescription
  case sessionName = "session_name"
  case aid
  case pain
  case sessionComment = "session_comment"
  /// The session went to another person, or the recording to another session.
  case movedTo = "moved_to"
  /// The session came from another person, or the recording from another session.
  case movedFrom = "moved_from"
  case startedAt = "started_at"
  case surface
  case inclinePercent = "incline_percent"
  case removed
  case restored
  /// What was removed is gone for good.
  case erased

  /// The column that holds it; `nil` of what happens to a row as a whole.
  var column: String? {
    switch self {
    case .sessionName: "name"
    case .sessionComment: "comment"
    case .goal, .prescription, .movedTo, .movedFrom, .removed, .restored, .erased: nil
    default: rawValue
    }
  }

  /// Its name in words.
  public var title: String {
    switch self {
    case .personName: "Name"
    case .diagnosisGroup: "Group"
    case .affectedSide: "Affected side"
    case .sex: "Sex"
    case .birthYear: "Year of birth"
    case .comment, .sessionComment: "Notes"
    case .plan: "Plan"
    case .goal: "Goal"
    case .prescription: "Prescription"
    case .sessionName: "Name of the session"
    case .aid: "Walking aid"
    case .pain: "Pain"
    case .movedTo: "Moved to"
    case .movedFrom: "Moved from"
    case .startedAt: "Day and time"
    case .surface: "Surface"
    case .inclinePercent: "Incline in percent"
    case .removed: "Removed"
    case .restored: "Restored"
    case .erased: "Erased for good"
    }
  }
}
