/// The first lines of a text file, by which formats recognize it.
struct TextOpening {
  /// Lines that are looked at: the longest preamble that is known has 20.
  private static let lineLimit = 60
  /// Bytes of a line that are looked at: a header of eight sensors has about 5,000.
  private static let lengthLimit = 1 << 16

  /// All bytes of the file.
  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  /// The text of another file in the same folder or archive, by its path from there.
  let sibling: (String) -> String?
  /// The lines without their ends, and without a byte order mark.
  let lines: [Substring]
  /// Where each line begins, and at last where the line behind them begins.
  private let starts: [Int]

  /// - Returns: `nil` if the bytes are no text of 8-bit characters, or nothing.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, sibling: @escaping (String) -> String? = { _ in nil }
  ) {
    guard Self.isText(bytes) else { return nil }
    self.bytes = bytes
    self.file = file
    self.sibling = sibling
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lines: [Substring] = []
    var starts: [Int] = []
    while start < bytes.count, lines.count < Self.lineLimit {
      let end = CSVDialect.lineEnd(in: bytes, from: start)
      var text = bytes[start..<min(end, start + Self.lengthLimit)]
      if text.last == 0x0D { text = text.dropLast() }
      lines.append(Substring(decoding: text, as: UTF8.self))
      starts.append(start)
      start = end + 1
    }
    starts.append(min(start, bytes.count))
    self.lines = lines
    self.starts = starts
  }

  /// Whether the bytes are text of 8-bit characters, as far as their beginning tells.
  static func isText(_ bytes: some Collection<UInt8>) -> Bool { !bytes.isEmpty && !bytes.prefix(512).contains(0) }

  /// The first line that `isWanted`, from 0.
  func firstLine(where isWanted: (Substring) -> Bool) -> Int? { lines.firstIndex(where: isWanted) }

  /// The line, from 0, that begins at `position`, or the one behind all lines.
  func lineIndex(ofByte position: Int) -> Int { starts.firstIndex { $0 >= position } ?? lines.count }

  /// What stands behind `key` in the first line that begins with it, without spaces and delimiters around it.
  func value(after key: String) -> Substring? {
    guard let line = lines.first(where: { $0.hasPrefix(key) }) else { return nil }
    let value = line.dropFirst(key.count).trimmed { $0 == " " || $0 == "," || $0 == ";" || $0 == "\t" || $0 == ":" }
    return value.isEmpty ? nil : value
  }

  /// The dialect of a table whose names stand in `line`, from 0.
  ///
  /// - Parameters:
  ///   - header: The names, if they are not what stands in the line's cells.
  ///   - skipping: Lines between the names and the first row, such as one of units.
  func dialect(headerLine line: Int, delimiter: Character, header: [String]? = nil, skipping: Int = 0) -> CSVDialect {
    dialect(
      firstRow: line + 1 + skipping, delimiter: delimiter, header: header ?? cells(ofLine: line, delimiter: delimiter))
  }

  /// The dialect of a table without a line of names, whose first row is `line`, from 0.
  func dialect(firstRow line: Int, delimiter: Character, header: [String]) -> CSVDialect {
    let delimiter = delimiter.asciiValue ?? UInt8(ascii: ",")
    let start = starts[min(line, starts.count - 1)]
    return CSVDialect(
      delimiter: delimiter, decimalMark: CSVDialect.decimalMark(in: bytes, from: start, delimiter: delimiter),
      header: header, firstDataByte: start, headerLine: line)
  }

  /// What separates the cells of `line`, from 0: of tab, semicolon, comma and `|`, the one that stands there most.
  func delimiter(ofLine line: Int) -> Character {
    guard lines.indices.contains(line) else { return "," }
    let counts = TableHeader.delimiters.map { delimiter in lines[line].count { $0 == delimiter } }
    let most = counts.max() ?? 0
    return most == 0 ? "," : TableHeader.delimiters[counts.firstIndex(of: most) ?? 0]
  }

  /// The cells of `line`, from 0, whatever separates them.
  func cells(ofLine line: Int) -> [String] { cells(ofLine: line, delimiter: delimiter(ofLine: line)) }

  /// The cells of `line`, from 0, without quotes and spaces around them; a delimiter at its end begins no cell.
  func cells(ofLine line: Int, delimiter: Character) -> [String] {
    guard lines.indices.contains(line) else { return [] }
    return Self.cells(of: lines[line], delimiter: delimiter)
  }

  static func cells(of line: Substring, delimiter: Character) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
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
    let trimmed = cells.map { String(Substring($0).trimmed { $0 == " " }) }
    return trimmed.count > 1 && trimmed.last == "" ? Array(trimmed.dropLast()) : trimmed
  }

  /// Whether the first line that holds something holds numbers and what separates them, and nothing else.
  var hasNoHeader: Bool {
    let first = lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return first.contains { $0.isASCII && $0.isNumber }
      && first.allSatisfy { $0.isASCII && ($0.isNumber || $0.isWhitespace || "+-.,;\"eE".contains($0)) }
  }

  /// The first lines, for a message: the longest of them, which holds the names, whole, and the start of the others.
  var excerpt: String {
    let shown = lines.filter { !$0.allSatisfy(\.isWhitespace) }.prefix(3)
    let names = shown.first { line in line.contains(where: \.isLetter) && line.contains { ",;\t|".contains($0) } }
    return shown.map { line in
      let limit = line == names ? HeaderColumns.longestHeader : 70
      let start = line.prefix(limit).map {
        $0.isNewline || $0 == "\t" || $0.asciiValue.map { $0 < 0x20 } == true ? " " : $0
      }
      return "'" + String(start) + (line.count > limit ? "…" : "") + "'"
    }.joined(separator: " / ")
  }
}

extension CSVDialect {
  init(delimiter: UInt8, decimalMark: UInt8, header: [String], firstDataByte: Int, headerLine: Int) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.header = header
    self.firstDataByte = firstDataByte
    self.headerLine = headerLine
  }
}

extension Substring {
  /// The text without the characters at its ends that `isOutside`.
  func trimmed(_ isOutside: (Character) -> Bool) -> Substring {
    guard let first = firstIndex(where: { !isOutside($0) }), let last = lastIndex(where: { !isOutside($0) }) else {
      return prefix(0)
    }
    return self[first...last]
  }
}
