import CHDF5

/// Reads the numbers of a dataset that is stored in chunks.
struct ChunkedNumbers {
  let dataset: hid_t
  /// As of `rg_number_type`.
  let type: Int
  let shape: [Int]
  /// The rows that are read: a part of the first dimension.
  let rows: Range<Int>
  let chunk: [Int]
  let filters: [CInt]
  let place: String
  let size: ExpandedSize

  /// The `count` numbers of the rows, row by row.
  func read(count: Int) throws(IngestError) -> [Double] {
    let width = type & 15
    guard chunk.allSatisfy({ $0 > 0 }) else { throw damaged }
    // A chunk may be larger than the dataset.
    try size.add(chunk, width: width, place: place)
    let chunkCount = chunk.reduce(1, *)
    let decoder = ChunkDecoder(filters: filters, width: width, size: chunkCount * width)
    // What was never written was never measured, whatever the fill value.
    var values = [Double](repeating: .nan, count: count)
    var numbers = [Double](repeating: 0, count: chunkCount)
    var origin = shape.map { _ in 0 }
    origin[0] = rows.lowerBound / chunk[0] * chunk[0]
    repeat {
      if let bytes = try bytes(at: origin, decoder: decoder) {
        NumberBytes.read(bytes, type: type, into: &numbers)
        copy(numbers, at: origin, into: &values)
      }
    } while advance(&origin)
    return values
  }

  /// The unpacked bytes of the chunk at `origin`, or `nil` if it was never written.
  private func bytes(at origin: [Int], decoder: ChunkDecoder) throws(IngestError) -> [UInt8]? {
    let offset = origin.map { hsize_t($0) }
    var stored: hsize_t = 0
    guard H5Dget_chunk_storage_size(dataset, offset, &stored) >= 0 else { throw damaged }
    guard stored > 0 else { return nil }
    guard stored <= size.fileSize else { throw damaged }
    var mask: UInt32 = 0
    var isRead = false
    let raw = [UInt8](unsafeUninitializedCapacity: Int(stored)) { target, filled in
      isRead = H5Dread_chunk(dataset, hid_t(H5P_DEFAULT), offset, &mask, target.baseAddress) >= 0
      filled = isRead ? Int(stored) : 0
    }
    guard isRead else { throw damaged }
    do throws(ChunkDecoder.Fault) {
      return try decoder.bytes(of: raw, skipped: mask)
    } catch {
      throw damaged
    }
  }

  /// Moves `origin` to the next chunk, or returns `false` at the end.
  private func advance(_ origin: inout [Int]) -> Bool {
    for k in shape.indices.reversed() {
      origin[k] += chunk[k]
      if origin[k] < (k == 0 ? rows.upperBound : shape[k]) { return true }
      origin[k] = 0
    }
    return false
  }

  /// Copies what lies within the rows of the dataset, one run of the last dimension at a time.
  private func copy(_ numbers: [Double], at origin: [Int], into values: inout [Double]) {
    let last = shape.count - 1
    let run = min(chunk[last], shape[last] - origin[last])
    let extent = shape.indices.map { min(chunk[$0], ($0 == 0 ? rows.upperBound : shape[$0]) - origin[$0]) }
    let firstRow = max(0, rows.lowerBound - origin[0])
    if shape.count == 1 || (shape.count == 2 && run == shape[last] && run == chunk[last]) {
      // Whole rows follow each other in the chunk as they do in the dataset.
      let width = shape.count == 2 ? shape[1] : 1
      let target = (origin[0] - rows.lowerBound) * width
      for i in (firstRow * width)..<(extent[0] * width) { values[target + i] = numbers[i] }
      return
    }
    var index = [Int](repeating: 0, count: shape.count)
    index[0] = firstRow
    while true {
      var source = 0
      var target = 0
      for k in shape.indices {
        source = source * chunk[k] + index[k]
        target = target * shape[k] + origin[k] + index[k] - (k == 0 ? rows.lowerBound : 0)
      }
      for i in 0..<run { values[target + i] = numbers[source + i] }
      var k = last - 1
      while k >= 0 {
        index[k] += 1
        if index[k] < extent[k] { break }
        index[k] = 0
        k -= 1
      }
      if k < 0 { return }
    }
  }

  private var damaged: IngestError {
    IngestError(
      .unusable, file: size.file, place: place, found: "a chunk that is damaged", expected: "a whole file",
      advice: "the file seems to be damaged or cut off; copy it again")
  }
}
