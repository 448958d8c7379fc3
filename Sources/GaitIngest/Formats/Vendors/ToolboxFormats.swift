import GaitModel

/// Reads tables in the convention of gaitmap: `acc_x` … `acc_z` in m/s² and `gyr_x` … `gyr_z` in °/s, and a time in
/// seconds (gaitmap documentation, "Coordinate Systems").
enum GaitmapFormat: TextFormat {
  static let name = "gaitmap CSV"
  static let versionSeen = "not in the file"
  static let lost = "other columns"

  static func reason(_ opening: TextOpening) -> String? {
    guard let columns = ToolboxTable.columns(opening), columns.names.first != "samples" else { return nil }
    return "a header with acc_x … gyr_z without units, by the convention of gaitmap"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let columns = ToolboxTable.columns(opening) else { return [] }
    guard
      let time = columns.position("time") ?? columns.position("t") ?? columns.position("time (s)")
        ?? columns.position("time after start [s]")
    else {
      throw ToolboxTable.noTime(opening, columns)
    }
    let row = opening.cells(ofLine: 1)
    let isText = row.indices.contains(time) && TableHeader.number(row[time]) == nil && ClockText(row[time]) != nil
    return [
      ToolboxTable.layout(
        opening, columns, clock: isText ? .text(time) : .column(time, factor: 1),
        units: .convention(acceleration: "m/s²", angularVelocity: "°/s", toolbox: "gaitmap"))
    ]
  }
}

/// Reads tables in the convention of mobgap: an index named `samples`, `acc_x` … `acc_z` and `gyr_x` … `gyr_z`.
///
/// The rate is not in the file, and neither is the unit of acceleration, which is g in some and m/s² in others: both are
/// declared by the user.
enum MobgapFormat: TextFormat {
  static let name = "mobgap CSV"
  static let versionSeen = "not in the file"
  static let lost = "other columns"

  static func reason(_ opening: TextOpening) -> String? {
    guard let columns = ToolboxTable.columns(opening), columns.names.first == "samples" else { return nil }
    return "a header that begins with samples,acc_x"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let columns = ToolboxTable.columns(opening) else { return [] }
    throw ToolboxTable.noTime(opening, columns)
  }
}

/// What the tables of both toolboxes have in common.
private enum ToolboxTable {
  private static let force = ["acc_x", "acc_y", "acc_z"]
  private static let rate = ["gyr_x", "gyr_y", "gyr_z"]

  static func columns(_ opening: TextOpening) -> HeaderColumns? {
    let columns = HeaderColumns(opening.cells(ofLine: 0))
    guard columns.axes(force + rate) != nil else { return nil }
    // A line of units below the names says more than any convention.
    let below = opening.cells(ofLine: 1)
    return below.count { SignalUnit($0) != nil } >= 3 ? nil : columns
  }

  static func layout(
    _ opening: TextOpening, _ columns: HeaderColumns, clock: TextLayout.Clock, units: UnitEvidence
  ) -> TextLayout {
    TextLayout(
      dialect: opening.dialect(headerLine: 0, delimiter: opening.delimiter(ofLine: 0)), clock: clock,
      acceleration: columns.axes(force).map { .metric($0) }, angularVelocity: columns.axes(rate).map { .degrees($0) },
      units: [units])
  }

  static func noTime(_ opening: TextOpening, _ columns: HeaderColumns) -> IngestError {
    let force = columns.axes(force) ?? []
    let rate = columns.axes(rate) ?? []
    func list(_ positions: [Int]) -> String { positions.map { "\($0 + 1)" }.joined(separator: ",") }
    return IngestError(
      .unusable, file: opening.file, place: "line 1",
      found:
        "the columns \(columns.shown), without a time; the sampling rate and the unit of acceleration are unknown",
      expected: "a column time in seconds, or the rate",
      advice: "give them, for instance --map 'rate=100 acc=\(list(force)):m/s2 gyr=\(list(rate)):deg/s' (acc in g: :g)")
  }
}
