import CZlib

/// Makes of what text files are packed in, or written with, what every reader of tables reads.
enum TextBytes {
  /// The text that a file packed with gzip holds, the table that an Axivity sensor recorded in binary form, or a table in which blanks separate the cells with a delimiter in their
  /// place; `nil` if the file is read as it is.
  ///
  /// - Throws: `IngestError` if the file is damaged, or expands too far.
  static func unpacked(
    _ bytes: InputBytes, file: String, limit: ExpansionLimit
  ) throws(IngestError) -> InputBytes? {
    let content = try bytes.withBytes { (buffer) throws(IngestError) -> [UInt8]? in
      if let sensor = AxivityBinary(buffer, file: file) { return try sensor.text(limit: limit) }
      guard buffer.starts(with: gzipSignature) else { return nil }
      return try inflated(buffer, file: file, limit: limit)
    }
    guard let content else { return plain(bytes) }
    let text = InputBytes(content)
    return plain(text) ?? text
  }

  /// The bytes with one delimiter for each run of blanks, and with `-` for each minus sign of typography; `nil` if the
  /// file has neither.
  static func plain(_ bytes: InputBytes) -> InputBytes? {
    let cleaned = try? bytes.withBytes { (buffer) throws(IngestError) -> [UInt8]? in
      let start = UnsafeBufferPointer(rebasing: buffer.prefix(sample))
      let hasMinus = start.contains(minus[0]) && start.indices.contains { isMinus(start, at: $0) }
      let isApart = BlankDelimiters.areUsed(in: start)
      guard hasMinus || isApart, TextOpening.isText(start) else { return nil }
      return respelled(buffer, withoutBlanks: isApart)
    }
    return cleaned.map { InputBytes($0) }
  }

  private static let gzipSignature: [UInt8] = [0x1F, 0x8B, 0x08]
  /// Bytes of the header and the end of a gzip file.
  private static let gzipFrame = 18
  /// Bytes in which a file that has such signs has one.
  private static let sample = 1 << 16
  /// The minus sign of typography, U+2212, in UTF-8: some telephones write it before numbers.
  private static let minus: [UInt8] = [0xE2, 0x88, 0x92]

  private static func isMinus(_ bytes: UnsafeBufferPointer<UInt8>, at p: Int) -> Bool {
    bytes[p] == minus[0] && p + 2 < bytes.count && bytes[p + 1] == minus[1] && bytes[p + 2] == minus[2]
  }

  private static func inflated(
    _ packed: UnsafeBufferPointer<UInt8>, file: String, limit: ExpansionLimit
  ) throws(IngestError) -> [UInt8] {
    let damaged = IngestError(
      .unusable, file: file, found: "a damaged file packed with gzip, or one of several parts",
      expected: "a whole .gz file",
      advice: "unpack it (gunzip), and give the file that is in it")
    guard packed.count >= gzipFrame, let source = packed.baseAddress else { throw damaged }
    // The size stands in the last four bytes.
    let size = (1...4).reduce(0) { $0 << 8 | Int(packed[packed.count - $1]) }
    try ExpandedSize(file: file, fileSize: packed.count, limit: limit).add([size], width: 1, place: "the packed text")
    guard size > 0 else { return [] }
    let content = [UInt8](unsafeUninitializedCapacity: size) { target, written in
      guard let out = target.baseAddress else { return }
      written = max(0, rg_inflate_gzip(source, packed.count, out, size))
    }
    guard content.count == size else { throw damaged }
    return content
  }

  private static func respelled(_ bytes: UnsafeBufferPointer<UInt8>, withoutBlanks: Bool) -> [UInt8] {
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(bytes.count)
    var p = 0
    var isAtStart = true
    while p < bytes.count {
      let byte = bytes[p]
      if isMinus(bytes, at: p) {
        cleaned.append(UInt8(ascii: "-"))
        p += 3
        isAtStart = false
      } else if withoutBlanks, byte == 0x20 {
        while p < bytes.count, bytes[p] == 0x20 { p += 1 }
        let isAtEnd = p == bytes.count || bytes[p] == 0x0A || bytes[p] == 0x0D
        if !isAtStart && !isAtEnd { cleaned.append(BlankDelimiters.replacement) }
      } else {
        cleaned.append(byte)
        p += 1
        isAtStart = byte == 0x0A
      }
    }
    return cleaned
  }
}

/// Tables whose cells are separated by blanks, as `numpy.savetxt` and Fortran write them.
enum BlankDelimiters {
  /// What stands in their place: decimal commas stay what they are.
  static let replacement = UInt8(ascii: ";")
  /// Fewest numbers of a row.
  private static let fewestCells = 4
  /// Rows of numbers that are enough to tell.
  private static let enoughRows = 3
  private static let mostLines = 200

  /// Whether the lines hold rows of numbers between blanks and none between other delimiters.
  static func areUsed(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rows = 0
    var start = 0
    var width: Int?
    for _ in 0..<mostLines where start < bytes.count && rows < enoughRows {
      let end = CSVDialect.lineEnd(in: bytes, from: start)
      defer { start = end + 1 }
      // A line that is cut off at the end of the sample does not count.
      guard end < bytes.count || rows == 0 else { break }
      let line = bytes[start..<end]
      guard let cells = numbers(line) else { continue }
      if let width, width != cells { return false }
      width = cells
      rows += 1
    }
    return rows > 0 && (width ?? 0) >= fewestCells
  }

  /// How many numbers stand in the line between blanks; `nil` if something else does, or another delimiter.
  private static func numbers(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    // Runs of tabs may hold empty cells, and are never joined.
    guard line.contains(0x20), !line.contains(0x09), line.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    let isDelimited = line.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\"") }
    guard !isDelimited else { return nil }
    let cells = line.split { $0 == 0x20 || $0 == 0x0D }
    let areNumbers = cells.allSatisfy { cell in
      let text = String(decoding: cell, as: UTF8.self)
      return TableHeader.isNumber(text) && text.last != ","
    }
    return areNumbers && cells.count >= fewestCells ? cells.count : nil
  }
}
