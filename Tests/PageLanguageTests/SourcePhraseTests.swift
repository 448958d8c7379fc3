import Foundation
import Testing

@testable import PageLanguage

/// Every phrase that stands in the sources is in every catalog.
struct SourcePhraseTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  private static let templates: Set<String> = {
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path().contains("PageLanguage"),
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      found.formUnion(PhraseScanner(text).templates())
    }
    return found
  }()

  @Test("the sources have phrases, and the scan reads their arguments")
  func scan() {
    let text = #"""
      a = language("In \(n, "session") of \(name(x, "y")), \(for: n, "is", "are")")
      b = language(
        """
        One \
        two \(f("z")).
        """)
      """#
    #expect(PhraseScanner(text).templates() == ["In {1 session|sessions} of {2}, {3:is|are}", "One two {1}."])
    #expect(Self.templates.count > 200)
  }

  @Test("every phrase of the sources is in German")
  func german() {
    let known = Set(Language.germanCatalog.entries.map(\.english))
    #expect(Self.templates.subtracting(known).sorted().isEmpty)
  }
}

/// Reads the templates of `language("…")` in Swift source.
struct PhraseScanner {
  private let text: [Character]

  init(_ text: String) {
    self.text = Array(text)
  }

  func templates() -> Set<String> {
    var found: Set<String> = []
    let call = Array("language(")
    var k = 0
    while k + call.count < text.count {
      guard text[k] == "l", Array(text[k..<(k + call.count)]) == call, k == 0 || !text[k - 1].isLetter else {
        k += 1
        continue
      }
      var start = k + call.count
      while start < text.count, text[start].isWhitespace { start += 1 }
      if start < text.count, text[start] == "\"" { found.insert(literal(at: start).template) }
      k += call.count
    }
    return found
  }

  /// The template of the literal that begins at `start`, and where it ends.
  private func literal(at start: Int) -> (template: String, end: Int) {
    let quotes = start + 2 < text.count && text[start + 1] == "\"" && text[start + 2] == "\"" ? 3 : 1
    var (template, arguments) = ("", 0)
    var k = start + quotes
    while k < text.count, !isClosed(at: k, by: quotes) {
      if text[k] == "\\" {
        switch text[k + 1] {
        case "(":
          let end = close(after: k + 2)
          arguments += 1
          template += place(arguments, parts(from: k + 2, to: end))
          k = end + 1
        case "\n": k = afterIndent(k + 2)
        case "u":
          let end = text[k...].firstIndex(of: "}") ?? k
          let scalar = UInt32(String(text[(k + 3)..<end]), radix: 16).flatMap(Unicode.Scalar.init)
          template += scalar.map(String.init) ?? ""
          k = end + 1
        default:
          template.append(text[k + 1])
          k += 2
        }
      } else if text[k] == "\n", quotes == 3 {
        template += "\n"
        k = afterIndent(k + 1)
      } else {
        template.append(text[k])
        k += 1
      }
    }
    return (template.trimmingCharacters(in: .newlines), k + quotes)
  }

  private func isClosed(at k: Int, by quotes: Int) -> Bool {
    k + quotes <= text.count && text[k..<(k + quotes)].allSatisfy { $0 == "\"" }
  }

  private func afterIndent(_ start: Int) -> Int {
    var k = start
    while k < text.count, text[k] == " " { k += 1 }
    return k
  }

  /// Where the parenthesis closes that is open at `start`.
  private func close(after start: Int) -> Int {
    var (depth, k) = (1, start)
    while k < text.count {
      switch text[k] {
      case "\"":
        k = literal(at: k).end
        continue
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth == 0 { return k }
      k += 1
    }
    return k
  }

  /// What commas separate between two places.
  private func parts(from start: Int, to end: Int) -> [String] {
    var (parts, part, depth, k) = ([String](), "", 0, start)
    while k < end {
      if text[k] == "\"" {
        let next = literal(at: k).end
        part += String(text[k..<next])
        k = next
        continue
      }
      if "([{".contains(text[k]) { depth += 1 }
      if ")]}".contains(text[k]) { depth -= 1 }
      if text[k] == ",", depth == 0 {
        parts.append(part)
        part = ""
      } else {
        part.append(text[k])
      }
      k += 1
    }
    return (parts + [part]).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  private func place(_ number: Int, _ parts: [String]) -> String {
    let words = parts.dropFirst().map { $0.trimmingCharacters(in: ["\""]) }
    guard let one = words.first else { return "{\(number)}" }
    if parts[0].hasPrefix("for:") { return "{\(number):\(words.joined(separator: "|"))}" }
    return "{\(number) \(one)|\(words.count > 1 ? words[1] : one + "s")}"
  }
}
