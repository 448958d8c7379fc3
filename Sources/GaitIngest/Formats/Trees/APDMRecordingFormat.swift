import GaitModel

/// Reads the HDF5 files of APDM (Opal sensors with Motion Studio, Moveo or Mobility Lab), versions 3, 4 and 5.
///
/// Acceleration in m/s², angular velocity in rad/s, time in microseconds of UTC from 1970. Versions 3 and 4 have one group
/// per sensor, named in the attribute `CaseIdList` beside `MonitorLabelList`; version 5 has `/Sensors/<id>`, labeled in
/// `Configuration`. A sensor whose label is not a placement is passed over unless it is the only one.
enum APDMRecordingFormat: HDF5Format {
  static let name = "APDM HDF5"
  static let versionSeen = "versions 3, 4 and 5"
  static let lost = "magnetometer, orientation, annotations"
  static let units: [UnitEvidence] = [.definition(acceleration: "m/s²", angularVelocity: "rad/s")]

  private static let knownVersions = 3...5

  static func reason(_ tree: borrowing HDF5Tree) -> String? {
    guard let version = version(tree) else { return nil }
    if version >= 5 {
      return tree.isGroup(["Sensors"]) ? "the attribute FileFormatVersion \(version) and the group Sensors" : nil
    }
    return tree.texts("CaseIdList").isEmpty ? nil : "the attributes FileFormatVersion \(version) and CaseIdList"
  }

  static func signals(_ tree: borrowing HDF5Tree) throws(IngestError) -> [SensorSignals] {
    let version = version(tree) ?? 0
    guard knownVersions.contains(version) else {
      throw IngestError(
        .unusable, file: tree.file, found: "version \(version) of the format", expected: "version 3, 4 or 5",
        advice: "export the recording again with current software")
    }
    let sensors = version == 5 ? currentSensors(tree) : listedSensors(tree)
    let placed = sensors.filter { PlacementLabel.placement(in: $0.label) != nil }
    let chosen = placed.isEmpty && sensors.count == 1 ? sensors : placed
    guard !chosen.isEmpty else {
      throw IngestError(
        .unusable, file: tree.file,
        found: sensors.isEmpty
          ? "no sensor" : "sensors labeled " + sensors.map { "'\($0.label.prefix(30))'" }.joined(separator: ", "),
        expected: "labels such as Left Foot, Right Foot and Lumbar", advice: "label the sensors in APDM's software")
    }
    var signals: [SensorSignals] = []
    for sensor in chosen { signals.append(try read(sensor, tree)) }
    return signals
  }

  private struct Sensor {
    var label: String
    var time: [String]
    var acceleration: [String]
    var angularVelocity: [String]
    var rate: Double?
  }

  private static func version(_ tree: borrowing HDF5Tree) -> Int? {
    let number = tree.number("FileFormatVersion") ?? tree.text("FileFormatVersion").flatMap { Double($0) }
    return number.flatMap { $0 >= 1 && $0 < 100 ? Int($0) : nil }
  }

  /// Bytes of a name in `CaseIdList` that name the group; more follow in files of version 3.
  private static let caseNameLength = 9

  private static func listedSensors(_ tree: borrowing HDF5Tree) -> [Sensor] {
    let labels = tree.texts("MonitorLabelList")
    return tree.texts("CaseIdList").enumerated().map { k, id in
      let group = String(id.prefix(caseNameLength))
      return Sensor(
        label: labels.indices.contains(k) ? labels[k] : "", time: [group, "Time"],
        acceleration: [group, "Calibrated", "Accelerometers"], angularVelocity: [group, "Calibrated", "Gyroscopes"],
        rate: tree.number("SampleRate", of: [group]))
    }
  }

  private static func currentSensors(_ tree: borrowing HDF5Tree) -> [Sensor] {
    tree.names(in: ["Sensors"]).map { id in
      let group = ["Sensors", id]
      return Sensor(
        label: tree.text("Label 0", of: group + ["Configuration"]) ?? "", time: group + ["Time"],
        acceleration: group + ["Accelerometer"], angularVelocity: group + ["Gyroscope"],
        rate: tree.number("Sample Rate", of: group + ["Configuration"]))
    }
  }

  private static func read(_ sensor: Sensor, _ tree: borrowing HDF5Tree) throws(IngestError) -> SensorSignals {
    let (stamps, _) = try tree.numbers(sensor.time)
    let acceleration = try series(sensor.acceleration, tree)
    let rate = try series(sensor.angularVelocity, tree)
    guard let start = stamps.first, stamps.count == acceleration.count, stamps.count == rate.count else {
      throw IngestError(
        .unusable, file: tree.file, place: "/" + sensor.time.dropLast().joined(separator: "/"),
        found:
          "\(stamps.count) times, \(acceleration.count) samples of acceleration, \(rate.count) of angular velocity",
        expected: "the same number of each", advice: "export the recording again")
    }
    let name = sensor.time.dropLast().joined(separator: "/")
    return SensorSignals(
      time: stamps.map { ($0 - start) * 1e-6 }, origin: .utc(start * 1e-6), acceleration: acceleration,
      angularVelocity: rate, label: sensor.label, declaredRate: sensor.rate,
      place: { "group /\(name), row \($0 + 1)" })
  }

  private static func series(_ path: [String], _ tree: borrowing HDF5Tree) throws(IngestError) -> TriaxialSeries {
    let columns = try tree.columns(path, count: 3)
    return TriaxialSeries(x: columns[0], y: columns[1], z: columns[2])
  }
}
