import GaitModel

/// The samples of one sensor in a plain HDF5 file in blocks.
struct PlainHDF5Blocks: SampleBlocks {
  private let process: HDF5Process
  private let layout: PlainHDF5Format.Layout
  private let byteCount: Int
  private let limit: ExpansionLimit
  private var nextRow = 0

  init(_ layout: PlainHDF5Format.Layout, process: HDF5Process, byteCount: Int, limit: ExpansionLimit) {
    self.process = process
    self.layout = layout
    self.byteCount = byteCount
    self.limit = limit
  }

  var file: String { process.file }

  var sensors: [BlockSensor] {
    [
      BlockSensor(
        placement: layout.placement, columns: layout.columns, declaredRate: layout.declaredRate, placementFrom: .group)
    ]
  }

  var expectedRows: Int { layout.rows }

  func place(row: Int, column: Int) -> String { layout.place(row: row, column: column) }

  mutating func appendNext(to columns: inout [[Double]]) throws(IngestError) -> Bool {
    let rows = nextRow..<min(nextRow + layout.blockRows, layout.rows)
    guard !rows.isEmpty else { return false }
    nextRow = rows.upperBound
    let file = HDF5File(process, byteCount: byteCount, limit: limit)
    let block = try PlainHDF5Format.columns(ofRows: rows, of: layout, in: try file.group(layout.group))
    for k in columns.indices { columns[k].append(contentsOf: block[k]) }
    return true
  }
}
