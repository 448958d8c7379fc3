/// The words of one language: what each English template is in it.
///
/// It is written as a text. A line holds an English template, the next line `= ` and the same in the language. Lines that
/// begin with `#` are remarks. An English template that begins with `~ ` is also found in finished English sentences, such
/// as the warnings of written results; the words around its arguments decide.
package struct Catalog: Sendable {
  /// The entries in the order of the text, those found in sentences without their mark.
  package private(set) var entries: [(english: String, translation: String)] = []
  /// English lines without a translation below, and translations without English above.
  package private(set) var strayLines: [String] = []
  private var templates: [String: Template] = [:]
  /// Those with most letters first, so that the narrower one is found.
  private var sentences: [(english: Template, translation: Template)] = []

  package init(_ text: String) {
    var open: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) where !line.hasPrefix("#") {
      guard line.hasPrefix("= ") else {
        if let open { strayLines.append(String(open)) }
        open = line
        continue
      }
      guard let english = open else {
        strayLines.append(String(line))
        continue
      }
      add(english, String(line.dropFirst(2)))
      open = nil
    }
    if let open { strayLines.append(String(open)) }
    sentences.sort { $0.english.letters > $1.english.letters }
  }

  private mutating func add(_ line: Substring, _ translation: String) {
    let isSentence = line.hasPrefix(Self.sentenceMark)
    let english = String(isSentence ? line.dropFirst(Self.sentenceMark.count) : line)
    entries.append((english, translation))
    templates[english] = Template(translation)
    if isSentence { sentences.append((Template(english), Template(translation))) }
  }

  private static let sentenceMark = "~ "

  /// What an English template is in the language.
  func template(_ english: String) -> Template? { templates[english] }

  /// What a finished English sentence is made of, with the template that says the same in the language.
  func sentence(_ english: String) -> (template: Template, arguments: [Phrase.Argument])? {
    for sentence in sentences {
      guard let arguments = sentence.english.arguments(of: english) else { continue }
      // Only what is looked up itself and ends the template may hold several sentences, and so may what is quoted: a name
      // such as `Dr. Meier`.
      let rest = sentence.english.last.flatMap { sentence.translation.lookedUp.contains($0) ? $0 : nil }
      let quoted = sentence.english.quoted
      let isOne = arguments.enumerated().allSatisfy { k, one in
        k + 1 == rest || quoted.contains(k + 1) || !one.text.contains(". ")
      }
      if isOne { return (sentence.translation, arguments) }
    }
    return nil
  }
}
