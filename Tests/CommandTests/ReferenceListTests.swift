import Foundation
import RetroGait
import Testing

/// `RETROGAIT_SNAPSHOTS=1 swift test --filter ReferenceListTests` writes the table in ReferenceValues.md anew.
@Suite("The list of reference values")
struct ReferenceListTests {
  private static let article = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/RetroGait/RetroGait.docc/ReferenceValues.md")

  @Test("is the tables of the article")
  func article() throws {
    let text = try String(contentsOf: Self.article, encoding: .utf8)
    let list = ReferenceList()
    var written = text
    for (head, table) in [("| time, s |", list.timesMarkdown), ("| measure | group |", list.markdown)] {
      let start = try #require(written.range(of: head)).lowerBound
      let end = written[start...].range(of: "\n\n")?.lowerBound ?? written.endIndex
      written.replaceSubrange(start..<end, with: end == written.endIndex ? table : String(table.dropLast()))
    }
    if ProcessInfo.processInfo.environment["RETROGAIT_SNAPSHOTS"] != nil {
      try written.write(to: Self.article, atomically: true, encoding: .utf8)
    } else {
      #expect(text == written, "RETROGAIT_SNAPSHOTS=1 writes what there is now")
    }
  }
}
