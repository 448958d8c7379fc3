import RetroGait

/// Prints what reading one file takes, for `Scripts/benchmark-reading`.
enum ReadingBenchmark {
  /// How much is done with the file.
  enum Step: String, CaseIterable {
    /// The columns of an HDF5 file as they stand there.
    case numbers
    /// Columns in SI units whose times and gaps are known.
    case streams
    /// With the hash of the file and the checks of its signals.
    case recording
  }

  /// Reads the file at `path` once, and prints how many numbers it gave, seconds on the clock and of the processor, and
  /// the largest memory of the process, before and after, in bytes.
  static func run(step: Step, path: String) throws {
    try BenchmarkFault.check(path, isFile: true)
    let before = ProcessUsage.now
    var columns: [[Double]] = []
    var sensors: [SensorStream] = []
    let elapsed = try ContinuousClock().measure {
      switch step {
      case .numbers: columns = try RecordingReader().columns(inPlainHDF5FileAt: path)
      case .streams: sensors = try RecordingReader().streams(inPlainFileAt: path)
      case .recording: sensors = try RecordingReader().recording(at: path).sensors
      }
    }.components
    let after = ProcessUsage.now
    let numbers = columns.reduce(0) { $0 + $1.count } + sensors.reduce(0) { $0 + 7 * $1.count }
    let wall = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    print(
      "numbers=\(numbers) wall=\(wall) cpu=\(after.processorSeconds - before.processorSeconds)",
      "peak=\(after.largestMemory) before=\(before.largestMemory)")
  }
}
