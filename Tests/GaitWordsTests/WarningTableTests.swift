import Foundation
import GaitModel
import GaitWords
import Testing

/// The table in Warnings.md follows from the warnings themselves.
/// `RETROGAIT_SNAPSHOTS=1 swift test --filter WarningTableTests` writes it anew.
@Suite("The article about warnings")
struct WarningTableTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/RetroGait/RetroGait.docc/Warnings.md")

  private static var table: String {
    let rows = WarningCode.allCases.compactMap { code in
      WarningExamples.all.first { $0.code == code }.map { "| `\(code.rawValue)` | \($0.words) |\n" }
    }
    return "| code | sentence |\n| --- | --- |\n" + rows.joined()
  }

  @Test("has a row for each code, with a sentence")
  func table() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: "| code | sentence |\n")).lowerBound
    if ProcessInfo.processInfo.environment["RETROGAIT_SNAPSHOTS"] != nil {
      try (text[..<start] + Self.table).write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[start...]) == Self.table, "RETROGAIT_SNAPSHOTS=1 writes what there is now")
    }
  }
}
