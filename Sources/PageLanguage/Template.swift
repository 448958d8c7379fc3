/// Words with places for arguments.
///
/// - `{1}`: the first argument.
/// - `{1 stride|strides}`: the argument and the word that its number takes.
/// - `{1:is|are}`: only the word that its number takes.
/// - `{1*}`: the argument, looked up itself, or what stands between its semicolons and commas.
package struct Template: Sendable, Equatable {
  enum Form: Sendable, Equatable {
    case plain, lookedUp
    case counted([String])
    case chosen([String])
  }

  enum Part: Sendable, Equatable {
    case words(String)
    /// With the argument's index, from 0.
    case argument(Int, Form)
  }

  let parts: [Part]

  /// Braces that hold no place stand for themselves.
  package init(_ text: String) {
    var parts: [Part] = []
    var words = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "}"), let part = Self.place(inside[..<close]) else {
        words += rest[...open]
        rest = inside
        continue
      }
      words += rest[..<open]
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      parts.append(part)
      rest = rest[rest.index(after: close)...]
    }
    words += rest
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }

  private static func place(_ text: Substring) -> Part? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0 else { return nil }
    let rest = text.dropFirst(digits.count)
    let forms = { rest.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    return switch rest.first {
    case nil: .argument(number - 1, .plain)
    case "*" where rest.count == 1: .argument(number - 1, .lookedUp)
    case " ": .argument(number - 1, .counted(forms()))
    case ":": .argument(number - 1, .chosen(forms()))
    default: nil
    }
  }

  /// The numbers of the arguments whose text is shown, from 1.
  package var shown: Set<Int> {
    Set(
      parts.compactMap { part in
        switch part {
        case .argument(_, .chosen), .words: nil
        case .argument(let index, _): index + 1
        }
      })
  }

  /// The numbers of the arguments that are looked up, from 1.
  var lookedUp: Set<Int> {
    Set(
      parts.compactMap { part in
        if case .argument(let index, .lookedUp) = part { index + 1 } else { nil }
      })
  }

  /// The numbers of the arguments that stand between single quotation marks, from 1.
  var quoted: Set<Int> {
    Set(
      parts.indices.compactMap { k in
        guard case .argument(let index, _) = parts[k], k > 0, k + 1 < parts.count,
          case .words(let before) = parts[k - 1],
          case .words(let after) = parts[k + 1], before.hasSuffix("'"), after.hasPrefix("'")
        else { return nil }
        return index + 1
      })
  }

  /// The number of the argument that ends it, from 1; `nil` where words do.
  var last: Int? {
    if case .argument(let index, _) = parts.last { index + 1 } else { nil }
  }

  /// The numbers of all arguments, from 1.
  package var named: Set<Int> {
    Set(
      parts.compactMap { part in
        if case .argument(let index, _) = part { index + 1 } else { nil }
      })
  }

  /// The words with their arguments; a place without an argument is empty.
  ///
  /// - Parameters:
  ///   - form: Which word a number takes: 0 for the first, such as that of one.
  ///   - lookUp: What a text is in the language.
  func filled(
    _ arguments: [Phrase.Argument], form: (Int) -> Int, lookUp: (String) -> String
  ) -> String {
    parts.map { part -> String in
      switch part {
      case .words(let words): return words
      case .argument(let index, let kind):
        guard arguments.indices.contains(index) else { return "" }
        let argument = arguments[index]
        // Text without a number is of many.
        let place = argument.number.map(form)
        return switch kind {
        case .plain: argument.text
        case .lookedUp: lookUp(argument.text)
        case .counted(let words): "\(argument.text) \(Self.word(place, of: words))"
        case .chosen(let words): Self.word(place, of: words)
        }
      }
    }.joined()
  }

  private static func word(_ place: Int?, of words: [String]) -> String {
    words[min(place ?? words.count - 1, words.count - 1)]
  }

  /// The arguments with which the template is `text`; `nil` where it is not. Each argument is as short as can be.
  func arguments(of text: String) -> [Phrase.Argument]? {
    var found: [Int: String] = [:]
    var rest = text[...]
    var open: Int?
    for (k, part) in parts.enumerated() {
      switch part {
      case .argument(let index, _): open = index
      case .words(let words):
        let isLast = k == parts.count - 1
        guard let index = open else {
          guard rest.hasPrefix(words) else { return nil }
          rest = rest.dropFirst(words.count)
          continue
        }
        guard let place = isLast ? Self.end(words, rest) : rest.firstRange(of: words) else { return nil }
        found[index] = String(rest[..<place.lowerBound])
        rest = rest[place.upperBound...]
        open = nil
      }
    }
    if let open {
      found[open] = String(rest)
    } else if !rest.isEmpty {
      return nil
    }
    return (0..<((found.keys.max() ?? -1) + 1)).map { index in
      let text = found[index] ?? ""
      return Phrase.Argument(text: text, number: Int(text))
    }
  }

  private static func end(_ words: String, _ text: Substring) -> Range<Substring.Index>? {
    guard text.hasSuffix(words) else { return nil }
    return text.index(text.endIndex, offsetBy: -words.count)..<text.endIndex
  }

  /// How many letters are not of arguments.
  var letters: Int {
    parts.reduce(0) { sum, part in
      if case .words(let words) = part { sum + words.count } else { sum }
    }
  }
}
