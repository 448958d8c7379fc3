import Foundation
import RetroGait

/// Simulated sessions of two people as results and as a store, in a folder that is gone when nobody uses it any more.
final class ExportFixture: Sendable {
  let folder: String
  var results: String { "\(folder)/results" }
  var store: String { "\(folder)/clinic.sqlite" }
  var output: String { "\(folder)/tables" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "exports-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let store = try HistoryStore(path: store, access: .writing)
    for analyzed in try Self.analyzed.get() {
      try OutputFolder(path: results).write(analyzed)
      try store.add(analyzed, at: "2026-11-21T08:00:00Z")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A person called 007 overground and on a belt, with numbers, words and yes or no in the details, and one whose day is not
  /// known, with sensors on feet and back.
  private static let analyzed = Result {
    try [
      analyzed(
        "a1",
        .init(
          subject: "007", session: "first", startedAt: "2026-09-07T10:00:00+02:00", surface: .overground, height: 1.71,
          notes: "=calm, \"dry\"", other: ["age": .number(71), "medication": .string("on"), "glasses": .bool(true)])),
      analyzed(
        "a2",
        .init(
          subject: "007", session: "second", startedAt: "2026-09-14T10:00:00+02:00", surface: .treadmill,
          beltSpeed: 0.7,
          inclinePercent: 2.5, height: 1.71, other: ["age": .number(71.5), "medication": .string("off")])),
      analyzed("b1", .init(subject: "Müller"), placements: [.leftFoot, .rightFoot, .lowerBack]),
    ]
  }

  private static func analyzed(
    _ name: String, _ details: RecordingDetails, placements: [Placement] = [.leftFoot, .rightFoot]
  ) throws -> AnalyzedRecording {
    let program = WalkProgram([
      .stand(3), .walk(.init(.forward, strides: 9, strideLength: 1.2, speed: 1.1)), .turn(degrees: 180, steps: 5),
      .stand(2),
      .walk(.init(.backward, strides: 9, strideLength: 0.8, speed: 0.7)), .turn(degrees: -180, steps: 5), .stand(2),
    ])
    let walk = WalkSimulator(seed: 7, effects: .realistic, placements: placements)
      .walk(program, name: name, details: details)
    var recording = walk.recording
    // The person stands for two seconds before walking backward.
    let back = walk.strides.filter { $0.direction == .backward }.map(\.finalContact).min() ?? 0
    recording.segments = [
      Segment(name: "out", start: 0, end: back - 0.5),
      Segment(name: "back", start: back - 0.5, end: recording.duration),
    ]
    var analyzed = try AnalyzedRecording(GaitAnalysis()(recording), of: recording)
    // A step of the turn that could not be measured, outside of bouts.
    if let k = analyzed.strides.firstIndex(where: { $0.bout == nil }) { analyzed.strides[k].rejectReason = .clipped }
    return analyzed
  }

  /// Writes an export and gives its files.
  func export(
    _ levels: [TableLevel] = TableLevel.allCases, from source: DataExport.Source? = nil, to output: String? = nil,
    format: TableFormat = .csv, _ change: (inout TableFilter) -> Void = { _ in }
  ) throws -> ExportedTables {
    let output = output ?? "\(folder)/\(UUID().uuidString)"
    var export = DataExport(from: source ?? .store(store), to: output)
    export.levels = levels
    export.format = format
    change(&export.filter)
    return ExportedTables(folder: output, tables: try export.write())
  }
}

/// The files of an export.
struct ExportedTables {
  var folder: String
  var tables: [DataExport.Table]

  func text(_ file: String) throws -> String { try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) }

  func bytes() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data()) })
  }

  func rows(_ table: String) throws -> [[String: String]] { Self.rows(of: try text("\(table).csv")) }

  /// Rows by column; cells of these tables have quotes only around names of people.
  static func rows(of text: String) -> [[String: String]] {
    var lines = text.split(separator: "\n").map(cells)
    let header = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for letter in line {
      switch letter {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(letter)
      }
    }
    return cells
  }
}
