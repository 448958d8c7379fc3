/// A column of dates and times as text, in seconds from the first of them.
struct TextTimeColumn {
  var seconds: [Double] = []
  /// What the first time is.
  var origin: ClockOrigin = .unknown

  /// Reads the column at `position` of the rows that a `CSVTable` of the same dialect reads.
  ///
  /// - Parameter pages: The memory of `bytes` if they are a file's.
  /// - Throws: `IngestError` where a cell is no date and time, or if the file is cut meanwhile.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, position: Int, file: String,
    pages: FilePages? = nil
  ) throws(IngestError) {
    var start = dialect.firstDataByte
    var line = dialect.headerLine
    var first: ClockText?
    while start < bytes.count {
      let end = CSVDialect.lineEnd(in: bytes, from: start)
      defer { start = end + 1 }
      line += 1
      if line.isMultiple(of: Self.linesPerCheck) { try pages?.check() }
      let row = bytes[start..<end]
      let isBlank = row.allSatisfy { $0 == dialect.delimiter || $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if isBlank || row.first == UInt8(ascii: "#") { continue }
      let cell = Self.cell(position, of: row, delimiter: dialect.delimiter)
      guard let time = ClockText(cell) else {
        throw IngestError(
          .unusable, file: file, place: "line \(line), column \(dialect.header[position])",
          found: "'\(String(decoding: cell.prefix(40), as: UTF8.self))'",
          expected: "a date and time such as 2024-05-17 09:30:00.123", advice: "correct or remove the line")
      }
      if first == nil { first = time }
      // Seconds from 1970 have a resolution of 0.2 µs in a `Double`.
      seconds.append((time.utc ?? time.seconds) - (first?.utc ?? first?.seconds ?? 0))
    }
    if let first { origin = first.utc.map { .utc($0) } ?? .local(first.seconds) }
  }

  /// Lines after which it is looked at again whether the file is still whole.
  private static let linesPerCheck = 1 << 12

  private static func cell(
    _ position: Int, of row: Slice<UnsafeBufferPointer<UInt8>>, delimiter: UInt8
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var column = 0
    var start = row.startIndex
    var isQuoted = false
    for p in row.indices {
      if row[p] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard row[p] == delimiter, !isQuoted else { continue }
      if column == position { return row[start..<p] }
      column += 1
      start = p + 1
    }
    guard column == position else { return row[row.endIndex...] }
    return row.last == 0x0D ? row[start..<max(start, row.endIndex - 1)] : row[start...]
  }
}
