/// A point in time as ISO 8601 text says it: `2026-09-07T09:00:00+02:00`, the zone and the time of day optional.
public struct ClockTime: Sendable, Equatable {
  /// The day on the clock where it was written down.
  public let day: CalendarDay
  /// Seconds since midnight on that clock; `nil` where only a day was given.
  public let secondsOfDay: Double?
  /// Minutes that the clock is ahead of UTC; `nil` where no zone was given.
  public let zoneMinutes: Int?

  /// - Returns: `nil` unless the whole of `text` is a date, or a date and a time.
  public init?(_ text: String) {
    guard let day = CalendarDay(text) else { return nil }
    self.day = day
    var rest = Array(text.utf8.dropFirst(10))[...]
    guard !rest.isEmpty else {
      secondsOfDay = nil
      zoneMinutes = nil
      return
    }
    rest = rest.dropFirst()
    guard let zone = Zone(takenOffTheEndOf: &rest), let seconds = Self.seconds(rest) else { return nil }
    zoneMinutes = zone.minutes
    secondsOfDay = seconds
  }

  /// Seconds since the first of January 1970, UTC; a clock without a zone is taken for UTC.
  public var unixSeconds: Double {
    day.unixSeconds + (secondsOfDay ?? 0) - Double(zoneMinutes ?? 0) * 60
  }

  /// What follows the time of day.
  private struct Zone {
    let minutes: Int?

    /// Takes `Z`, `+02:00`, `+0200`, `+02` or nothing off the end; `nil` where something else is there.
    init?(takenOffTheEndOf text: inout ArraySlice<UInt8>) {
      if text.last == UInt8(ascii: "Z") || text.last == UInt8(ascii: "z") {
        text = text.dropLast()
        minutes = 0
        return
      }
      guard let sign = text.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) else {
        minutes = nil
        return
      }
      let digits = text[(sign + 1)...].filter { $0 != UInt8(ascii: ":") }
      guard digits.count == 2 || digits.count == 4, let hours = CalendarDay.number(digits.prefix(2)), hours < 24,
        let rest = digits.count == 2 ? 0 : CalendarDay.number(digits.dropFirst(2)), rest < 60
      else { return nil }
      minutes = (hours * 60 + rest) * (text[sign] == UInt8(ascii: "-") ? -1 : 1)
      text = text[..<sign]
    }
  }

  /// Seconds of `09:00`, `09:00:00` or `09:00:00.25`.
  private static func seconds(_ text: ArraySlice<UInt8>) -> Double? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].count == 2, parts[1].count == 2,
      let hours = CalendarDay.number(parts[0]), hours < 24, let minutes = CalendarDay.number(parts[1]), minutes < 60
    else { return nil }
    var seconds = 0.0
    if parts.count == 3 {
      let whole = parts[2].prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
      let fraction = parts[2].dropFirst(whole.count)
      guard whole.count == 2, let value = CalendarDay.number(whole), value <= 60 else { return nil }
      seconds = Double(value)
      if !fraction.isEmpty {
        guard fraction.count > 1, let digits = Double("0." + String(decoding: fraction.dropFirst(), as: UTF8.self)),
          fraction.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        seconds += digits
      }
    }
    return Double(hours * 3600 + minutes * 60) + seconds
  }
}
