import Foundation
import GaitExport
import RetroGait
import Testing

@Suite("Tables for research")
struct TableTests {
  let fixture: ExportFixture

  init() throws { fixture = try ExportFixture() }

  @Test(
    "strides, sessions and measures are the tables of history export, with more columns behind",
    arguments: [(TableLevel.stride, StoreView.strides), (.session, .sessions), (.measure, .trends)])
  func sameAsViews(level: TableLevel, view: StoreView) throws {
    let rows = try fixture.export([level]).rows(level.table)
    let store = try HistoryStore(path: fixture.store, access: .reading)
    let known = ExportedTables.rows(of: try store.table(view))
    #expect(rows.count == known.count && rows.count > 5)
    for (row, other) in zip(rows, known) {
      for (column, cell) in other {
        let found = row[column] ?? "no such column"
        if let number = Double(cell) {
          // A mean that lies between two decimals may be rounded to either.
          #expect(abs((Double(found) ?? .nan) - number) < 2e-5, "\(column): \(found), \(cell)")
        } else {
          #expect(found.lowercased() == cell.lowercased(), "\(column)")
        }
      }
    }
  }

  @Test(
    "a store and the results that it was made of give the same rows, but for what was annotated",
    arguments: TableLevel.allCases)
  func sameFromResults(level: TableLevel) throws {
    let fromStore = try fixture.export([level]).text("\(level.table).csv")
    #expect(try fixture.export([level], from: .results(fixture.results)).text("\(level.table).csv") == fromStore)
    #expect(fromStore.split(separator: "\n").count > (level == .recording ? 3 : 5))
  }

  @Test("bouts and turns are those of the result files")
  func boutsAndTurns() throws {
    let tables = try fixture.export([.bout, .turn])
    for table in ["bouts", "turns"] {
      let rows = try tables.rows(table)
      let files = try ["a1", "a2", "b1"].flatMap { name in
        ExportedTables.rows(
          of: try String(contentsOfFile: "\(fixture.results)/\(name)/\(table).csv", encoding: .utf8))
      }
      // The person without a day comes last, since people are sorted first.
      #expect(rows.map { $0["recording"] } == files.map { $0["recording"] } && rows.count > 2)
      for (row, file) in zip(rows, files) {
        for (column, cell) in file {
          guard let number = Double(cell) else {
            #expect(row[column] == cell, "\(column)")
            continue
          }
          // Made of strides with the decimals of their file.
          #expect(abs((Double(row[column] ?? "") ?? .nan) - number) < 0.011, "\(column)")
        }
      }
    }
    #expect(try tables.rows("bouts").contains { $0["trunk_harmonic_ratio_v"] != "" })
  }

  @Test("a step goes from a contact of the other foot to one of this foot")
  func steps() throws {
    let tables = try fixture.export([.step, .stride])
    let steps = try tables.rows("steps")
    let strides = try tables.rows("strides")
    #expect(steps.count > 20)
    for step in steps {
      let start = try #require(Double(step["start_s"] ?? ""))
      // Both times have the decimals of their file.
      let begins = strides.contains { stride in
        stride["recording"] == step["recording"] && stride["foot"] != step["foot"]
          && abs((Double(stride["end_s"] ?? "") ?? .nan) - start) < 1.5e-4
      }
      #expect(begins, "\(step)")
      #expect(step["step_length_m"] == nil)
    }
  }

  @Test(
    "conditions and all details stand in every table, with the kinds that they have", arguments: TableLevel.allCases)
  func conditions(level: TableLevel) throws {
    let rows = try fixture.export([level]).rows(level.table)
    let first = try #require(rows.first { $0["session"] == "first" })
    let second = try #require(rows.first { $0["session"] == "second" })
    let other = try #require(rows.first { $0["subject"] == "Müller" })
    #expect(first["surface"] == "overground" && second["surface"] == "treadmill" && other["surface"] == "")
    #expect(second["belt_speed_m_s"] == "0.7" && first["height_m"] == "1.71" && first["sensors"] == "feet")
    #expect(first["details_age"] == "71" && second["details_age"] == "71.5" && other["details_age"] == "")
    #expect(first["details_medication"] == "on" && second["details_medication"] == "off")
    #expect(first["details_glasses"] == "TRUE" && second["details_glasses"] == "")
    #expect(first["notes"] == "'=calm, dry" && first["day"] == "2026-09-07" && other["day"] == "")
    #expect(first["subject"] == "007")
  }

  @Test("what was annotated in the store stands in its tables")
  func annotations() throws {
    let store = try HistoryStore(path: fixture.store, access: .writing)
    try store.annotate("007", PersonAnnotation(diagnosisGroup: "stroke", affectedSide: .left))
    try store.annotate("007", session: "first", SessionAnnotation(aid: "cane", pain: 3))
    for level in TableLevel.allCases {
      let row = try #require(try fixture.export([level]).rows(level.table).first { $0["session"] == "first" })
      #expect(row["diagnosis_group"] == "stroke" && row["affected_side"] == "left")
      #expect(row["aid"] == "cane" && row["pain"] == "3")
    }
  }
}
