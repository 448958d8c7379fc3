/// Reads the older CSV of APDM Motion Studio and Moveo: test name and rate, then names such as
/// `Right Foot/Acceleration/X` above a line of units.
enum APDMNamedCSVFormat: TextFormat {
  static let name = "APDM CSV"
  static let versionSeen = "`Test Name:`"
  static let lost = "magnetometer, orientation"

  private static let forceUnits: Set = ["m/s^2", "m/s²", "m/s2"]
  private static let rateUnits = ["rad/s": false, "deg/s": true]

  static func reason(_ opening: TextOpening) -> String? {
    guard opening.lines.first?.hasPrefix("Test Name:") == true, header(opening) != nil else { return nil }
    return "a first line Test Name: and names such as Sensor/Acceleration/X"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let line = header(opening) else { return [] }
    let dialect = opening.dialect(headerLine: line, delimiter: ",", skipping: 1)
    let units = opening.cells(ofLine: line + 1, delimiter: ",")
    let columns = HeaderColumns(dialect.header)
    let sensors = dialect.header.filter { $0.hasSuffix("/Acceleration/X") }.map { String($0.dropLast(15)) }
    let declared = opening.value(after: "Sample Rate:").flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) }
    guard let rate = declared, rate > 0 else {
      throw IngestError(
        .unusable, file: opening.file, place: "line 2", found: "no sampling rate", expected: "Sample Rate:, 128, Hz",
        advice: "export the recording again")
    }
    var layouts: [TextLayout] = []
    for sensor in sensors {
      let prefix = sensor.lowercased()
      guard let force = columns.axes(["x", "y", "z"].map { "\(prefix)/acceleration/\($0)" }),
        let turn = columns.axes(["x", "y", "z"].map { "\(prefix)/angular velocity/\($0)" })
      else { continue }
      let found = (force + turn).map { units.indices.contains($0) ? units[$0] : "" }
      guard found[..<3].allSatisfy(forceUnits.contains), let isInDegrees = rateUnits[found[3]],
        found[3...].allSatisfy({ $0 == found[3] })
      else {
        throw IngestError(
          .unusable, file: opening.file, place: "line \(line + 2)",
          found: "the units " + found.uniqued().map { "'\($0.prefix(20))'" }.joined(separator: ", ") + " of \(sensor)",
          expected: "m/s^2, and rad/s or deg/s", advice: "export the recording again")
      }
      // Times are rounded to milliseconds, and the sensors are synchronised: the rate keeps better time.
      layouts.append(
        TextLayout(
          dialect: dialect, clock: .rate(rate, origin: .shared("APDM CSV", 0)), acceleration: .metric(force),
          angularVelocity: isInDegrees ? .degrees(turn) : .radians(turn), label: sensor, declaredRate: rate,
          units: [.lineBelowNames]))
    }
    guard layouts.isEmpty else { return layouts }
    throw IngestError(
      .unusable, file: opening.file, place: "line \(line + 1)", found: "the columns \(columns.shown)",
      expected: "Sensor/Acceleration/X and Sensor/Angular Velocity/X",
      advice: "export raw accelerometers and gyroscopes")
  }

  private static func header(_ opening: TextOpening) -> Int? {
    opening.firstLine { $0.hasPrefix("Time,") && $0.contains("/Acceleration/X") }
  }
}

/// Reads the newer CSV of APDM Mobility Lab: `Format=7` and the sensors' names in the first line, what they measure in
/// the second, axes in the third.
///
/// Acceleration is in m/s² and angular velocity in rad/s. Time has no unit in the file and is told by its size:
/// microseconds or seconds of UTC from 1970, or seconds from the start.
enum APDMGroupedCSVFormat: TextFormat {
  static let name = "APDM CSV, format 7"
  static let versionSeen = "format 7"
  static let lost = "magnetometer, orientation"

  /// Larger times are microseconds from 1970: as seconds they would be in the year 33,658.
  private static let microsecondsFrom = 1e12
  /// Larger times are seconds from 1970: as seconds from a start they would be three years.
  private static let epochFrom = 1e8

  static func reason(_ opening: TextOpening) -> String? {
    guard opening.lines.count > 3, opening.lines[0].hasPrefix("Format=7"), opening.lines[1].hasPrefix("Time,") else {
      return nil
    }
    return "a first line Format=7 above Time,Accelerometer,,,Gyroscope"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    let sensors = opening.lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let quantities = opening.lines[1].split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    let axes = opening.lines[2].split(separator: ",", omittingEmptySubsequences: false).map { $0.lowercased() }
    let width = opening.cells(ofLine: 3, delimiter: ",").count
    let dialect = opening.dialect(
      headerLine: 0, delimiter: ",",
      header: (0..<width).map { k in
        (quantities.indices.contains(k) && !quantities[k].isEmpty ? quantities[k] : "column") + " \(k + 1)"
      }, skipping: 2)
    guard let time = Double(opening.cells(ofLine: 3, delimiter: ",").first ?? "") else {
      throw IngestError(
        .unusable, file: opening.file, place: "line 4", found: "no time in the first column", expected: "a number",
        advice: "export the recording again")
    }
    let clock: TextLayout.Clock =
      time > microsecondsFrom
      ? .column(0, factor: 1e-6, origin: .utc(0))
      : .column(0, factor: 1, origin: time > epochFrom ? .utc(0) : .shared("APDM CSV", 0))
    var layouts: [TextLayout] = []
    for start in quantities.indices where quantities[start] == "Accelerometer" {
      let gyroscope = start + 3
      guard quantities.indices.contains(gyroscope), quantities[gyroscope] == "Gyroscope", gyroscope + 3 <= width,
        axes.count > gyroscope + 2, Array(axes[start..<start + 6]) == ["x", "y", "z", "x", "y", "z"]
      else { continue }
      // The sensor's name stands three cells behind its first column.
      let label = sensors.indices.contains(start + 3) ? sensors[start + 3] : ""
      layouts.append(
        TextLayout(
          dialect: dialect, clock: clock, acceleration: .metric(Array(start..<start + 3)),
          angularVelocity: .radians(Array(gyroscope..<gyroscope + 3)), label: label,
          units: [.definition(acceleration: "m/s²", angularVelocity: "rad/s")]))
    }
    guard layouts.isEmpty else { return layouts }
    throw IngestError(
      .unusable, file: opening.file, place: "line 2", found: "the columns " + HeaderColumns(quantities).shown,
      expected: "Accelerometer,,,Gyroscope,,, for each sensor", advice: "export raw accelerometers and gyroscopes")
  }
}
