/// The numbers of some columns of a text file.
struct CSVTable {
  /// The columns asked for by their position in the file, NaN where a cell is empty or says so.
  var columns: [Int: [Double]]
  /// Where each row stands in the file.
  let lines: RowLines

  /// Rows that are gathered before they go to the columns: few enough to stay in the fastest memory.
  private static let blockRows = 512

  /// Reads the columns at `positions` of all rows.
  ///
  /// Blank lines and lines that begin with `#` are passed over.
  ///
  /// - Throws: `IngestError` where a row has another number of cells than the header, or a cell is no number.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, positions: Set<Int>, file: String
  ) throws(IngestError) {
    let read = positions.sorted()
    var slots = [Int](repeating: -1, count: dialect.header.count)
    for (k, position) in read.enumerated() { slots[position] = k * Self.blockRows }
    let guess = Self.rowGuess(bytes, from: dialect.firstDataByte)
    var columns = read.map { _ in [Double]() }
    for k in columns.indices { columns[k].reserveCapacity(guess) }
    var breaks: [(row: Int, line: Int)] = []
    var reader = RowReader(bytes: bytes, dialect: dialect, file: file)
    var block = [Double](repeating: 0, count: read.count * Self.blockRows)
    var expectedLine = -1
    var rows = 0
    var isAtEnd = false
    while !isAtEnd {
      var filled = 0
      while filled < Self.blockRows {
        guard try reader.next(slots: slots, row: filled, of: &block) else {
          isAtEnd = true
          break
        }
        if reader.rowLine != expectedLine { breaks.append((rows + filled, reader.rowLine)) }
        expectedLine = reader.rowLine + 1
        filled += 1
      }
      for k in columns.indices {
        columns[k].append(contentsOf: block[k * Self.blockRows..<k * Self.blockRows + filled])
      }
      rows += filled
    }
    self.columns = Dictionary(uniqueKeysWithValues: zip(read, columns))
    lines = RowLines(breaks: breaks)
  }

  /// About how many rows there are, from the lines at the start.
  private static func rowGuess(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let sample = bytes[start..<min(bytes.count, start + (1 << 16))]
    let lines = sample.count { $0 == 0x0A }
    guard lines > 0 else { return 1 }
    // One per cent to spare: later lines may be a little shorter, and growing a column copies it.
    return (bytes.count - start) / (sample.count / lines) * 101 / 100 + 1
  }
}

/// The lines of a file that its rows stand in.
struct RowLines {
  /// The line of each row that is not on the line below the one before it: blank lines and comments are in between.
  fileprivate let breaks: [(row: Int, line: Int)]

  /// The line, from 1, that `row`, from 0, stands in.
  func line(ofRow row: Int) -> Int {
    let last = breaks.last { $0.row <= row } ?? (0, 1)
    return last.line + row - last.row
  }
}
