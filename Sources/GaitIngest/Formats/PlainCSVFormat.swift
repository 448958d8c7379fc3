import GaitModel

/// Reads plain CSV: one sensor in a file named after its placement, or several with the placement in the names of
/// their columns.
struct PlainCSVFormat: RecordingFormat {
  static let name = "plain CSV"
  static let versionSeen = "of RetroGait"
  static let lost = "other columns"

  static func claim(_ content: borrowing FileContent) throws(IngestError) -> FormatClaim? {
    switch content {
    case .text(let opening):
      guard let reason = reason(opening), !holdsOneQuantity(opening), try !holdsSeveralSensors(opening)
      else { return nil }
      return FormatClaim(name: name, reason: reason)
    default: return nil
    }
  }

  /// Whether the names are of the accelerometer only or of the gyroscope only, whose other half may lie in another file, so
  /// that it is read as any other table.
  private static func holdsOneQuantity(_ opening: TextOpening) -> Bool {
    guard let header = header(opening) else { return false }
    let names = opening.lines[header].lowercased()
    return names.contains("acc") != names.contains("gyr")
  }

  /// Whether the table has a column that tells the sensors of its rows apart, so that it is read as any other table.
  ///
  /// - Throws: `IngestError` if it has one that does not say where they were worn.
  private static func holdsSeveralSensors(_ opening: TextOpening) throws(IngestError) -> Bool {
    guard let table = DescribedTable(opening), table.isReadable, table.hasColumnsBeside else { return false }
    let layouts = try table.layouts()
    return try RowLabels(opening: opening, pages: nil).separated(layouts).count != layouts.count
  }

  static func units(_ content: borrowing FileContent) throws(IngestError) -> [UnitEvidence] {
    [.columnNames]
  }

  static func signals(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> FileSignals {
    try file.bytes.withBytes { (bytes) throws(IngestError) in
      .streams(
        try streams(
          in: bytes, file: file.path, filePlacement: request.placement ?? file.options.placement,
          wanted: request.wanted, pages: file.bytes.pages))
    }
  }

  static func blocks(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> [any SampleBlocks]? {
    try PlainCSVBlocks(
      file.bytes, file: file.path, filePlacement: request.placement ?? file.options.placement, wanted: request.wanted
    ).map { [$0] }
  }

  /// Why the first lines are a plain table: a header with names such as `acc_x_m_s2`.
  static func reason(_ opening: TextOpening) -> String? {
    guard let header = header(opening) else { return nil }
    let prefixes = [""] + Placement.allCases.map { $0.rawValue + "_" }
    let names = opening.lines[header].lowercased().split { ",;\t|\" ".contains($0) }
    let units = ["_m_s2", "_g", "_deg_s", "_rad_s"]
    let isPlain = names.contains { name in
      units.contains(where: name.hasSuffix)
        && prefixes.contains { name.hasPrefix($0 + "acc_") || name.hasPrefix($0 + "gyr_") }
    }
    return isPlain ? "a header with units in names such as acc_x_m_s2" : nil
  }

  /// The line of the names.
  private static func header(_ opening: TextOpening) -> Int? {
    opening.firstLine { line in
      !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") && !CSVDialect.namesDelimiter(line.utf8)
    }
  }

  /// Where the numbers of the wanted sensors stand in a file.
  struct Layout {
    struct Sensor {
      var placement: Placement
      var columns: PlainColumns.Sensor
      var placementFrom: SignalSource.PlacementEvidence
    }

    let dialect: CSVDialect
    let sensors: [Sensor]

    /// The positions of all columns that are read.
    var positions: Set<Int> { Set(sensors.flatMap { $0.columns.columns.map(\.position) }) }

    /// - Parameters:
    ///   - filePlacement: The placement that the file's name gives.
    ///   - wanted: The placements to read, or `nil` for all.
    init(
      _ bytes: UnsafeBufferPointer<UInt8>, file: String, filePlacement: Placement?, wanted: Set<Placement>?
    ) throws(IngestError) {
      dialect = try CSVDialect(bytes, file: file)
      let found = try PlainColumns.sensors(in: dialect.header, file: file, headerLine: dialect.headerLine)
      let named = found.compactMap(\.placement)
      if let filePlacement, named.count == found.count, !named.contains(filePlacement) {
        throw IngestError(
          .unusable, file: file, place: "line \(dialect.headerLine)",
          found: "columns of " + named.map(\.rawValue).joined(separator: ", ")
            + " in a file named \(filePlacement.rawValue)",
          expected: "columns of \(filePlacement.rawValue)", advice: "rename the file or the columns")
      }
      var sensors: [Sensor] = []
      for sensor in found {
        guard let placement = sensor.placement ?? filePlacement else {
          throw IngestError(
            .unusable, file: file, found: "one sensor without a placement",
            expected: "a file named after where the sensor was worn, or columns that begin with it",
            advice: "name the file left_foot.csv, right_foot.csv or lower_back.csv, or add --placement")
        }
        guard wanted?.contains(placement) ?? true else { continue }
        sensors.append(
          Sensor(
            placement: placement, columns: sensor, placementFrom: sensor.placement == nil ? .fileName : .columns))
      }
      self.sensors = sensors
    }
  }

  /// The streams in `bytes`.
  ///
  /// - Parameters:
  ///   - filePlacement: The placement that the file's name gives.
  ///   - wanted: The placements to read, or `nil` for all.
  ///   - pages: The memory of `bytes` if they are a file's.
  static func streams(
    in bytes: UnsafeBufferPointer<UInt8>, file: String, filePlacement: Placement?, wanted: Set<Placement>?,
    pages: FilePages? = nil
  ) throws(IngestError) -> [SensorStream] {
    let layout = try Layout(bytes, file: file, filePlacement: filePlacement, wanted: wanted)
    let dialect = layout.dialect
    guard !layout.sensors.isEmpty else { return [] }
    var table = try CSVTable(bytes, dialect: dialect, positions: layout.positions, file: file, pages: pages)
    let lines = table.lines
    var streams: [SensorStream] = []
    for (index, sensor) in layout.sensors.enumerated() {
      let assembly = StreamAssembly(
        file: file, placement: sensor.placement,
        place: { row, column in "line \(lines.line(ofRow: row)), column \(dialect.header[column])" },
        placementFrom: sensor.placementFrom)
      // Columns are moved, not shared with the table, so that scaling them makes no copy; sensors may share a clock.
      let later = Set(layout.sensors.dropFirst(index + 1).map(\.columns.time.position))
      let columns = sensor.columns.columns.map { column in
        (later.contains(column.position)
          ? table.columns[column.position] : table.columns.removeValue(forKey: column.position)) ?? []
      }
      var stream = try assembly.stream(columns: columns, sensor: sensor.columns)
      stream.source?.columns = sensor.columns.names(in: dialect.header)
      streams.append(stream)
    }
    return streams
  }
}
