import GaitExport
import GaitModel

/// Tables and their descriptions in the form of BIDS: values parted by tabs, `n/a` for what is missing, and a JSON file that
/// says what each column is (Brain Imaging Data Structure 1.10, "Tabular files").
enum BIDSTable {
  /// How a missing value is written.
  static let missing = "n/a"

  static func tsv(_ fields: [TableField], _ rows: [[TableCell]]) -> [UInt8] {
    var text = fields.map { clean($0.name) }.joined(separator: "\t") + "\n"
    for row in rows { text += zip(fields, row).map(cell).joined(separator: "\t") + "\n" }
    return Array(text.utf8)
  }

  private static func cell(_ field: TableField, _ cell: TableCell) -> String {
    switch cell {
    case .empty: return missing
    case .text(let text): return clean(text)
    case .day, .whole, .number, .truth:
      let text = field.csv(cell)
      return text.isEmpty ? missing : text
    }
  }

  /// Text without tabs and breaks of lines, which part cells and rows.
  private static func clean(_ text: String) -> String {
    let separators: Set<Unicode.Scalar> = ["\t", "\n", "\r", "\0"]
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { separators.contains($0) ? " " : $0 }))
    return plain.isEmpty ? missing : plain
  }

  /// What the columns are.
  ///
  /// - Parameter about: What stands beside the columns, such as the name of the task.
  static func sidecar(_ fields: [TableField], about: [String: JSONValue] = [:]) throws -> [UInt8] {
    var document = about
    for field in fields { document[clean(field.name)] = column(field) }
    return try PrettyJSON.bytes(of: JSONValue.object(document))
  }

  private static func column(_ field: TableField) -> JSONValue {
    var column: [String: JSONValue] = ["Description": .string(field.definition)]
    if !field.unit.isEmpty { column["Units"] = .string(field.unit) }
    if let minimum = field.minimum { column["Minimum"] = .number(minimum) }
    if let maximum = field.maximum { column["Maximum"] = .number(maximum) }
    let words = field.kind == .truth ? ["true", "false"] : field.words
    if !words.isEmpty {
      column["Levels"] = .object(
        Dictionary(
          words.map { ($0, .string($0.replacing("_", with: " "))) }, uniquingKeysWith: { first, _ in first }))
    }
    return .object(column)
  }
}
