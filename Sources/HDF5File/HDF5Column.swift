/// A table of an HDF5 file: a group with one dataset per column.
public struct HDF5Table: Sendable {
  public var name: String
  public var attributes: [HDF5Attribute]
  public var columns: [HDF5Column]

  public init(_ name: String, attributes: [HDF5Attribute] = [], columns: [HDF5Column]) {
    self.name = name
    self.attributes = attributes
    self.columns = columns
  }
}

/// A column of such a table.
public struct HDF5Column: Sendable {
  public var name: String
  public var attributes: [HDF5Attribute]
  public var values: HDF5Values

  public init(_ name: String, attributes: [HDF5Attribute] = [], _ values: HDF5Values) {
    self.name = name
    self.attributes = attributes
    self.values = values
  }
}

/// The cells of a column.
public enum HDF5Values: Sendable, Equatable {
  /// 64-bit floats; NaN where nothing was measured.
  case numbers([Double])
  /// 64-bit integers, none of which may be missing.
  case wholes([Int64])
  /// Truths, none of which may be missing: an enumeration of `FALSE` and `TRUE`, which h5py reads as `bool`.
  case truths([Bool])
  /// UTF-8; empty where nothing is known.
  case texts([String])

  public var count: Int {
    switch self {
    case .numbers(let cells): cells.count
    case .wholes(let cells): cells.count
    case .truths(let cells): cells.count
    case .texts(let cells): cells.count
    }
  }
}

/// What stands beside a file, a table or a column.
public struct HDF5Attribute: Sendable, Equatable {
  public var name: String
  public var value: Value

  public enum Value: Sendable, Equatable {
    case text(String)
    case number(Double)
  }

  public init(_ name: String, _ text: String) {
    self.name = name
    value = .text(text)
  }

  public init(_ name: String, _ number: Double) {
    self.name = name
    value = .number(number)
  }
}

/// Why an HDF5 file could not be made.
public enum HDF5Error: Error, Sendable, Equatable, CustomStringConvertible {
  /// Columns of a table differ in their number of rows.
  case misfit(table: String, column: String, found: Int, expected: Int)
  /// The library refused, in its own words.
  case notWritten(place: String, reason: String)

  public var description: String {
    switch self {
    case .misfit(let table, let column, let found, let expected):
      "HDF5 table \(table), column \(column): found \(found) rows; expected \(expected) as in the first column"
    case .notWritten(let place, let reason):
      "HDF5 file, \(place): libhdf5 could not write it (\(reason)); expected memory for the whole file; "
        + "choose fewer recordings or another format"
    }
  }
}
