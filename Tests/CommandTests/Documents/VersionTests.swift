import Foundation
import RetroGait
import Testing

@Suite("The version")
struct VersionTests {
  @Test("is that of the newest section of the changelog and of the citation")
  func agrees() throws {
    let changelog = try String(contentsOf: Document.root.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let sections = changelog.split(separator: "\n").filter { $0.hasPrefix("## [") }
    #expect(sections.first == "## [Unreleased]")
    let newest = try #require(sections.dropFirst().first)
    #expect(newest.hasPrefix("## [\(RetroGaitVersion.current)] - "), "\(newest)")
    let citation = try String(contentsOf: Document.root.appending(path: "CITATION.cff"), encoding: .utf8)
    #expect(citation.split(separator: "\n").contains("version: \(RetroGaitVersion.current)"))
  }
}
