#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a text file separates its cells and writes its numbers.
struct CSVDialect: Equatable {
  var delimiter: UInt8
  var decimalMark: UInt8
  /// The names of the columns, without quotes and spaces.
  var header: [String]
  /// The first byte behind the header's line.
  var firstDataByte: Int
  /// The line of the header, from 1.
  var headerLine: Int

  /// Twenty sensors of a hundred columns are more than any file has.
  private static let mostColumns = 4096
  /// Bytes.
  private static let longestHeader = 1 << 18

  /// Finds the dialect from the header and the first row.
  ///
  /// - Throws: `IngestError` if the file is empty or no text of 8-bit characters.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(IngestError) {
    guard !bytes.isEmpty else {
      throw IngestError(
        .unusable, file: file, found: "an empty file", expected: "a header line and samples",
        advice: "export the recording again")
    }
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if Self.isUTF16(bytes) {
      throw IngestError(
        .unusable, file: file, found: "UTF-16 text", expected: "UTF-8 or ASCII text",
        advice: "save the file as UTF-8 (in a spreadsheet: 'CSV UTF-8')")
    }
    if bytes.prefix(512).contains(0) {
      throw IngestError(
        .unusable, file: file, found: "binary data", expected: "a table as text, UTF-8 or ASCII",
        advice: "export the recording as CSV")
    }
    var line = 1
    while start < bytes.count {
      let end = Self.lineEnd(in: bytes, from: start)
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
      if !isBlank && bytes[start] != UInt8(ascii: "#") && !Self.namesDelimiter(bytes[start..<end]) { break }
      start = end + 1
      line += 1
    }
    guard start < bytes.count else {
      throw IngestError(
        .unusable, file: file, found: "only blank lines and comments", expected: "a header line and samples",
        advice: "export the recording again")
    }
    let end = Self.lineEnd(in: bytes, from: start)
    let headerBytes = bytes[start..<end]
    if headerBytes.indices.contains(where: { bytes[$0] == 0x0D && $0 + 1 < end && bytes[$0 + 1] != 0x0D }) {
      throw IngestError(
        .unusable, file: file, place: "line \(line)", found: "lines that end in a carriage return alone",
        expected: "line feeds, or carriage return and line feed",
        advice: "save the file again as CSV with Unix line ends")
    }
    let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")]
    let counts = candidates.map { candidate in headerBytes.count { $0 == candidate } }
    var best = candidates.count - 1
    for k in candidates.indices where counts[k] > counts[best] { best = k }
    delimiter = candidates[best]
    let columns = counts[best] + 1
    guard columns <= Self.mostColumns, headerBytes.count <= Self.longestHeader else {
      throw IngestError(
        .unusable, file: file, place: "line \(line)",
        found: "a first line of \(headerBytes.count) bytes and \(columns) cells",
        expected: "a header of at most \(Self.mostColumns) columns", advice: "check that the file is a table of sensors"
      )
    }
    header = Self.cells(of: headerBytes, delimiter: delimiter)
    firstDataByte = min(end + 1, bytes.count)
    headerLine = line
    decimalMark = Self.decimalMark(in: bytes, from: firstDataByte, delimiter: delimiter)
  }

  /// Whether the bytes begin as text of 16-bit characters does: with a byte order mark, or with a zero in every second
  /// byte of what is ASCII.
  private static func isUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let start = bytes.prefix(64)
    guard start.count >= 8 else { return false }
    return [0, 1].contains { parity in
      start.indices.allSatisfy { (start[$0] == 0) == ($0 % 2 == parity) }
    }
  }

  /// Whether a line is the one, such as `sep=;`, in which a spreadsheet is told how cells are separated.
  static func namesDelimiter(_ line: some Sequence<UInt8>) -> Bool {
    line.drop { $0 == UInt8(ascii: "\"") }.prefix(4).map { $0 | 0x20 }.elementsEqual("sep=".utf8.map { $0 | 0x20 })
  }

  /// Bytes from which the decimal mark is told: some hundred rows, so that one of them has a fraction.
  private static let decimalSample = 1 << 16

  /// The mark that stands more often between two digits; where commas separate cells, only those in quotes count.
  ///
  /// - Parameter start: Where the first row begins.
  static func decimalMark(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8
  ) -> UInt8 {
    let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    var points = 0
    var commas = 0
    var isQuoted = false
    for p in start..<max(start, min(bytes.count - 1, start + decimalSample)) {
      if bytes[p] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[p] == 0x0A { isQuoted = false }
      guard bytes[p] == point || bytes[p] == comma, p > start, digits.contains(bytes[p - 1]),
        digits.contains(bytes[p + 1])
      else { continue }
      if bytes[p] == point { points += 1 }
      if bytes[p] == comma && (delimiter != comma || isQuoted) { commas += 1 }
    }
    // A comma that separates thousands stands beside decimal points; one of each kind leaves the point.
    return (delimiter == comma ? points == 0 && commas > 0 : commas > points) ? comma : point
  }

  /// The position of the line feed that ends the line at `start`, or the end of the file.
  static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private static func cells(of line: Slice<UnsafeBufferPointer<UInt8>>, delimiter: UInt8) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in line where byte != 0x0D {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == delimiter && !isQuoted {
        cells.append(trimmed(cell))
        cell = []
      } else {
        cell.append(byte)
      }
    }
    return cells + [trimmed(cell)]
  }

  private static func trimmed(_ cell: [UInt8]) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let last = cell.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(decoding: cell[...last].drop(while: isSpace), as: UTF8.self)
  }
}
