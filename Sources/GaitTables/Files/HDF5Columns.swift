import GaitExport
import GaitModel
import HDF5File

/// The columns of a table for HDF5, gathered row by row. The library writes a column at once, so all rows are in memory.
struct HDF5Columns {
  private enum Cells {
    /// Numbers, counts and truths; NaN where nothing was measured.
    case numbers([Double])
    /// Text and days; empty where nothing is known.
    case texts([String])
  }

  private let fields: [TableField]
  private var cells: [Cells]

  init(_ fields: [TableField]) {
    self.fields = fields
    cells = fields.map { $0.kind.isText ? .texts([]) : .numbers([]) }
  }

  /// Adds rows at the end.
  mutating func append(_ rows: [[TableCell]]) {
    for k in cells.indices {
      switch cells[k] {
      case .numbers(var numbers):
        // Not held twice while rows are added.
        cells[k] = .numbers([])
        numbers.reserveCapacity(numbers.count + rows.count)
        for row in rows { numbers.append(row[k].hdf5Number) }
        cells[k] = .numbers(numbers)
      case .texts(var texts):
        cells[k] = .texts([])
        texts.reserveCapacity(texts.count + rows.count)
        for row in rows { texts.append(row[k].hdf5Text) }
        cells[k] = .texts(texts)
      }
    }
  }

  /// The table with what each column is.
  func table(_ level: TableLevel) -> HDF5Table {
    HDF5Table(
      level.table, attributes: [HDF5Attribute("description", "One row for \(level.rowMeaning).")],
      columns: zip(fields, cells).map { field, cells in
        HDF5Column(field.name, attributes: Self.attributes(of: field), Self.values(cells, field))
      })
  }

  /// Counts and truths of which none is missing keep their kind; others are numbers, which can be NaN.
  private static func values(_ cells: Cells, _ field: TableField) -> HDF5Values {
    switch cells {
    case .texts(let texts): return .texts(texts)
    case .numbers(let numbers):
      guard field.isRequired, !numbers.contains(where: \.isNaN) else { return .numbers(numbers) }
      switch field.kind {
      case .whole: return .wholes(numbers.map { Int64($0) })
      case .truth: return .truths(numbers.map { $0 != 0 })
      default: return .numbers(numbers)
      }
    }
  }

  private static func attributes(of field: TableField) -> [HDF5Attribute] {
    var attributes = [
      HDF5Attribute("description", field.definition), HDF5Attribute("type", field.kind.frictionless),
    ]
    if !field.unit.isEmpty { attributes.append(HDF5Attribute("unit", field.unit)) }
    if let missing = field.missing(in: .hdf5) { attributes.append(HDF5Attribute("missing", missing)) }
    if let minimum = field.minimum { attributes.append(HDF5Attribute("minimum", minimum)) }
    if let maximum = field.maximum { attributes.append(HDF5Attribute("maximum", maximum)) }
    return attributes
  }
}

extension TableField {
  /// How a missing value is written; `nil` where none can be missing.
  func missing(in format: TableFormat) -> String? {
    guard !isRequired else { return nil }
    return switch format {
    case .csv: "empty cell"
    case .parquet: "null"
    case .hdf5: kind.isText ? "empty text" : "NaN"
    }
  }
}

extension TableField.Kind {
  fileprivate var isText: Bool {
    switch self {
    case .text, .day: true
    case .whole, .number, .truth: false
    }
  }
}

extension TableCell {
  fileprivate var hdf5Number: Double {
    switch self {
    case .number(let value): value
    case .whole(let count): Double(count)
    case .truth(let truth): truth ? 1 : 0
    case .empty, .text, .day: .nan
    }
  }

  fileprivate var hdf5Text: String {
    switch self {
    case .text(let text): text
    case .day(let day): day.description
    case .empty, .whole, .number, .truth: ""
    }
  }
}
