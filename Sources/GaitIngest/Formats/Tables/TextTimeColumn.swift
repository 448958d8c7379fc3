/// A column of dates and times as text, in seconds from the first of them.
struct TextTimeColumn {
  var seconds: [Double] = []
  /// What the first time is.
  var origin: ClockOrigin = .unknown

  /// Reads the column at `position` of the rows that a `CSVTable` of the same dialect reads.
  ///
  /// Where the year stands at the end and no order of day and month is declared, the whole column decides: by a number
  /// above twelve, or by the order in which no row is a day or more after the one above. Times without a date go on past
  /// midnight.
  ///
  /// - Parameters:
  ///   - order: The order of day and month, where it is declared.
  ///   - pages: The memory of `bytes` if they are a file's.
  /// - Throws: `IngestError` where a cell is not a date and time, or if the file is cut meanwhile.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, position: Int, file: String,
    order: ClockText.DayOrder? = nil, pages: FilePages? = nil
  ) throws(IngestError) {
    let cells = Cells(bytes: bytes, dialect: dialect, position: position, file: file, pages: pages)
    let declared = try cells.times(order ?? .dayFirst)
    switch declared {
    case .success(let column) where column.form != .dateOfOrder || order != nil: self = column
    case .failure(let error) where order != nil || !cells.beginsWithOrder: throw error
    default: self = try Self.ofEitherOrder(declared, try cells.times(.monthFirst), file: file)
    }
  }

  private var form = ClockText.Form.date
  private var first = 0.0
  private var firstUTC: Double?

  private init() {}

  /// The column in the order that fits, when day and month may be exchanged.
  private static func ofEitherOrder(
    _ dayFirst: Result<TextTimeColumn, IngestError>, _ monthFirst: Result<TextTimeColumn, IngestError>, file: String
  ) throws(IngestError) -> TextTimeColumn {
    switch (dayFirst, monthFirst) {
    case (.success(let column), .failure), (.failure, .success(let column)): return column
    case (.failure(let error), .failure): throw error
    case (.success(var one), .success(let other)):
      if one.seconds == other.seconds {
        // Which date it is stays open; what is between the rows does not.
        one.origin = .shared("date of unknown order of day and month", one.first)
        return one
      }
      switch (one.isOneDayAtMost, other.isOneDayAtMost) {
      case (true, false): return one
      case (false, true): return other
      default:
        throw IngestError(
          .unusable, file: file, found: "dates in which day and month may be exchanged",
          expected: "an order that the dates themselves decide",
          advice: "give it with --map: time=1:text/dmy for day first, time=1:text/mdy for month first")
      }
    }
  }

  /// Whether each row is less than a day after the one above.
  private var isOneDayAtMost: Bool {
    zip(seconds.dropFirst(), seconds).allSatisfy { $0 - $1 < 86_400 && $0 - $1 > -86_400 }
  }

  /// The cells of one column.
  private struct Cells {
    let bytes: UnsafeBufferPointer<UInt8>
    let dialect: CSVDialect
    let position: Int
    let file: String
    let pages: FilePages?

    /// Lines after which it is looked at again whether the file is still whole.
    private static let linesPerCheck = 1 << 12

    /// Whether the first time is a date with the year at its end, in one order or the other.
    var beginsWithOrder: Bool {
      var isSo = false
      _ = try? forEach { cell, _ in
        isSo = [.dayFirst, .monthFirst].contains { ClockText(cell, order: $0)?.form == .dateOfOrder }
        return false
      }
      return isSo
    }

    /// The times in one order of day and month, or why a cell is none.
    ///
    /// - Throws: `IngestError` if the file is cut meanwhile.
    func times(_ order: ClockText.DayOrder) throws(IngestError) -> Result<TextTimeColumn, IngestError> {
      var column = TextTimeColumn()
      var fault: IngestError?
      var last = 0.0
      var laps = 0.0
      try forEach { cell, line in
        guard let time = ClockText(cell, order: order), column.seconds.isEmpty || time.form == column.form else {
          fault = IngestError(
            .unusable, file: file, place: "line \(line), column \(dialect.header[position])",
            found: "'\(String(decoding: cell.prefix(60), as: UTF8.self))'",
            expected: "a date and time such as 2024-05-17 09:30:00.123", advice: "correct or remove the line")
          return false
        }
        var value = time.utc ?? time.seconds
        if column.seconds.isEmpty {
          (column.form, column.first, column.firstUTC) = (time.form, value, time.utc)
        } else if let period = Self.period(time.form), value + laps < last - period / 2 {
          laps += period
        }
        value += laps
        last = value
        // Seconds from 1970 have a resolution of 0.2 µs in a `Double`.
        column.seconds.append(value - column.first)
        return true
      }
      if let fault { return .failure(fault) }
      guard !column.seconds.isEmpty else { return .success(column) }
      switch column.form {
      case .date, .dateOfOrder: column.origin = column.firstUTC.map { .utc($0) } ?? .local(column.first)
      case .timeOfDay: column.origin = .shared("time of day", column.first)
      case .timeOfHour: column.origin = .unknown
      }
      return .success(column)
    }

    /// Seconds after which a time without a date begins again.
    private static func period(_ form: ClockText.Form) -> Double? {
      switch form {
      case .date, .dateOfOrder: nil
      case .timeOfDay: 86_400
      case .timeOfHour: 3600
      }
    }

    /// Calls `body` with each cell and its line until it returns `false`.
    private func forEach(
      _ body: (Slice<UnsafeBufferPointer<UInt8>>, _ line: Int) -> Bool
    ) throws(IngestError) {
      var start = dialect.firstDataByte
      var line = dialect.headerLine
      while start < bytes.count {
        let end = CSVDialect.lineEnd(in: bytes, from: start)
        defer { start = end + 1 }
        line += 1
        if line.isMultiple(of: Self.linesPerCheck) { try pages?.check() }
        let row = bytes[start..<end]
        let isBlank = row.allSatisfy { $0 == dialect.delimiter || $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        if isBlank || row.first == UInt8(ascii: "#") { continue }
        if !body(TextCell.bytes(position, of: row, delimiter: dialect.delimiter), line) { return }
      }
    }
  }
}

/// A cell of a row as its bytes.
enum TextCell {
  /// The cell at `position`, with its quotes; empty if the row is shorter.
  static func bytes(
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
