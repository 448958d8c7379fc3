import GaitMeasures
import NumberText

/// `quality.csv`: what to look at before the measures of a recording are used, one row each.
struct QualityTable {
  private(set) var text = Self.columns.joined(separator: ",") + "\n"

  private static let columns = [
    "recording", "status", "subject", "session", "seconds", "sensors", "sampling_rate_hz", "gaps", "gap_seconds",
    "clipped_samples", "strides", "strides_rejected", "strides_left_out", "warnings", "in_store", "message",
  ]

  /// Adds a recording that is done.
  ///
  /// - Parameter refusal: Why the store did not take it, or `nil` if it did.
  mutating func add(_ summary: SummaryDocument, refusal: String?) {
    let gaps = summary.sensors.flatMap(\.gaps)
    let messages = (refusal.map { [$0] } ?? []) + summary.warnings
    add([
      summary.recording, "done", summary.subject ?? "", summary.session ?? "",
      CSVText.number(summary.durationSeconds, decimals: 2),
      summary.sensors.map(\.placement.rawValue).joined(separator: " "),
      CSVText.number(summary.sensors.map(\.samplingRateHz).min(), decimals: 2), "\(gaps.count)",
      CSVText.number(gaps.reduce(0) { $0 + $1.endS - $1.startS }, decimals: 2),
      "\(summary.sensors.reduce(0) { $0 + $1.clippedSamples })", "\(summary.strides)",
      "\(summary.rejected.values.reduce(0, +))", summary.leftOut.map { "\($0.values.reduce(0, +))" } ?? "",
      "\(summary.warnings.count)", refusal == nil ? "yes" : "no", messages.joined(separator: " "),
    ])
  }

  /// Adds a recording that failed.
  mutating func add(_ failure: FailureRecord, of recording: PlannedRecording) {
    let empty = [String](repeating: "", count: Self.columns.count - 6)
    add(
      [recording.recording, "failed", recording.subject ?? "", recording.session ?? ""] + empty
        + ["no", failure.message])
  }

  private mutating func add(_ cells: [String]) {
    text += cells.map { CSVText.cell($0) }.joined(separator: ",") + "\n"
  }
}

/// `failures.csv`: the recordings that have no results, one row each.
struct FailureTable {
  private(set) var text = "recording,shard,path,kind,message\n"
  private(set) var count = 0

  mutating func add(_ failure: FailureRecord, of recording: PlannedRecording) {
    count += 1
    text +=
      [
        CSVText.cell(recording.recording), "\(recording.shard)", CSVText.cell(recording.path),
        failure.isUnreadable ? "unreadable" : "unusable", CSVText.cell(failure.message),
      ].joined(separator: ",") + "\n"
  }
}
