/// Whom a report is for, which decides how much it holds.
public enum ReportAudience: String, Sendable, CaseIterable {
  /// Everything, on three to four printed pages.
  case specialist
  /// One printed page for the patient's file: the sentences, speed, change, and what was left out.
  case file
  /// One printed page in plain words for the person who walked.
  case patient
}
