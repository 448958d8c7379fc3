import GaitModel

/// What the columns of a text file hold, as a user says it: `time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s`.
///
/// Columns are numbers from 1 or names in the header. `time` is a column of numbers in `s`, `ms`, `us` or `ns`, or of
/// `text` (dates and times of day); `rate=100` in Hz stands in place of it. A minus before a column, `gyr=5,6,-7:deg/s`,
/// turns an axis round that points the other way.
public struct ColumnMapping: Sendable, Equatable {
  static let name = "declared columns"

  enum Column: Sendable, Hashable, CustomStringConvertible {
    case number(Int)
    case named(String)

    var description: String {
      switch self {
      case .number(let number): "\(number)"
      case .named(let name): name
      }
    }
  }

  /// Three columns, and for each whether its numbers are taken as they are (1) or with the opposite sign (-1).
  struct Axes: Sendable, Equatable {
    var columns: [Column]
    var signs: [Double]
  }

  enum Clock: Sendable, Equatable {
    case column(Column, factor: Double)
    case text(Column)
    case rate(Double)
  }

  /// The text of the mapping, its parts in one order: what results depend on.
  public let text: String
  var clock: Clock
  var acceleration: Axes
  var accelerationIsInG: Bool
  var angularVelocity: Axes
  var rateIsInDegrees: Bool

  /// What is wrong with a mapping.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    public let description: String
  }

  private static let timeFactors = [
    "s": 1.0, "ms": 1e-3, "us": 1e-6, "\u{B5}s": 1e-6, "\u{3BC}s": 1e-6, "ns": 1e-9,
  ]
  private static let accelerationUnits = ["g": true, "m/s2": false, "m/s^2": false, "m/s²": false, "m_s2": false]
  private static let rateUnits = [
    "deg/s": true, "°/s": true, "dps": true, "deg_s": true, "rad/s": false, "rad_s": false,
  ]

  /// - Throws: `Fault` if a part is missing, unknown or written in another way.
  public init(_ text: String) throws(Fault) {
    var parts: [String: Substring] = [:]
    for part in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, ["time", "rate", "acc", "gyr"].contains(pair[0]) else {
        throw Fault(
          description: "'\(part)' is not understood; expected time=1:ms, rate=100, acc=2,3,4:g or gyr=5,6,7:deg/s")
      }
      guard parts.updateValue(pair[1], forKey: String(pair[0])) == nil else {
        throw Fault(description: "\(pair[0])= stands twice")
      }
    }
    (acceleration, accelerationIsInG) = try Self.axes(
      parts["acc"], "acc", Self.accelerationUnits, "acc=2,3,4:g or :m/s2")
    (angularVelocity, rateIsInDegrees) = try Self.axes(parts["gyr"], "gyr", Self.rateUnits, "gyr=5,6,7:deg/s or :rad/s")
    clock = try Self.clock(time: parts["time"], rate: parts["rate"])
    if let both = acceleration.columns.first(where: angularVelocity.columns.contains) {
      throw Fault(description: "column \(both) stands in acc= and in gyr=")
    }
    self.text = parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  private static func axes(
    _ text: Substring?, _ key: String, _ units: [String: Bool], _ example: String
  ) throws(Fault) -> (Axes, Bool) {
    guard let text else { throw Fault(description: "\(key)= is missing; expected \(example)") }
    let (columns, unit) = Self.split(text)
    guard let unit, let isFirst = units[unit.lowercased()] else {
      throw Fault(description: "\(key)=\(text) has no unit that is known; expected \(example)")
    }
    let parts = columns.split(separator: ",", omittingEmptySubsequences: false)
    let signs = parts.map { $0.hasPrefix("-") ? -1.0 : 1 }
    let found = zip(parts, signs).compactMap { column($1 < 0 ? $0.dropFirst() : $0) }
    guard parts.count == 3, found.count == 3, Set(found).count == 3 else {
      throw Fault(description: "\(key)=\(text) does not name three columns; expected \(example)")
    }
    return (Axes(columns: found, signs: signs), isFirst)
  }

  private static func clock(time: Substring?, rate: Substring?) throws(Fault) -> Clock {
    switch (time, rate) {
    case (nil, let rate?):
      guard let value = Double(rate), value > 0, value.isFinite else {
        throw Fault(description: "rate=\(rate) is no rate in Hz; expected rate=100")
      }
      return .rate(value)
    case (let time?, nil):
      let (name, unit) = split(time)
      guard let column = column(name), let unit else {
        throw Fault(description: "time=\(time) has no column or no unit; expected time=1:s, :ms, :us, :ns or :text")
      }
      if unit == "text" { return .text(column) }
      guard let factor = timeFactors[unit] else {
        throw Fault(description: "time=\(time) has an unknown unit; expected s, ms, us, ns or text")
      }
      return .column(column, factor: factor)
    case (nil, nil): throw Fault(description: "time= is missing; expected time=1:s, or rate=100 if there is no time")
    default: throw Fault(description: "time= and rate= exclude each other")
    }
  }

  /// The columns and the unit, which stands behind the last colon.
  private static func split(_ text: Substring) -> (Substring, String?) {
    guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
    return (text[..<colon], String(text[text.index(after: colon)...]))
  }

  private static func column(_ text: Substring) -> Column? {
    if text.isEmpty { return nil }
    guard text.allSatisfy(\.isNumber) else { return .named(String(text)) }
    return Int(text).flatMap { $0 > 0 ? .number($0) : nil }
  }

  var unitSentence: String {
    "acceleration in \(accelerationIsInG ? "g" : "m/s²") and angular velocity in \(rateIsInDegrees ? "°/s" : "rad/s") "
      + "as declared"
  }
}

extension ColumnMapping {
  /// Reads a mapping file: YAML of plain keys and values, `acc: 2,3,4:g`, one a line.
  ///
  /// Comments begin with `#`; values may stand in quotes or, for lists, in brackets.
  ///
  /// - Throws: `Fault` if a line is something else, or the mapping is not whole.
  public init(mappingFile text: String) throws(Fault) {
    var parts: [String] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.prefix { $0 != "#" }.trimmed(\.isWhitespace)
      if content.isEmpty || content == "---" { continue }
      guard let colon = content.firstIndex(of: ":") else {
        throw Fault(
          description:
            "line \(number + 1) of the file is '\(content.prefix(40))'; expected a key and a value such as acc: 2,3,4:g"
        )
      }
      let value = content[content.index(after: colon)...].filter { !" \t\"'[]".contains($0) }
      parts.append(content[..<colon].trimmed(\.isWhitespace) + "=" + value)
    }
    try self.init(parts.joined(separator: " "))
  }
}
