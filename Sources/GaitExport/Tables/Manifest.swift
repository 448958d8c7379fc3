import GaitModel

/// One row of `manifest.csv`: how the analysis of a recording ended.
public struct ManifestRow: Sendable, Equatable {
  public var recording: String
  public var status: Status
  /// Number of strides of all directions, of both feet.
  public var strides: Int?
  public var forward: Int?
  public var backward: Int?
  /// Length of the recording in seconds.
  public var seconds: Double?
  /// The first warning, or why it failed.
  public var message: String

  public enum Status: String, Sendable {
    case done
    case skipped
    case failed
  }

  public init(
    recording: String, status: Status, strides: Int? = nil, forward: Int? = nil, backward: Int? = nil,
    seconds: Double? = nil, message: String = ""
  ) {
    self.recording = recording
    self.status = status
    self.strides = strides
    self.forward = forward
    self.backward = backward
    self.seconds = seconds
    self.message = message
  }

  /// The row of a recording that was analyzed.
  public init(_ result: GaitResult, recording: Recording) {
    self.init(
      recording: recording.name, status: .done, strides: result.strides.count,
      forward: result.strides.count { $0.sureDirection == .forward },
      backward: result.strides.count { $0.sureDirection == .backward }, seconds: recording.duration,
      message: (recording.warnings + result.warnings).joined(separator: " "))
  }
}

/// `manifest.csv`: one row per recording of a run.
public struct Manifest: Sendable, Equatable {
  public static let columns = ["recording", "status", "strides", "forward", "backward", "seconds", "message"]

  public var rows: [ManifestRow]

  public init(rows: [ManifestRow]) {
    self.rows = rows
  }

  /// The table as text.
  public var text: String {
    var text = Self.columns.joined(separator: ",") + "\n"
    for row in rows {
      text += [
        CSVText.cell(row.recording), row.status.rawValue, row.strides.map(String.init) ?? "",
        row.forward.map(String.init) ?? "", row.backward.map(String.init) ?? "",
        CSVText.number(row.seconds, decimals: 2), CSVText.cell(row.message),
      ].joined(separator: ",")
      text += "\n"
    }
    return text
  }

  /// Reads a table that `text` wrote.
  ///
  /// - Throws: `TableError` where a column or a value that must be there is not.
  public init(text: String, file: String) throws(TableError) {
    let table = try ReadTable(text, file: file, columns: Self.columns)
    rows = []
    for row in table.rows.indices {
      rows.append(
        ManifestRow(
          recording: CSVText.text(ofCell: table.cell("recording", row)),
          status: try table.required("status", row) { ManifestRow.Status(rawValue: $0) },
          strides: try table.optional("strides", row) { Int($0) },
          forward: try table.optional("forward", row) { Int($0) },
          backward: try table.optional("backward", row) { Int($0) },
          seconds: try table.optional("seconds", row) { Double($0) },
          message: CSVText.text(ofCell: table.cell("message", row))))
    }
  }
}
