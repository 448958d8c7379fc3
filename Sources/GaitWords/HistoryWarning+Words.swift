import GaitModel

extension HistoryWarning {
  var words: String {
    switch self {
    case .heightsDiffer(let here, let before):
      "The height is \(plain(here)) m here, but was \(plain(before)) m before. Are two people stored under one name?"
    case .dateInFuture(let day): "The date \(day) is in the future. Correct started_at."
    case .sameTime(let recording):
      "It was recorded at the same time as '\(recording)'. Are two people stored under one name?"
    case .clockZonesDiffer(let here, let before):
      "Its clock is \(Self.zone(here)), but that of an earlier recording is \(Self.zone(before)). Each day is the day on the "
        + "recording's own clock."
    case .placedByHand(let subject, let session):
      "It stays in session '\(session)' of '\(subject)', where an earlier analysis of it was put by hand."
    }
  }

  /// `UTC+02:00`.
  private static func zone(_ minutes: Int) -> String {
    func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    return "UTC\(minutes < 0 ? "−" : "+")\(twoDigits(hours)):\(twoDigits(rest))"
  }
}
