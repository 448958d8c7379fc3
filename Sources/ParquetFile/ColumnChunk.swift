import CZlib

/// The pages of one column in one row group, and what the footer says of them.
struct ColumnChunk {
  /// Dictionary page, where there is one, and data page, each behind its header.
  private(set) var bytes: [UInt8] = []
  private let column: ParquetColumn
  private let count: Int
  private let nulls: Int
  private var hasDictionary = false
  /// Place of the data page in `bytes`.
  private var dataPlace = 0
  private var uncompressedSize = 0

  /// Numbers by which the format names encodings, codecs and pages.
  private enum Code {
    static let plain = 0
    static let runs = 3
    static let dictionary = 8
    static let gzip = 2
    static let dataPage = 0
    static let dictionaryPage = 2
  }

  init(_ values: ParquetValues, of column: ParquetColumn) throws(ParquetError) {
    self.column = column
    count = values.count
    let presence = values.presence
    nulls = presence.count { !$0 }
    let levels = RunLengthEncoding.bytes(of: presence.map { $0 ? 1 : 0 }, width: 1)
    var page: [UInt8] = []
    page.append(littleEndian: UInt32(levels.count))
    page += levels
    let encoded = EncodedValues(values)
    if let dictionary = encoded.dictionary {
      hasDictionary = true
      var header = ThriftStruct()
      header.add(1, int32: dictionary.count)
      header.add(2, int32: Code.plain)
      try add(page: dictionary.bytes, kind: Code.dictionaryPage, field: 7, header: header)
    }
    page += encoded.bytes
    var header = ThriftStruct()
    header.add(1, int32: count)
    header.add(2, int32: hasDictionary ? Code.dictionary : Code.plain)
    header.add(3, int32: Code.runs)
    header.add(4, int32: Code.runs)
    dataPlace = bytes.count
    try add(page: page, kind: Code.dataPage, field: 5, header: header)
  }

  private mutating func add(page: [UInt8], kind: Int, field: Int, header: ThriftStruct) throws(ParquetError) {
    guard page.count <= Int(Int32.max) else { throw .tooLong(column: column.name, bytes: page.count) }
    let capacity = page.count + page.count / 1000 + 128  // more than deflate and gzip ever add
    let compressed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = max(0, rg_deflate_gzip(page, page.count, buffer.baseAddress, capacity))
    }
    guard !compressed.isEmpty else { throw .notCompressed(column: column.name) }
    var outer = ThriftStruct()
    outer.add(1, int32: kind)
    outer.add(2, int32: page.count)
    outer.add(3, int32: compressed.count)
    outer.add(field, header)
    let head = outer.ended
    bytes += head
    bytes += compressed
    uncompressedSize += head.count + page.count
  }

  /// Bytes of the pages as if they were not compressed.
  var sizeBeforeCompression: Int { uncompressedSize }

  /// The footer's `ColumnChunk`.
  ///
  /// - Parameter offset: Place of `bytes` in the file.
  func description(at offset: Int) -> ThriftStruct {
    var statistics = ThriftStruct()
    statistics.add(3, int64: nulls)
    var data = ThriftStruct()
    data.add(1, int32: column.kind.physicalType)
    data.add(2, int32s: [Code.plain, Code.runs] + (hasDictionary ? [Code.dictionary] : []))
    data.add(3, texts: [column.name])
    data.add(4, int32: Code.gzip)
    data.add(5, int64: count)
    data.add(6, int64: uncompressedSize)
    data.add(7, int64: bytes.count)
    data.add(9, int64: offset + dataPlace)
    if hasDictionary { data.add(11, int64: offset) }
    data.add(12, statistics)
    var chunk = ThriftStruct()
    chunk.add(2, int64: offset)
    chunk.add(3, data)
    return chunk
  }
}
