/// Reads the CSV of the app SensorLog on iOS: one table of all sensors, units in the names.
///
/// iOS gives acceleration the opposite sign of the specific force (−1 g along the upward axis at rest), which is
/// turned. Where the raw accelerometer was not logged, the user's acceleration and gravity are added.
enum SensorLogFormat: TextFormat {
  static let name = "SensorLog CSV"
  static let versionSeen = "not in the file"
  static let lost = "other sensors"

  private static let xyz = ["x", "y", "z"]

  static func reason(_ opening: TextOpening) -> String? {
    guard let (_, columns) = header(opening) else { return nil }
    return columns.names.contains("loggingtime(txt)") ? "a header with loggingTime(txt) and units in the names" : nil
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let (delimiter, columns) = header(opening) else { return [] }
    let dialect = opening.dialect(headerLine: 0, delimiter: delimiter)
    let firstRow = opening.cells(ofLine: 1, delimiter: delimiter)
    // A watch lists the raw accelerometer, and writes null.
    let raw = columns.axes(xyz.map { "accelerometeracceleration\($0)(g)" }).flatMap { axes in
      axes.allSatisfy { firstRow.indices.contains($0) && !["null", ""].contains(firstRow[$0]) } ? axes : nil
    }
    let user = columns.axes(xyz.map { "motionuseracceleration\($0)(g)" })
    let gravity = columns.axes(xyz.map { "motiongravity\($0)(g)" })
    let rate =
      columns.axes(xyz.map { "motionrotationrate\($0)(rad/s)" })
      ?? columns.axes(xyz.map { "gyrorotation\($0)(rad/s)" })
    guard let rate, let force = raw ?? user, raw != nil || gravity != nil else {
      throw IngestError(
        .unusable, file: opening.file, place: "line 1", found: "the columns \(columns.shown)",
        expected: "accelerometerAccelerationX(G) … or motionUserAccelerationX(G) … with motionGravityX(G) …, and "
          + "motionRotationRateX(rad/s) …",
        advice: "log the accelerometer and the gyroscope or device motion")
    }
    let clock = clock(columns, raw: raw != nil, firstRow: firstRow, dialect: dialect)
    let layout = TextLayout(
      dialect: dialect, clock: clock, acceleration: TextLayout.Axes.gravities(force).negated,
      angularVelocity: .radians(rate), content: raw == nil ? .withoutGravity : .specificForce,
      units: [.columnNames, .invertedSign])
    guard raw == nil, let gravity else { return [layout] }
    var still = layout
    still.acceleration = TextLayout.Axes.gravities(gravity).negated
    still.angularVelocity = nil
    still.content = .gravity
    return [layout, still]
  }

  private static func header(_ opening: TextOpening) -> (delimiter: Character, columns: HeaderColumns)? {
    for delimiter: Character in [",", ";", "\t"] {
      let columns = HeaderColumns(opening.cells(ofLine: 0, delimiter: delimiter))
      if columns.names.contains("loggingtime(txt)") { return (delimiter, columns) }
    }
    return nil
  }

  /// The sensor's own clock, which keeps better time than that of logging; its zero is from the first time of logging.
  private static func clock(
    _ columns: HeaderColumns, raw: Bool, firstRow: [String], dialect: CSVDialect
  ) -> TextLayout.Clock {
    let names = ["accelerometertimestamp_sincereboot(s)", "motiontimestamp_sincereboot(s)"]
    guard let position = (raw ? names : names.reversed()).lazy.compactMap(columns.position).first else {
      return .text(columns.position("loggingtime(txt)") ?? 0)
    }
    let isComma = dialect.decimalMark == UInt8(ascii: ",")
    var origin = ClockOrigin.unknown
    if let logging = columns.position("loggingtime(txt)"), firstRow.indices.contains(max(logging, position)),
      let time = ClockText(firstRow[logging]),
      let own = Double(isComma ? firstRow[position].replacing(",", with: ".") : firstRow[position])
    {
      origin = time.utc.map { .utc($0 - own) } ?? .local(time.seconds - own)
    }
    return .column(position, factor: 1, origin: origin)
  }
}
