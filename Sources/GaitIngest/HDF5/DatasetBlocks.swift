import CHDF5

/// The numbers of a dataset, one block after the other, as bytes: a chunk at a time, or some rows of a dataset that is
/// stored in one piece.
struct DatasetBlocks {
  let dataset: hid_t
  /// As of `rg_number_type`.
  let type: Int
  let shape: [Int]
  /// The rows that are wanted; blocks that share a row with them are read.
  let rows: Range<Int>
  let place: String
  let size: ExpandedSize

  /// A part of a dataset.
  struct Block {
    /// Where it begins.
    var origin: [Int]
    /// How far it reaches within the dataset.
    var extent: [Int]
    /// The shape in which its numbers lie, of which what is beyond `extent` means nothing.
    var shape: [Int]
    /// Its numbers, or `nil` if they were never written.
    var numbers: NumberBytes?
  }

  private static let mostFilters = 8
  /// Bytes of rows that are read at once: few enough to stay in fast memory.
  private static let rowBytes = 1 << 18

  private var width: Int { type & 15 }

  /// Calls `body` with each block; `body` returns whether the numbers of the block could be read.
  ///
  /// - Throws: `IngestError` if a block is damaged, or larger than the file may give.
  func visit(_ body: (Block) -> Bool) throws(IngestError) {
    guard let layout = Self.layout(of: dataset, rank: shape.count) else { throw damaged("a layout that is unknown") }
    if let chunk = layout.chunk {
      try visitChunks(chunk, filters: layout.filters, body)
    } else {
      try visitPieces(body)
    }
  }

  /// The shape of a dataset's chunks, if it has chunks, and how they are packed; `nil` if it is not known.
  static func layout(of dataset: hid_t, rank: Int) -> (chunk: [Int]?, filters: [CInt])? {
    var chunk = [hsize_t](repeating: 0, count: max(1, rank))
    var filters = [CInt](repeating: 0, count: mostFilters)
    var filterCount: CInt = 0
    let layout = rg_layout(dataset, CInt(rank), &chunk, &filters, CInt(mostFilters), &filterCount)
    guard layout >= 0 else { return nil }
    return (layout == 2 ? chunk.map { Int(clamping: $0) } : nil, Array(filters.prefix(Int(filterCount))))
  }

  private func visitChunks(_ chunk: [Int], filters: [CInt], _ body: (Block) -> Bool) throws(IngestError) {
    guard !shape.isEmpty, chunk.allSatisfy({ $0 > 0 }) else { throw damaged(Self.damagedChunk) }
    // A chunk may be larger than the dataset.
    try size.add(chunk, width: width, place: place)
    var decoder = ChunkDecoder(filters: filters, width: width, size: chunk.reduce(1, *) * width)
    var end = shape
    end[0] = rows.upperBound
    var origin = shape.map { _ in 0 }
    origin[0] = rows.lowerBound / chunk[0] * chunk[0]
    repeat {
      let extent = shape.indices.map { min(chunk[$0], end[$0] - origin[$0]) }
      var block = Block(origin: origin, extent: extent, shape: chunk, numbers: nil)
      var isRead = true
      if try decode(at: origin, &decoder) {
        isRead = decoder.bytes.withUnsafeBytes { bytes in
          block.numbers = NumberBytes(type: type, bytes: bytes)
          return body(block)
        }
      } else {
        isRead = body(block)
      }
      guard isRead else { throw damaged(Self.damagedChunk) }
    } while Self.advance(&origin, by: chunk, in: end)
  }

  /// Unpacks the chunk at `origin`, or returns `false` if it was never written.
  private func decode(at origin: [Int], _ decoder: inout ChunkDecoder) throws(IngestError) -> Bool {
    let offset = origin.map { hsize_t($0) }
    var stored: hsize_t = 0
    guard H5Dget_chunk_storage_size(dataset, offset, &stored) >= 0 else {
      if HDF5Library.lastError() == Self.neverWritten { return false }
      throw damaged(Self.damagedChunk)
    }
    guard stored > 0 else { return false }
    guard stored <= size.fileSize else { throw damaged(Self.damagedChunk) }
    do throws(ChunkDecoder.Fault) {
      try decoder.decode(stored: Int(stored)) { target in
        var skipped: UInt32 = 0
        let status = H5Dread_chunk(dataset, hid_t(H5P_DEFAULT), offset, &skipped, target.baseAddress)
        return status >= 0 ? skipped : nil
      }
    } catch {
      throw damaged(Self.damagedChunk)
    }
    return true
  }

  /// Goes over a dataset without chunks.
  private func visitPieces(_ body: (Block) -> Bool) throws(IngestError) {
    let count = shape.reduce(1, *)
    // Numbers that were never written have no storage; a layout that gives too little would be read past its end.
    let stored = Int(clamping: H5Dget_storage_size(dataset))
    guard stored > 0 else {
      _ = body(block(ofRows: rows, numbers: nil))
      return
    }
    guard stored == count * width else { throw damaged("a layout that is unknown") }
    let rowSize = max(1, shape.dropFirst().reduce(width, *))
    let step = max(1, min(rows.count, Self.rowBytes / rowSize))
    var bytes = [UInt8](repeating: 0, count: step * rowSize)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      let count = min(step, rows.upperBound - first)
      let isRead = bytes.withUnsafeMutableBytes { buffer in
        guard rg_read_rows(dataset, hsize_t(first), hsize_t(count), buffer.baseAddress) >= 0 else { return false }
        let numbers = NumberBytes(type: type, bytes: UnsafeRawBufferPointer(rebasing: buffer[..<(count * rowSize)]))
        return body(block(ofRows: first..<(first + count), numbers: numbers))
      }
      guard isRead else { throw damaged("data that cannot be read (\(HDF5Library.lastError()))") }
    }
  }

  private func block(ofRows rows: Range<Int>, numbers: NumberBytes?) -> Block {
    var (origin, extent) = (shape.map { _ in 0 }, shape)
    if !shape.isEmpty { (origin[0], extent[0]) = (rows.lowerBound, rows.count) }
    return Block(origin: origin, extent: extent, shape: extent, numbers: numbers)
  }

  /// Moves `origin` to the next block of the shape `step`, or returns `false` at the end.
  static func advance(_ origin: inout [Int], by step: [Int], in shape: [Int]) -> Bool {
    for k in shape.indices.reversed() {
      origin[k] += step[k]
      if origin[k] < shape[k] { return true }
      origin[k] = 0
    }
    return false
  }

  private static let damagedChunk = "a chunk that is damaged"
  /// What libhdf5 1.10.8 says of a chunk that was never written beside others that were; other versions say size 0.
  private static let neverWritten = "chunk storage is not allocated"

  private func damaged(_ found: String) -> IngestError {
    IngestError(
      .unusable, file: size.file, place: place, found: found, expected: "a whole file",
      advice: "the file seems to be damaged or cut off; copy it again")
  }
}
