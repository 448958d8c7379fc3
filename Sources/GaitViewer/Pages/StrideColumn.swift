import GaitModel
import NumberText

/// A column of the table of strides.
struct StrideColumn: Sendable {
  /// As it stands in the URL of a sorted table.
  var id: String
  var title: String
  var isNumber = true
  var text: @Sendable (Stride) -> String
  /// Rank in the order of the column; `nil` where the stride has no value, which comes last in both orders.
  var rank: @Sendable (Stride) -> Double?

  private static func number(
    _ id: String, _ title: String, _ decimals: Int, _ value: @escaping @Sendable (Stride) -> Double?
  ) -> StrideColumn {
    StrideColumn(id: id, title: title, text: { value($0).map { PlainNumbers.fixed($0, decimals) } ?? "" }, rank: value)
  }

  private static func word<Word: RawRepresentable & CaseIterable & Equatable & SendableMetatype>(
    _ id: String, _ title: String, _ value: @escaping @Sendable (Stride) -> Word?
  ) -> StrideColumn where Word.RawValue == String {
    StrideColumn(
      id: id, title: title, isNumber: false, text: { value($0)?.rawValue.replacing("_", with: " ") ?? "" },
      rank: { stride in
        value(stride).flatMap { word in Word.allCases.enumerated().first { $0.element == word } }
          .map { Double($0.offset) }
      })
  }

  private static let degrees = 180 / Double.pi

  static let all: [StrideColumn] = [
    number("end", "Contact at, s", 2) { $0.end },
    word("foot", "Foot") { $0.foot },
    word("direction", "Direction") { $0.direction },
    number("length", "Length, m", 2) { $0.length },
    number("duration", "Duration, s", 2) { $0.duration },
    number("speed", "Speed, m/s", 2) { $0.speed },
    number("cadence", "Cadence, steps/min", 0) { $0.cadence },
    word("contact", "First contact") { $0.contact },
    number("pitch", "Pitch at contact, °", 0) { $0.footPitchAtContact.map { $0 * degrees } },
    number("clearance", "Clearance, m", 3) { $0.clearance },
    word("left-out", "Left out because") { $0.rejectReason },
  ]

  /// `strides` in the order of this column; equal ones stay in the order of time.
  func sorted(_ strides: [Stride], descending: Bool) -> [Stride] {
    let ranked = strides.enumerated().map { (index: $0.offset, stride: $0.element, rank: rank($0.element)) }
    return ranked.sorted { a, b in
      switch (a.rank, b.rank) {
      case (let x?, let y?) where x != y: descending ? x > y : x < y
      case (_?, nil): true
      case (nil, _?): false
      default: a.index < b.index
      }
    }.map(\.stride)
  }
}
