import GaitModel

/// Reads the text of a JSON object (RFC 8259), strictly but for what people and Python write: NaN and infinities, and a
/// comma behind the last value.
///
/// Foundation's decoder ends the process on bytes that are not UTF-8 where it allows NaN, says no line, and drops keys
/// that stand twice.
struct JSONText {
  /// A key and its value, in the order of the file.
  struct Entry: Equatable {
    var key: String
    var value: JSONValue
    /// From 1.
    var line: Int
  }

  /// What is wrong with a text.
  struct Fault: Error, Equatable {
    /// From 1.
    var line: Int
    var found: String
    var expected: String
  }

  /// Objects and arrays in each other at most.
  private static let deepest = 64
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let bytes: [UInt8]
  private var next = 0
  private var line = 1

  /// The entries of the object that `bytes` hold.
  ///
  /// - Throws: `Fault` if they are not UTF-8 or not an object.
  static func entries(of bytes: [UInt8]) throws(Fault) -> [Entry] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Fault(line: 1, found: "text in UTF-16", expected: "UTF-8")
    }
    try checkEncoding(bytes)
    var text = JSONText(bytes: bytes, next: bytes.starts(with: mark) ? mark.count : 0)
    text.skipSpace()
    guard text.peek == UInt8(ascii: "{") else { throw text.fault("an object in braces") }
    let entries = try text.object(depth: 0)
    text.skipSpace()
    guard text.peek == nil else { throw text.fault("nothing behind the object") }
    return entries
  }

  private init(bytes: [UInt8], next: Int) {
    self.bytes = bytes
    self.next = next
  }

  private static func checkEncoding(_ bytes: [UInt8]) throws(Fault) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw Fault(
      line: line + 1, found: "bytes that are not UTF-8", expected: "UTF-8; the file was saved in another encoding")
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  /// A fault where the next byte is.
  private func fault(_ expected: String) -> Fault {
    guard let byte = peek else { return Fault(line: line, found: "the end of the file", expected: expected) }
    // The rest of the line begins at a character, as nothing but whole characters is passed over.
    let rest = bytes[next...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let shown = String(decoding: rest, as: UTF8.self).prefix(20)
    return Fault(
      line: line, found: byte == UInt8(ascii: "\n") ? "the end of the line" : "'\(shown)'", expected: expected)
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      if byte == 0x0A { line += 1 }
      next += 1
    }
  }

  /// Passes over `byte`, and space before it, if it is next.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    next += 1
    return true
  }

  /// Whether `byte` is next, behind space.
  private mutating func isNext(_ byte: UInt8) -> Bool {
    skipSpace()
    return peek == byte
  }

  private mutating func object(depth: Int) throws(Fault) -> [Entry] {
    next += 1
    var entries: [Entry] = []
    while !take(UInt8(ascii: "}")) {
      guard peek == UInt8(ascii: "\"") else { throw fault("a key in quotes, or }") }
      let start = line
      let key = try string()
      if let other = entries.first(where: { $0.key == key }) {
        throw Fault(
          line: start, found: "the key '\(key.prefix(40))' a second time, after line \(other.line)",
          expected: "each key once")
      }
      guard take(UInt8(ascii: ":")) else { throw fault("a colon behind the key '\(key.prefix(40))'") }
      entries.append(Entry(key: key, value: try value(depth: depth + 1), line: start))
      guard take(UInt8(ascii: ",")) || isNext(UInt8(ascii: "}")) else {
        throw fault("a comma or } behind the value of '\(key.prefix(40))'")
      }
    }
    return entries
  }

  private mutating func array(depth: Int) throws(Fault) -> [JSONValue] {
    next += 1
    var values: [JSONValue] = []
    while !take(UInt8(ascii: "]")) {
      values.append(try value(depth: depth + 1))
      guard take(UInt8(ascii: ",")) || isNext(UInt8(ascii: "]")) else {
        throw fault("a comma or ]")
      }
    }
    return values
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    skipSpace()
    guard depth < Self.deepest else { throw fault("at most \(Self.deepest) objects and arrays in each other") }
    switch peek {
    case UInt8(ascii: "{"):
      let entries = try object(depth: depth)
      return .object(Dictionary(entries.map { ($0.key, $0.value) }) { $1 })
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  /// A number, true, false or null.
  private mutating func word() throws(Fault) -> JSONValue {
    let text = bytes[next...].prefix { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    let word = String(decoding: text, as: UTF8.self)
    let value: JSONValue? =
      switch word {
      case "true": .bool(true)
      case "false": .bool(false)
      case "null": .null
      case "NaN", "nan": .number(.nan)
      case "Infinity": .number(.infinity)
      case "-Infinity": .number(-.infinity)
      default: Self.number(word).map { .number($0) }
      }
    guard let value else { throw fault("a number, text in quotes, true, false, null, an object or an array") }
    next += text.count
    return value
  }

  private static func number(_ word: String) -> Double? {
    guard let first = word.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
      word.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) })
    else { return nil }
    return Double(word)
  }

  private mutating func string() throws(Fault) -> String {
    next += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        next += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        next += 1
        text += try escaped()
      case 0..<0x20: throw fault("no line break or control character within quotes")
      default:
        text.append(byte)
        next += 1
      }
    }
    throw fault("a quote at the end of the text")
  }

  /// The character behind a backslash.
  private mutating func escaped() throws(Fault) -> [UInt8] {
    guard let byte = peek else { throw fault("a character behind the backslash") }
    next += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var scalar = try hexadecimal()
      if (0xD800..<0xDC00).contains(scalar), bytes[next...].starts(with: "\\u".utf8) {
        let back = next
        next += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low) {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        } else {
          next = back
        }
      }
      // Half of a pair is no character.
      return Array(String(Unicode.Scalar(scalar).map(Character.init) ?? "\u{FFFD}").utf8)
    default:
      next -= 1
      throw fault("one of \" \\ / b f n r t u behind a backslash")
    }
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    let digits = bytes[next...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits") }
    next += 4
    return value
  }
}
