/// Reads the CSV of the app Physics Toolbox: `gFx`, `gFy`, `gFz` in g and `wx`, `wy`, `wz` in rad/s, in one file or two.
///
/// Older versions write a blank first line. Delimiter and decimal mark follow the telephone's language, and some write
/// the minus sign of typography (U+2212), which is read as a minus. Time is seconds from the start or a date and time.
enum PhysicsToolboxFormat: TextFormat {
  static let name = "Physics Toolbox CSV"
  static let versionSeen = "not in the file"
  static let lost = "other sensors"
  static let writesOneFilePerSensor = true

  private static let force = ["gfx", "gfy", "gfz"]
  private static let rate = ["wx", "wy", "wz"]

  static func reason(_ opening: TextOpening) -> String? {
    guard let (_, _, columns) = header(opening) else { return nil }
    return "a header with time and \(columns.axes(force) == nil ? "wx" : "gFx")"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let (line, delimiter, columns) = header(opening), let time = columns.position("time") else { return [] }
    let row = opening.cells(ofLine: line + 1, delimiter: delimiter)
    let isText = row.indices.contains(time) && ClockText(row[time]) != nil
    return [
      TextLayout(
        dialect: opening.dialect(headerLine: line, delimiter: delimiter),
        clock: isText ? .text(time) : .column(time, factor: 1),
        acceleration: columns.axes(force).map { .gravities($0) },
        angularVelocity: columns.axes(rate).map { .radians($0) },
        units: [.definition(acceleration: "g", angularVelocity: "rad/s")])
    ]
  }

  private static func header(
    _ opening: TextOpening
  ) -> (line: Int, delimiter: Character, columns: HeaderColumns)? {
    guard let line = opening.firstLine(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    for delimiter: Character in [",", ";", "\t"] {
      let columns = HeaderColumns(opening.cells(ofLine: line, delimiter: delimiter))
      if columns.names.first == "time", columns.axes(force) != nil || columns.axes(rate) != nil {
        return (line, delimiter, columns)
      }
    }
    return nil
  }
}
