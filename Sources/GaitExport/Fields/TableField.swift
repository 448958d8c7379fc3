import GaitMeasures
import GaitModel
import NumberText

/// What a column of a table for other programs is: its name, what its cells hold, and what they mean.
public struct TableField: Sendable {
  public var name: String
  public var kind: Kind
  /// As printed: `m/s`; empty for a word or a count.
  public var unit: String
  /// What it is, as plain text.
  public var definition: String
  /// Least and greatest value that it can have, where it has any.
  public var possible: ClosedRange<Double>?
  /// The words that can stand in it; empty where it is not one of a few.
  public var words: [String]
  /// Whether no cell is empty.
  public var isRequired: Bool
  /// Version of the program that first wrote it, where it came after version 0.1.0: `FirstVersion` holds what that wrote.
  public var since: String
  /// How it is measured, and after whom; empty where its definition is enough.
  public var method: String
  public var source: String

  /// The version that first had `retrogait export`, and with it most columns of its tables.
  public static let sinceExport = "0.2.0"

  /// What the cells of a column hold.
  public enum Kind: Sendable, Equatable {
    case text
    case day
    case whole
    /// With so many decimals in text; `nil` where the user gave the number, which is then written as it is.
    case number(decimals: Int?)
    case truth
  }

  public init(
    _ name: String, _ kind: Kind, unit: String = "", _ definition: String, possible: ClosedRange<Double>? = nil,
    words: [String] = [], isRequired: Bool = false, since: String = Self.sinceExport, method: String = "",
    source: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.definition = definition
    self.possible = possible
    self.words = words
    self.isRequired = isRequired
    self.since = since
    self.method = method
    self.source = source
  }
}

/// One cell of such a table.
public enum TableCell: Sendable, Equatable, Hashable {
  case empty
  case text(String)
  case day(CalendarDay)
  case whole(Int)
  case number(Double)
  case truth(Bool)

  public init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
  public init(_ day: CalendarDay?) { self = day.map { .day($0) } ?? .empty }
  public init(_ count: Int?) { self = count.map { .whole($0) } ?? .empty }
  public init(_ value: Double?) { self = value.map { .number($0) } ?? .empty }
}

extension TableField {
  /// The cell with the decimals of the column, so that a table has the same numbers in any format.
  public func rounded(_ cell: TableCell) -> TableCell {
    guard case .number(let value) = cell, case .number(let decimals) = kind else { return cell }
    guard let decimals else { return value.isFinite ? cell : .empty }
    return DecimalText.rounded(value, decimals: decimals).map { .number($0) } ?? .empty
  }

  /// The cell as CSV: empty where nothing was measured.
  ///
  /// - Parameter truths: The words for no and yes.
  public func csv(_ cell: TableCell, truths: (no: String, yes: String) = ("false", "true")) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): CSVText.cell(text)
    case .day(let day): day.description
    case .whole(let count): String(count)
    case .number(let value):
      if case .number(let decimals?) = kind { CSVText.number(value, decimals: decimals) } else { Self.plain(value) }
    case .truth(let truth): truth ? truths.yes : truths.no
    }
  }

  /// Largest whole number that is written without a fraction; beyond it, neighboring numbers are more than 1 apart.
  private static let largestWhole = 9_007_199_254_740_992.0

  /// The shortest text that gives the number back; whole numbers without a fraction.
  private static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    return value == value.rounded() && abs(value) < largestWhole ? String(Int64(value)) : "\(value)"
  }
}

/// A column of a table: what it is, and its cell of each row.
public struct TableColumn<Row>: Sendable {
  public let field: TableField
  public let cell: @Sendable (Row) -> TableCell

  public init(_ field: TableField, _ cell: @escaping @Sendable (Row) -> TableCell) {
    self.field = field
    self.cell = cell
  }

  /// The column of a table whose rows have this one's row in them.
  public func of<Other>(_ row: @escaping @Sendable (Other) -> Row) -> TableColumn<Other> {
    TableColumn<Other>(field) { [cell] in cell(row($0)) }
  }
}

extension TableColumn {
  /// The cells of a row of a table whose truths are `true` and `false`.
  static func csv(_ columns: [TableColumn], _ row: Row) -> String {
    columns.map { $0.field.csv($0.cell(row)) }.joined(separator: ",")
  }
}
