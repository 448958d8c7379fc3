/// Sentences with a little markup in them. They stay whole, so that another language can place it elsewhere.
extension Markup {
  /// Words of which those between backticks are code: "Run `retrogait serve`."
  package static func withCode(_ words: String) -> Markup {
    words.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { k, part -> Markup in
      k.isMultiple(of: 2) ? "\(String(part))" : "<code>\(String(part))</code>"
    }.joined("")
  }

  /// Words of which those in brackets are a link: "[Changes] can undo a move." Without brackets there is none.
  ///
  /// - Parameter address: Where the link leads.
  package static func withLink(_ words: String, to address: String) -> Markup {
    guard let open = words.firstIndex(of: "["), let close = words[open...].firstIndex(of: "]") else {
      return "\(words)"
    }
    let (before, linked) = (String(words[..<open]), String(words[words.index(after: open)..<close]))
    let after = String(words[words.index(after: close)...])
    return "\(before)<a href=\"\(address)\">\(linked)</a>\(after)"
  }
}
