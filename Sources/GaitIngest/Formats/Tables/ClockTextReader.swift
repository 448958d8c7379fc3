import GaitModel

/// Goes through the bytes of a date and time.
struct ClockTextReader {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  /// Passes over blanks and quotes.
  mutating func skipOutside() { rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") } }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) { rest = rest.drop(while: isSkipped) }

  private mutating func take(_ any: StaticString) -> UInt8? {
    guard let byte = rest.first, any.withUTF8Buffer({ $0.contains(byte) }) else { return nil }
    rest = rest.dropFirst()
    return byte
  }

  /// A whole number of at most `count` digits.
  private mutating func digits(_ count: Int, fewest: Int = 1) -> Int? {
    var value = 0
    var taken = 0
    while taken < count, let byte = rest.first, byte >= 0x30, byte <= 0x39 {
      value = value * 10 + Int(byte - 0x30)
      rest = rest.dropFirst()
      taken += 1
    }
    return taken >= fewest ? value : nil
  }

  /// The date at the start and what separates it from the time; `nil` if there is none.
  mutating func date(_ order: ClockText.DayOrder) -> (day: CalendarDay, form: ClockText.Form)? {
    let start = rest
    if let year = digits(4, fewest: 4), take("-/.") != nil, let month = digits(2), take("-/.") != nil,
      let number = digits(2), takeSeparator(), let day = CalendarDay(year: year, month: month, day: number)
    {
      return (day, .date)
    }
    rest = start
    guard let first = digits(2), let separator = take("-/. ") else { return nil }
    if separator != UInt8(ascii: " ") || rest.first.map({ $0 | 0x20 >= UInt8(ascii: "a") }) == true, let month = month()
    {
      guard take("-/. ") != nil, let year = digits(4, fewest: 4), takeSeparator() else { return nil }
      return CalendarDay(year: year, month: month, day: first).map { ($0, .date) }
    }
    guard separator != UInt8(ascii: " "), let second = digits(2), take("-/.") != nil, let year = digits(4, fewest: 4),
      takeSeparator()
    else { return nil }
    let (number, month) = order == .dayFirst ? (first, second) : (second, first)
    return CalendarDay(year: year, month: month, day: number).map { ($0, .dateOfOrder) }
  }

  private mutating func takeSeparator() -> Bool {
    guard take("T _,") != nil else { return false }
    skip { $0 == 0x20 }
    return true
  }

  /// The English name of a month, cut to three letters.
  private mutating func month() -> Int? {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let letters = rest.prefix(3).map { $0 | 0x20 }
    guard let k = names.firstIndex(where: { $0.utf8.elementsEqual(letters) }) else { return nil }
    skip { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    return k + 1
  }

  struct TimeOfDay {
    /// From midnight, or from the full hour.
    var seconds: Double
    var hour: Int
    /// Whether no hour is written.
    var isOfHour = false
  }

  mutating func timeOfDay() -> TimeOfDay? {
    guard let first = digits(2), let separator = take(":."), let second = digits(2), second < 60 else { return nil }
    // Hours, minutes and seconds are parted alike; minutes and seconds alone have a fraction.
    guard rest.first == separator, rest.dropFirst().first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true,
      separator == UInt8(ascii: ":") || rest.count > 2
    else {
      guard separator == UInt8(ascii: ":"), first < 60, rest.first == 0x2E || rest.first == 0x2C, let part = fraction()
      else { return nil }
      return TimeOfDay(seconds: Double(first * 60 + second) + part, hour: 0, isOfHour: true)
    }
    rest = rest.dropFirst()
    guard let third = digits(2), first < 24, third < 61 else { return nil }
    let whole = Double(first * 3600 + second * 60 + third)
    guard let part = fraction() else { return nil }
    return TimeOfDay(seconds: whole + part, hour: first)
  }

  /// The part of a second; 0 if none is written, `nil` if no digits follow its mark.
  private mutating func fraction() -> Double? {
    guard let mark = take(".,:_") else { return 0 }
    let before = rest.count
    guard let value = digits(9) else { return nil }
    let count = before - rest.count
    skip { $0 >= 0x30 && $0 <= 0x39 }
    // Behind a colon stand milliseconds, often without leading zeros.
    if mark == UInt8(ascii: ":"), count < 4 { return Double(value) / 1000 }
    return Double(value) / (0..<count).reduce(1.0) { power, _ in power * 10 }
  }

  /// Whether PM stands there rather than AM; `nil` if neither does.
  mutating func halfOfDay() -> Bool? {
    let letters = rest.prefix(4).map { $0 | 0x20 }.filter { $0 != UInt8(ascii: ".") | 0x20 }
    guard letters.count >= 2, letters[1] == UInt8(ascii: "m"),
      letters[0] == UInt8(ascii: "a") || letters[0] == UInt8(ascii: "p")
    else { return nil }
    let behind = rest.dropFirst(2).first
    guard behind.map({ $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ".") || $0 == 0x0D }) ?? true else {
      return nil
    }
    rest = rest.dropFirst(2)
    return letters[0] == UInt8(ascii: "p")
  }

  /// What may stand behind the time.
  struct Zone {
    var offset: Double?
  }

  /// - Returns: `nil` if what stands there is not a zone.
  mutating func zone() -> Zone? {
    let bracket = UInt8(ascii: "[")
    if let start = rest.firstIndex(of: bracket) {
      // The name in brackets explains the offset before it.
      guard rest.last(where: { $0 != 0x20 && $0 != UInt8(ascii: "\"") }) == UInt8(ascii: "]") else { return nil }
      rest = rest[..<start]
      while rest.last == 0x20 { rest = rest.dropLast() }
    }
    if rest.isEmpty { return Zone(offset: nil) }
    for name: StaticString in ["UTC", "GMT", "Z"] {
      let isNamed = name.withUTF8Buffer { rest.starts(with: $0) }
      guard isNamed else { continue }
      let behind = rest.dropFirst(name.utf8CodeUnitCount)
      if behind.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "\"") }) { return Zone(offset: 0) }
      if behind.first == UInt8(ascii: "+") || behind.first == UInt8(ascii: "-") { rest = behind }
    }
    // An abbreviation such as WEST, or a name such as Europe/Berlin: the offset depends on the country or the day.
    let isLetter = { (byte: UInt8) in byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
    let isName = rest.contains(UInt8(ascii: "/")) ? rest.count < 40 : rest.count <= 5
    if let first = rest.first, isLetter(first), isName,
      rest.allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_") })
    {
      return Zone(offset: nil)
    }
    guard let sign = take("+-"), let hour = digits(2), hour < 15 else { return nil }
    _ = take(":")
    let minute = digits(2) ?? 0
    skipOutside()
    guard rest.isEmpty, minute < 60 else { return nil }
    let offset = Double(hour * 3600 + minute * 60)
    return Zone(offset: sign == UInt8(ascii: "-") ? -offset : offset)
  }
}
