import GaitModel

/// The samples of one file, read a block of rows at a time.
protocol SampleBlocks {
  var file: String { get }
  /// The sensors of the file; the positions of their columns are those in `appendNext(to:)`.
  var sensors: [BlockSensor] { get }
  /// About how many rows the file has.
  var expectedRows: Int { get }

  /// Names the place of a row of the file, from 0, and a column.
  func place(row: Int, column: Int) -> String

  /// Appends the next rows to `columns`.
  ///
  /// - Returns: `false` if there are none left.
  mutating func appendNext(to columns: inout [[Double]]) throws(IngestError) -> Bool
}

/// A sensor in a file that is read in blocks.
struct BlockSensor {
  var placement: Placement
  var columns: PlainColumns.Sensor
  var declaredRate: Double?
  var placementFrom: SignalSource.PlacementEvidence
  /// The columns by their names, where the file has names.
  var names = SignalSource.Columns()
}

/// The rows of a plain CSV file in blocks.
struct PlainCSVBlocks: SampleBlocks {
  let file: String
  let sensors: [BlockSensor]
  let expectedRows: Int
  private let bytes: InputBytes
  private let header: [String]
  /// The position in the file of each column that is read.
  private let positions: [Int]
  private var rows: CSVRows

  /// - Returns: `nil` if the file is empty, or none of its sensors is wanted.
  init?(
    _ bytes: InputBytes, file: String, filePlacement: Placement?, wanted: Set<Placement>?
  ) throws(IngestError) {
    guard let pages = bytes.pages else { return nil }
    // The bytes stay where they are as long as `bytes` does, which this value keeps.
    let buffer = pages.bytes
    let layout = try PlainCSVFormat.Layout(buffer, file: file, filePlacement: filePlacement, wanted: wanted)
    guard !layout.sensors.isEmpty else { return nil }
    self.file = file
    self.bytes = bytes
    let header = layout.dialect.header
    self.header = header
    let positions = layout.positions.sorted()
    self.positions = positions
    sensors = layout.sensors.map { sensor in
      BlockSensor(
        placement: sensor.placement,
        columns: sensor.columns.moved { position in positions.firstIndex(of: position) ?? 0 },
        placementFrom: sensor.placementFrom,
        names: .init(
          time: header[sensor.columns.time.position],
          acceleration: sensor.columns.acceleration.map { header[$0.position] },
          angularVelocity: sensor.columns.angularVelocity.map { header[$0.position] }))
    }
    expectedRows = CSVRows.count(
      in: buffer, from: layout.dialect.firstDataByte, width: layout.dialect.header.count)
    rows = CSVRows(buffer, dialect: layout.dialect, positions: positions, file: file, pages: pages)
  }

  func place(row: Int, column: Int) -> String {
    "line \(rows.lines.line(ofRow: row)), column \(header[positions[column]])"
  }

  mutating func appendNext(to columns: inout [[Double]]) throws(IngestError) -> Bool {
    try rows.appendNext(to: &columns)
  }
}
