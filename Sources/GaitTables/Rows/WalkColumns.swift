import GaitExport
import GaitHistory
import GaitMeasures
import GaitModel

/// The columns that every table has: whose recording it is, and under which conditions the person walked.
enum WalkColumns {
  typealias Column = TableColumn<TableWalk>

  /// The first columns of tables with a row for part of a recording.
  static let identity = [subject, session, recording, day]
  /// What stands behind the columns of the level.
  static let conditions = [
    startedAt, surface, beltSpeed, incline, sensors, aid, pain, group, affectedSide, height, walked, notes, comment,
    version, changedSettings,
  ]

  static let subject = text("subject", "the person, as given") { $0.summary.subject }
  static let session = Column(
    TableField("session", .text, "the session: its name, else the day, else the recording", isRequired: true)
  ) {
    TableCell($0.session)
  }
  static let recording = Column(TableField("recording", .text, "name of the recording", isRequired: true)) {
    TableCell($0.summary.recording)
  }
  static let day = Column(TableField("day", .day, "day of the recording on its own clock")) { TableCell($0.day) }
  static let startedAt = text("started_at", "start of the recording in ISO 8601, as given") { $0.summary.startedAt }
  static let surface = Column(
    TableField("surface", .text, "what the person walked on, as given", words: ["overground", "treadmill"])
  ) { TableCell($0.summary.surface?.rawValue) }
  static let beltSpeed = number("belt_speed_m_s", "m/s", "speed of the treadmill's belt, as given", possible: positive)
  {
    $0.summary.beltSpeedMS
  }
  static let incline = number("incline_percent", "%", "slope of the ground, positive uphill, as given") {
    $0.summary.inclinePercent
  }
  static let sensors = Column(
    TableField(
      "sensors", .text,
      "where the strides come from: sensors on the feet, or one on the lower back, which estimates lengths",
      words: WalkConditions.Sensors.allCases.map(\.rawValue), isRequired: true)
  ) { TableCell(WalkConditions.Sensors($0.summary).rawValue) }
  static let aid = text("aid", "cane, walker or orthosis, as annotated in the store") { $0.aid }
  static let pain = number("pain", "0–10", "pain of the session, as annotated in the store", possible: 0...10) {
    $0.pain
  }
  static let group = text("diagnosis_group", "diagnosis group of the person, as annotated in the store") {
    $0.person?.diagnosisGroup
  }
  static let affectedSide = Column(
    TableField(
      "affected_side", .text, "affected side of the person, as annotated in the store",
      words: AffectedSide.allCases.map(\.rawValue))
  ) { TableCell($0.person?.affectedSide?.rawValue) }
  static let height = number("height_m", "m", "height of the person, as given", possible: positive) {
    $0.summary.heightM
  }
  static let walked = number(
    "walked_m", "m", "distance walked in the recording, measured otherwise, as given", possible: positive
  ) {
    $0.summary.walkedM
  }
  static let notes = text("notes", "notes of the recording, as given") { $0.summary.notes }
  static let comment = text("comment", "comment on the session, as annotated in the store") { $0.comment }
  static let version = text("program_version", "version of RetroGait that analyzed the recording") {
    $0.summary.program.version
  }
  static let changedSettings = text(
    "changed_settings", "constants of the analysis that a study changed, as JSON; empty where none were"
  ) { walk in
    guard case .object(let settings) = walk.summary.settings else { return nil }
    return settings["changed"].map(\.compactText)
  }

  private static let positive = 0...Double.infinity

  private static func text(
    _ name: String, _ definition: String, _ value: @escaping @Sendable (TableWalk) -> String?
  ) -> Column {
    Column(TableField(name, .text, definition)) { TableCell(value($0)) }
  }

  private static func number(
    _ name: String, _ unit: String, _ definition: String, possible: ClosedRange<Double>? = nil,
    _ value: @escaping @Sendable (TableWalk) -> Double?
  ) -> Column {
    Column(TableField(name, .number(decimals: nil), unit: unit, definition, possible: possible)) {
      TableCell(value($0))
    }
  }
}

extension TableColumn<TableWalk> {
  /// The column of rows that stand for several recordings: what all of them have, empty where they differ.
  var common: TableColumn<[TableWalk]> {
    var field = field
    field.definition += "; empty where the recordings of the row differ"
    field.isRequired = false
    return TableColumn<[TableWalk]>(field) { [cell] walks in
      let cells = Set(walks.map(cell))
      return cells.count == 1 ? cells.first ?? .empty : .empty
    }
  }
}
