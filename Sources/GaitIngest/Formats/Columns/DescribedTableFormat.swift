import GaitModel

/// Reads tables of any origin whose names tell quantity, axis and unit: `Gyroscope X (deg/s)`, `ax_m/s/s`, or names above a
/// line of units.
///
/// What the names leave open is not guessed: the file is refused, and the mapping that reads it is proposed.
enum DescribedTableFormat: TextFormat {
  static let name = "table with units in its names"
  static let versionSeen = "–"
  static let lost = "other columns; of several accelerometers of one sensor all but one"
  static let writesOneFilePerSensor = true

  static func reason(_ opening: TextOpening) -> String? {
    guard let table = DescribedTable(opening), table.isReadable else { return nil }
    let shown = table.readColumns.prefix(3).map { "'\(table.header.names[$0].prefix(40))'" }
    return "column names with quantity, axis and unit: " + shown.joined(separator: ", ") + ", …"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    try DescribedTable(opening)?.layouts() ?? []
  }
}

/// A table and what its names tell.
struct DescribedTable {
  let opening: TextOpening
  let header: TableHeader
  let groups: ColumnGroups
  let clock: TextLayout.Clock?

  init?(_ opening: TextOpening) {
    guard let header = TableHeader(opening) else { return nil }
    self.opening = opening
    self.header = header
    groups = ColumnGroups(header.columns)
    clock = Self.clock(header, groups, opening)
  }

  var dialect: CSVDialect {
    opening.dialect(firstRow: header.firstRow, delimiter: header.delimiter, header: header.names)
  }

  /// The rows of which the first lines hold all.
  var rows: [[String]] {
    (header.firstRow..<max(header.firstRow, opening.lines.count)).map {
      opening.cells(ofLine: $0, delimiter: header.delimiter)
    }
  }

  /// Whether names and units tell all that is needed of at least one quantity.
  var isReadable: Bool {
    guard clock != nil || hasOwnClocks, groups.repeated.isEmpty else { return false }
    if quantityRows != nil { return true }
    let sensors = placedSensors
    return !sensors.isEmpty && sensors.allSatisfy(Self.hasUnits)
      && (sensors.count == 1 || sensors.allSatisfy { PlacementLabel.placement(in: $0.name) != nil })
  }

  private var hasOwnClocks: Bool {
    let sensors = placedSensors
    return !sensors.isEmpty && sensors.allSatisfy { $0.time.map { header.columns[$0].unit != nil } ?? false }
  }

  /// The sensors with a placement in their names where several have one, else all.
  private var placedSensors: [ColumnGroups.Sensor] {
    let all = groups.sensors
    guard all.count > 1 else { return all }
    let placed = all.filter { PlacementLabel.placement(in: $0.name) != nil }
    return placed.isEmpty ? all : placed
  }

  private static func hasUnits(_ sensor: ColumnGroups.Sensor) -> Bool {
    [sensor.acceleration, sensor.angularVelocity].allSatisfy { $0 == nil || $0?.unit != nil }
  }

  var readColumns: [Int] {
    if let quantityRows { return [quantityRows.column] + quantityRows.axes }
    return placedSensors.flatMap { ($0.acceleration?.positions ?? []) + ($0.angularVelocity?.positions ?? []) }
  }

  /// Whether the table has columns beside those that are read.
  var hasColumnsBeside: Bool { readColumns.count + groups.times.count + groups.counters.count < header.names.count }

  func layouts() throws(IngestError) -> [TextLayout] {
    if let rows = quantityRows, let clock { return rows.layouts(clock: clock, dialect: dialect) }
    let sensors = placedSensors
    let passed = groups.sensors.filter { sensor in !sensors.contains(sensor) }.map(\.name)
    return sensors.compactMap { sensor in
      guard let clock = sensor.time.flatMap({ Self.clock(column: $0, header, opening) }) ?? clock else { return nil }
      var layout = TextLayout(dialect: dialect, clock: clock, units: [.columnNames])
      layout.acceleration = sensor.acceleration.flatMap { triad in triad.unit.map { .of(triad.positions, $0) } }
      layout.angularVelocity = sensor.angularVelocity.flatMap { triad in triad.unit.map { .of(triad.positions, $0) } }
      layout.content = sensor.content
      layout.label = sensors.count > 1 || PlacementLabel.placement(in: sensor.name) != nil ? sensor.name : nil
      if !passed.isEmpty, sensor == sensors.first {
        layout.warnings = [.unplacedSensors(passed)]
      }
      return layout
    }
  }

  /// A column that says in each row which quantity the axes hold.
  var quantityRows: QuantityRows? {
    guard groups.sensors.isEmpty, let axes = groups.nameless else { return nil }
    return QuantityRows(opening: opening, header: header, axes: axes)
  }

  /// The clock of the table: a time with a unit, dates and times, or a counter at a rate that the file says.
  private static func clock(
    _ header: TableHeader, _ groups: ColumnGroups, _ opening: TextOpening
  ) -> TextLayout.Clock? {
    let clocks = groups.times.filter { resolves($0, header, opening) }.compactMap { clock(column: $0, header, opening) }
    // A clock of the day serves better than a time that begins with each file, where both are there.
    let absolute = clocks.first {
      if case .column(_, _, _, .utc) = $0 { true } else { false }
    }
    return absolute ?? clocks.first ?? counterClock(header, groups, opening)
  }

  /// Share of the first rows that have a time of their own, where a column is more than the second or the packet.
  private static let distinct = 0.5

  private static func resolves(_ column: Int, _ header: TableHeader, _ opening: TextOpening) -> Bool {
    let cells = (header.firstRow..<max(header.firstRow, opening.lines.count)).compactMap { line -> String? in
      let cells = opening.cells(ofLine: line, delimiter: header.delimiter)
      return cells.indices.contains(column) && !cells[column].isEmpty ? cells[column] : nil
    }
    return Double(Set(cells).count) >= distinct * Double(cells.count)
  }

  private static func counterClock(
    _ header: TableHeader, _ groups: ColumnGroups, _ opening: TextOpening
  ) -> TextLayout.Clock? {
    guard let rate = DeclaredRate.hertz(in: opening, above: header.line) else { return nil }
    let counter = groups.counters.first { counts($0, header, opening) }
    return .rate(rate, counter: counter)
  }

  /// Whether a column counts rows, most of them one by one.
  private static func counts(_ column: Int, _ header: TableHeader, _ opening: TextOpening) -> Bool {
    let values = (header.firstRow..<max(header.firstRow, opening.lines.count)).compactMap { line -> Double? in
      let cells = opening.cells(ofLine: line, delimiter: header.delimiter)
      return cells.indices.contains(column) ? TableHeader.number(cells[column]) : nil
    }
    let steps = zip(values.dropFirst(), values).map(-)
    return steps.count(where: { $0 == 1 }) * 2 > steps.count
  }

  /// Seconds from 1970 that no recording is from before, 2001-09-09.
  private static let epochFrom = 1e9

  static func clock(column: Int, _ header: TableHeader, _ opening: TextOpening) -> TextLayout.Clock? {
    let name = header.columns[column]
    let cells = (header.firstRow..<opening.lines.count).lazy.map {
      opening.cells(ofLine: $0, delimiter: header.delimiter)
    }
    guard let first = cells.first(where: { $0.indices.contains(column) && !$0[column].isEmpty })?[column] else {
      return nil
    }
    if TableHeader.number(first) == nil {
      return ClockText(first) != nil || ClockText(first, order: .monthFirst) != nil ? .text(column) : nil
    }
    guard let unit = name.unit, let value = TableHeader.number(first) else { return nil }
    let isEpoch = value * unit.factor > epochFrom
    // A spreadsheet's days count from the end of 1899.
    let days = 25_569.0
    if unit.name == "d", value > days {
      return .column(column, factor: unit.factor, origin: .local(-days * unit.factor))
    }
    return .column(column, factor: unit.factor, origin: isEpoch ? .utc(0) : .unknown)
  }
}

/// A rate that stands above a table: `Acquisition frequency: 100 Hz`, `Sampling rate (Hz): 100`.
enum DeclaredRate {
  private static let words = [
    "sampl", "acquisition", "update rate", "output rate", "outputrate", "data rate", "datarate", "frame rate",
    "framerate",
    "recording rate", "fs:", "fs=", "fs =",
  ]
  /// Words of a line that speaks of a filter.
  private static let filterWords = ["filter", "cutoff", "cut-off", "pass", "noise", "band"]

  /// The rate in Hz that lines above `line` say, if they do not contradict each other.
  static func hertz(in opening: TextOpening, above line: Int) -> Double? {
    let rates = opening.lines[..<min(line, opening.lines.count)].compactMap(hertz)
    return Set(rates).count == 1 ? rates.first : nil
  }

  private static func hertz(_ line: Substring) -> Double? {
    let text = line.lowercased()
    guard words.contains(where: text.contains), !filterWords.contains(where: text.contains),
      let unit = text.firstRange(of: "hz")
    else { return nil }
    func isOutside(_ character: Character) -> Bool { " ,;:=()[]\t\"".contains(character) }
    func isDigit(_ character: Character) -> Bool { character.isASCII && (character.isNumber || character == ".") }
    let before = text[..<unit.lowerBound].trimmed(isOutside).reversed().prefix(while: isDigit)
    let behind = text[unit.upperBound...].drop(while: isOutside).prefix(while: isDigit)
    let found = before.isEmpty ? String(behind) : String(before.reversed())
    return Double(found).flatMap { $0 > 0 && $0 < 1e5 ? $0 : nil }
  }
}
