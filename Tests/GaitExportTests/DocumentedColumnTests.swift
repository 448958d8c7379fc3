import Foundation
import GaitExport
import GaitMeasures
import Testing

@Suite("The documentation of the result files")
struct DocumentedColumnTests {
  /// `Results.md` and `LowerBack.md`, which explain the columns, beside the sources.
  private static func article(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/RetroGait/RetroGait.docc/\(name).md")
  }

  /// The rows of the table of `strides.csv`, made from the list of quantities.
  private static var strideRows: String {
    let rows = StrideQuantity.columns.map { "| `\($0.column)` | \($0.unit.text) | \($0.about) |\n" }
    return """
      | column | unit | what it is |
      | --- | --- | --- |
      | `recording`, `subject`, `session` | | name of the recording; person and session as given in `recording.json` |
      \(rows.joined().replacing("|  |", with: "| |"))
      """
  }

  @Test("has the table of strides.csv that follows from the list of quantities")
  func strides() throws {
    let text = try Self.article("Results")
    let section = try #require(text.range(of: "### strides.csv\n"))
    let first = try #require(text[section.upperBound...].range(of: "| column"))
    let last = try #require(text[first.upperBound...].range(of: "\n\n"))
    let table = first.lowerBound..<text.index(after: last.lowerBound)
    if ProcessInfo.processInfo.environment["RETROGAIT_SNAPSHOTS"] != nil {
      try text.replacingCharacters(in: table, with: Self.strideRows)
        .write(to: Self.file("Results"), atomically: true, encoding: .utf8)
    } else {
      #expect(text[table] == Self.strideRows, "RETROGAIT_SNAPSHOTS=1 writes what there is now")
    }
  }

  @Test(
    "explains every column of every table",
    arguments: [
      StrideTable.columns, EventTable.columns, BoutTable.columns, TurnTable.columns, MeasureTable.columns,
      Manifest.columns,
    ])
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
