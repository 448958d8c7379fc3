/// A table for a terminal: columns as wide as their widest cell, two spaces between them.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// - Parameter columns: Headings, and where the cells below them stand.
  init(_ columns: [(title: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.title)]
  }

  /// Adds a row with as many cells as there are columns.
  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  var text: String {
    let widths = alignments.indices.map { k in rows.map { $0[k].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { k in
        let space = String(repeating: " ", count: widths[k] - row[k].count)
        return alignments[k] == .left ? row[k] + space : space + row[k]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
