/// Reads the CSV that Shimmer Consensys exports: a line that names the delimiter, one of names, one of units.
///
/// The calibrated signals (`…_CAL`) are read in the units of the third line. Of two accelerometers the wide-range one
/// is taken: the low-noise one ends at ±2 g, which a step exceeds.
enum ShimmerFormat: TextFormat {
  static let name = "Shimmer Consensys CSV"
  static let versionSeen = "not in the file"
  static let lost = "the low-noise accelerometer where a wide-range one is"

  private static let accelerometers = ["_accel_wr_", "_accel_ln_", "_accel_"]
  private static let forceUnits = ["m/(s^2)": false, "m/(sec^2)": false, "m/s^2": false, "g": true]
  private static let rateUnits = ["deg/s": true, "deg/sec": true, "rad/s": false]

  static func reason(_ opening: TextOpening) -> String? {
    guard let (line, delimiter) = header(opening) else { return nil }
    let names = opening.cells(ofLine: line, delimiter: delimiter)
    return names.contains { $0.hasSuffix("_CAL") || $0.hasSuffix("_RAW") || $0.hasSuffix("_UNCAL") }
      && opening.lines.count > line + 1
      ? "a line sep= and names that end in _CAL above a line of units" : nil
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let (line, delimiter) = header(opening) else { return [] }
    let dialect = opening.dialect(headerLine: line, delimiter: delimiter, skipping: 1)
    let columns = HeaderColumns(dialect.header)
    let units = opening.cells(ofLine: line + 1, delimiter: delimiter)
    let ending = "_Gyro_X_CAL"
    let sensors = dialect.header.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    var layouts: [TextLayout] = []
    for sensor in sensors {
      let prefix = sensor.lowercased()
      let force = accelerometers.lazy.compactMap { kind in
        columns.axes(["x", "y", "z"].map { "\(prefix)\(kind)\($0)_cal" })
      }.first
      guard let force, let rate = columns.axes(["x", "y", "z"].map { "\(prefix)_gyro_\($0)_cal" }) else { continue }
      let isInG = try flag(units, force, forceUnits, opening, line, columns)
      let isInDegrees = try flag(units, rate, rateUnits, opening, line, columns)
      layouts.append(
        TextLayout(
          dialect: dialect, clock: try clock(columns, units, prefix, opening, line),
          acceleration: isInG ? .gravities(force) : .metric(force),
          angularVelocity: isInDegrees ? .degrees(rate) : .radians(rate), label: sensor,
          units: [.lineBelowNames]))
    }
    guard layouts.isEmpty else { return layouts }
    throw IngestError(
      .unusable, file: opening.file, place: "line \(line + 1)", found: "the columns \(columns.shown)",
      expected: "…_Accel_WR_X_CAL or …_Accel_LN_X_CAL, and …_Gyro_X_CAL, with y and z",
      advice: "export the calibrated accelerometer and gyroscope from Consensys")
  }

  private static func header(_ opening: TextOpening) -> (line: Int, delimiter: Character)? {
    guard let first = opening.lines.first?.trimmed({ $0 == "\"" || $0 == " " }), first.lowercased().hasPrefix("sep=")
    else { return nil }
    let named = first.dropFirst(4)
    let delimiter: Character = named.isEmpty || named == "\\t" ? "\t" : named.first ?? ","
    return opening.lines.count > 2 ? (1, delimiter) : nil
  }

  private static func flag(
    _ units: [String], _ axes: [Int], _ known: [String: Bool], _ opening: TextOpening, _ line: Int,
    _ columns: HeaderColumns
  ) throws(IngestError) -> Bool {
    let found = axes.map { units.indices.contains($0) ? units[$0] : "" }
    if let flag = known[found[0]], found.allSatisfy({ $0 == found[0] }) { return flag }
    throw IngestError(
      .unusable, file: opening.file, place: "line \(line + 2)",
      found: "the units " + found.map { "'\($0.prefix(20))'" }.joined(separator: ", ")
        + " of \(columns.names[axes[0]])",
      expected: "one of " + known.keys.sorted().joined(separator: ", "),
      advice: "export the calibrated signals, or give the units with --map")
  }

  private static func clock(
    _ columns: HeaderColumns, _ units: [String], _ prefix: String, _ opening: TextOpening, _ line: Int
  ) throws(IngestError) -> TextLayout.Clock {
    let own = [
      "_timestampsync_unix_cal", "_timestamp_unix_cal", "_timestampsync_formattedunix_cal",
      "_timestamp_formattedunix_cal", "_timestamp_cal",
    ].map { prefix + $0 }
    // A table of several sensors may have one time of the first of them.
    let names = own + columns.names.filter { $0.contains("_timestamp") && $0.hasSuffix("_cal") }
    guard let name = names.first(where: columns.names.contains), let position = columns.position(name) else {
      throw IngestError(
        .unusable, file: opening.file, place: "line \(line + 1)", found: "no column of time",
        expected: "…_Timestamp_Unix_CAL", advice: "export the time stamps from Consensys too")
    }
    if name.contains("formattedunix") { return .text(position) }
    let unit = units.indices.contains(position) ? units[position].lowercased() : ""
    guard let factor = ["ms": 1e-3, "msecs": 1e-3, "s": 1, "secs": 1, "us": 1e-6][unit] else {
      throw IngestError(
        .unusable, file: opening.file, place: "line \(line + 2)", found: "the unit '\(unit.prefix(20))' of time",
        expected: "ms or s", advice: "give the unit with --map")
    }
    return .column(position, factor: factor, origin: name.contains("unix") ? .utc(0) : .unknown)
  }
}
