/// Reads what the app Sensor Logger exports: a folder or archive with one CSV per sensor, all with the columns
/// `time,seconds_elapsed,z,y,x` in this order.
///
/// `time` counts nanoseconds of UTC from 1970. `Accelerometer.csv` has no gravity: on Android `TotalAcceleration.csv`
/// is read in its place, else `Gravity.csv` is added to it. On iOS both have the opposite sign of the specific force,
/// unless the app was set to standardise, which `Metadata.csv` says (Sensor Logger, UNITS.md and COORDINATES.md).
enum SensorLoggerFormat: TextFormat {
  static let name = "Sensor Logger CSV"
  static let versionSeen = "not in the file"
  static let lost = "other sensors"
  static let writesOneFilePerSensor = true

  private enum Sensor {
    case total, moving, gravity, uncalibrated, gyroscope

    /// The sensor is named by its file alone.
    init?(file: String) {
      switch file.split(separator: "/").last?.lowercased() {
      case "totalacceleration.csv": self = .total
      case "accelerometer.csv": self = .moving
      case "gravity.csv": self = .gravity
      case "accelerometeruncalibrated.csv": self = .uncalibrated
      case "gyroscope.csv": self = .gyroscope
      default: return nil
      }
    }
  }

  static func reason(_ opening: TextOpening) -> String? {
    guard opening.cells(ofLine: 0) == ["time", "seconds_elapsed", "z", "y", "x"], Sensor(file: opening.file) != nil
    else { return nil }
    return "the header time,seconds_elapsed,z,y,x in a file named after a sensor"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let sensor = Sensor(file: opening.file) else { return [] }
    var layout = TextLayout(
      dialect: opening.dialect(headerLine: 0, delimiter: opening.delimiter(ofLine: 0)),
      clock: .column(0, factor: 1e-9, origin: .utc(0)),
      units: [.definition(acceleration: "m/s²", angularVelocity: "rad/s")])
    let axes = [4, 3, 2]
    switch sensor {
    case .gyroscope: layout.angularVelocity = .radians(axes)
    case .total: layout.acceleration = .metric(axes)
    case .moving, .gravity:
      let isOpposite = try isOpposite(opening)
      layout.acceleration = isOpposite ? TextLayout.Axes.metric(axes).negated : .metric(axes)
      layout.content = sensor == .gravity ? .gravity : .withoutGravity
    case .uncalibrated:
      let isOpposite = try isOpposite(opening)
      layout.acceleration = isOpposite ? TextLayout.Axes.gravities(axes).negated : .metric(axes)
    }
    return [layout]
  }

  /// Whether acceleration has the sign of iOS, where the app writes no file of total acceleration.
  private static func isOpposite(_ opening: TextOpening) throws(IngestError) -> Bool {
    if opening.sibling("TotalAcceleration.csv") != nil { return false }
    let lines = (opening.sibling("Metadata.csv") ?? "").split(whereSeparator: \.isNewline)
    let cells = lines.map { TextOpening.cells(of: $0, delimiter: ",") }
    if cells.count > 1 {
      let columns = HeaderColumns(cells[0])
      func value(_ name: String) -> String? {
        columns.position(name).flatMap { cells[1].indices.contains($0) ? cells[1][$0].lowercased() : nil }
      }
      if let platform = value("platform"), !platform.isEmpty {
        return platform == "ios" && value("standardisation") != "true"
      }
    }
    throw IngestError(
      .unusable, file: opening.file, found: "no Metadata.csv with the platform",
      expected: "Metadata.csv beside the sensors' files: iOS and Android give acceleration opposite signs",
      advice: "export again with Metadata.csv, or with TotalAcceleration.csv on Android")
  }
}
