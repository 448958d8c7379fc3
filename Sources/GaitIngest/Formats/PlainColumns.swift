import GaitModel

/// What the columns of a plain table hold, from their names.
///
/// `time_s`, `acc_x_m_s2` … `acc_z_m_s2`, `gyr_x_deg_s` … `gyr_z_deg_s`; other units in the names are `_ms` and `_us`
/// for time, `_g` for acceleration and `_rad_s` for angular velocity. In a table of several sensors each name begins
/// with the placement: `left_foot_acc_x_m_s2`.
struct PlainColumns {
  /// Where the numbers of one sensor stand, with the factors that make them seconds, m/s² and rad/s.
  struct Sensor {
    var placement: Placement?
    var time: Column
    var acceleration: [Column]
    var angularVelocity: [Column]

    var columns: [Column] { [time] + acceleration + angularVelocity }

    /// The names of the columns in `header`.
    func names(in header: [String]) -> SignalSource.Columns {
      func name(_ column: Column) -> String { header.indices.contains(column.position) ? header[column.position] : "" }
      return SignalSource.Columns(
        time: name(time), acceleration: acceleration.map(name), angularVelocity: angularVelocity.map(name))
    }

    /// The same columns at other positions.
    func moved(_ position: (Int) -> Int) -> Sensor {
      func moved(_ column: Column) -> Column {
        Column(position: position(column.position), factor: column.factor, unit: column.unit)
      }
      return Sensor(
        placement: placement, time: moved(time), acceleration: acceleration.map(moved),
        angularVelocity: angularVelocity.map(moved))
    }
  }

  struct Column {
    var position: Int
    var factor: Double
    var unit: String
  }

  /// Standard gravity in m/s² (CGPM 1901), by which sensors that report in g are scaled.
  static let standardGravity = 9.80665

  private static let timeUnits = ["s": 1.0, "ms": 1e-3, "us": 1e-6]
  private static let accelerationUnits = ["m_s2": 1.0, "g": standardGravity]
  private static let rateUnits = ["deg_s": Double.pi / 180, "rad_s": 1.0]

  /// The sensors that the names of `header` describe, in the order of placements.
  ///
  /// - Throws: `IngestError` if a column is missing, stands twice, or has no known unit.
  static func sensors(in header: [String], file: String, headerLine: Int) throws(IngestError) -> [Sensor] {
    let names = header.map { $0.lowercased() }
    var sensors: [Sensor] = []
    let prefixes: [Placement?] = [nil] + Placement.allCases
    for placement in prefixes {
      let prefix = placement.map { $0.rawValue + "_" } ?? ""
      let hasAny = names.contains { $0.hasPrefix(prefix + "acc_") || $0.hasPrefix(prefix + "gyr_") }
      guard hasAny else { continue }
      let finder = Finder(names: names, header: header, prefix: prefix, file: file, line: headerLine)
      let ownTime = names.contains { $0.hasPrefix(prefix + "time_") }
      let clock = ownTime ? finder : Finder(names: names, header: header, prefix: "", file: file, line: headerLine)
      var acceleration: [Column] = []
      var rate: [Column] = []
      for axis in ["x", "y", "z"] {
        acceleration.append(try finder.column("acc_\(axis)", units: accelerationUnits, example: "m_s2"))
        rate.append(try finder.column("gyr_\(axis)", units: rateUnits, example: "deg_s"))
      }
      for columns in [acceleration, rate] {
        guard let other = columns.first(where: { $0.unit != columns[0].unit }) else { continue }
        throw IngestError(
          .unusable, file: file, place: "line \(headerLine)",
          found: "the columns \(header[columns[0].position]) and \(header[other.position])",
          expected: "one unit for the axes of a sensor", advice: "correct the units in the names of the columns")
      }
      sensors.append(
        Sensor(
          placement: placement, time: try clock.column("time", units: timeUnits, example: "s"),
          acceleration: acceleration, angularVelocity: rate))
    }
    guard !sensors.isEmpty else {
      throw IngestError(
        .unusable, file: file, place: "line \(headerLine)", found: "the columns \(list(header))",
        expected: "time_s, acc_x_m_s2 … acc_z_m_s2 and gyr_x_deg_s … gyr_z_deg_s",
        advice: "rename the columns; units are part of the names")
    }
    return sensors
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? shown + ", …" : shown
  }

  private struct Finder {
    let names: [String]
    let header: [String]
    let prefix: String
    let file: String
    let line: Int

    func column(_ quantity: String, units: [String: Double], example: String) throws(IngestError) -> Column {
      let wanted = prefix + quantity
      let hits = names.indices.filter { names[$0] == wanted || names[$0].hasPrefix(wanted + "_") }
      // Another column of a like name (time_utc, acc_x_filtered) does not matter when one says a unit.
      let usable = hits.filter { units[String(names[$0].dropFirst(wanted.count + 1))] != nil }
      guard let position = usable.first ?? hits.first else {
        throw IngestError(
          .unusable, file: file, place: "line \(line)", found: "no column \(wanted)_…",
          expected: "\(wanted)_\(example)", advice: "add the column, or rename the one that holds it")
      }
      guard usable.count == 1 || hits.count == 1 else {
        throw IngestError(
          .unusable, file: file, place: "line \(line)",
          found: "\(hits.count) columns for \(wanted): " + hits.map { header[$0] }.joined(separator: ", "),
          expected: usable.isEmpty
            ? "one, named " + units.keys.sorted().map { "\(wanted)_\($0)" }.joined(separator: " or ") : "one",
          advice: "remove or rename the others")
      }
      let unit = String(names[position].dropFirst(wanted.count + 1))
      guard let factor = units[unit] else {
        throw IngestError(
          .unusable, file: file, place: "line \(line), column \(header[position])",
          found: unit.isEmpty ? "no unit" : "the unit '\(unit)'",
          expected: units.keys.sorted().map { "\(wanted)_\($0)" }.joined(separator: " or "),
          advice: "put the unit into the column name")
      }
      return Column(position: position, factor: factor, unit: unit)
    }
  }
}
