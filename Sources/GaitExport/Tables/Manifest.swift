import NumberText

/// One row of `manifest.csv`: how the analysis of a recording ended, or what was not used.
public struct ManifestRow: Sendable, Equatable {
  /// Name of the recording; the path of what was not used, as the user gave it.
  public var recording: String
  public var status: Status
  /// Number of strides of all directions, of both feet.
  public var strides: Int?
  public var forward: Int?
  public var backward: Int?
  /// Length of the recording in seconds.
  public var seconds: Double?
  /// The warnings, or why it failed or was not used.
  public var message: String

  public enum Status: String, Sendable {
    case done
    case skipped
    case failed
    /// A file or folder that is not part of any recording.
    case notUsed = "not used"
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
}

/// `manifest.csv`: one row per recording of a run, and one for each file or folder that was not used.
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
