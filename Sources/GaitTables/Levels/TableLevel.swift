import GaitExport
import GaitModel

/// What a row of a table stands for.
public enum TableLevel: String, Sendable, CaseIterable {
  /// One swing of a foot.
  case stride
  /// One step whose time is known: from an initial contact of the other foot to one of this foot.
  case step
  case bout
  case turn
  /// One named segment of a recording, in one direction.
  case segment
  /// All walking of a session in one direction under the same conditions.
  case session
  /// One measure of such walking.
  case measure
  /// One recording: what to check before its numbers are used.
  case recording

  /// Name of the table, and of its file without the extension.
  public var table: String { rawValue + "s" }

  /// What a row is, for people.
  public var rowMeaning: String {
    switch self {
    case .stride: "one swing of a foot"
    case .step: "one step whose time is known, which needs sensors on both feet"
    case .bout: "one walking bout: at least four strides in one direction without a break of more than 3 s"
    case .turn: "one turn of 45° or more"
    case .segment: "one named segment of a recording in one direction, also where nobody walked"
    case .session: "all walking of a session in one direction under the same conditions"
    case .measure: "one measure of a session in one direction under the same conditions"
    case .recording: "one recording, with what to check before its numbers are used"
    }
  }
}

/// A table of one level: its columns, and the rows that a person's recordings give.
struct LevelTable: Sendable {
  let level: TableLevel
  let fields: [TableField]
  /// The cells of the rows, each with the decimals of its column.
  let rows: @Sendable (_ walks: [TableWalk], TableFilter) -> [[TableCell]]

  /// - Parameter details: The columns of what else is known of the recordings.
  init(_ level: TableLevel, details: [TableColumn<TableWalk>]) {
    switch level {
    case .stride: self.init(level, PartLevels.strides, details, rows: PartLevels.strides)
    case .step: self.init(level, PartLevels.steps, details, rows: PartLevels.steps)
    case .bout: self.init(level, BoutTable.rowColumns, details, rows: PartLevels.bouts)
    case .turn: self.init(level, TurnTable.rowColumns, details, rows: PartLevels.turns)
    case .segment: self.init(level, SegmentLevel.columns, details, rows: SegmentLevel.rows)
    case .session: self.init(level, SessionRow.columns(details), rows: SessionRow.rows)
    case .measure: self.init(level, MeasureRow.columns(details), rows: MeasureRow.rows)
    case .recording: self.init(level, RecordingColumns.all, details) { walk, _ in [walk.summary] }
    }
  }

  /// A table with rows for parts of recordings. What stands in all rows of a recording is found once.
  private init<Row>(
    _ level: TableLevel, _ own: [TableColumn<Row>], _ details: [TableColumn<TableWalk>],
    rows: @escaping @Sendable (TableWalk, TableFilter) -> [Row]
  ) {
    let (before, behind) = (WalkColumns.identity, WalkColumns.conditions + details)
    self.level = level
    fields = before.map(\.field) + own.map(\.field) + behind.map(\.field)
    self.rows = { walks, filter in
      walks.flatMap { walk in
        let (first, last) = (before.map { $0.rounded(walk) }, behind.map { $0.rounded(walk) })
        return rows(walk, filter).map { row in first + own.map { $0.rounded(row) } + last }
      }
    }
  }

  private init<Row>(
    _ level: TableLevel, _ columns: [TableColumn<Row>],
    rows: @escaping @Sendable ([TableWalk], TableFilter) -> [Row]
  ) {
    self.level = level
    fields = columns.map(\.field)
    self.rows = { walks, filter in rows(walks, filter).map { row in columns.map { $0.rounded(row) } } }
  }
}

extension TableColumn {
  fileprivate func rounded(_ row: Row) -> TableCell { field.rounded(cell(row)) }
}
