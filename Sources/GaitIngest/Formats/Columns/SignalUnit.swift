import GaitModel

/// A unit of acceleration, angular velocity or time, as files and people write it.
struct SignalUnit: Equatable, Sendable {
  /// What is measured in a unit.
  enum Quantity: Equatable, Sendable { case acceleration, angularVelocity, time }

  /// `m_s2`, `g`, `mg`, `deg_s`, `mdeg_s`, `rad_s`, `mrad_s`, `s`, `ms`, `us`, `ns`, `min` or `d`.
  let name: String
  /// What makes a number of this unit m/s², rad/s or s.
  let factor: Double
  let quantity: Quantity

  private static let degree = Double.pi / 180
  private static let gravity = PlainColumns.standardGravity

  static let all: [SignalUnit] = [
    .init(name: "m_s2", factor: 1, quantity: .acceleration), .init(name: "g", factor: gravity, quantity: .acceleration),
    .init(name: "mg", factor: gravity / 1000, quantity: .acceleration),
    .init(name: "deg_s", factor: degree, quantity: .angularVelocity),
    .init(name: "mdeg_s", factor: degree / 1000, quantity: .angularVelocity),
    .init(name: "rad_s", factor: 1, quantity: .angularVelocity),
    .init(name: "mrad_s", factor: 1e-3, quantity: .angularVelocity), .init(name: "s", factor: 1, quantity: .time),
    .init(name: "ms", factor: 1e-3, quantity: .time), .init(name: "us", factor: 1e-6, quantity: .time),
    .init(name: "ns", factor: 1e-9, quantity: .time), .init(name: "min", factor: 60, quantity: .time),
    .init(name: "d", factor: 86_400, quantity: .time),
  ]

  /// Spellings that are neither the unit's name nor what `plain` makes of it.
  private static let spellings: [String: String] = [
    "m/s2": "m_s2", "m/s/s": "m_s2", "ms2": "m_s2", "ms-2": "m_s2", "m.s-2": "m_s2", "m*s-2": "m_s2", "m/sec2": "m_s2",
    "m/sec/sec": "m_s2", "m_s_s": "m_s2", "m_s-2": "m_s2", "mps2": "m_s2", "mss": "m_s2", "g0": "g", "gs": "g",
    "gravity": "g", "milli-g": "mg", "millig": "mg", "mgs": "mg", "deg/s": "deg_s", "deg/sec": "deg_s",
    "deg_sec": "deg_s", "deg_per_s": "deg_s", "d/s": "deg_s", "dps": "deg_s", "degs-1": "deg_s", "deg.s-1": "deg_s",
    "deg*s-1": "deg_s", "degrees/s": "deg_s", "degree/s": "deg_s", "degrees/sec": "deg_s", "degree/sec": "deg_s",
    "degrees/second": "deg_s", "degree/second": "deg_s", "mdps": "mdeg_s", "mdeg/s": "mdeg_s", "rad/s": "rad_s",
    "rad/sec": "rad_s", "rads/s": "rad_s", "rads-1": "rad_s", "rad.s-1": "rad_s", "rad*s-1": "rad_s",
    "radian/s": "rad_s", "radians/s": "rad_s", "radians/second": "rad_s", "radian/second": "rad_s", "rps": "rad_s",
    "rad_sec": "rad_s", "mrad/s": "mrad_s", "sec": "s", "secs": "s", "second": "s", "seconds": "s", "msec": "ms",
    "msecs": "ms", "millis": "ms", "millisec": "ms", "millisecond": "ms", "milliseconds": "ms", "usec": "us",
    "usecs": "us", "micros": "us", "microsecond": "us", "microseconds": "us", "nsec": "ns", "nanos": "ns",
    "nanosecond": "ns", "nanoseconds": "ns", "minute": "min", "minutes": "min", "day": "d", "days": "d",
  ]

  /// The unit that `text` writes, or `nil` if it is not known.
  init?(_ text: some StringProtocol) {
    let plain = Self.plain(text)
    let name = Self.spellings[plain] ?? plain
    guard let unit = Self.all.first(where: { $0.name == name }) else { return nil }
    self = unit
  }

  private init(name: String, factor: Double, quantity: Quantity) {
    (self.name, self.factor, self.quantity) = (name, factor, quantity)
  }

  /// The text in small letters, with one spelling of powers, degrees, micro and products, and without blanks.
  ///
  /// U+FFFD stands for the one byte of ° or ² in files that are not UTF-8.
  private static func plain(_ text: some StringProtocol) -> String {
    var plain = ""
    for character in text.lowercased() {
      switch character {
      case " ", "(", ")", "[", "]", "^", "\u{A0}": break
      case "²": plain += "2"
      case "\u{207B}", "\u{2212}": plain += "-"
      case "¹": plain += "1"
      case "°", "º", "˚": plain += "deg"
      case "µ", "μ": plain += "u"
      case "·", "⋅", "×": plain += "*"
      case "\u{FFFD}": plain += plain.isEmpty ? (text.count > 2 ? "deg" : "u") : "2"
      default: plain.append(character)
      }
    }
    return plain.replacing("**", with: "").replacing("metersper", with: "m/").replacing("per", with: "/")
  }

  /// How the unit is shown to people.
  var shown: String {
    switch name {
    case "m_s2": "m/s²"
    case "deg_s": "°/s"
    case "mdeg_s": "m°/s"
    case "rad_s": "rad/s"
    case "mrad_s": "mrad/s"
    case "us": "µs"
    default: name
    }
  }

  /// How the unit is written in `--map`.
  var inMapping: String {
    switch name {
    case "m_s2": "m/s2"
    case "deg_s": "deg/s"
    case "mdeg_s": "mdeg/s"
    case "rad_s": "rad/s"
    case "mrad_s": "mrad/s"
    default: name
    }
  }
}
