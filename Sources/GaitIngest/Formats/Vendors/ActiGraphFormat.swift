/// Reads the IMU CSV of ActiGraph GT9X Link as ActiLife exports it: ten lines of header, then a table.
///
/// Acceleration in g, angular velocity in °/s; local time in a zone that the file does not name. The column `Timestamp`
/// may be left out at export: time is then the rate of the first line from the start that the header says, whose date
/// is written as the first line says. The RAW file of the primary accelerometer has no gyroscope.
enum ActiGraphFormat: TextFormat {
  static let name = "ActiGraph IMU CSV"
  static let versionSeen = "ActiLife 6.13.3"
  static let lost = "magnetometer, temperature"

  static func reason(_ opening: TextOpening) -> String? {
    opening.lines.first?.contains("Data File Created By ActiGraph") == true
      ? "a first line that says 'Data File Created By ActiGraph'" : nil
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard
      let line = opening.firstLine(where: { $0.contains("Accelerometer X") && $0.contains { ",;\t|".contains($0) } })
    else {
      throw IngestError(
        .unusable, file: opening.file, found: "no line of names with Accelerometer X", expected: "the names of columns",
        advice: "export again from ActiLife with 'include column headers'")
    }
    let dialect = opening.dialect(headerLine: line, delimiter: opening.delimiter(ofLine: line))
    let columns = HeaderColumns(dialect.header)
    guard let force = columns.axes(["accelerometer x", "accelerometer y", "accelerometer z"]),
      let rate = columns.axes(["gyroscope x", "gyroscope y", "gyroscope z"])
    else {
      throw IngestError(
        .unusable, file: opening.file, place: "line \(line + 1)", found: "the columns \(columns.shown)",
        expected: "Gyroscope X, Gyroscope Y and Gyroscope Z too",
        advice: "export the file of the IMU; the RAW file of the primary accelerometer has no gyroscope")
    }
    let declared = declaredRate(opening)
    let clock: TextLayout.Clock
    if let time = columns.position("timestamp") {
      clock = .text(time)
    } else if let declared {
      clock = .rate(declared, origin: start(opening).map { .local($0) } ?? .unknown)
    } else {
      throw IngestError(
        .unusable, file: opening.file, place: "line 1", found: "no rate, and no column Timestamp",
        expected: "at 100 Hz",
        advice: "export again from ActiLife with time stamps")
    }
    return [
      TextLayout(
        dialect: dialect, clock: clock, acceleration: .gravities(force), angularVelocity: .degrees(rate),
        declaredRate: declared,
        units: [.definition(acceleration: "g", angularVelocity: "°/s")])
    ]
  }

  private static func declaredRate(_ opening: TextOpening) -> Double? {
    guard let line = opening.lines.first, let at = line.firstRange(of: " at "),
      let hertz = line[at.upperBound...].firstRange(of: " Hz")
    else { return nil }
    return Double(line[at.upperBound..<hertz.lowerBound]).flatMap { $0 > 0 ? $0 : nil }
  }

  /// The start in local seconds from 1970, by the order of day and month that the first line names.
  private static func start(_ opening: TextOpening) -> Double? {
    guard let time = opening.value(after: "Start Time"), let date = opening.value(after: "Start Date"),
      let order = opening.lines.first?.firstRange(of: "date format ").map({ opening.lines[0][$0.upperBound...] })
    else { return nil }
    let parts = date.split { "/-.".contains($0) }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let text: String
    if order.hasPrefix("M") {
      text = "\(parts[2])-\(parts[0])-\(parts[1]) \(time)"
    } else if order.hasPrefix("d") {
      text = "\(parts[2])-\(parts[1])-\(parts[0]) \(time)"
    } else if order.hasPrefix("y") {
      text = "\(parts[0])-\(parts[1])-\(parts[2]) \(time)"
    } else {
      return nil
    }
    return ClockText(text)?.seconds
  }
}
