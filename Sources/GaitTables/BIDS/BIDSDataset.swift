import GaitExport
import GaitMeasures
import GaitModel

/// Results as a BIDS derivative data set: a folder per person and session, with tables and what their columns are.
///
/// Gorgolewski et al. 2016, doi 10.1038/sdata.2016.44; derivatives after version 1.10 of the specification. Strides are
/// results of a task, so the tables have the data type `beh`.
public struct BIDSDataset {
  /// The version of the specification that the files follow.
  public static let specification = "1.10.0"
  /// The task of all recordings.
  private static let task = "walk"
  /// Stands in `dataset_description.json`, by which a folder is known again.
  public static let mark = "\"Name\" : \"RetroGait\""

  private let tables: [LevelTable]
  private let filter: TableFilter
  private let program: ProgramVersion
  /// What stands in `participants.tsv` behind the label.
  private let ofPerson: [TableColumn<[TableWalk]>]
  private var people = BIDSLabels()
  private var participants: [[TableCell]] = []
  /// Rows of each table so far.
  public private(set) var rows: [Int]

  /// - Parameter walks: All recordings that will come, with or without their strides: their details become columns.
  public init(levels: [TableLevel], filter: TableFilter, of walks: [TableWalk], program: ProgramVersion) {
    let details = DetailColumns.columns(of: walks)
    tables = levels.map { LevelTable($0, details: details) }
    self.filter = filter
    self.program = program
    ofPerson =
      ([WalkColumns.subject, WalkColumns.group, WalkColumns.affectedSide, WalkColumns.height] + details)
      .map(\.common)
    rows = tables.map { _ in 0 }
  }

  /// Names of the tables, as they stand behind `desc-`.
  public var names: [String] { tables.map(\.level.table) }

  /// Adds a person's recordings, in the order of tables.
  ///
  /// - Returns: The person's files, by their path in the data set.
  /// - Throws: `EncodingError`, which no table should cause.
  public mutating func append(_ walks: [TableWalk]) throws -> [ExportedFile] {
    guard let first = walks.first else { return [] }
    let person = "sub-" + people.label(of: first.summary.subject ?? "", or: "unknown")
    participants.append([.text(person)] + ofPerson.map { $0.field.rounded($0.cell(walks)) })
    var labels = BIDSLabels()
    var sessions: [(name: String, walks: [TableWalk])] = []
    for walk in walks {
      if let k = sessions.firstIndex(where: { $0.name == walk.session }) {
        sessions[k].walks.append(walk)
      } else {
        sessions.append((walk.session, [walk]))
      }
    }
    var files: [ExportedFile] = []
    var rows: [[TableCell]] = []
    for session in sessions {
      let label = "ses-" + labels.label(of: session.name, or: "unknown")
      rows.append([.text(label), .text(session.name), TableCell(session.walks.compactMap(\.day).min())])
      files += sessionFiles(
        session.walks, in: "\(person)/\(label)/beh", beginning: "\(person)_\(label)_task-\(Self.task)")
    }
    files.append(ExportedFile(name: "\(person)/\(person)_sessions.tsv", bytes: BIDSTable.tsv(Self.ofSession, rows)))
    files.append(
      ExportedFile(
        name: "\(person)/\(person)_sessions.json", bytes: try BIDSTable.sidecar(Array(Self.ofSession.dropFirst()))))
    return files
  }

  private static let ofSession = [
    TableField("session_id", .text, "label of the session's folder"),
    TableField("session", .text, "the session: its name, else the day, else the recording"),
    TableField("day", .day, "first day of its recordings, each on its own clock"),
  ]

  /// The tables of a session: one file for each recording, or one for all of them.
  private mutating func sessionFiles(_ walks: [TableWalk], in folder: String, beginning: String) -> [ExportedFile] {
    var files: [ExportedFile] = []
    for k in tables.indices {
      let table = tables[k]
      let groups = table.level.isOfRecording ? walks.map { [$0] } : [walks]
      for (number, group) in groups.enumerated() {
        let cells = table.rows(group, filter)
        rows[k] += cells.count
        guard !cells.isEmpty else { continue }
        let run = table.level.isOfRecording ? "_run-\(number + 1)" : ""
        files.append(
          ExportedFile(
            name: "\(folder)/\(beginning)\(run)_desc-\(table.level.table)_beh.tsv",
            bytes: BIDSTable.tsv(table.fields, cells)))
      }
    }
    return files
  }

  /// The files at the top of the data set, once all people have been added.
  ///
  /// - Parameter methods: How walking was measured, for `README.md`.
  /// - Throws: `EncodingError`, which no table should cause.
  public func rootFiles(methods: String) throws -> [ExportedFile] {
    let identifier = TableField("participant_id", .text, "label of the person's folder")
    let person = ofPerson.map(\.field)
    let descriptions = [
      TableField("desc_id", .text, "part of the names of files"),
      TableField("description", .text, "what the files hold"),
    ]
    var files = [
      ExportedFile(name: "dataset_description.json", bytes: try PrettyJSON.bytes(of: description)),
      ExportedFile(name: "README.md", bytes: Array(readme(methods).utf8)),
      ExportedFile(name: "participants.tsv", bytes: BIDSTable.tsv([identifier] + person, participants)),
      ExportedFile(name: "participants.json", bytes: try BIDSTable.sidecar(person)),
      ExportedFile(
        name: "descriptions.tsv",
        bytes: BIDSTable.tsv(
          descriptions,
          tables.map { [.text("desc-\($0.level.table)"), .text("One row for \($0.level.rowMeaning).")] })),
    ]
    for table in tables {
      let about: [String: JSONValue] = [
        "TaskName": .string(Self.task), "Description": .string("One row for \(table.level.rowMeaning)."),
      ]
      files.append(
        ExportedFile(
          name: "task-\(Self.task)_desc-\(table.level.table)_beh.json",
          bytes: try BIDSTable.sidecar(table.fields, about: about)))
    }
    return files
  }

  private var description: JSONValue {
    .object([
      "Name": .string(DataPackage.title), "BIDSVersion": .string(Self.specification),
      "DatasetType": .string("derivative"),
      "GeneratedBy": .array([
        .object([
          "Name": .string(program.name), "Version": .string(program.version),
          "Description": .string("Strides and measures of walking from wearable inertial sensors"),
        ])
      ]),
    ])
  }

  private func readme(_ methods: String) -> String {
    """
    # \(DataPackage.title)

    Each session has tables in its folder `beh`. The JSON files beside this one describe their columns. A missing value is
    `n/a`; it never means zero. `recording` is the name of a recording. Each recording of a session is a run.

    ## Methods

    \(methods)

    """
  }

  /// Whether an export writes a file at this path in a data set.
  public static func isOwn(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return false }
    if parts.count == 1 {
      return ["dataset_description.json", "README.md", "participants.tsv", "participants.json", "descriptions.tsv"]
        .contains(name) || (name.hasPrefix("task-\(task)_desc-") && name.hasSuffix("_beh.json"))
    }
    guard parts[0].hasPrefix("sub-"), name.hasPrefix("\(parts[0])_") else { return false }
    if parts.count == 2 { return ["tsv", "json"].contains { name == "\(parts[0])_sessions.\($0)" } }
    return parts.count == 4 && parts[1].hasPrefix("ses-") && parts[2] == "beh" && name.contains("_desc-")
      && name.hasSuffix("_beh.tsv")
  }
}

extension TableLevel {
  /// Whether its rows are parts of one recording.
  fileprivate var isOfRecording: Bool {
    switch self {
    case .stride, .step, .bout, .turn, .segment: true
    case .session, .measure, .recording: false
    }
  }
}
