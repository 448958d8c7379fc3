import CHDF5
import CZlib

/// Undoes the filters of the chunks of a dataset, one chunk after the other.
///
/// libhdf5 1.10 lets a chunk expand to any size, and reads past the end of one that expands to less than it should
/// (both tried with 1.10.8). Here a chunk gives exactly the bytes that the dataset declares, or an error.
struct ChunkDecoder {
  /// Filters in the order in which they were applied.
  private let filters: [CInt]
  /// Bytes of one number.
  private let width: Int
  /// Bytes of a whole chunk.
  private let size: Int
  /// The bytes as they are after the last filter that was undone, and those that the next one writes; kept, because a
  /// fresh piece of memory for each chunk costs as much as unpacking it.
  private(set) var bytes: [UInt8]
  private var next: [UInt8]
  private var count = 0

  enum Fault: Error { case damaged }

  init(filters: [CInt], width: Int, size: Int) {
    (self.filters, self.width, self.size) = (filters, width, size)
    // A checksum adds four bytes, wherever it stands among the filters.
    bytes = [UInt8](repeating: 0, count: size + 4 * filters.count)
    next = bytes
  }

  /// Makes `bytes` begin with those of the chunk that `read` gives.
  ///
  /// - Parameter read: Puts what the chunk is in the file at the start of an array, which it may lengthen, and returns
  ///   how many bytes that are and a bit for each filter that was not applied to this chunk; `nil` if it cannot be read.
  mutating func decode(_ read: (inout [UInt8]) -> (stored: Int, skipped: UInt32)?) throws(Fault) {
    guard let (stored, skipped) = read(&bytes) else { throw .damaged }
    count = stored
    for (k, filter) in filters.enumerated().reversed() where skipped >> UInt32(k) & 1 == 0 {
      switch filter {
      case rg_filter_fletcher32(): try check()
      case rg_filter_deflate(): try inflate()
      case rg_filter_shuffle(): unshuffle()
      default: throw .damaged
      }
    }
    guard count == size else { throw .damaged }
  }

  private mutating func inflate() throws(Fault) {
    let source = count
    let room = size + 4 * filters.count
    let result = bytes.withUnsafeBufferPointer { bytes in
      next.withUnsafeMutableBufferPointer { next in
        guard let from = bytes.baseAddress, let to = next.baseAddress else { return -1 }
        return rg_inflate(from, source, to, min(room, next.count))
      }
    }
    guard result > 0 else { throw .damaged }
    count = result
    swap(&bytes, &next)
  }

  /// The first bytes of all numbers come first, then the second bytes, and so on; what is left over is as it was.
  private mutating func unshuffle() {
    let numbers = count / width
    guard width > 1, numbers > 1 else { return }
    if next.count < count { next += [UInt8](repeating: 0, count: count - next.count) }
    let (width, count) = (width, count)
    bytes.withUnsafeBytes { source in
      next.withUnsafeMutableBytes { target in
        switch width {
        // Whole words at a time: several times faster than bytes.
        case 4:
          for i in 0..<numbers {
            let low = UInt32(source[i]) | UInt32(source[numbers + i]) << 8
            let high = UInt32(source[2 * numbers + i]) | UInt32(source[3 * numbers + i]) << 8
            target.storeBytes(of: (low | high << 16).littleEndian, toByteOffset: 4 * i, as: UInt32.self)
          }
        case 8:
          for i in 0..<numbers {
            var word: UInt64 = 0
            for k in 0..<8 { word |= UInt64(source[k * numbers + i]) << UInt64(8 * k) }
            target.storeBytes(of: word.littleEndian, toByteOffset: 8 * i, as: UInt64.self)
          }
        default:
          for k in 0..<width {
            for i in 0..<numbers { target[i * width + k] = source[k * numbers + i] }
          }
        }
        for i in (numbers * width)..<count { target[i] = source[i] }
      }
    }
    swap(&bytes, &next)
  }

  /// Words after which the sums of a checksum still fit 32 bits.
  private static let wordsPerSum = 360

  /// Takes off the checksum of Fletcher (1982) that ends the bytes.
  private mutating func check() throws(Fault) {
    guard count > 4 else { throw .damaged }
    let end = count - 4
    let stored = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[end + $1]) << UInt32(8 * $1) }
    let (low, high) = bytes.withUnsafeBytes { bytes -> (UInt32, UInt32) in
      var (low, high): (UInt32, UInt32) = (0, 0)
      for start in stride(from: 0, to: end, by: 2 * Self.wordsPerSum) {
        for i in stride(from: start, to: min(end, start + 2 * Self.wordsPerSum), by: 2) {
          low += UInt32(bytes[i]) << 8 | (i + 1 < end ? UInt32(bytes[i + 1]) : 0)
          high += low
        }
        (low, high) = (low % 65_535, high % 65_535)
      }
      return (low, high)
    }
    // Sums of 65,535 are zero here and may be either in the file.
    guard (stored >> 16) % 65_535 == high, (stored & 0xFFFF) % 65_535 == low else { throw .damaged }
    count = end
  }
}
