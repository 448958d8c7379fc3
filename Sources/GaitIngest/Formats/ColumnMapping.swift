import GaitModel

/// What the columns of a text file hold, as a user says it: `time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s`.
///
/// Columns are numbers from 1 or names in the header, in quotes if they hold blanks or commas. `time` is a column of numbers
/// in `s`, `ms`, `us`, `ns`, `min` or `d`; of `text` (dates and times of day, `text/dmy` or `text/mdy` where the order of
/// day and month is not to be found); or of a counter with its rate, `time=1:100Hz`. `rate=100` in Hz stands in place of
/// it. A minus before a column, `gyr=5,6,-7:deg/s`, inverts that axis. A unit may be divided: `acc=2,3,4:g/2048`.
///
/// Several sensors side by side have their placement before each key, `left_foot.acc=2,3,4:g`. Several sensors or
/// quantities in the rows of one table are told apart by a column: `left_foot.rows=2:LF`, `acc.rows=3:accel`.
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

  /// Three columns, for each whether its numbers are taken as they are (1) or with the opposite sign (-1), and their unit.
  struct Axes: Sendable, Equatable {
    var columns: [Column]
    var signs: [Double]
    var unit: SignalUnit
    /// What the unit is divided by: counts per unit.
    var divisor = 1.0
    /// The rows that hold this quantity, if not all do.
    var rows: Rows?

    var factor: Double { unit.factor / divisor }
  }

  /// Rows in which a column holds a word.
  struct Rows: Sendable, Equatable {
    var column: Column
    var word: String
  }

  enum Clock: Sendable, Equatable {
    case column(Column, factor: Double)
    case text(Column, order: ClockText.DayOrder?)
    /// A column that counts samples, of which there are `rate` in a second.
    case counter(Column, rate: Double)
    case rate(Double)

    var column: Column? {
      switch self {
      case .column(let column, _), .text(let column, _), .counter(let column, _): column
      case .rate: nil
      }
    }
  }

  /// What one sensor's columns hold.
  struct Sensor: Sendable, Equatable {
    var placement: Placement?
    var clock: Clock
    var acceleration: Axes
    var angularVelocity: Axes
    var rows: Rows?
  }

  /// The text of the mapping, its parts in one order: what results depend on.
  public let text: String
  var sensors: [Sensor]
  /// Whether a column whose words change from row to row parts no rows: `rows=all`.
  var takesAllRows = false

  /// What is wrong with a mapping.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    public let description: String
  }

  /// All columns that are named or numbered.
  var columns: [Column] {
    sensors.flatMap { sensor in
      let axes = [sensor.acceleration, sensor.angularVelocity]
      return axes.flatMap(\.columns) + axes.compactMap(\.rows?.column)
        + [sensor.clock.column, sensor.rows?.column].compactMap { $0 }
    }
  }

  /// What is declared of the units.
  var unitEvidence: UnitEvidence {
    let accelerations = sensors.map { Self.shown($0.acceleration) }.uniqued().joined(separator: ", ")
    let rates = sensors.map { Self.shown($0.angularVelocity) }.uniqued().joined(separator: ", ")
    return .declared(acceleration: accelerations, angularVelocity: rates)
  }

  private static func shown(_ axes: Axes) -> String {
    axes.divisor == 1 ? axes.unit.shown : "\(axes.unit.shown)/\(MappingText.shown(axes.divisor))"
  }

  /// - Throws: `Fault` if a part is missing, unknown or written in another way.
  public init(_ text: String) throws(Fault) {
    let parts = try MappingText(text).parts
    var groups: [Placement?: [String: Substring]] = [:]
    var order: [Placement?] = []
    for part in parts {
      let (placement, key) = try Self.split(key: part.key)
      if groups[placement] == nil { order.append(placement) }
      guard groups[placement, default: [:]].updateValue(part.value, forKey: key) == nil else {
        throw Fault(description: "\(part.key)= appears twice")
      }
    }
    var common = groups[nil] ?? [:]
    if let all = common["rows"] {
      guard all == "all" else {
        throw Fault(description: "rows=\(all) has no placement; expected left_foot.rows=2:LF, or rows=all")
      }
      takesAllRows = true
      common["rows"] = nil
    }
    self.text = parts.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
    let placements = order.compactMap { $0 }
    guard !placements.isEmpty else {
      sensors = [try Self.sensor(common, placement: nil)]
      return
    }
    sensors = []
    for placement in placements {
      // What stands without a placement is of all sensors: one clock, or rows that have the same columns.
      let own = groups[placement] ?? [:]
      var parts = common.merging(own) { _, own in own }
      if own["time"] != nil { parts["rate"] = nil }
      if own["rate"] != nil { parts["time"] = nil }
      sensors.append(try Self.sensor(parts, placement: placement))
    }
    try Self.checkShared(sensors)
  }

  private static let keys: Set = ["time", "rate", "acc", "gyr", "rows", "acc.rows", "gyr.rows"]

  private static func split(key: String) throws(Fault) -> (Placement?, String) {
    if keys.contains(key) { return (nil, key) }
    if let dot = key.firstIndex(of: "."), let placement = Placement(rawValue: String(key[..<dot])),
      case let rest = String(key[key.index(after: dot)...]), keys.contains(rest)
    {
      return (placement, rest)
    }
    throw Fault(
      description: "'\(key)' is not understood; expected time=1:ms, rate=100, acc=2,3,4:g or gyr=5,6,7:deg/s, with a "
        + "placement before each for several sensors, such as left_foot.acc=2,3,4:g")
  }

  private static func sensor(_ parts: [String: Substring], placement: Placement?) throws(Fault) -> Sensor {
    let name = placement.map { $0.rawValue + "." } ?? ""
    guard let accText = parts["acc"] else {
      throw Fault(description: "\(name)acc= is missing; expected acc=2,3,4:g or :m/s2")
    }
    guard let gyrText = parts["gyr"] else {
      throw Fault(
        description: "\(name)gyr= is missing; expected gyr=5,6,7:deg/s or :rad/s: gait is not measured without a "
          + "gyroscope (rate of turn)")
    }
    var force = try axes(accText, "\(name)acc", .acceleration, "acc=2,3,4:g, :mg, :m/s2 or, for counts, :g/2048")
    var rate = try axes(
      gyrText, "\(name)gyr", .angularVelocity, "gyr=5,6,7:deg/s, :rad/s or, for counts, :deg/s/16.4")
    if let text = parts["acc.rows"] { force.rows = try rows(text, "acc.rows") }
    if let text = parts["gyr.rows"] { rate.rows = try rows(text, "gyr.rows") }
    if force.rows == rate.rows, Set(force.columns) != Set(rate.columns),
      let both = force.columns.first(where: rate.columns.contains)
    {
      throw Fault(description: "column \(both) is used in \(name)acc= and in \(name)gyr=")
    }
    var ownRows: Rows?
    if let text = parts["rows"] { ownRows = try rows(text, "\(name)rows") }
    return Sensor(
      placement: placement, clock: try clock(time: parts["time"], rate: parts["rate"]), acceleration: force,
      angularVelocity: rate, rows: ownRows)
  }

  private static func rows(_ text: Substring, _ key: String) throws(Fault) -> Rows {
    let (name, word) = MappingText.split(text)
    guard let column = column(name), let word else {
      throw Fault(description: "\(key)=\(text) names no column and word; expected \(key)=2:LF")
    }
    return Rows(column: column, word: String(MappingText.unquoted(word[...])))
  }

  /// - Throws: `Fault` if two sensors have the same columns in the same rows.
  private static func checkShared(_ sensors: [Sensor]) throws(Fault) {
    for (k, sensor) in sensors.enumerated() {
      let columns = sensor.acceleration.columns + sensor.angularVelocity.columns
      for other in sensors[..<k] where other.rows == sensor.rows {
        let others = other.acceleration.columns + other.angularVelocity.columns
        guard let both = columns.first(where: others.contains) else { continue }
        throw Fault(
          description: "column \(both) is assigned to \(other.placement?.rawValue ?? "") and to "
            + "\(sensor.placement?.rawValue ?? "")")
      }
    }
  }

  private static func axes(
    _ text: Substring, _ key: String, _ quantity: SignalUnit.Quantity, _ example: String
  ) throws(Fault) -> Axes {
    let (columns, unit) = MappingText.split(text)
    guard let unit, let (known, divisor) = dividedUnit(unit), known.quantity == quantity else {
      throw Fault(description: "\(key)=\(text) has no known unit; expected \(example)")
    }
    let parts = MappingText.list(columns)
    let signs = parts.map { $0.hasPrefix("-") ? -1.0 : 1 }
    let found = zip(parts, signs).compactMap { column($1 < 0 ? $0.dropFirst() : $0) }
    guard parts.count == 3, found.count == 3, Set(found).count == 3 else {
      throw Fault(description: "\(key)=\(text) does not name three columns; expected \(example)")
    }
    return Axes(columns: found, signs: signs, unit: known, divisor: divisor)
  }

  /// A unit, or a unit and the number that it is divided by: `g/2048`, `deg/s/16.4`.
  private static func dividedUnit(_ text: String) -> (unit: SignalUnit, divisor: Double)? {
    if let unit = SignalUnit(text) { return (unit, 1) }
    guard let slash = text.lastIndex(of: "/"), let unit = SignalUnit(text[..<slash]),
      let divisor = Double(text[text.index(after: slash)...]), divisor > 0, divisor.isFinite
    else { return nil }
    return (unit, divisor)
  }

  private static func clock(time: Substring?, rate: Substring?) throws(Fault) -> Clock {
    switch (time, rate) {
    case (nil, let rate?):
      guard let value = hertz(String(rate)) ?? Double(rate), value > 0, value.isFinite else {
        throw Fault(description: "rate=\(rate) is not a rate in Hz; expected rate=100")
      }
      return .rate(value)
    case (let time?, nil):
      let (name, unit) = MappingText.split(time)
      guard let column = column(name), let unit else {
        throw Fault(
          description: "time=\(time) has no column or no unit; expected time=1:s, :ms, :us, :ns, :d, :text or, for a "
            + "counter, :100Hz")
      }
      if let rate = hertz(unit) { return .counter(column, rate: rate) }
      switch unit.lowercased() {
      case "text": return .text(column, order: nil)
      case "text/dmy": return .text(column, order: .dayFirst)
      case "text/mdy": return .text(column, order: .monthFirst)
      default: break
      }
      guard let known = SignalUnit(unit), known.quantity == .time else {
        throw Fault(
          description: "time=\(time) has an unknown unit; expected s, ms, us, ns, min, d, text or a rate such as 100Hz")
      }
      return .column(column, factor: known.factor)
    case (nil, nil): throw Fault(description: "time= is missing; expected time=1:s, or rate=100 if there is no time")
    default: throw Fault(description: "time= and rate= cannot be combined")
    }
  }

  /// The rate that `100Hz` says.
  private static func hertz(_ text: String) -> Double? {
    guard text.lowercased().hasSuffix("hz"), let rate = Double(text.dropLast(2)), rate > 0, rate.isFinite else {
      return nil
    }
    return rate
  }

  private static func column(_ text: Substring) -> Column? {
    let name = MappingText.unquoted(text)
    if name.isEmpty { return nil }
    guard name.allSatisfy(\.isNumber), name.count == text.count else { return .named(String(name)) }
    return Int(name).flatMap { $0 > 0 ? .number($0) : nil }
  }
}

extension ColumnMapping {
  /// Reads a mapping file: YAML of plain keys and values, `acc: 2,3,4:g`, one a line.
  ///
  /// Comments begin with `#`; values may stand in quotes or, for lists, in brackets.
  ///
  /// - Throws: `Fault` if a line is something else, or the mapping is not whole.
  public init(mappingFile text: String) throws(Fault) {
    try self.init(try MappingText.parts(ofFile: text).joined(separator: " "))
  }
}
