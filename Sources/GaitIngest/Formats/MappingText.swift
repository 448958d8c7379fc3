/// The text of a mapping, split into keys and values, with quotes around what holds blanks, commas or colons.
struct MappingText {
  let parts: [(key: String, value: Substring)]

  private static let quotes: Set<Character> = ["\"", "'", "`"]

  init(_ text: String) throws(ColumnMapping.Fault) {
    var parts: [(key: String, value: Substring)] = []
    for part in Self.split(text[...], where: \.isWhitespace) where !part.isEmpty {
      guard let equals = part.firstIndex(of: "="), equals > part.startIndex, part.last != "=" else {
        throw ColumnMapping.Fault(
          description: "'\(part)' is not understood; expected time=1:ms, rate=100, acc=2,3,4:g or gyr=5,6,7:deg/s; put "
            + "names that hold blanks in quotes")
      }
      parts.append((String(part[..<equals]), part[part.index(after: equals)...]))
    }
    self.parts = parts
  }

  /// The columns and the unit, which stands behind the last colon outside quotes.
  static func split(_ text: Substring) -> (Substring, String?) {
    var quote: Character?
    var colon: Substring.Index?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if quotes.contains(character) {
        quote = character
      } else if character == ":" {
        colon = index
      }
    }
    guard let colon else { return (text, nil) }
    return (text[..<colon], String(text[text.index(after: colon)...]))
  }

  /// The parts between commas outside quotes.
  static func list(_ text: Substring) -> [Substring] { split(text) { $0 == "," } }

  static func unquoted(_ text: Substring) -> Substring {
    guard text.count >= 2, let quote = text.first, quotes.contains(quote), text.last == quote else { return text }
    return text.dropFirst().dropLast()
  }

  /// A number without a fraction that is zero.
  static func shown(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func split(_ text: Substring, where isSeparator: (Character) -> Bool) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if quotes.contains(character) {
        quote = character
      } else if isSeparator(character) {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    return parts + [text[start...]]
  }

  /// The parts that the lines of a mapping file say.
  static func parts(ofFile text: String) throws(ColumnMapping.Fault) -> [String] {
    var parts: [String] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = split(line) { $0 == "#" }[0].trimmed(\.isWhitespace)
      if content.isEmpty || content == "---" { continue }
      guard let colon = content.firstIndex(of: ":") else {
        throw ColumnMapping.Fault(
          description:
            "line \(number + 1) of the file is '\(content.prefix(40))'; expected a key and a value such as acc: 2,3,4:g"
        )
      }
      var value = content[content.index(after: colon)...].trimmed(\.isWhitespace)
      // Quotes around the whole value are YAML's; those within it are around names.
      let inner = unquoted(value)
      if !inner.contains(where: quotes.contains) { value = inner }
      let plain = split(value) { " \t[]".contains($0) }.joined()
      parts.append(content[..<colon].trimmed(\.isWhitespace) + "=" + plain)
    }
    return parts
  }
}
