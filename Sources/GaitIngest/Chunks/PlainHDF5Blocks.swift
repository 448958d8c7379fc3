import GaitModel

/// The samples of one sensor in a plain HDF5 file in blocks.
struct PlainHDF5Blocks: SampleBlocks {
  let file: String
  private let layout: PlainHDF5Format.Layout
  private let byteCount: Int
  private let limit: ExpansionLimit
  private var nextRow = 0

  init(_ layout: PlainHDF5Format.Layout, file: String, byteCount: Int, limit: ExpansionLimit) {
    self.file = file
    self.layout = layout
    self.byteCount = byteCount
    self.limit = limit
  }

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
    // The file is opened for each block, so that the one door to the library is not kept shut between them.
    let block = try HDF5Library.exclusively { () throws(IngestError) in
      let file = try HDF5File(path: file, byteCount: byteCount, limit: limit)
      return try PlainHDF5Format.columns(ofRows: rows, of: layout, in: try file.group(layout.group))
    }
    for k in columns.indices { columns[k].append(contentsOf: block[k]) }
    return true
  }
}
