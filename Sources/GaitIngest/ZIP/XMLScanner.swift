/// Goes through the tags of an XML file without building a tree: what the sheets of a spreadsheet need.
///
/// Entities are resolved as they are read and never expanded into others, so that no file grows by them.
struct XMLScanner {
  enum Token: Equatable {
    /// A tag that opens, with the bytes of its attributes; an empty one, `<c/>`, closes at once.
    case open(String, attributes: Range<Int>, isEmpty: Bool)
    case close(String)
    case text(Range<Int>)
  }

  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token, passing over declarations and comments; `nil` at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(start..<position)
      }
      let start = position + 1
      guard let end = tagEnd(from: start) else {
        position = bytes.count
        return nil
      }
      position = end + 1
      guard start < end, bytes[start] != UInt8(ascii: "?"), bytes[start] != UInt8(ascii: "!") else { continue }
      if bytes[start] == UInt8(ascii: "/") { return .close(name(start + 1, end).text) }
      let (text, rest) = name(start, end)
      let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
      return .open(text, attributes: rest..<max(rest, isEmpty ? end - 1 : end), isEmpty: isEmpty)
    }
    return nil
  }

  /// The `>` that ends a tag, outside quotes.
  private func tagEnd(from start: Int) -> Int? {
    var quote: UInt8?
    var p = start
    while p < bytes.count {
      let byte = bytes[p]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return p
      }
      p += 1
    }
    return nil
  }

  /// The name of a tag without its namespace, and where its attributes begin.
  private func name(_ start: Int, _ end: Int) -> (text: String, rest: Int) {
    var p = start
    while p < end, bytes[p] != 0x20, bytes[p] != 0x0A, bytes[p] != 0x0D, bytes[p] != 0x09, bytes[p] != UInt8(ascii: "/")
    {
      p += 1
    }
    let text = String(decoding: bytes[start..<p], as: UTF8.self)
    return (text.split(separator: ":").last.map(String.init) ?? text, p)
  }

  /// The value of an attribute.
  func attribute(_ name: String, in range: Range<Int>) -> String? {
    let text = Substring(decoding: bytes[range], as: UTF8.self)
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].trimmed(\.isWhitespace)
      let behind = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = behind.first, quote == "\"" || quote == "'" else { return nil }
      let inner = behind.dropFirst()
      guard let end = inner.firstIndex(of: quote) else { return nil }
      if key == name { return Self.resolved(String(inner[..<end])) }
      rest = inner[inner.index(after: end)...]
    }
    return nil
  }

  func text(_ range: Range<Int>) -> String { Self.resolved(String(decoding: bytes[range], as: UTF8.self)) }

  /// The text with the characters that entities stand for.
  private static func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let named = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let behind = rest[rest.index(after: start)...]
      guard let end = behind.firstIndex(of: ";"), behind.distance(from: behind.startIndex, to: end) < 10 else {
        result += "&"
        rest = behind
        continue
      }
      let entity = behind[..<end]
      let code =
        entity.hasPrefix("#x")
        ? UInt32(entity.dropFirst(2), radix: 16) : entity.hasPrefix("#") ? UInt32(entity.dropFirst()) : nil
      if let scalar = code.flatMap({ UnicodeScalar($0) }) {
        result.unicodeScalars.append(scalar)
      } else {
        result += named[String(entity)] ?? ""
      }
      rest = behind[behind.index(after: end)...]
    }
    return result + rest
  }
}
