import GaitModel

/// What a clinician wrote for a person's week, from Monday to Sunday.
public struct Prescription: Sendable, Equatable, Codable {
  /// The week's Monday.
  public let week: CalendarDay
  /// Without white space around it; lines end with a line feed.
  public let text: String

  /// Longest text, in Unicode scalars: about a page in print. In a form that is sent, each takes at most 12 bytes, so that
  /// it is well within the longest form that the viewer takes.
  public static let longestText = 2_000
  /// Years that a week may be in, as for a recording's start.
  static let years = 1990...2100

  /// - Parameter day: Any day of the week.
  /// - Throws: `HistoryError.outOfRange` if there is no text, a text that is too long, or a day too far off.
  public init(week day: CalendarDay, text: String) throws(HistoryError) {
    let text = Self.plain(text)
    guard Self.years.contains(day.year) else {
      throw .outOfRange(
        "week", found: day.description,
        expected: "a day of the years \(Self.years.lowerBound) to \(Self.years.upperBound)")
    }
    guard !text.isEmpty else { throw .outOfRange("prescription", found: "", expected: "a text") }
    guard text.unicodeScalars.count <= Self.longestText else {
      throw .outOfRange(
        "prescription", found: "\(text.prefix(Self.quoted))…, \(text.unicodeScalars.count) characters",
        expected: "at most \(Self.longestText) characters")
    }
    week = day.monday
    self.text = text
  }

  /// Characters of a text that a message repeats.
  private static let quoted = 20

  /// What the store has, which was checked when it was written.
  init(kept text: String, week: CalendarDay) {
    self.week = week
    self.text = text
  }

  /// Without white space around it and without zero characters, at which SQLite ends a text; browsers end lines with two
  /// characters.
  static func plain(_ text: String) -> String {
    String(text.replacing("\r\n", with: "\n").unicodeScalars.filter { $0 != "\0" }).trimmed
  }

  private enum CodingKeys: CodingKey {
    case week, text
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let written = try container.decode(String.self, forKey: .week)
    guard let day = CalendarDay(written) else {
      throw HistoryError.outOfRange("week", found: written, expected: "a day such as 2026-11-30")
    }
    try self.init(week: day, text: try container.decode(String.self, forKey: .text))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(week.description, forKey: .week)
    try container.encode(text, forKey: .text)
  }
}
