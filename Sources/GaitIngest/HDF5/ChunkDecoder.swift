import CHDF5
import CZlib

/// Undoes the filters of one chunk of a dataset.
///
/// libhdf5 1.10 lets a chunk expand to any size, and reads past the end of one that expands to less than it should
/// (both tried with 1.10.8). Here a chunk gives exactly the bytes that the dataset declares, or an error.
struct ChunkDecoder {
  /// Filters in the order in which they were applied.
  let filters: [CInt]
  /// Bytes of one number.
  let width: Int
  /// Bytes of a whole chunk.
  let size: Int

  enum Fault: Error { case damaged }

  /// The bytes of the chunk that is stored as `stored`.
  ///
  /// - Parameter skipped: A bit for each filter that was not applied to this chunk.
  func bytes(of stored: [UInt8], skipped: UInt32) throws(Fault) -> [UInt8] {
    var bytes = stored
    // A checksum adds four bytes, wherever it stands among the filters.
    let room = size + 4 * filters.count
    for (k, filter) in filters.enumerated().reversed() where skipped >> UInt32(k) & 1 == 0 {
      switch filter {
      case rg_filter_fletcher32(): bytes = try checked(bytes)
      case rg_filter_deflate(): bytes = try inflated(bytes, room: room)
      case rg_filter_shuffle(): bytes = unshuffled(bytes)
      default: throw .damaged
      }
    }
    guard bytes.count == size else { throw .damaged }
    return bytes
  }

  private func inflated(_ bytes: [UInt8], room: Int) throws(Fault) -> [UInt8] {
    var count = 0
    let result = [UInt8](unsafeUninitializedCapacity: room) { target, filled in
      if let first = target.baseAddress {
        count = bytes.withUnsafeBufferPointer { source in
          source.baseAddress.map { rg_inflate($0, source.count, first, room) } ?? -1
        }
      }
      filled = max(0, count)
    }
    guard count > 0 else { throw .damaged }
    return result
  }

  /// The first bytes of all numbers come first, then the second bytes, and so on; what is left over is as it was.
  private func unshuffled(_ bytes: [UInt8]) -> [UInt8] {
    let count = bytes.count / width
    guard width > 1, count > 1 else { return bytes }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { target, filled in
      bytes.withUnsafeBufferPointer { source in
        for k in 0..<width {
          let plane = k * count
          for i in 0..<count { target[i * width + k] = source[plane + i] }
        }
        for i in (count * width)..<source.count { target[i] = source[i] }
      }
      filled = bytes.count
    }
  }

  /// The bytes before the checksum of Fletcher (1982) that ends them.
  private func checked(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    guard bytes.count > 4 else { throw .damaged }
    let content = bytes.dropLast(4)
    let stored = bytes.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    var low: UInt32 = 0
    var high: UInt32 = 0
    var i = content.startIndex
    while i < content.endIndex {
      let upper = UInt32(content[i]) << 8
      low = (low + (upper | (i + 1 < content.endIndex ? UInt32(content[i + 1]) : 0))) % 65_535
      high = (high + low) % 65_535
      i += 2
    }
    // Sums of 65,535 are zero here and may be either in the file.
    guard (stored >> 16) % 65_535 == high, (stored & 0xFFFF) % 65_535 == low else { throw .damaged }
    return Array(content)
  }
}
