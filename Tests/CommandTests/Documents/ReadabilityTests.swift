import Foundation
import Testing

@Suite("The language of the documents")
struct ReadabilityTests {
  /// Words in a sentence, on average. Long sentences are hard for readers whose first language is not English.
  private static let mostWords = 17.0

  @Test("a page has at most 17 words in a sentence on average", arguments: Document.all)
  func mean(page: Document) throws {
    let sentences = Self.sentences(of: try page.lines())
    try #require(!sentences.isEmpty)
    let mean = Double(sentences.map(Self.words).reduce(0, +)) / Double(sentences.count)
    let longest = sentences.max { Self.words($0) < Self.words($1) } ?? ""
    #expect(mean <= Self.mostWords, "\(page): \(mean); the longest: \(longest)")
  }

  @Test("files and numbers do not say, tell or know anything", arguments: Document.all)
  func verbs(page: Document) throws {
    for sentence in Self.sentences(of: try page.lines()) {
      #expect(!Self.isArchaic(sentence), "\(page): \(sentence)")
    }
  }

  /// Whether a file or a number speaks, or a word is not in use any more.
  static func isArchaic(_ sentence: String) -> Bool {
    let verbs = /\b(?:says|tells|foretells?|mended|betters|knows|(?:is|are) no(?! longer| more))\b/
    // "There is no gap" is plain; "a copy is no recording" is not.
    return sentence.replacing(/[Tt]here (is|are) no\b/, with: "").firstMatch(of: verbs) != nil
  }

  @Test("a sentence ends at a full stop before a capital letter, and code counts as one word")
  func measure() {
    let lines = ["# Head", "One two `three four`, five. Six", "seven 1.5 m", "", "| cell |", "- eight. Nine"]
    let sentences = Self.sentences(of: lines)
    #expect(sentences.map(Self.words) == [4, 4, 1, 1])
  }

  /// The sentences outside of tables, headings, pictures and indented code; inline code and links as their words.
  static func sentences(of lines: [String]) -> [String] {
    var blocks: [String] = []
    var block: [String] = []
    func close() {
      if !block.isEmpty { blocks.append(block.joined(separator: " ")) }
      block = []
    }
    for line in lines {
      var content = line.trimmingCharacters(in: .whitespaces)
      if content.isEmpty || ["|", "#", "![", "<!--"].contains(where: content.hasPrefix) {
        close()
        continue
      }
      if block.isEmpty && line.hasPrefix("    ") { continue }
      if let item = content.prefixMatch(of: /([-*>]|\d+\.) +/) {
        close()
        content = String(content[item.range.upperBound...])
      }
      block.append(content)
    }
    close()
    return blocks.flatMap(split)
  }

  private static func split(_ block: String) -> [String] {
    let plain = block.replacing(/``?[^`]+``?/, with: "X").replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }
      .replacing("**", with: "")
    var sentences: [String] = []
    var start = plain.startIndex
    for end in plain.matches(of: /[.!?][")*]*\s+(?=[("*\[¹²³⁴⁵]*\s?[A-Z])/) {
      sentences.append(String(plain[start..<end.range.upperBound]))
      start = end.range.upperBound
    }
    return sentences + [String(plain[start...])]
  }

  static func words(_ sentence: String) -> Int {
    sentence.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
