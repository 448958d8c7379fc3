import GaitModel

/// Finds the columns of a mapping in a text file.
struct MappedTable {
  let mapping: ColumnMapping
  let opening: TextOpening

  /// How the samples of each sensor of the mapping stand in the file.
  ///
  /// - Throws: `IngestError` if a name is missing or stands twice, or no line has numbers in the columns that are declared.
  func layouts() throws(IngestError) -> [TextLayout] {
    for delimiter in TableHeader.delimiters {
      let header = headerLine(delimiter)
      if !names.isEmpty && header == nil { continue }
      let labels = header.map { opening.cells(ofLine: $0, delimiter: delimiter) } ?? []
      try checkRepeated(labels, line: header)
      for row in (header.map { $0 + 1 } ?? 0)..<max(opening.lines.count, header.map { $0 + 1 } ?? 0) {
        let cells = opening.cells(ofLine: row, delimiter: delimiter)
        let positions = mapping.sensors.flatMap { sensor in
          [sensor.acceleration, sensor.angularVelocity].flatMap { $0.columns }.map { position($0, labels) }
        }
        let found = positions.compactMap { $0 }
        guard found.count == positions.count, found.allSatisfy(cells.indices.contains),
          case let marks = decimalMarks(of: cells, at: found), !marks.isEmpty
        else { continue }
        let shown = labels.count == cells.count ? labels : title(row, delimiter, cells)
        var dialect = opening.dialect(firstRow: row, delimiter: delimiter, header: shown)
        // A row of whole numbers leaves it open: the rows below it decide, as in any table.
        if !marks.contains(dialect.decimalMark) { dialect.decimalMark = marks[0] }
        return try layouts(dialect, labels)
      }
    }
    throw notFound()
  }

  private var names: [String] {
    mapping.columns.compactMap { if case .named(let name) = $0 { name } else { nil } }.uniqued()
  }

  /// The first line that has all names of the mapping in its cells.
  private func headerLine(_ delimiter: Character) -> Int? {
    guard !names.isEmpty else { return nil }
    return opening.lines.indices.first { line in
      let cells = Set(opening.cells(ofLine: line, delimiter: delimiter))
      return names.allSatisfy(cells.contains)
    }
  }

  /// What stands above a first row that is found by numbers, where there is one name for each cell.
  private func title(_ row: Int, _ delimiter: Character, _ cells: [String]) -> [String] {
    let above = row > 0 ? opening.cells(ofLine: row - 1, delimiter: delimiter) : []
    let areNames = above.count == cells.count && !above.contains { TableHeader.isNumber($0) }
    return cells.indices.map { areNames && !above[$0].isEmpty ? above[$0] : "\($0 + 1)" }
  }

  /// - Throws: `IngestError` if a name of the mapping stands more than once among the names of the file.
  private func checkRepeated(_ labels: [String], line: Int?) throws(IngestError) {
    for name in names {
      let places = labels.indices.filter { labels[$0] == name }
      guard places.count > 1 else { continue }
      throw IngestError(
        .unusable, file: opening.file, place: line.map { "line \($0 + 1)" },
        found: "several columns named '\(name)': "
          + places.map { "\($0 + 1)" }.joined(separator: ", "),
        expected: "a name that appears once", advice: "give the columns by number, such as acc=2,3,4:g")
    }
  }

  private func notFound() -> IngestError {
    // The line that has the most of the names, to say which are missing.
    var best: (line: Int, cells: [String], missing: [String])?
    for line in opening.lines.indices {
      for delimiter in TableHeader.delimiters {
        let cells = opening.cells(ofLine: line, delimiter: delimiter)
        let missing = names.filter { !cells.contains($0) }
        if missing.count < best?.missing.count ?? names.count { best = (line, cells, missing) }
      }
    }
    if let best, !best.missing.isEmpty {
      return IngestError(
        .unusable, file: opening.file, place: "line \(best.line + 1)",
        found: "no column named " + best.missing.map { "'\($0)'" }.joined(separator: ", "),
        expected: "one of the columns \(HeaderColumns.whole(best.cells))",
        advice: "correct the name in --map, or count the columns from 1")
    }
    return IngestError(
      .unusable, file: opening.file,
      found: "no line with numbers in the columns of --map (it begins with \(opening.excerpt))",
      expected: "numbers in the columns of acc= and gyr=",
      advice: "count the columns from 1, or use their names as in the file")
  }

  private func position(_ column: ColumnMapping.Column, _ names: [String]) -> Int? {
    switch column {
    case .number(let number): number - 1
    case .named(let name): names.firstIndex(of: name)
    }
  }

  /// The decimal marks with which the cells are numbers; none if they are something else.
  private func decimalMarks(of cells: [String], at positions: [Int]) -> [UInt8] {
    [Character("."), ","].filter { mark in
      positions.allSatisfy { position in
        let cell = cells[position]
        return Double(mark == "," ? cell.replacing(",", with: ".") : cell) != nil
      }
    }
    .compactMap(\.asciiValue)
  }

  private func layouts(_ dialect: CSVDialect, _ names: [String]) throws(IngestError) -> [TextLayout] {
    var layouts: [TextLayout] = []
    for sensor in mapping.sensors {
      var layout = TextLayout(
        dialect: dialect, clock: try clock(sensor.clock, names, dialect), units: [mapping.unitEvidence])
      layout.label = sensor.placement?.rawValue
      if let rows = sensor.rows { layout.rows = [try condition(rows, names, dialect)] }
      if case .rate(let rate) = sensor.clock, sensor.rows == nil {
        let check = DeclaredRateCheck(opening: opening, dialect: dialect)
        layout.warnings += check.warnings(rate: rate, used: Set(mapping.columns.compactMap { position($0, names) }))
      }
      let force = axes(sensor.acceleration, names)
      let rate = axes(sensor.angularVelocity, names)
      if let quantity = try sharedColumns(sensor) {
        layout.acceleration = quantity == .acceleration ? force : nil
        layout.angularVelocity = quantity == .acceleration ? nil : rate
        layouts.append(layout)
      } else if sensor.acceleration.rows != nil || sensor.angularVelocity.rows != nil {
        // Quantities in rows of their own are joined as those in files of their own are.
        var other = layout
        layout.acceleration = force
        other.angularVelocity = rate
        if let rows = sensor.acceleration.rows { layout.rows.append(try condition(rows, names, dialect)) }
        if let rows = sensor.angularVelocity.rows { other.rows.append(try condition(rows, names, dialect)) }
        layouts += [layout, other]
      } else {
        (layout.acceleration, layout.angularVelocity) = (force, rate)
        if case .rate = sensor.clock {
          let used = layout.positions.union(layout.rows.map(\.position))
          // Without a name the first column may be one: loggers count there.
          let named = names.indices.first { !used.contains($0) && Self.namesCounter(names[$0]) }
          layout.possibleCounter = named ?? (names.isEmpty && !used.contains(0) ? 0 : nil)
        }
        layouts.append(layout)
      }
    }
    return layouts
  }

  /// Whether a column of this name may count samples or packets.
  private static func namesCounter(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["counter", "packet", "sample", "index", "frame", "seq", "count"].contains(where: name.contains)
  }

  private func axes(_ axes: ColumnMapping.Axes, _ names: [String]) -> TextLayout.Axes {
    var found = TextLayout.Axes.of(
      axes.columns.compactMap { position($0, names) }, axes.unit, divisor: axes.divisor)
    found.signs = axes.signs
    return found
  }

  private func condition(
    _ rows: ColumnMapping.Rows, _ names: [String], _ dialect: CSVDialect
  ) throws(IngestError) -> TextLayout.RowCondition {
    .init(position: try position(rows.column, "rows=", names, dialect), word: rows.word)
  }

  private func clock(
    _ clock: ColumnMapping.Clock, _ names: [String], _ dialect: CSVDialect
  ) throws(IngestError) -> TextLayout.Clock {
    switch clock {
    case .rate(let rate): return .rate(rate)
    case .column(let column, let factor): return .column(try position(column, "time=", names, dialect), factor: factor)
    case .text(let column, let order): return .text(try position(column, "time=", names, dialect), order: order)
    case .counter(let column, let rate):
      return .rate(rate, counter: try position(column, "time=", names, dialect))
    }
  }

  private func position(
    _ column: ColumnMapping.Column, _ key: String, _ names: [String], _ dialect: CSVDialect
  ) throws(IngestError) -> Int {
    if let position = position(column, names), dialect.header.indices.contains(position) { return position }
    throw IngestError(
      .unusable, file: opening.file, place: "line \(dialect.headerLine + 1)", found: "\(dialect.header.count) columns",
      expected: "the column of \(key) among them", advice: "count the columns from 1")
  }

  /// The quantity that the file holds where both are declared to stand in the same columns: that of its name.
  private func sharedColumns(_ sensor: ColumnMapping.Sensor) throws(IngestError) -> ColumnName.Quantity? {
    guard sensor.acceleration.columns == sensor.angularVelocity.columns,
      sensor.acceleration.rows == sensor.angularVelocity.rows
    else { return nil }
    if let quantity = ColumnName.quantity(ofFile: opening.file) { return quantity }
    throw IngestError(
      .unusable, file: opening.file,
      found: "acc= and gyr= in the same columns, and a name that does not identify which of them the file holds",
      expected: "a file named after the quantity in it, such as Accelerometer.csv and Gyroscope.csv",
      advice: "rename the file, or correct --map")
  }
}
