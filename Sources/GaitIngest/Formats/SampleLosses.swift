import GaitModel
import GaitWords

/// How many samples of one sensor are missing, and why, over all of its chunks.
struct SampleLosses {
  /// Largest share of missing samples with which a recording is still used.
  private static let mostMissing = 0.3
  /// Share of the samples that may be stuck; more leave nothing to measure.
  private static let mostStuck = 0.9

  /// Rows, and samples without a row or without all of their numbers.
  private var rows = 0
  private var lost = 0
  private var empty = 0
  /// Samples that repeat one value and were taken for missing, and the longest time in which they do.
  private var stuck = 0
  private var longest: StuckSignal?
  /// The last time in seconds.
  private var end = 0.0

  /// Counts what the next chunk of the sensor lacks, `lost` of it without a row.
  mutating func add(_ stream: SensorStream, lost: Int) {
    rows += stream.count
    self.lost += lost
    empty += StreamAssembly.emptySamples(in: stream)
    for signal in stream.stuck {
      stuck += Int(((signal.end - signal.start) * stream.timing.rate).rounded())
      if signal.end - signal.start > longest.map({ $0.end - $0.start }) ?? 0 { longest = signal }
    }
    end = stream.time.last ?? end
  }

  /// - Throws: `IngestError` if too little is left to measure with.
  func check(_ placement: Placement, file: String) throws(IngestError) {
    if let longest, Double(stuck) > Self.mostStuck * Double(rows) {
      throw stuckError(longest, placement, file: file)
    }
    // What is left of a sensor that died is measured; what it lost is told and is not the file's fault.
    let missing = max(0, empty + lost - stuck)
    let share = Double(missing) / Double(max(1, rows + lost))
    guard share < Self.mostMissing || missing == 0 else {
      throw IngestError(
        .unusable, file: file, found: "\(Int((share * 100).rounded())) % of the samples missing",
        expected: "less than \(Int(Self.mostMissing * 100)) %",
        advice: "export the recording with all of its samples, or measure again")
    }
  }

  private func stuckError(_ stuck: StuckSignal, _ placement: Placement, file: String) -> IngestError {
    func rounded(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }
    let verb = stuck.part == .all ? "repeat" : "repeats"
    let value = "\(verb) \(stuck.value == 0 ? "the same value (0)" : "the same value")"
    return IngestError(
      .unusable, file: file, place: placement.rawValue,
      found: "\(stuck.part.words) \(value) from \(rounded(stuck.start)) s to \(rounded(stuck.end)) s "
        + "of \(rounded(end)) s",
      expected: "a signal that changes: the sensor is damaged, or the column is mislabeled",
      advice: "check the export and the sensor; analyze the others alone with --sensors")
  }
}
