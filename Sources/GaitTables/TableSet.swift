import GaitExport
import GaitMeasures
import GaitModel
import ParquetFile

/// Tables of several levels over the same recordings, written side by side.
///
/// Give it the recordings of one person after another; so a store of any size needs the memory of one person.
public struct TableSet {
  private let tables: [LevelTable]
  private var encoders: [TableEncoder]
  private let format: TableFormat
  private let filter: TableFilter
  private let program: ProgramVersion
  /// Rows of each table so far.
  public private(set) var rows: [Int]

  /// - Parameters:
  ///   - walks: All recordings that will come, with or without their strides: their details become columns.
  public init(
    levels: [TableLevel], format: TableFormat, filter: TableFilter, of walks: [TableWalk], program: ProgramVersion
  ) {
    let details = DetailColumns.columns(of: walks)
    let tables = levels.map { LevelTable($0, details: details) }
    self.tables = tables
    self.format = format
    self.filter = filter
    self.program = program
    encoders = tables.map { table in
      let dictionary = DataDictionary([table], format: format)
      let metadata = [
        ("retrogait.version", program.version), ("retrogait.level", table.level.rawValue),
        (
          "retrogait.dictionary",
          (try? dictionary.json(program: program)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        ),
      ]
      return TableEncoder(
        table, format: format, metadata: metadata, createdBy: "\(program.name) version \(program.version)")
    }
    rows = tables.map { _ in 0 }
  }

  /// Names of the tables' files.
  public var files: [String] { tables.map { "\($0.level.table).\(format.rawValue)" } }

  /// The first bytes of each file.
  public var beginnings: [[UInt8]] { encoders.map(\.beginning) }

  /// Adds the recordings of one person.
  ///
  /// - Returns: The next bytes of each file.
  /// - Throws: `ParquetError` where a page cannot be made.
  public mutating func append(_ walks: [TableWalk]) throws(ParquetError) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for k in tables.indices {
      let cells = tables[k].rows(walks, filter)
      rows[k] += cells.count
      pieces.append(try encoders[k].append(cells))
    }
    return pieces
  }

  /// The last bytes of each file.
  ///
  /// - Throws: `ParquetError` where a page cannot be made.
  public mutating func ends() throws(ParquetError) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for k in encoders.indices { pieces.append(try encoders[k].end()) }
    return pieces
  }

  /// `dictionary.csv`, `dictionary.json` and `datapackage.json`.
  ///
  /// - Parameter written: Length in bytes and SHA-256 of each table's file.
  /// - Throws: `EncodingError`, which no table should cause.
  public func descriptions(_ written: [(bytes: Int, hash: String)]) throws -> [ExportedFile] {
    let dictionary = DataDictionary(tables, format: format)
    let resources = zip(zip(tables, files), written).map { named, written in
      DataPackage.Resource(named.0, format: format, file: named.1, bytes: written.bytes, hash: written.hash)
    }
    return [
      ExportedFile(name: "dictionary.csv", bytes: dictionary.csv()),
      ExportedFile(name: "dictionary.json", bytes: try dictionary.json(program: program)),
      ExportedFile(
        name: "datapackage.json", bytes: try PrettyJSON.bytes(of: DataPackage(program: program, resources: resources))),
    ]
  }

  /// What the files of a set have in them by which they are known as such.
  public static func mark(of file: String, program: String) -> (isBeginning: Bool, text: String) {
    if file.hasSuffix(".parquet") { return (false, "\(program) version ") }
    switch file {
    case "dictionary.csv": return (true, DataDictionary.columns.prefix(3).joined(separator: ","))
    case "dictionary.json": return (false, "\"\(DataDictionary.mark)\"")
    case "datapackage.json": return (false, "\"\(DataPackage.packageName)\"")
    default: return (true, [WalkColumns.subject, WalkColumns.session].map(\.field.name).joined(separator: ",") + ",")
    }
  }
}
