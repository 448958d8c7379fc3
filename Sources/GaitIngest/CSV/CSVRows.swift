/// Reads the numbers of some columns of a text file a block of rows at a time.
struct CSVRows {
  /// Where the rows that were read stand in the file.
  private(set) var lines = RowLines()
  private var reader: RowReader
  private var block: [Double]
  private let slots: [Int]
  /// What is read of a mapped file.
  private let window: LineWindow?
  private var rows = 0
  private var expectedLine = -1

  /// Rows that are gathered before they go to the columns: few enough to stay in the fastest memory.
  private static let blockRows = 512

  /// - Parameters:
  ///   - positions: The columns to read, ascending.
  ///   - pages: The memory of `bytes` if they are a file's.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, positions: [Int], file: String, pages: FilePages?
  ) {
    var slots = [Int](repeating: -1, count: dialect.header.count)
    for (k, position) in positions.enumerated() { slots[position] = k * Self.blockRows }
    self.slots = slots
    reader = RowReader(bytes: bytes, dialect: dialect, file: file)
    window = pages.flatMap { $0.isMapped ? LineWindow($0, from: dialect.firstDataByte) : nil }
    if window != nil { reader.goOn(in: UnsafeBufferPointer(start: nil, count: 0), areLast: false) }
    block = [Double](repeating: 0, count: positions.count * Self.blockRows)
  }

  /// Appends the next rows to `columns`, which stand in the order of the positions.
  ///
  /// Blank lines and lines that begin with `#` are passed over.
  ///
  /// - Returns: `false` if there are none left.
  /// - Throws: `IngestError` where a row has another number of cells than the header, a cell is no number, or the file was
  ///   cut meanwhile.
  mutating func appendNext(to columns: inout [[Double]]) throws(IngestError) -> Bool {
    var filled = 0
    while filled < Self.blockRows, try nextRow(filled) {
      if reader.rowLine != expectedLine { lines.breaks.append((rows + filled, reader.rowLine)) }
      expectedLine = reader.rowLine + 1
      filled += 1
    }
    for k in columns.indices {
      columns[k].append(contentsOf: block[k * Self.blockRows..<k * Self.blockRows + filled])
    }
    rows += filled
    return filled > 0
  }

  /// Reads the next row of the file into a row of the block; `false` if there is none.
  private mutating func nextRow(_ row: Int) throws(IngestError) -> Bool {
    while try !reader.next(slots: slots, row: row, of: &block) {
      guard let (lines, areLast) = try window?.nextLines() else { return false }
      reader.goOn(in: lines, areLast: areLast)
    }
    return true
  }

  /// About how many rows of `width` cells there are, from the lines at the start.
  static func count(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, width: Int) -> Int {
    let sample = bytes[start..<min(bytes.count, start + (1 << 16))]
    let lines = sample.count { $0 == 0x0A }
    guard lines > 0 else { return 1 }
    // Lines at the start may be blank, but a row has at least a byte for each cell.
    return (bytes.count - start) / max(sample.count / lines, width, 1)
  }
}
