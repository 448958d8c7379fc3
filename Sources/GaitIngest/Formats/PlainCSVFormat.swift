import GaitModel

/// Reads plain CSV: one sensor in a file named after its placement, or several with the placement in the names of
/// their columns.
struct PlainCSVFormat {
  static let name = "plain CSV"

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
    var streams: [SensorStream] = []
    for sensor in sensors {
      guard let placement = sensor.placement ?? filePlacement else {
        throw IngestError(
          .unusable, file: file, found: "one sensor without a placement",
          expected: "a file named after where the sensor was worn, or columns that begin with it",
          advice: "name the file left_foot.csv, right_foot.csv or lower_back.csv")
      }
      if let wanted, !wanted.contains(placement) { continue }
      let table = try CSVTable(bytes, dialect: dialect, positions: sensor.columns.map(\.position), file: file)
      streams.append(
        try StreamAssembly(
          file: file, placement: placement,
          place: { row, column in "line \(table.line(ofRow: row)), column \(dialect.header[column])" }
        ).stream(columns: table.columns, sensor: sensor))
    }
    return streams
  }
}
