import Foundation
import Testing

@testable import GaitIngest

@Suite("A file that another program shortens while it is read")
struct ShortenedFileTests {
  private static let header = "time_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s\n"

  /// A still sensor; 30,000 rows are about a megabyte, and pages that are cut off are not in memory for other reasons.
  private static func still(rows: Int) -> String {
    header + (0..<rows).map { "\(Double($0) / 100),0.01,0.02,9.81,0.1,0.2,0.3\n" }.joined()
  }

  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.write("left_foot.csv", Self.still(rows: 30_000))
  }

  private func shorten(to bytes: UInt64) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.truncate(atOffset: bytes)
    try handle.close()
  }

  private func expectShortened(_ error: IngestError?, to bytes: Int) {
    #expect(error?.kind == .unreadable && error?.file == path)
    #expect(error?.found.hasPrefix("\(bytes) bytes where there were") == true)
    #expect(error?.advice.isEmpty == false)
  }

  @Test(
    "is refused when it is mapped: before it is looked into, hashed, and between blocks of rows", arguments: [0, 4096])
  func mapped(left: Int) throws {
    let bytes = try InputBytes(path: path, readAtMost: 0)
    var blocks = try #require(try PlainCSVBlocks(bytes, file: path, filePlacement: .leftFoot, wanted: nil))
    var columns = [[Double]](repeating: [], count: 7)
    #expect(try blocks.appendNext(to: &columns))
    try shorten(to: UInt64(left))
    let error = #expect(throws: IngestError.self) { while try blocks.appendNext(to: &columns) {} }
    expectShortened(error, to: left)
    expectShortened(#expect(throws: IngestError.self) { try bytes.sha256() }, to: left)
    expectShortened(
      #expect(throws: IngestError.self) { try bytes.withBytes { (bytes) throws(IngestError) in bytes[99_999] } },
      to: left)
  }

  @Test("is read as it was when it was opened, if it is small")
  func small() throws {
    try folder.write("left_foot.csv", Self.still(rows: 5_000))
    let bytes = try InputBytes(path: path)
    let hash = try bytes.sha256()
    try shorten(to: 100)
    #expect(try bytes.sha256() == hash)
    var blocks = try #require(try PlainCSVBlocks(bytes, file: path, filePlacement: .leftFoot, wanted: nil))
    var columns = [[Double]](repeating: [], count: 7)
    while try blocks.appendNext(to: &columns) {}
    #expect(columns[0].count == 5_000)
  }

  @Test(
    "rows are the same whether a file is read or mapped, with long lines, comments and an end without a line feed",
    arguments: [0, 1, 300_000])
  func sameRows(comment: Int) throws {
    let note = "# " + String(repeating: "n", count: comment) + "\n"
    var text = Self.header + note + String(Self.still(rows: 12_000).dropFirst(Self.header.count)) + "\r\n" + note
    text += "120.00,0.01,0.02,9.81,0.1,0.2,0.3"
    let path = try folder.write("right_foot.csv", text)
    let columns = try [0, Int.max].map { limit in
      let bytes = try InputBytes(path: path, readAtMost: limit)
      var blocks = try #require(try PlainCSVBlocks(bytes, file: path, filePlacement: .rightFoot, wanted: nil))
      var columns = [[Double]](repeating: [], count: 7)
      while try blocks.appendNext(to: &columns) {}
      return columns + [[Double(blocks.place(row: 12_000, column: 0).filter(\.isNumber)) ?? 0]]
    }
    #expect(columns[0] == columns[1])
    #expect(columns[0][0].count == 12_001 && columns[0][0].last == 120)
    // The header, two comments and an empty line stand above the last row.
    #expect(columns[0][7] == [12_005])
  }

  @Test(
    "a row that is cut short is called the end of the file where it is, and a wrong line elsewhere",
    arguments: [0, Int.max])
  func cutRow(limit: Int) throws {
    for (row, advice) in [(9_000, "correct the line"), (9_999, "cut off here")] {
      var lines = Self.still(rows: 10_000).split(separator: "\n").map(String.init)
      lines[row + 1] = "99,1"
      let path = try folder.write("right_foot.csv", lines.joined(separator: "\n"))
      let bytes = try InputBytes(path: path, readAtMost: limit)
      var blocks = try #require(try PlainCSVBlocks(bytes, file: path, filePlacement: .rightFoot, wanted: nil))
      var columns = [[Double]](repeating: [], count: 7)
      let error = #expect(throws: IngestError.self) { while try blocks.appendNext(to: &columns) {} }
      #expect(error?.place == "line \(row + 2)")
      #expect(error?.advice.contains(advice) == true)
    }
  }

  @Test("gives the same bytes and the same hash whether it is read or mapped")
  func sameBytes() throws {
    let (read, mapped) = (try InputBytes(path: path), try InputBytes(path: path, readAtMost: 0))
    #expect(read.data == mapped.data)
    #expect(try read.sha256() == mapped.sha256())
    // What was given back is read again.
    #expect(read.data == mapped.data)
  }
}
