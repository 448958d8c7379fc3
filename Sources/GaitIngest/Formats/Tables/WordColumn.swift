/// A column of words, such as the names of sensors, of the rows that a `CSVTable` of the same dialect reads.
struct WordColumn {
  /// The different words, in the order of their first rows.
  private(set) var words: [String] = []
  /// How many rows hold each word.
  private(set) var counts: [Int] = []
  /// How often a row holds another word than the row above.
  private(set) var changes = 0
  /// For each row, which word it holds.
  private var codes: [Int32] = []

  /// Lines after which it is looked at again whether the file is still whole.
  private static let linesPerCheck = 1 << 12

  /// - Parameters:
  ///   - mostWords: Different words beyond which the column does not name anything; it is then read no further.
  ///   - pages: The memory of `bytes` if they are a file's.
  /// - Returns: `nil` if there are more words.
  /// - Throws: `IngestError` if the file is cut meanwhile.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, position: Int, mostWords: Int, pages: FilePages? = nil
  ) throws(IngestError) {
    var start = dialect.firstDataByte
    var line = 0
    var known: [String: Int32] = [:]
    var last: (bytes: [UInt8], code: Int32)?
    while start < bytes.count {
      let end = CSVDialect.lineEnd(in: bytes, from: start)
      defer { start = end + 1 }
      line += 1
      if line.isMultiple(of: Self.linesPerCheck) { try pages?.check() }
      let row = bytes[start..<end]
      let isBlank = row.allSatisfy { $0 == dialect.delimiter || $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if isBlank || row.first == UInt8(ascii: "#") { continue }
      let cell = TextCell.bytes(position, of: row, delimiter: dialect.delimiter)
      if let last, cell.elementsEqual(last.bytes) {
        codes.append(last.code)
        counts[Int(last.code)] += 1
        continue
      }
      let word = String(Substring(decoding: cell, as: UTF8.self).trimmed { $0 == " " || $0 == "\"" || $0 == "\t" })
      let code = known[word] ?? Int32(words.count)
      if known[word] == nil {
        guard words.count < mostWords else { return nil }
        known[word] = code
        words.append(word)
        counts.append(0)
      }
      if let before = codes.last, before != code { changes += 1 }
      codes.append(code)
      counts[Int(code)] += 1
      last = (Array(cell), code)
    }
  }

  var rowCount: Int { codes.count }

  func word(ofRow row: Int) -> String? {
    codes.indices.contains(row) ? words[Int(codes[row])] : nil
  }
}
