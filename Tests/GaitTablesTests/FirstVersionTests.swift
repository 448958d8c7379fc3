import Foundation
import GaitExport
import RetroGait
import Testing

@testable import GaitTables

@Suite("Since which version a column is there")
struct FirstVersionTests {
  /// The store that version 0.1.0 made.
  private static let store = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "GaitHistoryTests/Stores/store-0.1.0.sql")

  /// The columns of a view of that store.
  private func columns(ofView view: String) throws -> Set<String> {
    let sql = try String(contentsOf: Self.store, encoding: .utf8)
    let start = try #require(sql.range(of: "CREATE VIEW \(view) AS")).upperBound
    let end = try #require(sql.range(of: "\n  FROM ", range: start..<sql.endIndex)).lowerBound
    var names: Set<String> = []
    var depth = 0
    var column = ""
    for character in sql[start..<end] + "," {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        // `stride.foot`, or an expression and what it is called.
        names.insert(String(try #require(column.split { $0.isWhitespace || $0 == "." }.last)))
        column = ""
      } else {
        column.append(character)
      }
    }
    return names
  }

  @Test("the columns of 0.1.0 are those of the store that it made")
  func views() throws {
    for (table, view) in [("strides", "strides"), ("sessions", "sessions"), ("measures", "trends")] {
      #expect(try FirstVersion.columns[table] == columns(ofView: view), "\(table)")
    }
    let sql = try String(contentsOf: Self.store, encoding: .utf8)
    for measure in FirstVersion.columns["measures.measure"] ?? [] {
      #expect(sql.contains("'\(measure)'"), "\(measure)")
    }
  }

  @Test("a column that 0.1.0 did not have cannot claim it")
  func claim() {
    let claimed = { (name: String) in TableField(name, .text, "a definition", since: FirstVersion.number) }
    #expect(FirstVersion.since(claimed("foot"), of: "strides") == "0.1.0")
    #expect(FirstVersion.since(claimed("left_out"), of: "strides") == "0.2.0")
    // The table itself is new.
    #expect(FirstVersion.since(claimed("foot"), of: "steps") == "0.2.0")
    #expect(FirstVersion.since(TableField("new", .text, "a definition", since: "0.3.0"), of: "strides") == "0.3.0")
  }

  @Test("quantities of a stride say the same")
  func quantities() {
    for quantity in StrideQuantity.columns {
      let isFirst = FirstVersion.columns["strides"]?.contains(quantity.column) == true
      #expect((quantity.since == FirstVersion.number) == isFirst, "\(quantity.column)")
    }
  }
}
