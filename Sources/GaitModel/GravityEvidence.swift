/// What of a recording shows the magnitude of gravity.
public enum GravityEvidence: String, Sendable, CaseIterable, Codable {
  /// The sensor hardly moved.
  case rest
  /// It never rested; a tenth of the recording was the quietest.
  case quietestTenth = "quietest_tenth"
}
