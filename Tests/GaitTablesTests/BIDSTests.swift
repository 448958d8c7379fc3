import Foundation
import RetroGait
import Testing

@Suite("A BIDS derivative data set")
struct BIDSTests {
  let fixture: ExportFixture

  init() throws { fixture = try ExportFixture() }

  private func export(
    _ levels: [TableLevel] = TableLevel.allCases, to output: String, _ change: (inout TableFilter) -> Void = { _ in }
  ) throws -> [DataExport.Table] {
    var export = DataExport(from: .store(fixture.store), to: output)
    export.levels = levels
    change(&export.filter)
    return try export.writeBIDS()
  }

  /// The files below `folder`, by path.
  private func files(in folder: String) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        var isFolder: ObjCBool = false
        let place = "\(folder)/\(path)"
        guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), !isFolder.boolValue else {
          return nil
        }
        return (path, FileManager.default.contents(atPath: place) ?? Data())
      })
  }

  private func rows(_ text: Data) -> [[String: String]] {
    var lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test("each session has its folder, each recording its tables, and people keep their names in participants.tsv")
  func layout() throws {
    let tables = try export(to: fixture.output)
    let files = try files(in: fixture.output)
    for (session, recordings) in [("sub-007/ses-first", 1), ("sub-007/ses-second", 1), ("sub-Mller/ses-b1", 1)] {
      let beginning = "\(session)/beh/\(session.replacing("/", with: "_"))_task-walk"
      for run in 1...recordings {
        #expect(files["\(beginning)_run-\(run)_desc-strides_beh.tsv"] != nil, "\(session)")
      }
      #expect(
        files["\(beginning)_desc-measures_beh.tsv"] != nil && files["\(beginning)_desc-recordings_beh.tsv"] != nil)
    }
    let people = rows(try #require(files["participants.tsv"]))
    #expect(people.map { $0["participant_id"] } == ["sub-007", "sub-Mller"])
    #expect(people.map { $0["subject"] } == ["007", "Müller"] && people.map { $0["height_m"] } == ["1.71", "n/a"])
    let sessions = rows(try #require(files["sub-007/sub-007_sessions.tsv"]))
    #expect(sessions.map { $0["session_id"] } == ["ses-first", "ses-second"])
    #expect(sessions.map { $0["day"] } == ["2026-09-07", "2026-09-14"])
    #expect(tables.map(\.file) == TableLevel.allCases.map(\.table))
    for table in tables {
      let own = files.filter { $0.key.hasSuffix("_desc-\(table.file)_beh.tsv") }
      #expect(own.values.map { rows($0).count }.reduce(0, +) == table.rows && table.rows > 0, "\(table)")
    }
  }

  @Test("its cells are those of the table as CSV, n/a where a cell is empty")
  func cells() throws {
    _ = try export([.stride], to: fixture.output)
    let files = try files(in: fixture.output)
    let path = "sub-007/ses-first/beh/sub-007_ses-first_task-walk_run-1_desc-strides_beh.tsv"
    let found = rows(try #require(files[path]))
    let wanted = try fixture.export([.stride]).rows("strides").filter { $0["recording"] == "a1" }
    #expect(found.count == wanted.count && found.count > 20)
    for (row, other) in zip(found, wanted) {
      #expect(Set(row.keys) == Set(other.keys))
      // Notes have an apostrophe and no quotes in CSV.
      for (column, cell) in other where column != "notes" {
        #expect(row[column] == (cell.isEmpty ? "n/a" : ["TRUE", "FALSE"].contains(cell) ? cell.lowercased() : cell))
      }
      #expect(row["notes"] == "=calm, \"dry\"")
    }
  }

  @Test("each table has a JSON file that says what each of its columns is")
  func sidecars() throws {
    _ = try export(to: fixture.output)
    let files = try files(in: fixture.output)
    for level in TableLevel.allCases {
      let json = try #require(files["task-walk_desc-\(level.table)_beh.json"])
      let sidecar = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
      #expect(sidecar["TaskName"] as? String == "walk")
      let tsv = try #require(files.first { $0.key.hasSuffix("_desc-\(level.table)_beh.tsv") })
      for column in try #require(rows(tsv.value).first).keys {
        let about = try #require(sidecar[column] as? [String: Any], "\(level) \(column)")
        #expect((about["Description"] as? String)?.isEmpty == false, "\(column)")
      }
    }
    let description = String(decoding: try #require(files["dataset_description.json"]), as: UTF8.self)
    #expect(description.contains("\"DatasetType\" : \"derivative\"") && description.contains("\"GeneratedBy\""))
    let readme = String(decoding: try #require(files["README.md"]), as: UTF8.self)
    #expect(readme.contains("Walking was measured") && readme.contains("doi 10."))
  }

  @Test("the same input gives the same files, and an export replaces its own data set")
  func sameBytes() throws {
    _ = try export(to: fixture.output)
    let first = try files(in: fixture.output)
    _ = try export(to: fixture.output)
    #expect(try files(in: fixture.output) == first)
    _ = try export([.turn], to: "\(fixture.output)/") { $0.subjects = ["007"] }
    let second = try files(in: fixture.output)
    #expect(!second.keys.contains { $0.hasPrefix("sub-Mller") || $0.contains("desc-strides") })
    #expect(second.keys.contains { $0.contains("desc-turns") })
  }

  @Test("a folder with anything else in it is left as it was, and so is one where nothing fits the filters")
  func otherFiles() throws {
    _ = try export([.stride], to: fixture.output)
    let own = try files(in: fixture.output)
    #expect(throws: ExportError.self) { try export([.stride], to: fixture.output) { $0.directions = [.sideways] } }
    #expect(try files(in: fixture.output) == own)
    let mine = "\(fixture.output)/sub-007/scan.txt"
    try Data("mine\n".utf8).write(to: URL(filePath: mine))
    let error = try #require(throws: ExportError.self) { try export([.stride], to: fixture.output) }
    #expect("\(error)".contains("'sub-007/scan.txt' is there"))
    #expect(try String(contentsOfFile: mine, encoding: .utf8) == "mine\n")
    #expect(throws: ExportError.self) { try export([.stride], to: fixture.results) }
  }
}
