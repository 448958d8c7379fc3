import CHDF5

/// A dataset of numbers in an HDF5 file.
///
/// Where its numbers lie, how they are packed, and how many they are is looked at before any of them is read.
struct HDF5Dataset: ~Copyable {
  private let object: HDF5Object
  private let size: ExpandedSize
  private let layout: DatasetLayout
  /// How the dataset is called in messages.
  let place: String
  /// The number of rows, columns and so on; empty for a single value.
  var shape: [Int] { layout.shape }

  /// Opens the dataset `name` in the group `location`.
  ///
  /// - Throws: `IngestError` if there is none, its data lie elsewhere or behind a filter that is not part of the
  ///   library, or it does not hold plain numbers.
  init(
    _ name: String, in location: hid_t, of process: HDF5Process, place: String, size: ExpandedSize
  ) throws(IngestError) {
    guard let object = HDF5Object(name, in: location, of: process, .dataset) else {
      try process.checkSound()
      throw IngestError(
        .unusable, file: size.file, place: place, found: "nothing that can be opened (\(process.lastError))",
        expected: "a dataset", advice: "see the documentation of plain HDF5")
    }
    layout = try DatasetLayout(of: object.id, in: process, place: place)
    self.place = place
    self.size = size
    self.object = object
  }

  /// The text of an attribute.
  func text(_ attribute: String) -> String? { object.text(attribute) }

  /// All numbers, row by row, NaN where a number was never written and so never measured, whatever the fill value.
  ///
  /// - Throws: `IngestError` if they are more than the file may give, or damaged.
  func numbers() throws(IngestError) -> [Double] {
    let rows = 0..<(shape.first ?? 1)
    try count(rows)
    // Beside a dimension of zero the product of the others is not counted, and may be larger than any number.
    let count = shape.contains(0) ? 0 : shape.reduce(1, *)
    let columns = try filled(columns: 1, count: count, rows: rows) { block, targets in
      guard !block.shape.isEmpty else { return Self.read(block.numbers, from: 0, step: 1, count: 1, into: targets[0]) }
      // One run of the last dimension after the other.
      let last = block.shape.count - 1
      var index = block.shape.map { _ in 0 }
      var step = index.map { _ in 1 }
      step[last] = block.extent[last]
      repeat {
        var (source, target) = (0, 0)
        for k in shape.indices {
          source = source * block.shape[k] + index[k]
          target = target * shape[k] + block.origin[k] + index[k]
        }
        guard
          Self.read(block.numbers, from: source, step: 1, count: block.extent[last], into: targets[0] + target)
        else { return false }
      } while DatasetBlocks.advance(&index, by: step, in: block.extent)
      return true
    }
    return columns[0]
  }

  /// The numbers of a dataset of one or two dimensions, column by column; see `numbers()`.
  func columns() throws(IngestError) -> [[Double]] { try columns(ofRows: 0..<(shape.first ?? 1)) }

  /// The numbers of some rows of a dataset of one or two dimensions, column by column; see `numbers()`.
  func columns(ofRows rows: Range<Int>) throws(IngestError) -> [[Double]] {
    try count(rows)
    let width = shape.count == 2 ? shape[1] : 1
    return try filled(columns: width, count: rows.count, rows: rows) { block, targets in
      let columns = block.extent.count == 2 ? block.extent[1] : 1
      let row = block.origin.first ?? 0
      let skipped = max(0, rows.lowerBound - row)
      let column = block.origin.count == 2 ? block.origin[1] : 0
      let step = block.shape.count == 2 ? block.shape[1] : 1
      return (0..<columns).allSatisfy { k in
        Self.read(
          block.numbers, from: k + skipped * step, step: step, count: (block.extent.first ?? 1) - skipped,
          into: targets[column + k] + (row + skipped - rows.lowerBound))
      }
    }
  }

  /// The number of rows of a chunk; 1 where there are no chunks.
  var chunkRows: Int { max(1, layout.chunk?.first ?? 1) }

  /// Counts all numbers of the dataset, as reading them does.
  ///
  /// - Throws: `IngestError` if they are more than the file may give.
  func countNumbers() throws(IngestError) {
    try size.add(shape, width: MemoryLayout<Double>.size, place: place)
  }

  /// Counts the numbers of `rows`. Before that, a product of the dimensions may be larger than any number.
  private func count(_ rows: Range<Int>) throws(IngestError) {
    let part = shape.isEmpty ? [] : [rows.count] + shape.dropFirst()
    try size.add(part, width: MemoryLayout<Double>.size, place: place)
  }

  /// So many columns of `count` numbers, which `store` fills block by block with the numbers of `rows`.
  private func filled(
    columns: Int, count: Int, rows: Range<Int>,
    _ store: (DatasetBlocks.Block, [UnsafeMutablePointer<Double>]) -> Bool
  ) throws(IngestError) -> [[Double]] {
    guard columns > 0, count > 0 else { return [[Double]](repeating: [], count: columns) }
    let blocks = DatasetBlocks(
      dataset: object.id, process: object.process, layout: layout, rows: rows, place: place, size: size)
    return try LargeColumns.filled(count: columns, rows: count) { (targets) throws(IngestError) in
      try blocks.visit { store($0, targets) }
    }
  }

  private static func read(
    _ numbers: NumberBytes?, from first: Int, step: Int, count: Int, into target: UnsafeMutablePointer<Double>
  ) -> Bool {
    guard let numbers else {
      target.update(repeating: .nan, count: count)
      return true
    }
    return numbers.read(from: first, step: step, count: count, into: target)
  }
}
