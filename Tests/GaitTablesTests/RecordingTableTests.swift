import Foundation
import RetroGait
import Testing

@Suite("The table of recordings, by which a study is checked")
struct RecordingTableTests {
  let fixture: ExportFixture

  init() throws { fixture = try ExportFixture() }

  @Test("a recording has one row, with the strides that its table of strides has, by direction and reason")
  func counts() throws {
    let tables = try fixture.export([.recording, .stride])
    let (rows, strides) = (try tables.rows("recordings"), try tables.rows("strides"))
    #expect(rows.map { $0["recording"] } == ["a1", "a2", "b1"])
    for row in rows {
      let own = strides.filter { $0["recording"] == row["recording"] }
      #expect(row["strides"] == "\(own.count)" && own.count > 20)
      for reason in LeftOutReason.allCases {
        #expect(row["excluded_\(reason.rawValue)"] == "\(own.count { $0["left_out"] == reason.rawValue })", "\(reason)")
      }
      for direction in [Direction.forward, .backward] {
        let counted = own.count { $0["left_out"] == "" && $0["direction"] == direction.rawValue }
        #expect(row["in_means_\(direction.rawValue)"] == "\(counted)" && counted > 0, "\(direction)")
      }
      let directions = Direction.allCases.map { "strides_\($0.rawValue)" } + ["strides_unsure"]
      #expect(directions.compactMap { Int(row[$0] ?? "") }.reduce(0, +) == own.count)
      let placements = row["recording"] == "b1" ? "left_foot right_foot lower_back" : "left_foot right_foot"
      #expect(row["placements"] == placements && row["gaps"] == "0" && row["segments"] == "2")
      let end = try #require(own.compactMap { Double($0["end_s"] ?? "") }.max())
      #expect(try #require(Double(row["duration_s"] ?? "")) >= end)
    }
  }

  @Test("gaps, clipped samples, rejected strides and the code of each warning stand in it")
  func doubts() throws {
    var analyzed = try #require(try AnalyzedFolder(path: "\(fixture.results)/a1").recordings().first)
    let gaps = Data(#"[{"start_s": 2, "end_s": 2.5}, {"start_s": 4, "end_s": 4.25}]"#.utf8)
    analyzed.summary.sensors[0].gaps = try JSONDecoder().decode([SummaryDocument.Gap].self, from: gaps)
    analyzed.summary.sensors[0].clippedSamples = 3
    analyzed.summary.sensors[1].clippedSamples = 4
    analyzed.summary.sensors[1].alignmentConfidence = 0.25
    analyzed.summary.rejected = ["clipped": 2, "implausible": 1]
    analyzed.summary.warnings = ["One.", "Two.", "Three."]
    analyzed.summary.warningCodes = ["stuck_signal", "few_lengths", "stuck_signal"]
    let folder = "\(fixture.folder)/doubtful"
    try OutputFolder(path: folder).write(analyzed)
    let row = try #require(try fixture.export([.recording], from: .results(folder)).rows("recordings").first)
    #expect(row["gaps"] == "2" && Double(row["gap_s"] ?? "") == 0.75 && row["clipped_samples"] == "7")
    #expect(Double(row["alignment_confidence"] ?? "") == 0.25)
    #expect(row["rejected_clipped"] == "2" && row["rejected_implausible"] == "1" && row["rejected_no_foot_flat"] == "0")
    #expect(row["strides_valid"] == "\(analyzed.summary.strides - 3)")
    #expect(row["warnings"] == "3" && row["warning_codes"] == "stuck_signal few_lengths stuck_signal")
  }

  @Test("filters choose recordings, and its counts stay those of the whole recording")
  func filters() throws {
    let all = try fixture.export([.recording]).text("recordings.csv")
    let filtered = try fixture.export([.recording]) {
      $0.directions = [.backward]
      $0.validOnly = true
    }
    #expect(try filtered.text("recordings.csv") == all)
    let one = try fixture.export([.recording]) { $0.until = CalendarDay("2026-09-07") }
    #expect(try one.rows("recordings").map { $0["recording"] } == ["a1"])
  }

  @Test("results of earlier versions leave what they did not count empty")
  func earlier() throws {
    var analyzed = try #require(try AnalyzedFolder(path: "\(fixture.results)/a1").recordings().first)
    analyzed.summary.leftOut = nil
    analyzed.summary.stridesByDirection = nil
    analyzed.summary.warningCodes = nil
    let folder = "\(fixture.folder)/earlier"
    try OutputFolder(path: folder).write(analyzed)
    let row = try #require(try fixture.export([.recording], from: .results(folder)).rows("recordings").first)
    #expect(row["excluded_turning"] == "" && row["strides_backward"] == "" && row["strides_unsure"] == "")
    #expect(row["warning_codes"] == "" && row["strides"] == "\(analyzed.summary.strides)")
  }
}
