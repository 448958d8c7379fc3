import Foundation

/// A Markdown page of the repository: README, CONTRIBUTING, CHANGELOG, SECURITY and all articles.
struct Document: Sendable, CustomStringConvertible {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let articles = root.appending(path: "Sources/RetroGait/RetroGait.docc")

  static let all: [Document] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: articles.path)) ?? []
    let pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"].map { root.appending(path: $0) }
    return (pages + names.filter { $0.hasSuffix(".md") }.sorted().map { articles.appending(path: $0) })
      .map(Document.init(file:))
  }()

  let file: URL

  var description: String { file.lastPathComponent }

  var isArticle: Bool { file.deletingLastPathComponent().path == Self.articles.path }

  func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// The lines outside of fenced code.
  func lines() throws -> [String] {
    var isCode = false
    return try text().split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      let isFence = line.drop { $0 == " " }.hasPrefix("```")
      if isFence { isCode.toggle() }
      return isFence || isCode ? nil : String(line)
    }
  }

  /// The texts of fenced code in the language, also within a list, without the margin of the fence.
  func code(_ language: String) throws -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    var margin = 0
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      if content.hasPrefix("```") {
        if let lines = block { blocks.append(lines.joined(separator: "\n")) }
        block = block == nil && content == "```\(language)" ? [] : nil
        margin = line.count - content.count
      } else {
        block?.append(line.dropFirst(min(margin, line.count - content.count)))
      }
    }
    return blocks
  }
}
