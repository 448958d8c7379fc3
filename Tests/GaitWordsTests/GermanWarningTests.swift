import GaitWords
import PageLanguage
import Testing

struct GermanWarningTests {
  /// Words that no German sentence has.
  private static let english: Set<String> = ["the", "is", "are", "of", "not", "they", "its", "with", "because"]

  @Test("every warning of written results is found in German, whole", arguments: WarningExamples.all.map(\.words))
  func german(words: String) {
    let german = Language.german.text(words)
    #expect(german != words)
    let left = Set(german.lowercased().split { !$0.isLetter }.map(String.init)).intersection(Self.english)
    #expect(left.isEmpty, "\(german)")
  }
}
