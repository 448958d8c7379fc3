import Foundation
import NumberText
import RetroGait

/// Prints how the store of sessions behaves as it grows.
enum HistoryBenchmark {
  private static let sessionsPerPerson = 20

  /// Adds sessions to the store at `path`, one after the other as `history add` does, and prints what a session takes to
  /// be added and what a person's trend and the first page of the list take, at 1, 2, 5, 10 … times a thousand.
  static func run(path: String, sessions: Int, strides: Int) throws {
    if FileManager.default.fileExists(atPath: path) { try BenchmarkFault.check(path, isFile: true) }
    let store = try HistoryStore(path: path, access: .writing)
    let visit = try Self.visit(strides: strides)
    print("sessions  strides (M)  add, ms  trend, ms  list, ms  file, MB")
    var added = 0
    for mark in marks(upTo: sessions) {
      let count = mark - added
      let adding = try seconds {
        while added < mark {
          _ = try store.add(Self.session(added, of: visit), at: "2026-11-21T08:00:00Z")
          added += 1
        }
      }
      let person = "P\((mark / 2) / sessionsPerPerson)"
      let reader = try HistoryStore(path: path, access: .reading)
      let trend = try seconds { _ = CourseTrend(try reader.course(of: person)) }
      let list = try seconds { _ = try reader.overview(limit: 50) }
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      print(
        [
          "\(mark)", PlainNumbers.fixed(Double(mark * visit.strides.count) / 1e6, 2),
          PlainNumbers.fixed(adding / Double(count) * 1e3, 2), PlainNumbers.fixed(trend * 1e3, 2),
          PlainNumbers.fixed(list * 1e3, 2), "\(size / 1_000_000)",
        ].joined(separator: "\t"))
    }
  }

  /// A simulated walk with half of its strides backward, analyzed.
  private static func visit(strides: Int) throws -> AnalyzedRecording {
    let each = max(4, strides / 4)
    let program = WalkProgram([
      .stand(3), .walk(.init(.forward, strides: each, strideLength: 1.2, speed: 1.0)), .stand(3),
      .walk(.init(.backward, strides: each, strideLength: 0.8, speed: 0.6)), .stand(2),
    ])
    let recording = WalkSimulator(seed: 1, effects: .realistic, placements: [.leftFoot, .rightFoot])
      .walk(program, name: "walk", details: RecordingDetails(surface: .overground)).recording
    return try AnalyzedRecording(GaitAnalysis()(recording), of: recording)
  }

  /// The same walk as another session of another person, a little faster each time.
  private static func session(_ number: Int, of visit: AnalyzedRecording) -> AnalyzedRecording {
    var session = visit
    let person = number / sessionsPerPerson
    let day = number % sessionsPerPerson
    session.summary.recording = "w\(number)"
    session.summary.subject = "P\(person)"
    session.summary.session = "\(day)"
    session.summary.startedAt = CalendarDay("2026-01-05")?.adding(days: 2 * day).map { "\($0)T09:00:00Z" }
    session.summary.inputs = [InputFile(file: "left_foot.csv", sha256: "\(number)", format: "plain CSV")]
    for direction in ["forward", "backward"] {
      session.summary.directions[direction]?.measures[StrideQuantity.speed.id]?.mean +=
        0.01 * Double((number * 7919) % 11)
    }
    return session
  }

  private static func marks(upTo sessions: Int) -> [Int] {
    var marks: [Int] = []
    var decade = 1000
    while decade < sessions {
      marks += [decade, 2 * decade, 5 * decade].filter { $0 < sessions }
      decade *= 10
    }
    return marks + [sessions]
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work).components
    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
  }
}
