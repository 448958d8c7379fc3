/// Parquet's hybrid of runs and packed bits, for small whole numbers: which cells have a value, and places in a dictionary.
enum RunLengthEncoding {
  /// Values that are packed together; a run must be as long to be written as one.
  private static let groupSize = 8

  /// Bits that a number up to `largest` needs, at least 1.
  static func width(of largest: Int) -> Int {
    max(1, Int.bitWidth - max(0, largest).leadingZeroBitCount)
  }

  /// - Parameter values: Each below 2 to the power of `width`.
  static func bytes(of values: [Int], width: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var packed: [Int] = []
    var place = 0
    while place < values.count {
      var end = place
      while end < values.count, values[end] == values[place] { end += 1 }
      // Packed values come in whole groups, so a run first completes the group that is open.
      let missing = (groupSize - packed.count % groupSize) % groupSize
      let filling = min(missing, end - place)
      if end - place - filling >= groupSize {
        packed += values[place..<place + filling]
        pack(&packed, width: width, into: &bytes)
        let length = end - place - filling
        bytes.append(varint: UInt64(length) << 1)
        for k in 0..<(width + 7) / 8 { bytes.append(UInt8(truncatingIfNeeded: values[place] >> (8 * k))) }
      } else {
        packed += values[place..<end]
      }
      place = end
    }
    pack(&packed, width: width, into: &bytes)
    return bytes
  }

  /// Writes `values` in groups, the last of which is filled up with 0, and empties them.
  private static func pack(_ values: inout [Int], width: Int, into bytes: inout [UInt8]) {
    guard !values.isEmpty else { return }
    defer { values.removeAll(keepingCapacity: true) }
    let groups = (values.count + groupSize - 1) / groupSize
    bytes.append(varint: UInt64(groups) << 1 | 1)
    bytes += packedBits(values + [Int](repeating: 0, count: groups * groupSize - values.count), width: width)
  }

  /// `values` one after the other, the lowest bit first.
  static func packedBits(_ values: [Int], width: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt64 = 0
    var count = 0
    for value in values {
      bits |= UInt64(truncatingIfNeeded: value) << UInt64(count)
      count += width
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
    return bytes
  }
}
