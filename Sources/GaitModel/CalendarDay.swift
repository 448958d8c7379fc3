/// A day of the Gregorian calendar.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// - Returns: `nil` where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// - Parameter text: Text that begins like `2026-09-07` and goes on, if at all, with a `T` or a space.
  public init?(_ text: some StringProtocol) {
    let scalars = Array(text.utf8.prefix(11))
    guard scalars.count >= 10, scalars[4] == UInt8(ascii: "-"), scalars[7] == UInt8(ascii: "-"),
      scalars.count == 10 || scalars[10] == UInt8(ascii: "T") || scalars[10] == UInt8(ascii: "t")
        || scalars[10] == UInt8(ascii: " "),
      let year = Self.number(scalars[0..<4]), let month = Self.number(scalars[5..<7]),
      let day = Self.number(scalars[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Number of the day, where 1 March of year 0 is day 1. (With March as the first month leap days come last.)
  public var number: Int {
    let shifted = month > 2 ? month - 3 : month + 9
    let years = month > 2 ? year : year - 1
    return 365 * years + Self.floorDivision(years, 4) - Self.floorDivision(years, 100)
      + Self.floorDivision(years, 400) + (153 * shifted + 2) / 5 + day
  }

  /// Seconds from the first of January 1970 to the midnight that begins the day, on one and the same clock.
  package var unixSeconds: Double { Double(unixDay) * 86_400 }

  /// Days since the first of January 1970.
  package var unixDay: Int { number - Self.numberOfUnixEpoch }

  /// `number` of 1 January 1970.
  private static let numberOfUnixEpoch = 719_469

  /// The day `days` later; `nil` outside the years 0 to 9999.
  public func adding(days: Int) -> CalendarDay? {
    var target = number + days
    // The year is found from its mean length and corrected by at most one.
    var year = Int((Double(target) / 365.2425).rounded(.down))
    while let next = CalendarDay(year: year + 1, month: 3, day: 1), next.number <= target { year += 1 }
    while let first = CalendarDay(year: year, month: 3, day: 1), first.number > target { year -= 1 }
    guard let first = CalendarDay(year: year, month: 3, day: 1) else { return nil }
    target -= first.number
    let shifted = (5 * target + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return CalendarDay(
      year: month > 2 ? year : year + 1, month: month, day: target - (153 * shifted + 2) / 5 + 1)
  }

  /// The Monday of the day's week.
  public var monday: CalendarDay {
    // 1 March of year 0, day number 1, was a Wednesday.
    adding(days: -((number + 1) % 7)) ?? self
  }

  /// `2026-09-07`.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func floorDivision(_ a: Int, _ b: Int) -> Int {
    a >= 0 ? a / b : -((-a + b - 1) / b)
  }

  static func number(_ digits: some Collection<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return digits.isEmpty ? nil : value
  }
}
