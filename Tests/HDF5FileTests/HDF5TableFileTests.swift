import CHDF5
import Foundation
import HDF5File
import Testing

@Suite("HDF5 files of tables")
struct HDF5TableFileTests {
  private static let texts = ["", "Müller", "a/b", String(repeating: "ü", count: 40), "007"]

  private func file(rows: Int = 5, _ change: (inout HDF5TableFile) -> Void = { _ in }) -> HDF5TableFile {
    var file = HDF5TableFile(
      attributes: [HDF5Attribute("created_by", "RetroGait version 0.0.0")],
      tables: [
        HDF5Table(
          "strides", attributes: [HDF5Attribute("description", "One row for one stride.")],
          columns: [
            HDF5Column(
              "length_m", attributes: [HDF5Attribute("unit", "m"), HDF5Attribute("minimum", 0)],
              .numbers((0..<rows).map { $0 == 1 ? .nan : Double($0) / 3 })),
            HDF5Column("stride", .wholes((0..<rows).map { Int64($0) - 2 })),
            HDF5Column("valid", .truths((0..<rows).map { $0 % 2 == 0 })),
            HDF5Column("subject", .texts((0..<rows).map { Self.texts[$0 % Self.texts.count] })),
          ])
      ])
    change(&file)
    return file
  }

  private struct NotThere: Error {
    var place: String
  }

  /// What `body` finds in the file, which is opened as any other program would.
  private func reading(_ file: HDF5TableFile, _ body: (hid_t) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString).h5")
    try Data(try file.bytes()).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try HDF5Library.exclusively { () throws(any Error) in
      guard let opened = HDF5Handle(rg_open(url.path), .file) else { throw NotThere(place: url.path) }
      try body(opened.id)
    }
  }

  private func column(_ place: String, of file: hid_t, _ body: (hid_t) throws -> Void) throws {
    guard let dataset = HDF5Handle(H5Dopen2(file, place, 0), .dataset) else { throw NotThere(place: place) }
    try body(dataset.id)
  }

  /// `rows` cells of a column, each of as many values as `count` shares out.
  private func values<T>(
    _ place: String, of file: hid_t, rows: Int, count: Int? = nil, filledWith filler: T
  ) throws -> [T] {
    var values = [T](repeating: filler, count: count ?? rows)
    try column(place, of: file) { dataset in
      let status = values.withUnsafeMutableBytes { rg_read_rows(dataset, 0, hsize_t(rows), $0.baseAddress) }
      if status < 0 { throw NotThere(place: place) }
    }
    return values
  }

  @Test("columns come back as they were, over several chunks too", arguments: [1, 5, 40_000])
  func columns(rows: Int) throws {
    try reading(file(rows: rows)) { file in
      let lengths = try values("strides/length_m", of: file, rows: rows, filledWith: -1.0)
      #expect(zip(lengths, 0..<rows).allSatisfy { $1 == 1 ? $0.isNaN : $0 == Double($1) / 3 })
      #expect(
        try values("strides/stride", of: file, rows: rows, filledWith: Int64(-9)) == (0..<rows).map { Int64($0) - 2 })
      #expect(
        try values("strides/valid", of: file, rows: rows, filledWith: UInt8(9))
          == (0..<rows).map { $0 % 2 == 0 ? 1 : 0 })
    }
  }

  @Test("text has the room of the longest cell, filled up with zeros")
  func texts() throws {
    let room = try #require(Self.texts.map(\.utf8.count).max())
    let rows = Self.texts.count
    try reading(file()) { file in
      let bytes = try values("strides/subject", of: file, rows: rows, count: room * rows, filledWith: UInt8(1))
      let found = Self.texts.indices.map { row in
        String(decoding: bytes[row * room..<(row + 1) * room].prefix { $0 != 0 }, as: UTF8.self)
      }
      #expect(found == Self.texts)
    }
  }

  @Test("a text of any length is kept, and a long one does not make all rows long")
  func longText() throws {
    let long = String(repeating: "Sturz? ", count: 100_000)
    let texts = [String](repeating: "", count: 5_000) + [long] + [String](repeating: "x", count: 5_000)
    let file = HDF5TableFile(tables: [HDF5Table("walks", columns: [HDF5Column("notes", .texts(texts))])])
    #expect(try file.bytes().count < 3 * long.utf8.count)
    try reading(file) { file in
      let pointers = try values(
        "walks/notes", of: file, rows: texts.count, filledWith: UnsafeMutablePointer<CChar>?.none)
      #expect(try String(cString: #require(pointers[5_000])) == long)
      #expect(pointers[4_999].map { String(cString: $0) } ?? "" == "")
      #expect(try String(cString: #require(pointers[5_001])) == "x")
      for pointer in pointers { H5free_memory(pointer) }
    }
  }

  @Test("units, limits and definitions stand beside the columns")
  func attributes() throws {
    try reading(file()) { file in
      try column("strides/length_m", of: file) { dataset in
        var text = [CChar](repeating: 0, count: 64)
        #expect(rg_string_attribute(dataset, "unit", &text, text.count) == 0)
        #expect(text.prefix(2).map { UInt8(bitPattern: $0) } == [UInt8(ascii: "m"), 0])
        var minimum = 9.0
        #expect(rg_number_attribute(dataset, "minimum", &minimum) == 0 && minimum == 0)
      }
    }
  }

  @Test("a name with a slash stays one column, and two names that become alike stay two")
  func names() throws {
    let columns = ["details_a/b", "details_a_b"].map { HDF5Column($0, .wholes([$0.contains("/") ? 1 : 2])) }
    try reading(HDF5TableFile(tables: [HDF5Table("t", columns: columns)])) { file in
      let found = try ["t/details_a_b", "t/details_a_b_"].map {
        try values($0, of: file, rows: 1, filledWith: Int64(0))
      }
      #expect(found == [[1], [2]])
    }
  }

  @Test("the same tables give the same bytes, and the program stands at the beginning of the file")
  func sameBytes() throws {
    let bytes = try file().bytes()
    #expect(try file().bytes() == bytes)
    #expect(try file { $0.tables[0].columns[1].values = .wholes([0, 0, 0, 0, 1]) }.bytes() != bytes)
    #expect(String(decoding: bytes.prefix(4096), as: UTF8.self).contains("RetroGait version 0.0.0"))
  }

  @Test("many columns with attributes and no rows make a whole file", arguments: [1, 20, 200])
  func manyColumns(count: Int) throws {
    let columns = (0..<count).map {
      HDF5Column("column_\($0)", attributes: [HDF5Attribute("description", "number \($0)")], .numbers([]))
    }
    try reading(HDF5TableFile(tables: [HDF5Table("t", columns: columns), HDF5Table("u", columns: [])])) { file in
      try column("t/column_\(count - 1)", of: file) { dataset in
        var text = [CChar](repeating: 0, count: 64)
        #expect(rg_string_attribute(dataset, "description", &text, text.count) == 0)
      }
    }
  }

  @Test("columns of different lengths are refused with what was expected")
  func misfit() throws {
    let error = try #require(throws: HDF5Error.self) {
      try file { $0.tables[0].columns[2].values = .truths([true]) }.bytes()
    }
    #expect("\(error)".contains("table strides, column valid: found 1 rows; expected 5"))
  }
}
