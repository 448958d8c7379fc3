import CZlib
import ParquetFile

/// Reads flat Parquet files of data pages of version 1, from the specification and not from the writer.
struct ParquetReader {
  let bytes: [UInt8]
  let footer: ThriftReader.Value

  struct Fault: Error { let what: String }

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    guard bytes.count > 12, bytes.starts(with: Array("PAR1".utf8)), bytes.suffix(4) == Array("PAR1".utf8)[...] else {
      throw Fault(what: "no mark")
    }
    let length = Int(Self.uint32(bytes, at: bytes.count - 8))
    var reader = ThriftReader(bytes: bytes, place: bytes.count - 8 - length)
    footer = try reader.structure()
    guard reader.place == bytes.count - 8 else { throw Fault(what: "a footer of another length") }
  }

  var rows: Int? { footer[3]?.number }
  var createdBy: String? { footer[6]?.text }
  var metadata: [String: String] {
    Dictionary(uniqueKeysWithValues: (footer[5]?.list ?? []).map { ($0[1]?.text ?? "", $0[2]?.text ?? "") })
  }

  func columns() throws -> [ParquetColumn] {
    try (footer[2]?.list ?? []).dropFirst().map { element in
      guard element[3]?.number == 1 else { throw Fault(what: "a column that is not optional") }
      return ParquetColumn(element[4]?.text ?? "", try Self.kind(element))
    }
  }

  private static func kind(_ element: ThriftReader.Value) throws -> ParquetColumn.Kind {
    switch (element[1]?.number, element[6]?.number, element[10]) {
    case (0, nil, nil): .truth
    case (1, 6, .structure([6: .structure([:])])): .day
    case (2, nil, nil): .whole
    case (5, nil, nil): .number
    case (6, 0, .structure([1: .structure([:])])): .text
    default: throw Fault(what: "a type that is not known")
    }
  }

  /// The values of each row group.
  func groups() throws -> [[ParquetValues]] {
    let columns = try columns()
    var place = 4
    return try (footer[4]?.list ?? []).map { group in
      let chunks = group[1]?.list ?? []
      guard group[5]?.number == place, chunks.count == columns.count else { throw Fault(what: "a hole") }
      let values = try zip(columns, chunks).map { column, chunk in
        guard chunk[2]?.number == place else { throw Fault(what: "a chunk in another place") }
        let values = try self.values(of: column, chunk[3], at: place)
        place += chunk[3]?[7]?.number ?? 0
        return values
      }
      guard values.allSatisfy({ $0.count == group[3]?.number }) else { throw Fault(what: "rows that are missing") }
      return values
    }
  }

  private func values(
    of column: ParquetColumn, _ data: ThriftReader.Value?, at place: Int
  ) throws -> ParquetValues {
    guard let data, data[3]?.list?.first?.text == column.name, data[4]?.number == 2 else {
      throw Fault(what: "another column")
    }
    var place = place
    var dictionary: [[UInt8]]?
    if let dictionaryPlace = data[11]?.number {
      guard dictionaryPlace == place else { throw Fault(what: "a dictionary in another place") }
      let (header, page) = try self.page(at: &place)
      guard header[1]?.number == 2, header[7]?[2]?.number == 0 else { throw Fault(what: "no dictionary") }
      dictionary = try Self.plain(page[...], count: header[7]?[1]?.number ?? 0, column.kind)
    }
    guard data[9]?.number == place else { throw Fault(what: "a data page in another place") }
    let (header, page) = try self.page(at: &place)
    let count = header[5]?[1]?.number ?? -1
    guard header[1]?.number == 0, header[5]?[3]?.number == 3, count == data[5]?.number else {
      throw Fault(what: "no data page")
    }
    let levelsEnd = 4 + Int(Self.uint32(page, at: 0))
    let levels = try Self.hybrid(page[4..<levelsEnd], width: 1, count: count)
    let present = levels.count { $0 == 1 }
    guard data[12]?[3]?.number == count - present else { throw Fault(what: "other empty cells than counted") }
    var found: [[UInt8]]
    if let dictionary {
      guard header[5]?[2]?.number == 8 else { throw Fault(what: "an encoding that is not known") }
      let indices = try Self.hybrid(page[(levelsEnd + 1)...], width: Int(page[levelsEnd]), count: present)
      found = indices.map { dictionary[$0] }
    } else {
      guard header[5]?[2]?.number == 0 else { throw Fault(what: "an encoding that is not known") }
      found = try Self.plain(page[levelsEnd...], count: present, column.kind)
    }
    found.reverse()
    return Self.values(levels.map { $0 == 1 ? found.popLast() : nil }, column.kind)
  }

  private func page(at place: inout Int) throws -> (ThriftReader.Value, [UInt8]) {
    var reader = ThriftReader(bytes: bytes, place: place)
    let header = try reader.structure()
    guard let size = header[2]?.number, let packed = header[3]?.number else { throw Fault(what: "no page") }
    let source = Array(bytes[reader.place..<reader.place + packed])
    place = reader.place + packed
    let page = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      count = max(0, rg_inflate_gzip(source, source.count, buffer.baseAddress, size + 1))
    }
    guard page.count == size else { throw Fault(what: "a page of another size") }
    return (header, page)
  }

  /// Values as their bytes.
  private static func plain(_ bytes: ArraySlice<UInt8>, count: Int, _ kind: ParquetColumn.Kind) throws -> [[UInt8]] {
    if kind == .truth { return (0..<count).map { [bytes[bytes.startIndex + $0 / 8] >> UInt8($0 % 8) & 1] } }
    var place = bytes.startIndex
    let values = (0..<count).map { _ in
      var length = kind == .day ? 4 : 8
      if kind == .text {
        length = Int(uint32(Array(bytes[place..<place + 4]), at: 0))
        place += 4
      }
      defer { place += length }
      return Array(bytes[place..<place + length])
    }
    guard place == bytes.endIndex else { throw Fault(what: "bytes behind the values") }
    return values
  }

  private static func hybrid(_ bytes: ArraySlice<UInt8>, width: Int, count: Int) throws -> [Int] {
    var values: [Int] = []
    var reader = ThriftReader(bytes: Array(bytes), place: 0)
    while values.count < count {
      let header = try reader.varint()
      if header & 1 == 0 {
        var value = 0
        for k in 0..<(width + 7) / 8 { value |= Int(try reader.byte()) << (8 * k) }
        values += [Int](repeating: value, count: Int(header >> 1))
      } else {
        let packed = try (0..<Int(header >> 1) * width).map { _ in try reader.byte() }
        values += (0..<Int(header >> 1) * 8).map { k in
          (0..<width).reduce(0) { value, bit in
            let place = k * width + bit
            return value | Int(packed[place / 8] >> UInt8(place % 8) & 1) << bit
          }
        }
      }
    }
    guard reader.place == bytes.count else { throw Fault(what: "bytes behind the runs") }
    return Array(values.prefix(count))
  }

  private static func values(_ cells: [[UInt8]?], _ kind: ParquetColumn.Kind) -> ParquetValues {
    func whole(_ bytes: [UInt8]) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    return switch kind {
    case .truth: .truths(cells.map { $0.map { $0 == [1] } })
    case .whole: .wholes(cells.map { $0.map { Int64(bitPattern: whole($0)) } })
    case .number: .numbers(cells.map { $0.map { Double(bitPattern: whole($0)) } })
    case .text: .texts(cells.map { $0.map { String(decoding: $0, as: UTF8.self) } })
    case .day: .days(cells.map { $0.map { Int32(truncatingIfNeeded: whole($0)) } })
    }
  }

  private static func uint32(_ bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
