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
  /// All walking of a session in one direction under the same conditions.
  case session
  /// One measure of such walking.
  case measure

  /// Name of the table, and of its file without the extension.
  public var table: String { rawValue + "s" }

  /// What a row is, for people.
  public var rowMeaning: String {
    switch self {
    case .stride: "one swing of a foot"
    case .step: "one step whose time is known, which needs sensors on both feet"
    case .bout: "one walking bout: at least four strides in one direction without a break of more than 3 s"
    case .turn: "one turn of 45° or more"
    case .session: "all walking of a session in one direction under the same conditions"
    case .measure: "one measure of a session in one direction under the same conditions"
    }
  }
}

/// A table of one level: its columns, and the rows that a person's recordings give.
struct LevelTable: Sendable {
  let level: TableLevel
  let fields: [TableField]
  /// The cells of the rows, each with the decimals of its column.
  let rows: @Sendable (_ walks: [TableWalk], TableFilter) -> [[TableCell]]

  private init<Row>(
    _ level: TableLevel, _ columns: [TableColumn<Row>],
    rows: @escaping @Sendable ([TableWalk], TableFilter) -> [Row]
  ) {
    self.level = level
    fields = columns.map(\.field)
    self.rows = { walks, filter in
      rows(walks, filter).map { row in columns.map { $0.field.rounded($0.cell(row)) } }
    }
  }

  /// - Parameter details: The columns of what else is known of the recordings.
  init(_ level: TableLevel, details: [TableColumn<TableWalk>]) {
    switch level {
    case .stride: self.init(level, StrideRow.columns(details), rows: StrideRow.rows)
    case .step: self.init(level, StrideRow.stepColumns(details), rows: StrideRow.steps)
    case .bout: self.init(level, BoutRow.columns(details), rows: BoutRow.rows)
    case .turn: self.init(level, TurnRow.columns(details), rows: TurnRow.rows)
    case .session: self.init(level, SessionRow.columns(details), rows: SessionRow.rows)
    case .measure: self.init(level, MeasureRow.columns(details), rows: MeasureRow.rows)
    }
  }
}

/// A row for part of a recording.
protocol PartRow: Sendable {
  var walk: TableWalk { get }
}

extension PartRow {
  /// The columns of a level between those of every table.
  static func columns(_ own: [TableColumn<Self>], _ details: [TableColumn<TableWalk>]) -> [TableColumn<Self>] {
    WalkColumns.identity.map { $0.of(\.walk) } + own + (WalkColumns.conditions + details).map { $0.of(\.walk) }
  }
}
