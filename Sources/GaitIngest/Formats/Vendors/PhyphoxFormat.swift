import GaitModel

/// Reads what the app phyphox exports as CSV, in any of its five dialects: a folder or archive with one file per sensor.
///
/// Names and units stand in the first line: `"Acceleration x (m/s^2)"`, `"Gyroscope x (rad/s)"`. Acceleration has
/// gravity in it, on iOS as on Android with the sign of the specific force; `Linear Acceleration` has none. Time is that
/// of the experiment; `meta/time.csv` says what its zero is in UTC.
enum PhyphoxFormat: TextFormat {
  static let name = "phyphox CSV"
  static let versionSeen = "not in the file"
  static let lost = "other sensors; a warning names pauses"
  static let writesOneFilePerSensor = true

  private static let force = ["acceleration x (m/s^2)", "acceleration y (m/s^2)", "acceleration z (m/s^2)"]
  private static let linear = force.map { "linear " + $0 }
  /// Names without the sensor, which the file's name says.
  private static let bareForce = ["x (m/s^2)", "y (m/s^2)", "z (m/s^2)"]
  private static let bareRate = ["x (rad/s)", "y (rad/s)", "z (rad/s)"]
  private static let rate = ["gyroscope x (rad/s)", "gyroscope y (rad/s)", "gyroscope z (rad/s)"]

  static func reason(_ opening: TextOpening) -> String? {
    guard let (_, columns) = header(opening) else { return nil }
    return
      "a header with Time (s) and \(columns.axes(rate) ?? columns.axes(bareRate) == nil ? "x (m/s^2)" : "x (rad/s)")"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let (delimiter, columns) = header(opening), let time = columns.position("time (s)") else { return [] }
    let (origin, warnings) = clock(opening)
    let bare = columns.axes(bareForce)
    let isLinear = opening.file.split(separator: "/").last?.lowercased().contains("linear") ?? false
    let withGravity = columns.axes(force) ?? (isLinear ? nil : bare)
    let withoutGravity = columns.axes(linear) ?? (isLinear ? bare : nil)
    let turning = columns.axes(rate) ?? columns.axes(bareRate)
    return [
      TextLayout(
        dialect: opening.dialect(headerLine: 0, delimiter: delimiter),
        clock: .column(time, factor: 1, origin: origin),
        acceleration: (withGravity ?? withoutGravity).map { .metric($0) },
        angularVelocity: turning.map { .radians($0) },
        content: withGravity == nil && withoutGravity != nil ? .withoutGravity : .specificForce,
        units: [.columnNames], warnings: warnings)
    ]
  }

  private static func header(_ opening: TextOpening) -> (delimiter: Character, columns: HeaderColumns)? {
    for delimiter: Character in [",", "\t", ";"] {
      let columns = HeaderColumns(opening.cells(ofLine: 0, delimiter: delimiter))
      guard columns.position("time (s)") != nil,
        [force, linear, rate, bareForce, bareRate].contains(where: { columns.axes($0) != nil })
      else {
        continue
      }
      return (delimiter, columns)
    }
    return nil
  }

  /// UTC at the experiment's zero, from the first start that `meta/time.csv` lists.
  private static func clock(_ opening: TextOpening) -> (ClockOrigin, [TableWarning]) {
    guard let text = opening.sibling("meta/time.csv") else { return (.unknown, []) }
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return (.unknown, []) }
    let delimiter = first.first { ",;\t".contains($0) } ?? ","
    let columns = HeaderColumns(TextOpening.cells(of: first, delimiter: delimiter))
    guard let experiment = columns.position("experiment time"), let system = columns.position("system time") else {
      return (.unknown, [])
    }
    let starts = lines.dropFirst().map { TextOpening.cells(of: $0, delimiter: delimiter) }
      .filter { $0.first == "START" && $0.count > max(experiment, system) }
    func number(_ text: String) -> Double? { Double(delimiter == "," ? text : text.replacing(",", with: ".")) }
    guard let start = starts.first, let zero = number(start[experiment]), let utc = number(start[system]) else {
      return (.unknown, [])
    }
    return (.utc(utc - zero), starts.count > 1 ? [.paused(starts.count - 1)] : [])
  }
}
