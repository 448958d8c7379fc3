import GaitExport
import GaitMeasures
import GaitModel
import HDF5File
import ParquetFile

/// Tables of several levels over the same recordings, written side by side.
///
/// Give it the recordings of one person after another. A store of any size then needs the memory of one person, but for HDF5,
/// which needs that of all rows.
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
  public var files: [String] {
    format == .hdf5 ? [Self.hdf5File] : tables.map { "\($0.level.table).\(format.rawValue)" }
  }

  /// The one file of all tables.
  private static let hdf5File = "tables.h5"

  /// Where each table stands: its file, or its place in the one file of all tables.
  public var places: [String] { format == .hdf5 ? tables.map { "\(Self.hdf5File)/\($0.level.table)" } : files }

  /// The first bytes of each file.
  public var beginnings: [[UInt8]] { format == .hdf5 ? [[]] : encoders.map(\.beginning) }

  /// Adds the recordings of one person.
  ///
  /// - Returns: The next bytes of each file.
  /// - Throws: `TableFileError` where a page cannot be made.
  public mutating func append(_ walks: [TableWalk]) throws(TableFileError) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    do throws(ParquetError) {
      for k in tables.indices {
        let cells = tables[k].rows(walks, filter)
        rows[k] += cells.count
        pieces.append(try encoders[k].append(cells))
      }
    } catch {
      throw TableFileError(description: error.description)
    }
    return format == .hdf5 ? [[]] : pieces
  }

  /// The last bytes of each file.
  ///
  /// - Throws: `TableFileError` where a page or the file cannot be made.
  public mutating func ends() throws(TableFileError) -> [[UInt8]] {
    if format == .hdf5 { return [try hdf5()] }
    var pieces: [[UInt8]] = []
    do throws(ParquetError) {
      for k in encoders.indices { pieces.append(try encoders[k].end()) }
    } catch {
      throw TableFileError(description: error.description)
    }
    return pieces
  }

  /// All tables as one file.
  private func hdf5() throws(TableFileError) -> [UInt8] {
    let file = HDF5TableFile(
      attributes: [
        HDF5Attribute("created_by", "\(program.name) version \(program.version)"),
        HDF5Attribute("title", DataPackage.title),
      ],
      tables: encoders.compactMap(\.hdf5))
    do throws(HDF5Error) {
      return try file.bytes()
    } catch {
      throw TableFileError(description: error.description)
    }
  }

  /// `dictionary.csv`, `dictionary.json` and `datapackage.json`.
  ///
  /// - Parameter written: Length in bytes and SHA-256 of each of `files`.
  /// - Throws: `EncodingError`, which no table should cause.
  public func descriptions(_ written: [(bytes: Int, hash: String)]) throws -> [ExportedFile] {
    let dictionary = DataDictionary(tables, format: format)
    let resources = tables.indices.map { k in
      // One file may hold all tables.
      let file = min(k, files.count - 1)
      return DataPackage.Resource(
        tables[k], format: format, file: files[file], bytes: written[file].bytes, hash: written[file].hash)
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
    if file.hasSuffix(".parquet") || file == hdf5File { return (false, "\(program) version ") }
    switch file {
    case "dictionary.csv": return (true, DataDictionary.columns.prefix(3).joined(separator: ","))
    case "dictionary.json": return (false, "\"\(DataDictionary.mark)\"")
    case "datapackage.json": return (false, "\"\(DataPackage.packageName)\"")
    default: return (true, [WalkColumns.subject, WalkColumns.session].map(\.field.name).joined(separator: ",") + ",")
    }
  }
}
