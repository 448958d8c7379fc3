import Foundation
import Testing

@testable import GaitValidation

/// `Scripts/validation` writes the article anew, which takes the recordings; its words are compared without them.
@Suite("The words of the article on validation")
struct ArticleWordsTests {
  private static let article = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/RetroGait/RetroGait.docc/Validation.md")

  @Test(
    "the article has the words that the program writes into it",
    arguments: [
      ValidationWording.howMeasured, ValidationWording.eventRules, ValidationWording.sharedError,
      ValidationWording.clips, ValidationWording.reliability, ValidationWording.variability, ValidationWording.people,
      ValidationWording.failures,
    ])
  func words(words: String) throws {
    #expect(try String(contentsOf: Self.article, encoding: .utf8).contains("\n\n\(words)\n"))
  }
}
