import Foundation
import RetroGait
import Testing

/// `RETROGAIT_SNAPSHOTS=1 swift test --filter MeasureListTests` writes the table in Measures.md anew.
@Suite("The list of measures")
struct MeasureListTests {
  private static let article = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/RetroGait/RetroGait.docc/Measures.md")

  @Test("is the table of the article")
  func article() throws {
    let text = try String(contentsOf: Self.article, encoding: .utf8)
    let start = try #require(text.range(of: "| measure | unit |")).lowerBound
    let table = MeasureList().markdown
    if ProcessInfo.processInfo.environment["RETROGAIT_SNAPSHOTS"] != nil {
      try (text[..<start] + table).write(to: Self.article, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[start...]) == table, "RETROGAIT_SNAPSHOTS=1 writes what there is now")
    }
  }

  @Test("gives every measure a definition, a need and a source, in lines of 80 characters")
  func definitions() {
    let list = MeasureList()
    #expect(Set(list.definitions.map(\.measure)).count == list.definitions.count)
    for definition in list.definitions {
      #expect(!definition.definition.isEmpty && !definition.needs.isEmpty && !definition.source.isEmpty)
      #expect(list.text.contains("\n  Needs: \(definition.needs.prefix(20))"), "\(definition.measure)")
    }
    #expect(list.text.contains("First 10 m, from standing (s), forward only."))
    #expect(list.text.contains("3 m backward, rolling start (s), backward only."))
    #expect(list.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("prints as text, Markdown and JSON, and refuses two of them at once")
  func command() throws {
    let text = try Program.run("measures")
    #expect(text.exitCode == 0 && text.output.contains("stride_length_m_percent_of_forward_at_equal_speed"))
    #expect(try Program.run("measures", "--markdown").output == MeasureList().markdown + "\n")
    let json = try Program.run("measures", "--json")
    let read = try JSONDecoder().decode([MeasureDefinition].self, from: Data(json.output.utf8))
    #expect(read == MeasureList().definitions)
    #expect(try Program.run("measures", "--json", "--markdown").exitCode == 64)
  }
}
