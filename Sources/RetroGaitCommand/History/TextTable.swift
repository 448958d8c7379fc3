/// A table for a terminal: columns as wide as their widest cell, two spaces between them.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  /// Most characters of the first column; longer cells go on in the next line.
  private let firstWidth: Int?
  private var rows: [[String]]

  /// - Parameter columns: Headings, and where the cells below them stand.
  init(_ columns: [(title: String, alignment: Alignment)], firstWidth: Int? = nil) {
    self.firstWidth = firstWidth
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.title)]
  }

  /// Adds a row with as many cells as there are columns.
  mutating func add(_ cells: [String]) {
    let pieces = firstWidth.map { Self.pieces(of: cells[0], width: $0) } ?? [cells[0]]
    rows.append([pieces[0]] + cells.dropFirst())
    for piece in pieces.dropFirst() { rows.append([piece] + cells.dropFirst().map { _ in "" }) }
  }

  /// The words of a cell in lines of at most `width` characters, where words are no longer than that.
  private static func pieces(of cell: String, width: Int) -> [String] {
    var pieces: [String] = []
    for word in cell.split(separator: " ") {
      if let last = pieces.last, last.count + 1 + word.count <= width {
        pieces[pieces.count - 1] = "\(last) \(word)"
      } else {
        pieces.append(String(word))
      }
    }
    return pieces.isEmpty ? [cell] : pieces
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
