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
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(512).contains(0) {
      throw IngestError(
        .unusable, file: file, found: "UTF-16 text or binary data", expected: "UTF-8 or ASCII text",
        advice: "save the file as UTF-8 (in a spreadsheet: 'CSV UTF-8')")
    }
    var line = 1
    while start < bytes.count {
      let end = Self.lineEnd(in: bytes, from: start)
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
      if !isBlank && bytes[start] != UInt8(ascii: "#") { break }
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
    let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    let counts = candidates.map { candidate in headerBytes.count { $0 == candidate } }
    var best = 2
    for k in candidates.indices where counts[k] > counts[best] { best = k }
    delimiter = candidates[best]
    let text = String(decoding: headerBytes, as: UTF8.self)
    header = Self.cells(of: text, delimiter: Character(UnicodeScalar(delimiter)))
    firstDataByte = min(end + 1, bytes.count)
    headerLine = line
    decimalMark = UInt8(ascii: ".")
    if delimiter != UInt8(ascii: ","), firstDataByte < bytes.count {
      let next = Self.lineEnd(in: bytes, from: firstDataByte)
      if bytes[firstDataByte..<next].contains(UInt8(ascii: ",")) { decimalMark = UInt8(ascii: ",") }
    }
  }

  /// The position of the line feed that ends the line at `start`, or the end of the file.
  static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private static func cells(of line: String, delimiter: Character) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line where character != "\r" && character != "\r\n" {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == delimiter && !isQuoted {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    cells.append(cell)
    return cells.map { text in
      String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
