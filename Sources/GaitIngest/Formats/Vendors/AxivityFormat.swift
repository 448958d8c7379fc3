import GaitModel

/// Reads the CSV of Axivity sensors, as `cwa-convert` writes it without a header and OmGui with one.
///
/// Date and time in a zone that the file does not name, or seconds from 1970 in that zone, acceleration in g, angular velocity in °/s; a missing stream has
/// empty cells (Open Movement, `Docs/ax3/ax3-auxiliary.md`).
enum AxivityFormat: TextFormat {
  static let name = "Axivity CSV"
  static let versionSeen = "OmGui, with dates or Unix seconds; `.cwa` of an AX6 (hardware 0x64)"
  static let lost = "light, temperature, battery"

  private static let timeNames: Set = ["time", "timestamp", "datetime"]

  static func reason(_ opening: TextOpening) -> String? {
    if let columns = header(opening) {
      return columns.axes(["ax(g)", "ay(g)", "az(g)"]) ?? columns.axes(["accel-x(g)", "accel-y(g)", "accel-z(g)"])
        != nil
        ? "a header with Time and Ax(g)" : nil
    }
    return firstRow(opening).map { _ in "no header, and rows of date and time, or Unix seconds, and numbers" }
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    let units: [UnitEvidence] = [.definition(acceleration: "g", angularVelocity: "°/s")]
    if let columns = header(opening) {
      guard
        let force = columns.axes(["ax(g)", "ay(g)", "az(g)"])
          ?? columns.axes(["accel-x(g)", "accel-y(g)", "accel-z(g)"]),
        let time = columns.position(where: timeNames.contains),
        let rate = columns.axes(["gx(d/s)", "gy(d/s)", "gz(d/s)"])
          ?? columns.axes(["gyro-x(d/s)", "gyro-y(d/s)", "gyro-z(d/s)"])
      else { throw noGyroscope(opening, found: "the columns \(columns.shown)") }
      let row = opening.cells(ofLine: 1)
      let isNumber = row.indices.contains(time) && isUnixTime(row[time])
      return [
        TextLayout(
          dialect: opening.dialect(headerLine: 0, delimiter: opening.delimiter(ofLine: 0)),
          clock: isNumber ? .column(time, factor: 1, origin: .local(0)) : .text(time),
          acceleration: .gravities(force),
          angularVelocity: .degrees(rate), units: [.columnNames])
      ]
    }
    guard let row = firstRow(opening) else { return [] }
    let cells = opening.cells(ofLine: row)
    guard cells.count >= 7 else { throw noGyroscope(opening, found: "\(cells.count) columns") }
    // Light, temperature and battery are whole numbers, angular velocities have decimals.
    let isWhole = opening.lines[row...].allSatisfy { line in
      TextOpening.cells(of: line, delimiter: opening.delimiter(ofLine: row)).dropFirst(4).prefix(3).allSatisfy {
        Int($0) != nil
      }
    }
    guard !isWhole else {
      throw noGyroscope(opening, found: "whole numbers (light, temperature, battery) in the columns 5 to 7")
    }
    let names = ["time", "ax", "ay", "az", "gx", "gy", "gz"] + cells.indices.dropFirst(7).map { "\($0 + 1)" }
    return [
      TextLayout(
        dialect: opening.dialect(firstRow: row, delimiter: opening.delimiter(ofLine: row), header: names),
        clock: isUnixTime(cells[0]) ? .column(0, factor: 1, origin: .local(0)) : .text(0),
        acceleration: .gravities([1, 2, 3]), angularVelocity: .degrees([4, 5, 6]), units: units)
    ]
  }

  private static func header(_ opening: TextOpening) -> HeaderColumns? {
    let cells = opening.cells(ofLine: 0).map { $0.filter { $0 != " " } }
    guard let first = cells.first?.lowercased(), timeNames.contains(first) else { return nil }
    return HeaderColumns(cells)
  }

  /// The first line, if it is a date and time, or Unix seconds, and three numbers or more as the program writes them.
  private static func firstRow(_ opening: TextOpening) -> Int? {
    let cells = opening.cells(ofLine: 0)
    guard cells.count >= 4, cells[1...3].allSatisfy({ Double($0) != nil }),
      cells.dropFirst(4).allSatisfy({ $0.isEmpty || Double($0) != nil })
    else { return nil }
    if ClockText(cells[0])?.form == .date { return 0 }
    // Numbers alone could be anything, were it not for their digits: four of the time and six of the others.
    let isWritten = cells[1...3].allSatisfy { $0.split(separator: ".").last?.count == 6 }
    return isUnixTime(cells[0]) && isWritten ? 0 : nil
  }

  /// Whether a cell holds seconds from 1970, of this century, with a fraction of three digits or more.
  private static func isUnixTime(_ cell: String) -> Bool {
    let parts = cell.split(separator: ".")
    return parts.count == 2 && parts[0].count == 10 && parts[1].count >= 3 && (Double(cell) ?? 0) > 1e9
  }

  private static func noGyroscope(_ opening: TextOpening, found: String) -> IngestError {
    IngestError(
      .unusable, file: opening.file, place: "line 1", found: found,
      expected: "time, acceleration in g and angular velocity in °/s",
      advice: "export an AX6 that was set up with its gyroscope; an AX3 has none, and gait is not measured without it")
  }
}
