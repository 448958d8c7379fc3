import GaitExport
import GaitMeasures
import GaitTables
import NumberText

/// `quality.csv`: what to look at before the measures of a recording are used, one row each, with the columns of the table
/// `recordings` of an export.
struct QualityTable {
  private(set) var text = Self.columns.joined(separator: ",") + "\n"

  private static let columns =
    ["recording", "status", "subject", "session"] + RecordingColumns.all.map(\.field.name) + ["in_store", "message"]

  /// Adds a recording that is done.
  ///
  /// - Parameter refusal: Why the store did not take it, or `nil` if it did.
  mutating func add(_ summary: SummaryDocument, refusal: String?) {
    let messages = (refusal.map { [$0] } ?? []) + summary.warnings
    add(
      [summary.recording, "done", summary.subject ?? "", summary.session ?? ""].map { CSVText.cell($0) }
        + RecordingColumns.all.map { $0.field.csv($0.cell(summary)) }
        + [refusal == nil ? "yes" : "no", CSVText.cell(messages.joined(separator: " "))])
  }

  /// Adds a recording that failed.
  mutating func add(_ failure: FailureRecord, of recording: PlannedRecording) {
    add(
      [recording.recording, "failed", recording.subject ?? "", recording.session ?? ""].map { CSVText.cell($0) }
        + RecordingColumns.all.map { _ in "" } + ["no", CSVText.cell(failure.message)])
  }

  private mutating func add(_ cells: [String]) {
    text += cells.joined(separator: ",") + "\n"
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
