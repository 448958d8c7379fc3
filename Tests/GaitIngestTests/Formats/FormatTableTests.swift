import Foundation
import Testing

@testable import GaitIngest

/// The table of formats in Formats.md follows from the formats themselves.
/// `RETROGAIT_SNAPSHOTS=1 swift test --filter FormatTableTests` writes it anew.
@Suite("The article about formats")
struct FormatTableTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/RetroGait/RetroGait.docc/Formats.md")

  private static var table: String {
    let formats = KnownFormats.all + [DescribedTableFormat.self]
    let rows = formats.map { "| \($0.name) | \($0.versionSeen) | \($0.lost) |\n" }
    return "| format | version seen | what is lost |\n| --- | --- | --- |\n" + rows.joined()
  }

  @Test("has a row for each format, with the version seen and what is lost")
  func table() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let section = try #require(text.range(of: "## Formats at a glance\n\n"))
    let end = try #require(text[section.upperBound...].range(of: "\n\n"))
    let found = section.upperBound..<text.index(after: end.lowerBound)
    if ProcessInfo.processInfo.environment["RETROGAIT_SNAPSHOTS"] != nil {
      try text.replacingCharacters(in: found, with: Self.table).write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[found] == Self.table, "RETROGAIT_SNAPSHOTS=1 writes what there is now")
    }
  }

  @Test("names what each format loses, and never twice the same format")
  func complete() {
    let formats = KnownFormats.all + [DescribedTableFormat.self]
    #expect(Set(formats.map { $0.name }).count == formats.count)
    for format in formats { #expect(!format.versionSeen.isEmpty && !format.lost.isEmpty, "\(format.name)") }
  }
}
