/// Finds the columns of a mapping in a text file.
struct MappedTable {
  let mapping: ColumnMapping
  let opening: TextOpening

  /// - Throws: `IngestError` if no line has numbers in the columns that are declared.
  func layout() throws(IngestError) -> TextLayout {
    for delimiter: Character in ["\t", ";", ","] {
      let header = headerLine(delimiter)
      if needsNames && header == nil { continue }
      for row in (header.map { $0 + 1 } ?? 0)..<max(opening.lines.count, header.map { $0 + 1 } ?? 0) {
        let names = header.map { opening.cells(ofLine: $0, delimiter: delimiter) } ?? []
        let cells = opening.cells(ofLine: row, delimiter: delimiter)
        guard let axes = axes(names), (axes.acceleration + axes.angularVelocity).allSatisfy(cells.indices.contains),
          case let marks = decimalMarks(of: cells, at: axes.acceleration + axes.angularVelocity), !marks.isEmpty
        else { continue }
        let shown = names.count == cells.count ? names : cells.indices.map { "\($0 + 1)" }
        var dialect = opening.dialect(firstRow: row, delimiter: delimiter, header: shown)
        // A row of whole numbers leaves it open: the rows below it decide, as in any table.
        if !marks.contains(dialect.decimalMark) { dialect.decimalMark = marks[0] }
        return try layout(dialect, axes, names)
      }
    }
    throw IngestError(
      .unusable, file: opening.file,
      found: "no line with numbers in the columns of --map (it begins with \(opening.excerpt))",
      expected: "numbers in the columns of acc= and gyr=",
      advice: "count the columns from 1, or use their names as they stand in the file")
  }

  private var signalColumns: [ColumnMapping.Column] { mapping.acceleration.columns + mapping.angularVelocity.columns }

  private var clockColumn: ColumnMapping.Column? {
    switch mapping.clock {
    case .column(let column, _), .text(let column): column
    case .rate: nil
    }
  }

  private var names: [String] {
    (signalColumns + [clockColumn].compactMap { $0 }).compactMap {
      if case .named(let name) = $0 { name } else { nil }
    }
  }

  private var needsNames: Bool { !names.isEmpty }

  /// The first line that has all names of the mapping in its cells.
  private func headerLine(_ delimiter: Character) -> Int? {
    guard needsNames else { return nil }
    return opening.lines.indices.first { line in
      let cells = Set(opening.cells(ofLine: line, delimiter: delimiter))
      return names.allSatisfy(cells.contains)
    }
  }

  private func position(_ column: ColumnMapping.Column, _ names: [String]) -> Int? {
    switch column {
    case .number(let number): number - 1
    case .named(let name): names.firstIndex(of: name)
    }
  }

  private func axes(_ names: [String]) -> (acceleration: [Int], angularVelocity: [Int])? {
    let acceleration = mapping.acceleration.columns.compactMap { position($0, names) }
    let rate = mapping.angularVelocity.columns.compactMap { position($0, names) }
    return acceleration.count == 3 && rate.count == 3 ? (acceleration, rate) : nil
  }

  /// The decimal marks with which the cells are numbers; none if they are something else.
  private func decimalMarks(of cells: [String], at positions: [Int]) -> [UInt8] {
    [Character("."), ","].filter { mark in
      positions.allSatisfy { Double(mark == "," ? cells[$0].replacing(",", with: ".") : cells[$0]) != nil }
    }
    .compactMap(\.asciiValue)
  }

  private func layout(
    _ dialect: CSVDialect, _ axes: (acceleration: [Int], angularVelocity: [Int]), _ names: [String]
  ) throws(IngestError) -> TextLayout {
    let clock: TextLayout.Clock
    switch mapping.clock {
    case .rate(let rate): clock = .rate(rate)
    case .column(let column, let factor): clock = .column(try clockPosition(column, names, dialect), factor: factor)
    case .text(let column): clock = .text(try clockPosition(column, names, dialect))
    }
    var force: TextLayout.Axes =
      mapping.accelerationIsInG ? .gravities(axes.acceleration) : .metric(axes.acceleration)
    var rate: TextLayout.Axes =
      mapping.rateIsInDegrees ? .degrees(axes.angularVelocity) : .radians(axes.angularVelocity)
    force.signs = mapping.acceleration.signs
    rate.signs = mapping.angularVelocity.signs
    return TextLayout(
      dialect: dialect, clock: clock, acceleration: force, angularVelocity: rate, units: [mapping.unitSentence])
  }

  private func clockPosition(
    _ column: ColumnMapping.Column, _ names: [String], _ dialect: CSVDialect
  ) throws(IngestError) -> Int {
    if let position = position(column, names), dialect.header.indices.contains(position) { return position }
    throw IngestError(
      .unusable, file: opening.file, place: "line \(dialect.headerLine + 1)", found: "\(dialect.header.count) columns",
      expected: "the column of time= among them", advice: "count the columns from 1")
  }
}
