/// What makes it doubtful that the recordings under one name are of one person and on one clock.
public enum HistoryWarning: Sendable, Hashable {
  /// Two heights in meters.
  case heightsDiffer(here: Double, before: Double)
  /// The day of the recording is still to come.
  case dateInFuture(CalendarDay)
  /// Another recording was made at the same time.
  case sameTime(recording: String)
  /// Minutes that the recording's clock, and that of an earlier one, are ahead of UTC.
  case clockZonesDiffer(here: Int, before: Int)
  /// The recording stays under this person and session, where an earlier analysis of it was put by hand.
  case placedByHand(subject: String, session: String)

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .heightsDiffer: .heightsDiffer
    case .dateInFuture: .dateInFuture
    case .sameTime: .sameTime
    case .clockZonesDiffer: .clockZonesDiffer
    case .placedByHand: .placedByHand
    }
  }
}
