import Foundation
import NumberText
import RetroGait

/// Prints how fast recordings are read and analyzed, and what memory that takes; called by `Scripts/benchmark` and
/// `Scripts/benchmark-reading`.
@main
enum RetroGaitBenchmark {
  /// Each step is measured so often, and the fastest counts: the others were disturbed.
  private static let repetitions = 3

  static func main() {
    do {
      try run(BenchmarkTask(Array(CommandLine.arguments.dropFirst())))
    } catch {
      let fault = error as? BenchmarkFault ?? .input("\(error)")
      FileHandle.standardError.write(Data("RetroGaitBenchmark: \(fault.words)\n".utf8))
      exit(fault.exitCode)
    }
  }

  private static func run(_ task: BenchmarkTask) throws {
    switch task {
    case .help: print(BenchmarkTask.usage, terminator: "")
    case .history(let store, let sessions, let strides):
      try HistoryBenchmark.run(path: store, sessions: sessions, strides: strides)
    case .reading(let step, let path): try ReadingBenchmark.run(step: step, path: path)
    case .recordings(let paths):
      for path in paths { try BenchmarkFault.check(path, isFile: false) }
      print(row("recording", "samples", "read", "analysis", "memory", "per sample"))
      print(row("", "6 axes", "M/s", "M/s", "MB", "bytes"))
      for path in paths { try measure(path) }
    }
  }

  private static func measure(_ path: String) throws {
    var recording = Recording(name: "", sensors: [])
    var result = GaitResult()
    let reading = try fastest { recording = try RecordingReader().recording(at: path) }
    let analysis = fastest { result = GaitAnalysis()(recording) }
    let samples = Double(recording.sensors.reduce(0) { $0 + $1.count })
    let memory = ProcessUsage.now.largestMemory
    let name = "\(recording.name) (\(result.strides.count) strides)"
    print(
      row(
        name, String(Int(samples)), decimal(samples / reading / 1e6), decimal(samples / analysis / 1e6),
        decimal(memory / 1e6), decimal(memory / samples)))
  }

  private static func fastest(_ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<repetitions {
      let time = try ContinuousClock().measure(work).components
      best = min(best, Double(time.seconds) + Double(time.attoseconds) * 1e-18)
    }
    return best
  }

  private static func decimal(_ value: Double) -> String { PlainNumbers.fixed(value, 1) }

  private static func row(_ name: String, _ cells: String...) -> String {
    func padding(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) }
    return name + padding(name, 34) + cells.map { padding($0, 11) + $0 }.joined()
  }
}
