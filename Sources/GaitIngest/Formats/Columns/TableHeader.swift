/// The line or lines of names in a text table, and where its samples begin.
///
/// Names may stand in a comment, in two or three lines (the sensor above the quantity above the axis), and above a line of
/// units.
struct TableHeader {
  let delimiter: Character
  /// The line of the last names, from 0.
  let line: Int
  /// The line of the first samples, from 0.
  let firstRow: Int
  /// The names as they stand in the file, those of several lines put together.
  let names: [String]
  let columns: [ColumnName]

  static let delimiters: [Character] = ["\t", ";", ",", "|"]
  private static let commentMarks = ["#", "%", "//"]
  /// Lines of names above each other.
  private static let mostLines = 3
  /// Fewest columns of a table: a time and three axes.
  private static let fewestColumns = 4

  /// - Returns: `nil` if no line has names that tell what three columns hold.
  init?(_ opening: TextOpening) {
    var best: (header: TableHeader, quality: Int)?
    for line in opening.lines.indices {
      for delimiter in Self.delimiters {
        guard let found = Self.header(opening, line: line, delimiter: delimiter) else { continue }
        if found.quality > best?.quality ?? 0 { best = found }
      }
      // Samples begin below: what follows is numbers.
      if let best, line > best.header.firstRow { break }
    }
    guard let best else { return nil }
    self = best.header
  }

  private init(
    delimiter: Character, line: Int, firstRow: Int, names: [String], columns: [ColumnName]
  ) {
    (self.delimiter, self.line, self.firstRow) = (delimiter, line, firstRow)
    (self.names, self.columns) = (names, columns)
  }

  /// The header whose last names stand in `line`, with as many lines above it as tell most.
  private static func header(
    _ opening: TextOpening, line: Int, delimiter: Character
  ) -> (header: TableHeader, quality: Int)? {
    let own = cells(opening, line, delimiter)
    guard own.count >= fewestColumns, own.contains(where: { $0.contains(where: \.isLetter) }), !isRow(own) else {
      return nil
    }
    guard let (firstRow, units, named) = rows(opening, below: line, names: own, delimiter: delimiter) else {
      return nil
    }
    var best: (header: TableHeader, quality: Int)?
    var names = own
    if names[0].isEmpty || named != nil { names[0] = named ?? names[0] }
    for above in 0..<mostLines {
      if above > 0 {
        let next = cells(opening, line - above, delimiter)
        guard line >= above, next.count >= 2, next.count <= names.count + 1, !isRow(next) else { break }
        names = joined(next, names)
      }
      var columns = names.map { ColumnName($0) }
      for (k, unit) in units.enumerated() where columns.indices.contains(k) { columns[k].take(unit) }
      let quality = ColumnGroups(columns).quality
      guard quality > best?.quality ?? 0 else { continue }
      best = (
        TableHeader(delimiter: delimiter, line: line, firstRow: firstRow, names: names, columns: columns), quality
      )
    }
    return best
  }

  private static func cells(_ opening: TextOpening, _ line: Int, _ delimiter: Character) -> [String] {
    guard opening.lines.indices.contains(line) else { return [] }
    var text = opening.lines[line]
    for mark in commentMarks where text.hasPrefix(mark) { text = text.dropFirst(mark.count).drop { $0 == " " } }
    return TextOpening.cells(of: text, delimiter: delimiter)
  }

  /// The names with what stands above them; a cell above is of all columns up to the next.
  private static func joined(_ above: [String], _ names: [String]) -> [String] {
    var last = ""
    return names.indices.map { k in
      if above.indices.contains(k), !above[k].isEmpty { last = above[k] }
      return last.isEmpty ? names[k] : names[k].isEmpty ? last : "\(last) \(names[k])"
    }
  }

  /// Whether half of the cells or more are numbers.
  private static func isRow(_ cells: [String]) -> Bool {
    cells.count { isNumber($0) } * 2 >= cells.count
  }

  static func isNumber(_ cell: String) -> Bool { number(cell) != nil }

  /// The number in a cell, with a decimal point or comma.
  static func number(_ cell: String) -> Double? { Double(cell) ?? Double(cell.replacing(",", with: ".")) }

  /// Where the samples below a line of names begin, the units in a line between, and a name for the first column.
  private static func rows(
    _ opening: TextOpening, below line: Int, names: [String], delimiter: Character
  ) -> (firstRow: Int, units: [String], index: String?)? {
    var units: [String] = []
    var index: String?
    for next in (line + 1)..<(line + 5) where opening.lines.indices.contains(next) {
      let cells = opening.cells(ofLine: next, delimiter: delimiter)
      let filled = cells.filter { !$0.isEmpty }
      if filled.isEmpty { continue }
      // A row may end in empty cells, and may hold words beside its numbers.
      if cells.count > 1, cells.count <= names.count, filled.count(where: isNumber) >= 3 { return (next, units, index) }
      let known = filled.count { SignalUnit($0) != nil }
      if units.isEmpty, known >= 3 {
        units = cells
      } else if filled.count == 1, !cells[0].isEmpty, next > line {
        // The name of an index that stands in a line of its own.
        index = cells[0]
      } else if isNumber(filled[0]) || ClockText(filled[0]) != nil {
        return nil
      }
    }
    return nil
  }
}

extension ColumnName {
  /// Takes the unit that stands below the name.
  mutating func take(_ text: String) {
    guard unit == nil, foreignUnit == nil, !text.isEmpty else { return }
    let found = SignalUnit(text)
    switch (quantity, found?.quantity) {
    case (.acceleration, .acceleration), (.angularVelocity, .angularVelocity), (.time, .time): unit = found
    case (nil, .acceleration?) where axis != nil: (quantity, unit) = (.acceleration, found)
    case (nil, .angularVelocity?) where axis != nil: (quantity, unit) = (.angularVelocity, found)
    case (nil, _): break
    default: foreignUnit = text
    }
  }
}
