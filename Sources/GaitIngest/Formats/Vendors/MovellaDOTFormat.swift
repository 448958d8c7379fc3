import GaitModel

/// Reads the CSV that the Movella (Xsens) DOT app and its server export: lines of keys and values, then a table.
///
/// Acceleration is in m/s² and angular velocity in °/s (Movella DOT user manual, "Output data"). `SampleTimeFine` counts
/// microseconds in 32 bits and starts again at zero every 71.6 minutes. Payloads of orientation alone hold no raw
/// signals, and those of high fidelity hold increments; neither can be measured with.
enum MovellaDOTFormat: TextFormat {
  static let name = "Movella DOT CSV"
  static let versionSeen = "not in the file"
  static let lost = "orientation, magnetometer"

  private static let accelerationNames = ["acc_x", "acc_y", "acc_z"]
  private static let rateNames = ["gyr_x", "gyr_y", "gyr_z"]
  /// The value after which a 32-bit counter starts again at zero.
  private static let counterWrap = 4_294_967_296.0

  static func reason(_ opening: TextOpening) -> String? {
    guard let header = headerLine(opening), opening.lines[..<header].contains(where: isPreamble) else { return nil }
    return "keys such as DeviceTag: above a header that begins with PacketCounter,SampleTimeFine"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let line = headerLine(opening) else { return [] }
    let dialect = opening.dialect(headerLine: line, delimiter: opening.delimiter(ofLine: line))
    let columns = HeaderColumns(dialect.header)
    guard let acceleration = columns.axes(accelerationNames), let rate = columns.axes(rateNames),
      let time = columns.position("sampletimefine")
    else { throw refusal(opening, columns, line: line) }
    return [
      TextLayout(
        dialect: dialect, clock: .column(time, factor: 1e-6, wrap: counterWrap, origin: origin(opening)),
        acceleration: .metric(acceleration), angularVelocity: .degrees(rate),
        label: opening.value(after: "DeviceTag").map(String.init),
        declaredRate: opening.value(after: "OutputRate").flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) },
        beginning: beginning(opening),
        units: [.definition(acceleration: "m/s²", angularVelocity: "°/s")])
    ]
  }

  /// `2023-03-01 10:15:00.123 Z`, or `2025-07-11_20:06:00_086 WEST`.
  private static func beginning(_ opening: TextOpening) -> ClockOrigin {
    guard let time = opening.value(after: "StartTime:").flatMap({ ClockText($0) }) else { return .unknown }
    return time.utc.map { .utc($0) } ?? .local(time.seconds)
  }

  /// Sensors that the app has synchronised count from one zero.
  private static func origin(_ opening: TextOpening) -> ClockOrigin {
    let status = opening.value(after: "SyncStatus")?.lowercased() ?? ""
    return ["synced", "synchronized", "yes", "1"].contains(status) ? .shared("Movella DOT", 0) : .unknown
  }

  private static func headerLine(_ opening: TextOpening) -> Int? {
    opening.lines.indices.first { line in
      opening.lines[line].hasPrefix("PacketCounter")
        && opening.cells(ofLine: line).prefix(2).elementsEqual(["PacketCounter", "SampleTimeFine"])
    }
  }

  private static func isPreamble(_ line: Substring) -> Bool {
    line.hasPrefix("DeviceTag:") || line.hasPrefix("FirmwareVersion:") || line.hasPrefix("Measurement Mode:")
      || line.hasPrefix("StartTime:")
  }

  private static func refusal(_ opening: TextOpening, _ columns: HeaderColumns, line: Int) -> IngestError {
    let found: String
    if columns.names.contains(where: { $0.hasPrefix("dq_") || $0.hasPrefix("dv[") }) {
      found = "the payload 'high fidelity', which holds increments of orientation and velocity"
    } else if columns.names.contains(where: { $0.hasPrefix("freeacc_") }) {
      found = "a payload with free acceleration, from which gravity is removed, and no raw signals"
    } else {
      found = "the columns " + columns.shown
    }
    return IngestError(
      .unusable, file: opening.file, place: "line \(line + 1)", found: found,
      expected: "SampleTimeFine, Acc_X … Acc_Z and Gyr_X … Gyr_Z",
      advice: "measure with a payload that holds raw signals: Rate Quantities, or Custom Mode 5")
  }
}
