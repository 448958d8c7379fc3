import Foundation
import Testing

@Suite("Links between documents")
struct LinkTests {
  @Test("every link and picture leads to a file, and to a heading of it", arguments: Document.all)
  func links(page: Document) throws {
    for target in Self.targets(of: try page.lines()) where !target.contains("://") {
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let file = parts[0].isEmpty ? page.file : page.file.deletingLastPathComponent().appending(path: parts[0])
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page): no file for \(target)")
      if parts.count == 2 {
        let anchors = try Self.anchors(of: Document(file: file).lines())
        #expect(anchors.contains(parts[1]), "\(page): no heading for \(target)")
      }
      // DocC has no pages but the articles.
      if page.isArticle {
        #expect(file.standardized.path.hasPrefix(Document.articles.path), "\(page): \(target)")
      }
    }
  }

  @Test("links have the form that a repository browser shows too", arguments: Document.all)
  func form(page: Document) throws {
    #expect(try page.lines().allSatisfy { !$0.contains("<doc:") && !$0.contains("](doc:") }, "\(page)")
  }

  @Test("every article is reached from the landing page, and from the README or an article")
  func reached() throws {
    let landing = Document(file: Document.articles.appending(path: "RetroGait.md"))
    let targets = Set(Self.targets(of: try landing.lines()))
    for page in Document.all where page.isArticle && page.description != "RetroGait.md" {
      #expect(targets.contains(page.description), "\(page)")
    }
  }

  @Test("a heading's anchor is the one that repository browsers make")
  func anchors() {
    let anchors = Self.anchors(of: ["# Any other table: --map", "## strides.csv", "text", "## Time", "## Time"])
    #expect(anchors == ["any-other-table---map", "stridescsv", "time", "time-1"])
  }

  /// What links and pictures lead to.
  static func targets(of lines: [String]) -> [String] {
    lines.joined(separator: "\n").replacing(/``?[^`]+``?/, with: "").matches(of: /\]\(([^)\s]+)\)/)
      .map { String($0.output.1) }
  }

  /// The anchors of headings, as GitHub and others make them.
  static func anchors(of lines: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return lines.compactMap { line in
      guard let heading = line.wholeMatch(of: /#{1,6} +(.*)/)?.output.1 else { return nil }
      let kept = heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      let anchor = kept.replacing(" ", with: "-")
      defer { seen[anchor, default: 0] += 1 }
      return seen[anchor].map { "\(anchor)-\($0)" } ?? anchor
    }
  }
}
