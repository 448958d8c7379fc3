import Foundation
import Testing

@Suite("What RetroGait promises")
struct PromiseTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All test files as one text.
  private static let tests: String = {
    let folder = root.appending(path: "Tests")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }
      .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
  }()

  @Test("each promise names tests and scripts that there are")
  func names() throws {
    let page = try String(
      contentsOf: Self.root.appending(path: "Sources/RetroGait/RetroGait.docc/Promises.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.count > 10)
    for row in rows {
      let cell = try #require(row.split(separator: "|").dropFirst().first)
      let names = cell.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      #expect(!names.isEmpty, "\(row)")
      for name in names {
        if name.hasPrefix("Scripts/") {
          #expect(FileManager.default.isExecutableFile(atPath: Self.root.appending(path: name).path), "\(name)")
        } else {
          #expect(Self.tests.contains("struct \(name) ") || Self.tests.contains("struct \(name):"), "\(name)")
        }
      }
      for title in cell.matches(of: /\*([^*]+)\*/).map({ String($0.output.1) }) {
        #expect(Self.tests.contains("\"\(title)"), "\(title)")
      }
    }
  }
}
