import NumberText

/// Why a table that this program wrote could not be read back.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// Line of the file, from 1.
  public var line: Int
  public var column: String
  public var found: String

  public var description: String {
    "\(file), line \(line), column \(column): found '\(found)'; expected what this program writes there; "
      + "analyze the recording again with --force"
  }
}

/// The cells of a table by the name of their column.
struct ReadTable {
  let file: String
  let rows: [[String]]
  private let positions: [String: Int]

  /// - Parameters:
  ///   - columns: Those that must be there.
  ///   - isGrowing: Whether earlier versions wrote fewer of them, and later ones more: always the first so many.
  init(_ text: String, file: String, columns: [String], isGrowing: Bool = false) throws(TableError) {
    let all = CSVText.rows(of: text)
    guard let header = all.first else { throw TableError(file: file, line: 1, column: columns[0], found: "nothing") }
    var positions: [String: Int] = [:]
    for (k, name) in header.enumerated() { positions[name] = k }
    for column in columns.prefix(isGrowing ? header.count : columns.count) where positions[column] == nil {
      throw TableError(file: file, line: 1, column: column, found: header.joined(separator: ","))
    }
    self.file = file
    self.positions = positions
    rows = Array(all.dropFirst())
    for (k, row) in rows.enumerated() where row.count != header.count {
      throw TableError(file: file, line: k + 2, column: header[min(row.count, header.count - 1)], found: "nothing")
    }
  }

  func has(_ column: String) -> Bool { positions[column] != nil }

  func cell(_ column: String, _ row: Int) -> String {
    positions[column].map { rows[row][$0] } ?? ""
  }

  func required<T>(_ column: String, _ row: Int, _ parse: (String) -> T?) throws(TableError) -> T {
    let text = cell(column, row)
    guard let value = parse(text) else { throw TableError(file: file, line: row + 2, column: column, found: text) }
    return value
  }

  func optional<T>(_ column: String, _ row: Int, _ parse: (String) -> T?) throws(TableError) -> T? {
    cell(column, row).isEmpty ? nil : try required(column, row, parse)
  }
}
