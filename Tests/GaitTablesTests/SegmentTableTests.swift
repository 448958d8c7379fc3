import Foundation
import RetroGait
import Testing

@Suite("The table of segments")
struct SegmentTableTests {
  let fixture: ExportFixture

  init() throws { fixture = try ExportFixture() }

  @Test("each segment has a row for each direction, also where nobody walked, with the strides that its table has")
  func rows() throws {
    let tables = try fixture.export([.segment, .stride])
    let (rows, strides) = (try tables.rows("segments"), try tables.rows("strides"))
    #expect(rows.map { $0["recording"] } == ["a1", "a2", "b1"].flatMap { Array(repeating: $0, count: 4) })
    #expect(rows.prefix(4).map { $0["segment"] } == ["out", "out", "back", "back"])
    #expect(rows.prefix(4).map { $0["direction"] } == ["forward", "backward", "forward", "backward"])
    for row in rows {
      let counted = strides.filter { stride in
        stride["left_out"] == "" && ["recording", "segment", "direction"].allSatisfy { stride[$0] == row[$0] }
      }
      #expect(row["strides"] == "\(counted.count)", "\(row)")
      // Nobody walked backward before the person stood still.
      let isOwnWay = (row["segment"] == "out") == (row["direction"] == "forward")
      #expect(counted.isEmpty == !isOwnWay)
      #expect((row["speed_m_s"] == "") == !isOwnWay && (row["speed_m_s_n"] == "0") == !isOwnWay)
    }
  }

  @Test("its means are those that measures.csv has of the segment")
  func means() throws {
    var compared = 0
    for row in try fixture.export([.segment]).rows("segments") {
      let name = try #require(row["recording"])
      let file = try String(contentsOfFile: "\(fixture.results)/\(name)/measures.csv", encoding: .utf8)
      let known = ExportedTables.rows(of: file).filter {
        $0["scope"] == "segment:\(row["segment"] ?? "")" && $0["direction"] == row["direction"]
      }
      for measure in known {
        let id = measure["measure"] ?? ""
        #expect(row["\(id)_n"] == measure["n"], "\(id)")
        for (column, other) in [(id, "value"), ("\(id)_ci95_low", "ci_low"), ("\(id)_ci95_high", "ci_high")] {
          let (found, wanted) = (row[column] ?? "no such column", measure[other] ?? "")
          // A number that lies between two decimals may be rounded to either.
          let differs = abs((Double(found) ?? .nan) - (Double(wanted) ?? .nan))
          #expect(wanted.isEmpty ? found.isEmpty : differs < 2e-5, "\(column): \(found), \(wanted)")
        }
        compared += 1
      }
    }
    #expect(compared > 30)
  }

  @Test("recordings without segments are an error that says so")
  func none() throws {
    var analyzed = try #require(try AnalyzedFolder(path: "\(fixture.results)/a1").recordings().first)
    analyzed.summary.segments = nil
    let folder = "\(fixture.folder)/whole"
    try OutputFolder(path: folder).write(analyzed)
    #expect(throws: ExportError.self) { try fixture.export([.segment], from: .results(folder)) }
  }
}
