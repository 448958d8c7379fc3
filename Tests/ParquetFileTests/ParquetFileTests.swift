import Foundation
import ParquetFile
import Testing

@Suite("Parquet files")
struct ParquetFileTests {
  @Test("random tables are read back as they were, cell by cell", arguments: 0..<150)
  func random(seed: UInt64) throws {
    let table = RandomTable(seed: seed)
    let reader = try ParquetReader(table.file())
    #expect(try reader.columns() == table.columns)
    // As text, so that minus zero is told from zero.
    #expect("\(try reader.groups())" == "\(table.groups)")
    #expect(reader.rows == table.groups.reduce(0) { $0 + ($1.first?.count ?? 0) })
    #expect(reader.metadata == ["key": "välue"])
    #expect(reader.createdBy == "RetroGait version 0.0.0")
  }

  @Test("the same table gives the same bytes")
  func sameBytes() throws {
    #expect(try RandomTable(seed: 5).file() == RandomTable(seed: 5).file())
    #expect(try RandomTable(seed: 5).file() != RandomTable(seed: 6).file())
  }

  @Test("a name that stands in every row costs next to nothing")
  func dictionary() throws {
    var file = ParquetFile(columns: [ParquetColumn("recording", .text)], createdBy: "test")
    let bytes = try file.rowGroup([.texts([String?](repeating: "P07-monday", count: 60_000))])
    #expect(bytes.count < 200)
  }

  @Test("values that do not fit the columns are refused with what was expected")
  func misfit() throws {
    var file = ParquetFile(
      columns: [ParquetColumn("a", .whole), ParquetColumn("b", .truth)], createdBy: "test")
    let error = try #require(throws: ParquetError.self) { try file.rowGroup([.wholes([1, 2]), .truths([true])]) }
    #expect("\(error)".contains("found 2 whole, 1 truth; expected 2 whole, 2 truth"))
    #expect(throws: ParquetError.self) { try file.rowGroup([.truths([true]), .wholes([1])]) }
  }

  /// For Scripts/check-exports, which reads these files with other programs.
  @Test(
    "random tables are written for other programs to read",
    .enabled(if: ProcessInfo.processInfo.environment["RETROGAIT_RANDOM_TABLES"] != nil))
  func writeForOthers() throws {
    let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["RETROGAIT_RANDOM_TABLES"]))
    for seed in UInt64(0)..<150 {
      let table = RandomTable(seed: seed)
      try Data(try table.file()).write(to: folder.appending(path: "\(seed).parquet"))
      try JSONEncoder().encode(RandomTableText(table)).write(to: folder.appending(path: "\(seed).json"))
    }
  }
}

/// A random table as JSON: by column its name and its cells as text, numbers by their bits.
private struct RandomTableText: Encodable {
  struct Column: Encodable {
    var name: String
    var kind: String
    var cells: [String?]
  }

  var columns: [Column]

  init(_ table: RandomTable) {
    columns = table.columns.enumerated().map { k, column in
      Column(
        name: column.name, kind: "\(column.kind)",
        cells: table.groups.flatMap { group in
          switch group[k] {
          case .truths(let cells): cells.map { $0.map { "\($0)" } }
          case .wholes(let cells): cells.map { $0.map { "\($0)" } }
          case .numbers(let cells): cells.map { $0.map { "\($0.bitPattern)" } }
          case .texts(let cells): cells
          case .days(let cells): cells.map { $0.map { "\($0)" } }
          }
        })
    }
  }

  enum CodingKeys: String, CodingKey { case columns }

  func encode(to encoder: any Encoder) throws {
    // Empty cells are written as null, not left out.
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(columns, forKey: .columns)
  }
}
