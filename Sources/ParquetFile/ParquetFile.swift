/// A flat table in the Parquet format, made piece by piece: `beginning`, each row group, `end()`.
///
/// All columns may have empty cells. Values are plain or in a dictionary, whichever is shorter, and compressed with gzip, so
/// that any reader of the format can read them (Apache Parquet format 2.10, parquet-format/README.md). The same values give the
/// same bytes.
public struct ParquetFile: Sendable {
  public let columns: [ParquetColumn]
  private let metadata: [(key: String, value: String)]
  private let createdBy: String
  private var groups: [ThriftStruct] = []
  private var rows = 0
  /// Bytes that were given out.
  private var length: Int

  /// What stands at both ends of a file.
  private static let mark = Array("PAR1".utf8)
  /// Version of the format.
  private static let version = 2

  /// - Parameters:
  ///   - columns: Each of another name.
  ///   - metadata: What the file says of itself, by key.
  ///   - createdBy: Name and version of the program, as in `RetroGait version 0.1.0`.
  public init(columns: [ParquetColumn], metadata: [(key: String, value: String)] = [], createdBy: String) {
    self.columns = columns
    self.metadata = metadata
    self.createdBy = createdBy
    length = Self.mark.count
  }

  /// The first bytes of the file.
  public var beginning: [UInt8] { Self.mark }

  /// The bytes of the next rows, a column at a time.
  ///
  /// - Throws: `ParquetError` where the values do not fit the columns, or a page cannot be made.
  public mutating func rowGroup(_ values: [ParquetValues]) throws(ParquetError) -> [UInt8] {
    let count = values.first?.count ?? 0
    guard values.map(\.kind) == columns.map(\.kind), values.allSatisfy({ $0.count == count }) else {
      throw .misfit(
        found: values.map { "\($0.count) \($0.kind)" }.joined(separator: ", "),
        expected: columns.map { "\(count) \($0.kind)" }.joined(separator: ", "))
    }
    var bytes: [UInt8] = []
    var chunks: [ThriftStruct] = []
    var size = 0
    for (column, values) in zip(columns, values) {
      let chunk = try ColumnChunk(values, of: column)
      chunks.append(chunk.description(at: length + bytes.count))
      bytes += chunk.bytes
      size += chunk.sizeBeforeCompression
    }
    var group = ThriftStruct()
    group.add(1, list: chunks)
    group.add(2, int64: size)
    group.add(3, int64: count)
    group.add(5, int64: length)
    group.add(6, int64: bytes.count)
    groups.append(group)
    rows += count
    length += bytes.count
    return bytes
  }

  /// The last bytes of the file.
  public func end() -> [UInt8] {
    var root = ThriftStruct()
    root.add(4, text: "schema")
    root.add(5, int32: columns.count)
    var file = ThriftStruct()
    file.add(1, int32: Self.version)
    file.add(2, list: [root] + columns.map(\.schemaElement))
    file.add(3, int64: rows)
    file.add(4, list: groups)
    let pairs = metadata.map { key, value in
      var pair = ThriftStruct()
      pair.add(1, text: key)
      pair.add(2, text: value)
      return pair
    }
    if !pairs.isEmpty { file.add(5, list: pairs) }
    file.add(6, text: createdBy)
    var bytes = file.ended
    bytes.append(littleEndian: UInt32(bytes.count))
    return bytes + Self.mark
  }
}

extension ParquetColumn {
  /// `repetition_type` of a column with empty cells.
  private static let optional = 1

  fileprivate var schemaElement: ThriftStruct {
    var element = ThriftStruct()
    element.add(1, int32: kind.physicalType)
    element.add(3, int32: Self.optional)
    element.add(4, text: name)
    if let (converted, logical) = kind.meaning {
      var union = ThriftStruct()
      union.add(logical, ThriftStruct())
      element.add(6, int32: converted)
      element.add(10, union)
    }
    return element
  }
}

extension ParquetColumn.Kind {
  /// Number of the format's physical type.
  var physicalType: Int {
    switch self {
    case .truth: 0
    case .day: 1
    case .whole: 2
    case .number: 5
    case .text: 6
    }
  }

  /// Numbers of the format's converted type and of the field of its logical type.
  fileprivate var meaning: (converted: Int, logical: Int)? {
    switch self {
    case .text: (0, 1)
    case .day: (6, 6)
    case .truth, .whole, .number: nil
    }
  }
}
