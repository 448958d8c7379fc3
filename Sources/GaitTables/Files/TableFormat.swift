import GaitExport
import GaitModel
import HDF5File
import ParquetFile

/// How tables are written.
public enum TableFormat: String, Sendable, CaseIterable {
  case csv
  case parquet
  /// All tables in one file.
  case hdf5
}

/// Why a table could not be made; no input should cause it.
public struct TableFileError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String
}

/// The bytes of a table, made piece by piece: `beginning`, those of `append`, those of `end`.
struct TableEncoder {
  private enum Encoding {
    case csv
    case parquet(ParquetFile, waiting: [[TableCell]])
    case hdf5(HDF5Columns)
  }

  private let level: TableLevel
  private let fields: [TableField]
  private var encoding: Encoding

  /// Rows of a row group: enough to compress well, few enough to hold in memory.
  private static let groupSize = 1 << 16
  /// Words that pandas, polars, pyarrow, DuckDB and R all take for truths without being told.
  static let truths = (no: "FALSE", yes: "TRUE")

  init(_ table: LevelTable, format: TableFormat, metadata: [(key: String, value: String)], createdBy: String) {
    level = table.level
    fields = table.fields
    switch format {
    case .csv: encoding = .csv
    case .parquet:
      let columns = fields.map { ParquetColumn($0.name, $0.kind.parquet) }
      encoding = .parquet(ParquetFile(columns: columns, metadata: metadata, createdBy: createdBy), waiting: [])
    case .hdf5: encoding = .hdf5(HDF5Columns(fields))
    }
  }

  var beginning: [UInt8] {
    switch encoding {
    case .csv: Array((fields.map { "\(CSVHeader.cell($0.name))" }.joined(separator: ",") + "\n").utf8)
    case .parquet(let file, _): file.beginning
    case .hdf5: []
    }
  }

  /// Adds rows at the end.
  ///
  /// - Returns: The bytes that are known by now.
  mutating func append(_ rows: [[TableCell]]) throws(ParquetError) -> [UInt8] {
    switch encoding {
    case .csv:
      var text = ""
      for row in rows {
        for (k, (field, cell)) in zip(fields, row).enumerated() {
          if k > 0 { text += "," }
          text += field.csv(cell, truths: Self.truths)
        }
        text += "\n"
      }
      return Array(text.utf8)
    case .parquet(var file, var waiting):
      // Not held twice while rows are added.
      encoding = .csv
      waiting += rows
      var bytes: [UInt8] = []
      var place = 0
      while waiting.count - place >= Self.groupSize {
        bytes += try file.rowGroup(columns(waiting[place..<place + Self.groupSize]))
        place += Self.groupSize
      }
      encoding = .parquet(file, waiting: Array(waiting[place...]))
      return bytes
    case .hdf5(var columns):
      encoding = .csv
      columns.append(rows)
      encoding = .hdf5(columns)
      return []
    }
  }

  mutating func end() throws(ParquetError) -> [UInt8] {
    guard case .parquet(var file, let waiting) = encoding else { return [] }
    let bytes = waiting.isEmpty ? [] : try file.rowGroup(columns(waiting[...]))
    return bytes + file.end()
  }

  /// The table for a file of several; `nil` if it has a file of its own.
  var hdf5: HDF5Table? {
    guard case .hdf5(let columns) = encoding else { return nil }
    return columns.table(level)
  }

  private func columns(_ rows: ArraySlice<[TableCell]>) -> [ParquetValues] {
    fields.enumerated().map { k, field in field.kind.values(of: rows.lazy.map { $0[k] }) }
  }
}

/// A name of a column, part of which may come from a file of the user.
private enum CSVHeader {
  static func cell(_ name: String) -> String { TableField(name, .text, "").csv(.text(name)) }
}

extension TableField.Kind {
  var parquet: ParquetColumn.Kind {
    switch self {
    case .text: .text
    case .day: .day
    case .whole: .whole
    case .number: .number
    case .truth: .truth
    }
  }

  /// Cells of a column as values of that kind.
  fileprivate func values(of cells: some Sequence<TableCell>) -> ParquetValues {
    switch self {
    case .text: .texts(cells.map { if case .text(let text) = $0 { text } else { nil } })
    case .day: .days(cells.map { if case .day(let day) = $0 { Int32(clamping: day.unixDay) } else { nil } })
    case .whole: .wholes(cells.map { if case .whole(let count) = $0 { Int64(count) } else { nil } })
    case .number: .numbers(cells.map { if case .number(let number) = $0 { number } else { nil } })
    case .truth: .truths(cells.map { if case .truth(let truth) = $0 { truth } else { nil } })
    }
  }
}
