/// The numbers of some columns of a text file.
struct CSVTable {
  /// One column per name asked for, NaN where a cell is empty or says so.
  var columns: [[Double]]
  /// The line of each row that is not where the one before it plus one would be: blank lines and comments in between.
  private var lineBreaks: [(row: Int, line: Int)]

  /// Reads the columns at `positions` of all rows.
  ///
  /// Blank lines and lines that begin with `#` are passed over.
  ///
  /// - Throws: `IngestError` where a row has another number of cells than the header, or a cell is no number.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, positions: [Int], file: String
  ) throws(IngestError) {
    let width = dialect.header.count
    var slots = [Int](repeating: -1, count: width)
    for (k, position) in positions.enumerated() { slots[position] = k }
    var columns = [[Double]](repeating: [], count: positions.count)
    let guess = Self.rowGuess(bytes, from: dialect.firstDataByte)
    for k in columns.indices { columns[k].reserveCapacity(guess) }
    var breaks: [(row: Int, line: Int)] = [(0, dialect.headerLine + 1)]
    var reader = RowReader(bytes: bytes, dialect: dialect, file: file)
    var row = [Double](repeating: 0, count: positions.count)
    var expectedLine = dialect.headerLine + 1
    var rows = 0
    while try reader.next(slots: slots, width: width, into: &row) {
      if reader.line - 1 != expectedLine {
        expectedLine = reader.line - 1
        breaks.append((rows, expectedLine))
      }
      for k in 0..<row.count { columns[k].append(row[k]) }
      rows += 1
      expectedLine += 1
    }
    self.columns = columns
    lineBreaks = breaks
  }

  /// The line of the file, from 1, that `row` stands in.
  func line(ofRow row: Int) -> Int {
    let last = lineBreaks.last { $0.row <= row } ?? (0, 1)
    return last.line + row - last.row
  }

  private static func rowGuess(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count else { return 0 }
    let first = CSVDialect.lineEnd(in: bytes, from: start) - start + 1
    return (bytes.count - start) / max(1, first) + 1
  }
}

/// Goes through the rows of a text file.
private struct RowReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  let numbers: NumberParser
  let header: [String]
  let file: String
  var position: Int
  /// The line after the last one read, from 1.
  var line: Int

  init(bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, file: String) {
    self.bytes = bytes
    delimiter = dialect.delimiter
    numbers = NumberParser(decimalMark: dialect.decimalMark)
    header = dialect.header
    self.file = file
    position = dialect.firstDataByte
    line = dialect.headerLine + 1
  }

  /// Reads the next row into `row`, or returns `false` at the end.
  mutating func next(slots: [Int], width: Int, into row: inout [Double]) throws(IngestError) -> Bool {
    while position < bytes.count, isBlankOrComment { skipLine() }
    guard position < bytes.count else { return false }
    let start = position
    for column in 0..<width {
      let slot = slots[column]
      if slot >= 0 {
        row[slot] = try cell(column, rowStart: start)
      } else {
        skipCell()
      }
      let isLast = column == width - 1
      if position < bytes.count, bytes[position] == delimiter {
        position += 1
        if isLast && !isAtLineEnd { throw widthError(start) }
      } else if !isLast {
        throw widthError(start)
      }
    }
    skipLine()
    return true
  }

  private var isBlankOrComment: Bool {
    var p = position
    if bytes[p] == UInt8(ascii: "#") { return true }
    while p < bytes.count, bytes[p] == 0x20 || bytes[p] == 0x0D { p += 1 }
    return p == bytes.count || bytes[p] == 0x0A
  }

  private var isAtLineEnd: Bool {
    var p = position
    while p < bytes.count, bytes[p] == 0x20 || bytes[p] == 0x0D { p += 1 }
    return p >= bytes.count || bytes[p] == 0x0A
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    position += 1
    line += 1
  }

  private mutating func skipCell() {
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A || (byte == delimiter && !isQuoted) { return }
      position += 1
    }
  }

  /// The number in the cell at `position`, which is then at the delimiter or line end behind it.
  @inline(__always)
  private mutating func cell(_ column: Int, rowStart: Int) throws(IngestError) -> Double {
    if case .number(let value, let next) = numbers.number(in: bytes, from: position), value.isFinite {
      if next >= bytes.count || bytes[next] == delimiter || bytes[next] == 0x0A || bytes[next] == 0x0D {
        position = next
        if next < bytes.count, bytes[next] == 0x0D { position = lineFeed(after: next) }
        return value
      }
    }
    return try unusualCell(column, rowStart: rowStart)
  }

  private func lineFeed(after p: Int) -> Int {
    p + 1 < bytes.count && bytes[p + 1] == 0x0A ? p + 1 : p
  }

  /// A cell with quotes, spaces, nothing, or something that is no number.
  private mutating func unusualCell(_ column: Int, rowStart: Int) throws(IngestError) -> Double {
    let start = position
    skipCell()
    // Spaces and quotes around a number belong to the dialect; within it they would join two numbers to a wrong one.
    let around: Set<UInt8> = [0x20, 0x0D, 0x09, UInt8(ascii: "\"")]
    let cell = bytes[start..<position].drop { around.contains($0) }
    let text = Array(cell.reversed().drop { around.contains($0) }.reversed())
    let word = String(decoding: text, as: UTF8.self)
    if ["", "nan", "na", "n/a", "null", "none"].contains(word.lowercased()) { return .nan }
    let value = text.withUnsafeBufferPointer { buffer -> Double? in
      if case .number(let value, let next) = numbers.number(in: buffer, from: 0), next == buffer.count { return value }
      return nil
    }
    if let value, value.isFinite { return value }
    throw IngestError(
      .unusable, file: file, place: "line \(line), column \(header[column])", found: "'\(word.prefix(40))'",
      expected: value == nil ? "a number" : "a finite number",
      advice: "correct the cell, or leave it empty if the sample is missing")
  }

  private func widthError(_ start: Int) -> IngestError {
    let end = CSVDialect.lineEnd(in: bytes, from: start)
    let count = bytes[start..<end].count { $0 == delimiter } + 1
    let isLastLine = end >= bytes.count - 1
    return IngestError(
      .unusable, file: file, place: "line \(line)", found: "\(count) cells",
      expected: "\(header.count), as in the header",
      advice: isLastLine && count <= header.count
        ? "the file seems to be cut off here; copy or export it again" : "correct the line or remove it")
  }
}
