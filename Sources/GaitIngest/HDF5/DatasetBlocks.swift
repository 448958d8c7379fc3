import CHDF5

/// The numbers of a dataset, one block after the other, as bytes: a chunk at a time, or some rows of a dataset that is
/// stored in one piece.
struct DatasetBlocks {
  let dataset: hid_t
  let process: HDF5Process
  let layout: DatasetLayout
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

  private var shape: [Int] { layout.shape }
  private var width: Int { layout.width }

  /// Calls `body` with each block; `body` returns whether the numbers of the block could be read.
  ///
  /// - Throws: `IngestError` if a block is damaged, or larger than the file may give.
  func visit(_ body: (Block) -> Bool) throws(IngestError) {
    guard layout.isKnown else { throw damaged("a layout that is unknown") }
    if let chunk = layout.chunk {
      try visitChunks(chunk, body)
    } else {
      try visitPieces(body)
    }
  }

  private func visitChunks(_ chunk: [Int], _ body: (Block) -> Bool) throws(IngestError) {
    guard !shape.isEmpty, chunk.allSatisfy({ $0 > 0 }) else { throw damaged(Self.damagedChunk) }
    // A chunk may be larger than the dataset.
    try size.add(chunk, width: width, place: place)
    var decoder = ChunkDecoder(filters: layout.filters, width: width, size: chunk.reduce(1, *) * width)
    var end = shape
    end[0] = rows.upperBound
    var first = shape.map { _ in 0 }
    first[0] = rows.lowerBound / chunk[0] * chunk[0]
    var asked: [Int]? = first
    var answers = HDF5Answers(RG_CHUNK, dataset, of: process) { [size, end] in
      guard var origin = asked else { return nil }
      defer { asked = Self.advance(&origin, by: chunk, in: end) ? origin : nil }
      return HDF5Answers.Part(limit: size.fileSize, numbers: origin)
    }
    var origin = first
    repeat {
      let extent = shape.indices.map { min(chunk[$0], end[$0] - origin[$0]) }
      var block = Block(origin: origin, extent: extent, shape: chunk, numbers: nil)
      var isRead = true
      if try decode(&answers, &decoder) {
        isRead = decoder.bytes.withUnsafeBytes { bytes in
          block.numbers = NumberBytes(type: layout.type, bytes: bytes)
          return body(block)
        }
      } else {
        isRead = body(block)
      }
      guard isRead else { throw damaged(Self.damagedChunk) }
    } while Self.advance(&origin, by: chunk, in: end)
  }

  /// Unpacks the next chunk, or returns `false` if it was never written.
  private func decode(_ answers: inout HDF5Answers, _ decoder: inout ChunkDecoder) throws(IngestError) -> Bool {
    var isWritten = true
    do throws(ChunkDecoder.Fault) {
      try decoder.decode { bytes in
        let answer = answers.receive(into: &bytes)
        guard let answer, answer.status >= 0 else {
          isWritten = answer?.status != Int64(RG_NEVER_WRITTEN)
          return nil
        }
        return (answer.count, UInt32(truncatingIfNeeded: answer.status))
      }
    } catch {
      guard isWritten else { return false }
      try process.checkSound()
      throw damaged(Self.damagedChunk)
    }
    return true
  }

  /// Goes over a dataset without chunks.
  private func visitPieces(_ body: (Block) -> Bool) throws(IngestError) {
    let count = shape.reduce(1, *)
    // Numbers that were never written have no storage; a layout that gives too little would be read past its end.
    guard layout.stored > 0 else {
      _ = body(block(ofRows: rows, numbers: nil))
      return
    }
    guard layout.stored == count * width else { throw damaged("a layout that is unknown") }
    let rowSize = max(1, shape.dropFirst().reduce(width, *))
    let pageBytes = Int(RG_PAGE_BYTES)
    let step = max(1, min(rows.count, pageBytes / rowSize))
    let isPaged = rowSize <= pageBytes
    var bytes: [UInt8] = []
    var asked = rows
    var page = 0
    var answers = HDF5Answers(RG_ROWS, dataset, of: process) {
      guard !asked.isEmpty else { return nil }
      let part = asked.prefix(step)
      asked = asked.dropFirst(step)
      defer { page = (page + 1) % Int(RG_PAGES) }
      return HDF5Answers.Part(
        limit: part.count * rowSize, numbers: [part.lowerBound, part.count], page: isPaged ? page : nil)
    }
    var shown = 0
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      let rows = first..<min(first + step, rows.upperBound)
      let size = rows.count * rowSize
      func use(_ buffer: UnsafeRawBufferPointer) -> Bool {
        let numbers = NumberBytes(type: layout.type, bytes: UnsafeRawBufferPointer(rebasing: buffer[..<size]))
        return body(block(ofRows: rows, numbers: numbers))
      }
      var isRead = false
      if let answer = answers.receive(into: &bytes), answer.status >= 0 {
        if isPaged {
          isRead = use(process.page(shown))
        } else if answer.count == size {
          isRead = bytes.withUnsafeBytes(use)
        }
      }
      shown = (shown + 1) % Int(RG_PAGES)
      guard isRead else {
        try process.checkSound()
        throw damaged("data that cannot be read (\(process.lastError))")
      }
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

  private func damaged(_ found: String) -> IngestError {
    IngestError(
      .unusable, file: size.file, place: place, found: found, expected: "a whole file",
      advice: "the file seems to be damaged or cut off; copy it again")
  }
}
