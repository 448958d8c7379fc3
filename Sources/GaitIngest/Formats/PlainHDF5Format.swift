import CHDF5
import GaitModel

/// Reads plain HDF5: one group per placement with `accelerometer` and `gyroscope` (N × 3, each with an attribute
/// `units`), and `time` in seconds or the group's attribute `sampling_rate_hz`.
struct PlainHDF5Format {
  static let name = "plain HDF5"

  private static let accelerationUnits = [
    "m/s^2": "m_s2", "m/s²": "m_s2", "m/s2": "m_s2", "m_s2": "m_s2", "m s-2": "m_s2", "m*s^-2": "m_s2",
    "m/s**2": "m_s2", "m s^-2": "m_s2", "m·s⁻²": "m_s2", "m s⁻²": "m_s2", "g": "g",
  ]
  private static let rateUnits = [
    "deg/s": "deg_s", "°/s": "deg_s", "deg_s": "deg_s", "dps": "deg_s", "degrees/s": "deg_s", "rad/s": "rad_s",
    "deg/sec": "deg_s", "deg s-1": "deg_s", "deg s^-1": "deg_s", "rad_s": "rad_s", "rad s-1": "rad_s",
    "rad s^-1": "rad_s", "rad·s⁻¹": "rad_s", "rad/sec": "rad_s",
  ]

  /// Seconds if nothing is said.
  private static let timeUnits = [
    "s": 1.0, "sec": 1, "second": 1, "seconds": 1, "ms": 1e-3, "milliseconds": 1e-3, "us": 1e-6, "µs": 1e-6,
    "microseconds": 1e-6,
  ]

  static func streams(
    inFileAt path: String, byteCount: Int, filePlacement: Placement?, wanted: Set<Placement>?,
    limit: ExpansionLimit = ExpansionLimit()
  ) throws(IngestError) -> [SensorStream] {
    try HDF5Library.exclusively { () throws(IngestError) in
      let file = try HDF5File(path: path, byteCount: byteCount, limit: limit)
      var streams: [SensorStream] = []
      var found: [Placement] = []
      for placement in Placement.allCases where try file.holds(placement.rawValue) {
        found.append(placement)
        if let wanted, !wanted.contains(placement) { continue }
        streams.append(try stream(in: try file.group(placement.rawValue), placement: placement))
      }
      guard !found.isEmpty else {
        throw IngestError(
          .unusable, file: path, found: "no group named after a placement",
          expected: "groups named " + Placement.allCases.map(\.rawValue).joined(separator: ", "),
          advice: "rename the groups after where the sensors were worn")
      }
      if let filePlacement, !found.contains(filePlacement) {
        throw IngestError(
          .unusable, file: path,
          found: "the group " + found.map(\.rawValue).joined(separator: ", ")
            + " in a file named \(filePlacement.rawValue)",
          expected: "a group \(filePlacement.rawValue)", advice: "rename the file or the group")
      }
      return streams
    }
  }

  /// All columns of the file, in the order of placements: of the accelerometer, the gyroscope, and the time.
  static func columns(inFileAt path: String, limit: ExpansionLimit) throws(IngestError) -> [[Double]] {
    try HDF5Library.exclusively { () throws(IngestError) in
      let file = try HDF5File(path: path, byteCount: Int(rg_identity_of(path).size), limit: limit)
      var columns: [[Double]] = []
      for placement in Placement.allCases where try file.holds(placement.rawValue) {
        let group = try file.group(placement.rawValue)
        for (dataset, count) in [("accelerometer", 3), ("gyroscope", 3), ("time", 1)] where try group.holds(dataset) {
          columns += try group.numbers(dataset, columns: count).values
        }
      }
      return columns
    }
  }

  private static func stream(
    in group: borrowing HDF5File.Group, placement: Placement
  ) throws(IngestError) -> SensorStream {
    let path = group.path
    let groupName = group.name
    for dataset in ["accelerometer", "gyroscope"] where try !group.holds(dataset) {
      throw IngestError(
        .unusable, file: path, place: "group /\(groupName)", found: "no dataset \(dataset)",
        expected: "accelerometer and gyroscope, N × 3 each", advice: "add the dataset")
    }
    let (force, forceUnits) = try group.numbers("accelerometer", columns: 3)
    let (rate, rateUnitsFound) = try group.numbers("gyroscope", columns: 3)
    let forceUnit = try unit(forceUnits, of: "accelerometer", known: accelerationUnits, file: path, group: groupName)
    let rateUnit = try unit(rateUnitsFound, of: "gyroscope", known: rateUnits, file: path, group: groupName)
    let count = force[0].count
    let declaredRate = group.number("sampling_rate_hz").flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    var time: [Double]
    if try group.holds("time") {
      let (values, units) = try group.numbers("time", columns: 1)
      time = values[0]
      guard let factor = timeUnits[(units ?? "s").lowercased()] else {
        throw IngestError(
          .unusable, file: path, place: "dataset /\(groupName)/time", found: "the units '\(units ?? "")'",
          expected: "s, ms or us", advice: "say the unit in the attribute 'units', or leave it out for seconds")
      }
      if factor != 1 { for i in time.indices { time[i] *= factor } }
    } else if let declaredRate {
      time = (0..<count).map { Double($0) / declaredRate }
    } else {
      throw IngestError(
        .unusable, file: path, place: "group /\(groupName)", found: "no dataset time and no attribute sampling_rate_hz",
        expected: "one of the two", advice: "add the time of each sample in seconds, or the rate")
    }
    guard rate[0].count == count, time.count == count else {
      throw IngestError(
        .unusable, file: path, place: "group /\(groupName)",
        found: "\(count) samples of accelerometer, \(rate[0].count) of gyroscope, \(time.count) of time",
        expected: "the same number of each", advice: "export the sensor again")
    }
    // Moved, not shared, so that scaling them makes no copy.
    let columns = [consume time] + (consume force) + (consume rate)
    let forceFactor = forceUnit == "g" ? PlainColumns.standardGravity : 1
    let rateFactor = rateUnit == "deg_s" ? Double.pi / 180 : 1
    let sensor = PlainColumns.Sensor(
      placement: placement, time: .init(position: 0, factor: 1, unit: "s"),
      acceleration: (1...3).map { .init(position: $0, factor: forceFactor, unit: forceUnit) },
      angularVelocity: (4...6).map { .init(position: $0, factor: rateFactor, unit: rateUnit) })
    return try StreamAssembly(
      file: path, placement: placement,
      place: { row, column in
        let dataset = column == 0 ? "time" : column < 4 ? "accelerometer" : "gyroscope"
        return "dataset /\(groupName)/\(dataset), row \(row + 1)"
      },
      declaredRate: declaredRate, placementFrom: .group
    ).stream(columns: columns, sensor: sensor)
  }

  private static func unit(
    _ found: String?, of dataset: String, known: [String: String], file: String, group: String
  ) throws(IngestError) -> String {
    guard let found, let unit = known[found.lowercased()] ?? known[found] else {
      throw IngestError(
        .unusable, file: file, place: "dataset /\(group)/\(dataset)",
        found: found.map { "the units '\($0)'" } ?? "no attribute 'units'",
        expected: dataset == "accelerometer" ? "m/s^2 or g" : "deg/s or rad/s",
        advice: "say the unit in the attribute 'units' of the dataset")
    }
    return unit
  }
}
