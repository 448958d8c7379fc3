import Foundation
import RetroGait
import Testing

/// Eleven weekly sessions of a simulated person, over the turn of a year, with forward and backward walking in each.
struct SimulatedCourse: Sendable, CustomTestStringConvertible {
  var name: String
  /// m/s in the first and in the last session.
  var forward: (first: Double, last: Double)
  var backward: (first: Double, last: Double)
  /// Whether the right foot walks in a way of its own.
  var limps = false
  /// Hz; 60 is enough for all but the jolt at contact, and quickly analyzed.
  var samplingRate = 60.0
  /// Numbers of the sessions on a treadmill.
  var onTreadmill: Set<Int> = []

  var testDescription: String { name }

  static let all = [
    SimulatedCourse(name: "improving", forward: (1.0, 1.2), backward: (0.5, 0.9), samplingRate: 100),
    SimulatedCourse(name: "unchanged", forward: (1.1, 1.1), backward: (0.7, 0.7)),
    SimulatedCourse(name: "worsening", forward: (1.2, 0.9), backward: (0.85, 0.45)),
    SimulatedCourse(name: "limp", forward: (0.9, 0.9), backward: (0.55, 0.55), limps: true),
    SimulatedCourse(
      name: "mixed conditions", forward: (1.1, 1.15), backward: (0.6, 0.7), onTreadmill: [1, 4, 6, 9]),
  ]

  static let sessions = 11
  /// What sessions of one person scatter by, in m/s.
  private static let scatter = [0.0, 0.01, -0.015, 0.005, -0.01, 0.015, -0.005, 0.01, -0.01, 0.005, -0.005]

  /// Walks all sessions and writes what an analysis finds, a folder for each, with a report as `retrogait report` makes it.
  ///
  /// - Returns: The report.
  func write(to folder: String) throws -> String {
    let start = CalendarDay("2026-11-02")
    for k in 0..<Self.sessions {
      guard let day = start?.adding(days: 7 * k) else { continue }
      let surface: Surface = onTreadmill.contains(k) ? .treadmill : .overground
      let details = RecordingDetails(subject: name, startedAt: "\(day)T10:00:00Z", surface: surface)
      var simulator = WalkSimulator(seed: UInt64(100 + k), effects: .realistic)
      simulator.effects.samplingRate = samplingRate
      let recording = simulator.walk(program(k), name: "\(day)", details: details).recording
      try OutputFolder(path: folder).write(AnalyzedRecording(GaitAnalysis()(recording), of: recording))
    }
    let report = "\(folder)/report.html"
    try ReportFile(path: report).write(AnalyzedFolder(path: folder).recordings())
    return try String(contentsOfFile: report, encoding: .utf8)
  }

  private func program(_ session: Int) -> WalkProgram {
    let share = Double(session) / Double(Self.sessions - 1)
    let walk = { (direction: Direction, ends: (first: Double, last: Double)) -> WalkProgram.Walk in
      let speed = ends.first + share * (ends.last - ends.first) + Self.scatter[session]
      // Longer strides make about two thirds of a higher speed.
      var walk = WalkProgram.Walk(
        direction, strides: 9, strideLength: 1.15 * (speed / 1.05).squareRoot(), speed: speed)
      if limps {
        walk.affected = WalkProgram.AffectedFoot(.right, style: .usual(direction), stanceShare: 0.56, ahead: 0.05)
      }
      return walk
    }
    return WalkProgram(
      [.stand(2), .walk(walk(.forward, forward)), .stand(2.5), .walk(walk(.backward, backward)), .stand(2)],
      variability: 0.02)
  }
}
