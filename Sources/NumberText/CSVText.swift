/// Text of a comma-separated table after RFC 4180, with a decimal point whatever the locale.
package enum CSVText {
  /// `value` with a fixed number of decimals; empty where there is none or it is not finite; never "-0".
  package static func number(_ value: Double?, decimals: Int) -> String {
    value.flatMap { DecimalText.fixed($0, decimals: decimals) } ?? ""
  }

  /// A cell with text that came from outside.
  ///
  /// A spreadsheet takes text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula; an
  /// apostrophe in front of it, which spreadsheets do not show, keeps it text.
  package static func cell(_ text: String?) -> String {
    guard var text, let first = text.unicodeScalars.first else { return "" }
    if "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The text that `cell` was made of.
  package static func text(ofCell cell: String) -> String {
    let scalars = Array(cell.unicodeScalars)
    if scalars.count > 1, scalars[0] == "'", "=+-@\t\r".unicodeScalars.contains(scalars[1]) {
      return String(cell.unicodeScalars.dropFirst())
    }
    return cell
  }

  /// The rows of `text` as cells, quotes taken off.
  package static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    func endCell() {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
    }
    func endRow() {
      endCell()
      if row != [""] { rows.append(row) }
      row = []
    }
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          cell.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { cell.append(scalar) }
        isQuoted = true
      case ",": endCell()
      case "\n": endRow()
      case "\r": break
      default: cell.append(scalar)
      }
      wasQuote = false
    }
    if !cell.isEmpty || !row.isEmpty { endRow() }
    return rows
  }
}
