/// Goes through the rows of a text file.
struct RowReader {
  private var bytes: UnsafeBufferPointer<UInt8>
  /// Whether the file ends with `bytes`.
  private var isLast = true
  let delimiter: UInt8
  private let numbers: NumberParser
  /// Reads what stands between quotes, where a decimal comma may be the delimiter too.
  private let quotedNumbers: NumberParser
  let header: [String]
  let file: String
  /// The byte that is read next.
  private var position: Int
  /// The line at `position`, from 1.
  private var line: Int
  /// The line of the last row that was read, from 1.
  private(set) var rowLine = 0

  init(bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, file: String) {
    self.bytes = bytes
    delimiter = dialect.delimiter
    // A comma that separates cells is no decimal mark outside quotes.
    let bareMark = dialect.decimalMark == dialect.delimiter ? 0 : dialect.decimalMark
    numbers = NumberParser(decimalMark: bareMark)
    quotedNumbers = NumberParser(decimalMark: dialect.decimalMark)
    header = dialect.header
    self.file = file
    position = dialect.firstDataByte
    line = dialect.headerLine + 1
  }

  /// Goes on with the lines that follow in the file.
  mutating func goOn(in lines: UnsafeBufferPointer<UInt8>, areLast: Bool) {
    bytes = lines
    position = 0
    isLast = areLast
  }

  /// Reads the next row into the columns of `block`.
  ///
  /// - Parameters:
  ///   - slots: For each column of the file, where its numbers begin in `block`, or -1 if it is not read.
  ///   - row: The row of `block` that is written.
  /// - Returns: `false` at the end of the bytes.
  mutating func next(slots: [Int], row: Int, of block: inout [Double]) throws(IngestError) -> Bool {
    while position < bytes.count, isBlankOrComment { skipLine() }
    guard position < bytes.count else { return false }
    let start = position
    rowLine = line
    let width = slots.count
    for column in 0..<width {
      let slot = slots[column]
      if slot >= 0 {
        block[slot + row] = try cell(column)
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
    // Spreadsheets write empty rows as a row of delimiters.
    while p < bytes.count, bytes[p] == delimiter || Self.isSpace(bytes[p]) { p += 1 }
    return p == bytes.count || bytes[p] == 0x0A
  }

  private var isAtLineEnd: Bool {
    var p = position
    while p < bytes.count, Self.isSpace(bytes[p]) { p += 1 }
    return p >= bytes.count || bytes[p] == 0x0A
  }

  /// Whether `byte` is a space, a tab or a carriage return.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

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
  private mutating func cell(_ column: Int) throws(IngestError) -> Double {
    if case .number(let value, var next) = numbers.number(in: bytes, from: position), value.isFinite {
      if next + 1 < bytes.count, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { next += 1 }
      if next >= bytes.count || bytes[next] == delimiter || bytes[next] == 0x0A {
        position = next
        return value
      }
    }
    return try unusualCell(column)
  }

  /// A cell with quotes, spaces, nothing, or something that is no number.
  private mutating func unusualCell(_ column: Int) throws(IngestError) -> Double {
    let start = position
    skipCell()
    let (text, isQuoted) = Self.content(of: bytes[start..<position])
    let word = String(decoding: text.prefix(Self.longestWord), as: UTF8.self)
    if MissingValue.isOne(word) { return .nan }
    let parser = isQuoted ? quotedNumbers : numbers
    let inner = UnsafeBufferPointer(rebasing: text)
    var number: Double?
    if case .number(let value, let next) = parser.number(in: inner, from: 0), next == inner.count { number = value }
    if let number, number.isFinite { return number }
    let (found, advice) = complaint(about: word, column)
    throw IngestError(
      .unusable, file: file, place: "line \(line), column \(header[column])", found: found,
      expected: number == nil ? "a number" : "a finite number", advice: advice)
  }

  /// What a cell without a number holds, and what to do.
  private func complaint(about word: String, _ column: Int) -> (found: String, advice: String) {
    if word.unicodeScalars.allSatisfy({ $0.value == 0 }) {
      return (
        "bytes of zero instead of text",
        "the recorder seems to have lost power before it closed the file; remove the zeros, and the line before them "
          + "if it is cut off"
      )
    }
    if word == header[column] {
      return (
        "the header a second time", "two files seem to be joined here; split them, because their clocks may differ"
      )
    }
    return ("'\(Self.shown(word))'", "correct the cell, or leave it empty if the sample is missing")
  }

  /// Bytes of a cell that is no number that are looked at and shown.
  private static let longestWord = 40

  /// The cell without spaces around it, and without a pair of quotes and the spaces within these.
  private static func content(
    of cell: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (text: Slice<UnsafeBufferPointer<UInt8>>, isQuoted: Bool) {
    func trimmed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
      guard let first = text.firstIndex(where: { !isSpace($0) }) else { return text.prefix(0) }
      let last = text.lastIndex { !isSpace($0) } ?? first
      return text[first...last]
    }
    let inner = trimmed(cell)
    let quote = UInt8(ascii: "\"")
    guard inner.count >= 2, inner.first == quote, inner.last == quote else { return (inner, false) }
    return (trimmed(inner.dropFirst().dropLast()), true)
  }

  /// The start of `word` on one line.
  private static func shown(_ word: String) -> String {
    String(word.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? "·" : $0 })
  }

  private func widthError(_ start: Int) -> IngestError {
    let end = CSVDialect.lineEnd(in: bytes, from: start)
    let count = bytes[start..<end].count { $0 == delimiter } + 1
    let isLastLine = isLast && end >= bytes.count - 1
    return IngestError(
      .unusable, file: file, place: "line \(line)", found: "\(count) cells",
      expected: "\(header.count), as in the header",
      advice: isLastLine && count <= header.count
        ? "the file seems to be cut off here; copy or export it again" : "correct the line or remove it")
  }
}
