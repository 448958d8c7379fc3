import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Columns that are declared by layout")
struct TableLayoutTests {
  private let motion = TrueMotion()

  private func table(_ names: String?, delimiter: String = ",") -> String {
    (names.map { "My logger\n" + $0 + "\n" } ?? "")
      + motion.rows(delimiter: delimiter) { i in fixed([motion.time[i]] + motion.gravities(i) + motion.degrees(i)) }
  }

  private func preview(_ text: String, _ name: String = "left_foot.csv") throws -> TablePreview {
    let export = try Export([name: text])
    let tables = try RecordingReader().undeclaredTables(inFileAt: "\(export.folder.path)/\(name)")
    #expect(tables.count == 1)
    return try #require(tables.first)
  }

  @Test("a table that is not known shows names and first rows, and is read by the mapping of its layout alone")
  func layouts() throws {
    let preview = try preview(table("t,a,b,c,d,e,f"))
    #expect(preview.layout.names == ["t", "a", "b", "c", "d", "e", "f"])
    #expect(preview.rows.count == 5 && preview.rows[0].count == 7)
    #expect(preview.placement == .leftFoot && preview.proposal == nil)
    var options = IngestOptions()
    options.layouts[preview.layout] = try ColumnMapping("time=1:s acc=2,3,4:g gyr=5,6,7:deg/s")
    let export = try Export(["left_foot.csv": table("t,a,b,c,d,e,f"), "right_foot.csv": table("t,a,b,c,d,e,g")])
    let reader = RecordingReader(options: options)
    motion.expect(try reader.recording(at: "\(export.folder.path)/left_foot.csv").sensors[0])
    #expect(try reader.undeclaredTables(inFileAt: "\(export.folder.path)/left_foot.csv").isEmpty)
    #expect(throws: IngestError.self) { try reader.recording(at: "\(export.folder.path)/right_foot.csv") }
    #expect(try reader.undeclaredTables(inFileAt: "\(export.folder.path)/right_foot.csv").count == 1)
  }

  @Test("the delimiter is no part of the layout; units in a line of their own are")
  func identity() throws {
    let names = ["t", "a", "b", "c", "d", "e", "f"]
    let comma = try preview(table(names.joined(separator: ",")))
    let tab = try preview(table(names.joined(separator: "\t"), delimiter: "\t"))
    #expect(comma.layout == tab.layout)
    // Radians, so that what is to be told apart is the unit.
    let described = "Time,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z"
    let first = try preview(table(described + "\ns,g,g,g,,,"))
    let second = try preview(table(described + "\ns,mg,mg,mg,,,"))
    #expect(first.layout != second.layout)
  }

  @Test("a table without names has a layout of its width, under which nothing is to be kept")
  func nameless() throws {
    let preview = try preview(table(nil))
    #expect(preview.layout.names.isEmpty && preview.layout.width == 7)
  }

  @Test("nothing is asked about files that are read, describe others, or are no samples")
  func others() throws {
    let plain = "time_s,acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s"
    let results = (["bout,a,b,c,d,e,f"] + (0..<6).map { "\($0),1,2,3,4,5,6" }).joined(separator: "\n")
    let export = try Export([
      "left_foot.csv": String(table(plain).dropFirst("My logger\n".count)), "participants.tsv": table("t,a,b,c,d,e,f"),
      "truth_strides.csv": table("t,a,b,c,d,e,f"), "results.csv": results, "notes.txt": "hello",
      "data.json": "[{\"a\": 1}]",
    ])
    for name in ["left_foot.csv", "participants.tsv", "truth_strides.csv", "results.csv", "notes.txt", "data.json"] {
      #expect(try RecordingReader().undeclaredTables(inFileAt: "\(export.folder.path)/\(name)").isEmpty, "\(name)")
    }
  }

  @Test("tables of an archive are declared each by its own layout, beside others that are known")
  func archive() throws {
    let plain = "time_s,acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s"
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "walk.zip",
      ZIPWriter.archive([
        ("left_foot.csv", table("t,a,b,c,d,e,f")), ("right_foot.csv", table("t,f,e,d,c,b,a")),
        ("lower_back.csv", table(plain)),
      ]))
    var options = IngestOptions()
    for name in ["t,a,b,c,d,e,f", "t,f,e,d,c,b,a"] {
      let names = name.split(separator: ",").map(String.init)
      options.layouts[TableLayout(names: names)] = try ColumnMapping("time=1:s acc=2,3,4:g gyr=5,6,7:deg/s")
    }
    let recording = try RecordingReader(options: options).recording(at: path)
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot, .lowerBack])
    for sensor in recording.sensors { motion.expect(sensor) }
  }
}
