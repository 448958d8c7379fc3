import Foundation
import GaitExport
import Testing

@Suite("The documentation of the result files")
struct DocumentedColumnTests {
  /// `Results.md` and `LowerBack.md`, which explain the columns, beside the sources.
  private static func article(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Sources/RetroGait/RetroGait.docc/\(name).md"), encoding: .utf8)
  }

  @Test(
    "explains every column of every table",
    arguments: [StrideTable.columns, EventTable.columns, BoutTable.columns, Manifest.columns])
  func columns(columns: [String]) throws {
    // Columns of the trunk differ in their axis only and are explained with * in its place.
    let text = try Self.article("Results") + Self.article("LowerBack")
    for column in columns {
      let axes = ["_ap", "_ml", "_v"]
      let anyAxis = axes.compactMap { axis in
        column.range(of: axis + "_", options: .backwards) ?? column.range(of: axis, options: [.backwards, .anchored])
      }.first.map { column.replacingCharacters(in: $0, with: column.hasSuffix("_m_s2") ? "_*_" : "_*") }
      #expect(text.contains("`\(column)`") || anyAxis.map { text.contains("`\($0)`") } == true, "\(column)")
    }
  }
}
