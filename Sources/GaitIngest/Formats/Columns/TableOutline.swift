/// Where the names and the rows of a table stand, whether its names tell something or not.
struct TableOutline {
  let delimiter: Character
  /// The names with the units of a line below them; empty if there are none.
  let names: [String]
  /// The number of columns.
  let width: Int
  /// The line of the first row, from 0.
  let firstRow: Int

  /// Fewest numbers of a row: a time and three axes.
  private static let fewestNumbers = 4

  /// - Returns: `nil` if the text has no row of four numbers or more.
  init?(_ opening: TextOpening) {
    if let header = TableHeader(opening) {
      (delimiter, firstRow) = (header.delimiter, header.firstRow)
      let rowWidth = opening.cells(ofLine: header.firstRow, delimiter: header.delimiter).count
      names = header.names.indices.map { Self.name(header.names[$0], header.columns[$0]) }
      width = max(names.count, rowWidth)
      return
    }
    var best: (delimiter: Character, row: Int, width: Int, numbers: Int)?
    for delimiter in TableHeader.delimiters {
      for line in opening.lines.indices {
        let cells = opening.cells(ofLine: line, delimiter: delimiter)
        let numbers = cells.count { TableHeader.isNumber($0) }
        guard numbers >= Self.fewestNumbers, numbers * 2 >= cells.count else { continue }
        if numbers > best?.numbers ?? 0 { best = (delimiter, line, cells.count, numbers) }
        break
      }
    }
    guard let best else { return nil }
    (delimiter, firstRow, width) = (best.delimiter, best.row, best.width)
    let above = best.row > 0 ? opening.cells(ofLine: best.row - 1, delimiter: best.delimiter) : []
    names = above.count == best.width && !above.contains(where: TableHeader.isNumber) ? above : []
  }

  /// A name, with the unit that stands in another line.
  private static func name(_ name: String, _ column: ColumnName) -> String {
    guard let unit = column.unit, ColumnName(name).unit == nil else { return name }
    return "\(name) [\(unit.inMapping)]"
  }
}
