/// The numbers of some columns of a text file.
struct CSVTable {
  /// The columns asked for by their position in the file, NaN where a cell is empty or says so.
  var columns: [Int: [Double]]
  /// Where each row stands in the file.
  let lines: RowLines

  /// Reads the columns at `positions` of all rows.
  ///
  /// Blank lines and lines that begin with `#` are passed over.
  ///
  /// - Parameter pages: The memory of `bytes` if they are a file's.
  /// - Throws: `IngestError` where a row has another number of cells than the header, or a cell is no number.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, positions: Set<Int>, file: String,
    pages: FilePages? = nil
  ) throws(IngestError) {
    let read = positions.sorted()
    let guess = CSVRows.count(in: bytes, from: dialect.firstDataByte, width: dialect.header.count)
    var columns = read.map { _ in [Double]() }
    // One per cent to spare: later lines may be a little shorter, and growing a column copies it.
    for k in columns.indices { columns[k].reserveCapacity(guess * 101 / 100 + 1) }
    var rows = CSVRows(bytes, dialect: dialect, positions: read, file: file, pages: pages)
    while try rows.appendNext(to: &columns) {}
    self.columns = Dictionary(uniqueKeysWithValues: zip(read, columns))
    lines = rows.lines
  }
}

/// The lines of a file that its rows stand in.
struct RowLines {
  /// The line of each row that is not on the line below the one before it: blank lines and comments are in between.
  var breaks: [(row: Int, line: Int)] = []

  /// The line, from 1, that `row`, from 0, stands in.
  func line(ofRow row: Int) -> Int {
    let last = breaks.last { $0.row <= row } ?? (0, 1)
    return last.line + row - last.row
  }
}
