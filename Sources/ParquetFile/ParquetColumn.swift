/// A column of a flat Parquet table, in which any cell may be empty.
public struct ParquetColumn: Sendable, Equatable {
  public var name: String
  public var kind: Kind

  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// What the cells hold.
  public enum Kind: Sendable, Equatable, CaseIterable {
    case truth
    /// 64-bit integers.
    case whole
    /// 64-bit floating point.
    case number
    /// UTF-8.
    case text
    /// Days since 1970-01-01.
    case day
  }
}

/// The cells of one column in one row group; `nil` is an empty cell.
public enum ParquetValues: Sendable, Equatable {
  case truths([Bool?])
  case wholes([Int64?])
  case numbers([Double?])
  case texts([String?])
  case days([Int32?])

  public var kind: ParquetColumn.Kind {
    switch self {
    case .truths: .truth
    case .wholes: .whole
    case .numbers: .number
    case .texts: .text
    case .days: .day
    }
  }

  public var count: Int {
    switch self {
    case .truths(let cells): cells.count
    case .wholes(let cells): cells.count
    case .numbers(let cells): cells.count
    case .texts(let cells): cells.count
    case .days(let cells): cells.count
    }
  }

  /// For each cell whether it has a value.
  var presence: [Bool] {
    switch self {
    case .truths(let cells): cells.map { $0 != nil }
    case .wholes(let cells): cells.map { $0 != nil }
    case .numbers(let cells): cells.map { $0 != nil }
    case .texts(let cells): cells.map { $0 != nil }
    case .days(let cells): cells.map { $0 != nil }
    }
  }
}

/// Why a Parquet table could not be made.
public enum ParquetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The values of a row group do not fit the columns.
  case misfit(found: String, expected: String)
  /// A page is longer than the format can express.
  case tooLong(column: String, bytes: Int)
  /// zlib could not compress a page.
  case notCompressed(column: String)

  public var description: String {
    switch self {
    case .misfit(let found, let expected):
      "Parquet row group: found \(found); expected \(expected)"
    case .tooLong(let column, let bytes):
      "Parquet column \(column): found a page of \(bytes) bytes; expected at most \(Int32.max); write fewer rows per row group"
    case .notCompressed(let column):
      "Parquet column \(column): zlib could not compress a page; expected enough memory; close other programs"
    }
  }
}
