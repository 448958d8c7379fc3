import Foundation
import RetroGait
import Testing

@Suite("What an analysis found goes on as a value")
struct ResultValueTests {
  private static let now = "2026-11-21T08:00:00Z"
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "values-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// A walk there and back, seen by sensors at `placements`.
  private static func walk(_ placements: [Placement], name: String) -> SimulatedWalk {
    let program = WalkProgram([
      .stand(3), .walk(.init(.forward, strides: 8, strideLength: 1.2, speed: 1.1)), .stand(3),
      .walk(.init(.backward, strides: 8, strideLength: 0.8, speed: 0.7)), .stand(2),
    ])
    return WalkSimulator(seed: 7, effects: .realistic, placements: placements)
      .walk(program, name: name, details: RecordingDetails(subject: "S01", session: name, surface: .overground))
  }

  @Test("three lines lead from a result to a store, a report and files")
  func threeLines() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let recording = Self.walk([.leftFoot, .rightFoot], name: "walk").recording

    let analyzed = try AnalyzedRecording(GaitAnalysis()(recording), of: recording)
    try HistoryStore(path: "\(folder)/clinic.sqlite", access: .writing).add(analyzed)
    try ReportFile(path: "\(folder)/report.html").write([analyzed])
    try OutputFolder(path: "\(folder)/results").write(analyzed)

    let store = try HistoryStore(path: "\(folder)/clinic.sqlite", access: .reading)
    #expect(try store.analyzedRecordings(of: "S01").first?.strides.count == analyzed.strides.count)
    #expect(try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8).contains("Backward walking was at"))
    let back = try #require(try AnalyzedFolder(path: "\(folder)/results").recordings().first)
    #expect(back.summary == analyzed.summary && back.strides == analyzed.rounded().strides)
  }

  @Test(
    "a store and a report made from values are those made from the files",
    arguments: [[Placement.leftFoot, .rightFoot], [.lowerBack], [.rightFoot], [.leftFoot, .rightFoot, .lowerBack]])
  func sameAsFiles(placements: [Placement]) async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let input = "\(folder)/walk"
    try SimulationFiles(format: .csv, isForced: false).write(Self.walk(placements, name: "walk"), to: input)
    let outcomes = try await BatchAnalysis()([input], output: "\(folder)/results")
    #expect(outcomes.count == 1 && outcomes.first?.failure == nil)
    let read = try #require(try AnalyzedFolder(path: "\(folder)/results").recordings(withCurves: true).first)
    let value = try #require(try RecordingAnalysis()(input))

    let fromFiles = try HistoryStore(path: "\(folder)/files.sqlite", access: .writing)
    let fromValues = try HistoryStore(path: "\(folder)/values.sqlite", access: .writing)
    try fromFiles.add(read, at: Self.now)
    try fromValues.add(value, at: Self.now)
    #expect(try fromValues.recordings(of: "S01") == fromFiles.recordings(of: "S01"))
    for view in StoreView.allCases { #expect(try fromValues.table(view) == fromFiles.table(view), "\(view)") }
    let (stored, other) = (
      try #require(try fromValues.analyzedRecordings(of: "S01").first),
      try #require(try fromFiles.analyzedRecordings(of: "S01").first)
    )
    #expect(stored == other && stored.strides.count > 10)
    for stride in stored.strides {
      let curves = try fromValues.curves(of: stride.foot, stride.number, in: stored)
      #expect(try curves == fromFiles.curves(of: stride.foot, stride.number, in: other))
      #expect(curves != nil)
    }
    #expect(GaitReport(recordings: [value]).html() == GaitReport(recordings: [read]).html())
    #expect(try fromFiles.add(value, at: Self.now).outcome == .unchanged)
  }
}
