import Foundation
import RetroGait
import Testing

@Suite("The files of an export")
struct ExportFileTests {
  let fixture: ExportFixture

  init() throws { fixture = try ExportFixture() }

  @Test("the same input gives the same bytes, in every format", arguments: TableFormat.allCases)
  func sameBytes(format: TableFormat) throws {
    let files = try fixture.export(format: format).bytes()
    #expect(files.count == (format == .hdf5 ? 1 : TableLevel.allCases.count) + 4)
    #expect(try fixture.export(format: format).bytes() == files)
  }

  @Test("the dictionary defines each column of each table, and each measure", arguments: TableFormat.allCases)
  func dictionary(format: TableFormat) throws {
    let tables = try fixture.export(format: format)
    struct Dictionary: Decodable {
      struct Entry: Decodable { var table, name, type, definition, since: String }
      var columns: [Entry]
    }
    let json = Data(try tables.text("dictionary.json").utf8)
    let entries = try JSONDecoder().decode(Dictionary.self, from: json).columns
    #expect(entries.allSatisfy { !$0.definition.isEmpty && !$0.since.isEmpty && !$0.definition.contains("`") })
    let since = { (name: String) in entries.first { $0.table == "strides" && $0.name == name }?.since }
    #expect(since("length_m") == "0.1.0" && since("foot_pitch_range_deg") == "0.2.0")
    // Conditions were in sessions, not beside every stride, and there was no table of steps.
    #expect(since("surface") == "0.2.0")
    let first = Set(entries.filter { $0.since == "0.1.0" }.map(\.table))
    #expect(first == ["strides", "bouts", "sessions", "measures", "measures.measure"])
    #expect(try ExportedTables.rows(of: tables.text("dictionary.csv")).count == entries.count)
    guard format == .csv else { return }
    for level in TableLevel.allCases {
      let header = try tables.text("\(level.table).csv").prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      #expect(entries.filter { $0.table == level.table }.map(\.name) == header, "\(level)")
      // pyarrow reads no table with two columns of one name.
      #expect(Set(header).count == header.count, "\(level)")
    }
    let measures = Set(try tables.rows("measures").compactMap { $0["measure"] })
    #expect(measures.isSubset(of: entries.filter { $0.table == "measures.measure" }.map(\.name)))
    #expect(try tables.rows("measures").allSatisfy { $0["measure"] != "speed_m_s" || $0["unit"] == "m/s" })
  }

  @Test("no cell lies outside what the dictionary says of its column")
  func ranges() throws {
    let tables = try fixture.export()
    let entries = ExportedTables.rows(of: try tables.text("dictionary.csv"))
    for level in TableLevel.allCases {
      let rows = try tables.rows(level.table)
      for entry in entries where entry["table"] == level.table {
        for cell in rows.compactMap({ $0[entry["name"] ?? ""] }) {
          #expect(!cell.isEmpty || entry["missing"] == "empty cell", "\(entry)")
          if let least = Double(entry["minimum"] ?? ""), let value = Double(cell) {
            #expect(value >= least, "\(entry)")
          }
          if let most = Double(entry["maximum"] ?? ""), let value = Double(cell) { #expect(value <= most, "\(entry)") }
          let words = (entry["values"] ?? "").split(separator: "|").map(String.init)
          #expect(words.isEmpty || cell.isEmpty || words.contains(cell), "\(entry): \(cell)")
        }
      }
    }
  }

  @Test("the data package names each table with its length, and the types of its columns")
  func package() throws {
    struct Package: Decodable {
      struct Field: Decodable { var name, type: String }
      struct Schema: Decodable { var fields: [Field] }
      struct Resource: Decodable {
        var path, hash: String
        var bytes: Int
        var schema: Schema
      }
      var resources: [Resource]
    }
    let tables = try fixture.export(format: .parquet)
    let json = Data(try tables.text("datapackage.json").utf8)
    let package = try JSONDecoder().decode(Package.self, from: json)
    #expect(package.resources.map(\.path) == tables.tables.map(\.file))
    let files = try tables.bytes()
    for resource in package.resources {
      #expect(files[resource.path]?.count == resource.bytes)
      #expect(resource.hash.hasPrefix("sha256:") && resource.hash.count == 71)
    }
    let strides = try #require(package.resources.first)
    let types = Dictionary(uniqueKeysWithValues: strides.schema.fields.map { ($0.name, $0.type) })
    #expect(types["subject"] == "string" && types["day"] == "date" && types["valid"] == "boolean")
    #expect(types["stride"] == "integer" && types["length_m"] == "number" && types["details_glasses"] == "boolean")
  }

  @Test("HDF5 is one file, and the data package has the place of each table in it")
  func oneFile() throws {
    struct Package: Decodable {
      struct Resource: Decodable { var name, path, dataset, hash: String }
      var resources: [Resource]
    }
    let tables = try fixture.export(format: .hdf5)
    #expect(
      Set(try tables.bytes().keys) == [
        "tables.h5", "dictionary.csv", "dictionary.json", "datapackage.json", "references.bib",
      ])
    #expect(tables.tables.map(\.file) == TableLevel.allCases.map { "tables.h5/\($0.table)" })
    let csv = try fixture.export(format: .csv)
    #expect(tables.tables.map(\.rows) == csv.tables.map(\.rows))
    let resources = try JSONDecoder().decode(
      Package.self, from: Data(try tables.text("datapackage.json").utf8)
    ).resources
    #expect(resources.map(\.dataset) == TableLevel.allCases.map { "/\($0.table)" })
    #expect(Set(resources.map(\.path)) == ["tables.h5"] && Set(resources.map(\.hash)).count == 1)
    let rows = ExportedTables.rows(of: try tables.text("dictionary.csv"))
    #expect(rows.contains { $0["name"] == "length_m" && $0["missing"] == "NaN" })
    #expect(rows.contains { $0["name"] == "left_out" && $0["missing"] == "empty text" })
  }

  @Test("an export replaces its own files and no others", arguments: TableFormat.allCases)
  func ownFiles(format: TableFormat) throws {
    let output = fixture.output
    _ = try fixture.export(to: output, format: format)
    _ = try fixture.export(to: output, format: format)
    let foreign = "\(output)/dictionary.json"
    try Data("{\"mine\": true}\n".utf8).write(to: URL(filePath: foreign))
    let table = format == .hdf5 ? "\(output)/tables.h5" : "\(output)/strides.\(format)"
    let before = try #require(FileManager.default.contents(atPath: table))
    let error = try #require(throws: ExportError.self) {
      try fixture.export(to: output, format: format) { $0.subjects = ["007"] }
    }
    #expect("\(error)".contains("a file that this program has not written is there"))
    #expect(try String(contentsOfFile: foreign, encoding: .utf8) == "{\"mine\": true}\n")
    // Nothing was written, not even before the file that stands in the way.
    #expect(FileManager.default.contents(atPath: table) == before)
  }

  @Test("the strides of a recording's results are never taken for a table of an export")
  func overResults() throws {
    let file = "\(fixture.results)/a1/strides.csv"
    let before = FileManager.default.contents(atPath: file)
    #expect(throws: ExportError.self) { try fixture.export([.stride], to: "\(fixture.results)/a1") }
    #expect(FileManager.default.contents(atPath: file) == before)
  }

  @Test("an empty selection leaves earlier tables as they were")
  func nothing() throws {
    let earlier = try fixture.export([.stride], to: fixture.output).bytes()
    #expect(throws: ExportError.self) {
      try fixture.export([.stride, .turn], to: fixture.output) { $0.directions = [.sideways] }
    }
    #expect(try ExportedTables(folder: fixture.output, tables: []).bytes() == earlier)
  }
}
