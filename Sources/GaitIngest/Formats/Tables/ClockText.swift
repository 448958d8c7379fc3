import GaitModel

/// A date and time of day as text, to the digits that are written.
struct ClockText {
  /// Seconds from 1970-01-01T00:00:00 in the time zone of the text.
  var seconds: Double
  /// Seconds that the zone is ahead of UTC, or `nil` if the text names none.
  var zoneOffset: Double?

  /// Seconds from 1970 in UTC, where the text names its zone.
  var utc: Double? { zoneOffset.map { seconds - $0 } }

  /// Reads `2019-02-14T08:58:00.1234567`, also with a space, comma or underscore before the time, a decimal comma or
  /// nothing behind the seconds, and `Z`, `+0100`, `+01:00` or `UTC` at the end. The year has four digits and comes first.
  ///
  /// - Returns: `nil` if `text` is something else.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let time = bytes.withUnsafeBufferPointer { ClockText($0[...]) }
    guard let time else { return nil }
    self = time
  }

  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var reader = Reader(rest: bytes)
    reader.skip { $0 == 0x20 || $0 == UInt8(ascii: "\"") }
    guard let year = reader.digits(4, fewest: 4), reader.take("-/.") != nil, let month = reader.digits(2),
      reader.take("-/.") != nil, let number = reader.digits(2), reader.take("T _,") != nil,
      let day = CalendarDay(year: year, month: month, day: number)
    else { return nil }
    reader.skip { $0 == 0x20 }
    guard let time = reader.timeOfDay() else { return nil }
    seconds = day.unixSeconds + time
    reader.skip { $0 == 0x20 || $0 == UInt8(ascii: "\"") }
    guard let zone = reader.zone() else { return nil }
    zoneOffset = zone.offset
  }

  /// Goes through the bytes of a text.
  private struct Reader {
    var rest: Slice<UnsafeBufferPointer<UInt8>>

    mutating func skip(_ isSkipped: (UInt8) -> Bool) { rest = rest.drop(while: isSkipped) }

    mutating func take(_ any: StaticString) -> UInt8? {
      guard let byte = rest.first, any.withUTF8Buffer({ $0.contains(byte) }) else { return nil }
      rest = rest.dropFirst()
      return byte
    }

    /// A whole number of at most `count` digits.
    mutating func digits(_ count: Int, fewest: Int = 1) -> Int? {
      var value = 0
      var taken = 0
      while taken < count, let byte = rest.first, byte >= 0x30, byte <= 0x39 {
        value = value * 10 + Int(byte - 0x30)
        rest = rest.dropFirst()
        taken += 1
      }
      return taken >= fewest ? value : nil
    }

    /// Seconds from midnight.
    mutating func timeOfDay() -> Double? {
      guard let hour = digits(2), take(":") != nil, let minute = digits(2), take(":") != nil,
        let second = digits(2), hour < 24, minute < 60, second < 61
      else { return nil }
      let whole = Double(hour * 3600 + minute * 60 + second)
      guard take(".,:_") != nil else { return whole }
      let before = rest.count
      guard let fraction = digits(9) else { return nil }
      let digitCount = before - rest.count
      skip { $0 >= 0x30 && $0 <= 0x39 }
      return whole + Double(fraction) / (0..<digitCount).reduce(1.0) { power, _ in power * 10 }
    }

    /// What may stand behind the time.
    struct Zone {
      var offset: Double?
    }

    /// - Returns: `nil` if what stands there is no zone.
    mutating func zone() -> Zone? {
      if rest.isEmpty { return Zone(offset: nil) }
      if rest.elementsEqual("Z".utf8) || rest.elementsEqual("UTC".utf8) || rest.elementsEqual("GMT".utf8) {
        return Zone(offset: 0)
      }
      // Hours of a clock that counts to twelve are not read.
      if ["AM", "PM", "am", "pm"].contains(where: { rest.elementsEqual($0.utf8) }) { return nil }
      // An abbreviation such as WEST: which zone that is differs between countries.
      if rest.count <= 5, rest.allSatisfy({ $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }) {
        return Zone(offset: nil)
      }
      guard let sign = take("+-"), let hour = digits(2), hour < 15 else { return nil }
      _ = take(":")
      let minute = digits(2) ?? 0
      skip { $0 == UInt8(ascii: "\"") || $0 == 0x20 }
      guard rest.isEmpty, minute < 60 else { return nil }
      let offset = Double(hour * 3600 + minute * 60)
      return Zone(offset: sign == UInt8(ascii: "-") ? -offset : offset)
    }
  }
}
