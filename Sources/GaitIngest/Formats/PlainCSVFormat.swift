import GaitModel

/// Reads plain CSV: one sensor in a file named after its placement, or several with the placement in the names of
/// their columns.
struct PlainCSVFormat {
  static let name = "plain CSV"

  /// Why the first lines are a plain table: a header with names such as `acc_x_m_s2`.
  static func reason(_ opening: TextOpening) -> String? {
    guard let header = opening.firstLine(where: { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("#") }) else {
      return nil
    }
    let prefixes = [""] + Placement.allCases.map { $0.rawValue + "_" }
    let names = opening.lines[header].lowercased().split { ",;\t\" ".contains($0) }
    let units = ["_m_s2", "_g", "_deg_s", "_rad_s"]
    let isPlain = names.contains { name in
      units.contains(where: name.hasSuffix)
        && prefixes.contains { name.hasPrefix($0 + "acc_") || name.hasPrefix($0 + "gyr_") }
    }
    return isPlain ? "a header with units in names such as acc_x_m_s2" : nil
  }

  /// The streams in `bytes`.
  ///
  /// - Parameters:
  ///   - filePlacement: The placement that the file's name gives.
  ///   - wanted: The placements to read, or `nil` for all.
  static func streams(
    in bytes: UnsafeBufferPointer<UInt8>, file: String, filePlacement: Placement?, wanted: Set<Placement>?
  ) throws(IngestError) -> [SensorStream] {
    let dialect = try CSVDialect(bytes, file: file)
    let sensors = try PlainColumns.sensors(in: dialect.header, file: file, headerLine: dialect.headerLine)
    let named = sensors.compactMap(\.placement)
    if let filePlacement, named.count == sensors.count, !named.contains(filePlacement) {
      throw IngestError(
        .unusable, file: file, place: "line \(dialect.headerLine)",
        found: "columns of " + named.map(\.rawValue).joined(separator: ", ")
          + " in a file named \(filePlacement.rawValue)",
        expected: "columns of \(filePlacement.rawValue)", advice: "rename the file or the columns")
    }
    var chosen: [(placement: Placement, sensor: PlainColumns.Sensor)] = []
    for sensor in sensors {
      guard let placement = sensor.placement ?? filePlacement else {
        throw IngestError(
          .unusable, file: file, found: "one sensor without a placement",
          expected: "a file named after where the sensor was worn, or columns that begin with it",
          advice: "name the file left_foot.csv, right_foot.csv or lower_back.csv, or add --placement")
      }
      if wanted?.contains(placement) ?? true { chosen.append((placement, sensor)) }
    }
    guard !chosen.isEmpty else { return [] }
    let positions = Set(chosen.flatMap { $0.sensor.columns.map(\.position) })
    var table = try CSVTable(bytes, dialect: dialect, positions: positions, file: file)
    let lines = table.lines
    var streams: [SensorStream] = []
    for (placement, sensor) in chosen {
      let assembly = StreamAssembly(
        file: file, placement: placement,
        place: { row, column in "line \(lines.line(ofRow: row)), column \(dialect.header[column])" },
        placementFrom: sensor.placement == nil ? .fileName : .columns)
      // Signals are moved, not shared with the table, so that scaling them makes no copy; sensors may share a clock.
      let columns = sensor.columns.map { column in
        (column.position == sensor.time.position
          ? table.columns[column.position] : table.columns.removeValue(forKey: column.position)) ?? []
      }
      streams.append(try assembly.stream(columns: columns, sensor: sensor))
    }
    return streams
  }
}
