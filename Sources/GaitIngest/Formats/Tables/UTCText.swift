import GaitModel

extension ClockOrigin {
  /// Date and time as ISO 8601, in UTC or without a zone; `nil` where none is known.
  var text: String? {
    switch self {
    case .utc(let seconds): UTCText(secondsFrom1970: seconds)?.text
    case .local(let seconds): UTCText(secondsFrom1970: seconds).map { String($0.text.dropLast()) }
    case .unknown, .shared: nil
    }
  }
}

/// A clock time in UTC as ISO 8601 text, to the millisecond.
struct UTCText {
  let text: String

  /// Seconds from 1970 to the year 10,000, which has one digit more.
  static let range = 0..<253_402_300_799.0

  /// - Returns: `nil` if the time is not in `range`.
  init?(secondsFrom1970 seconds: Double) {
    guard Self.range.contains(seconds) else { return nil }
    let milliseconds = Int((seconds * 1000).rounded())
    let days = Int((Double(milliseconds) / 86_400_000).rounded(.down))
    let rest = milliseconds - days * 86_400_000
    guard let day = CalendarDay(year: 1970, month: 1, day: 1)?.adding(days: days) else { return nil }
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = "\(value)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    text =
      "\(day)T\(padded(rest / 3_600_000, 2)):"
      + "\(padded(rest / 60_000 % 60, 2)):\(padded(rest / 1000 % 60, 2)).\(padded(rest % 1000, 3))Z"
  }
}
