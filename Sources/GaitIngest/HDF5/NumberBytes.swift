/// Numbers of the plain types of HDF5 from their bytes.
enum NumberBytes {
  /// Reads as many numbers as `numbers` has from `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: As many bytes as the numbers need.
  ///   - type: As of `rg_number_type`: bytes of a number, plus 16 (signed), 32 (unsigned) or 64 (floating point), plus
  ///     128 if the most significant byte comes first.
  static func read(_ bytes: [UInt8], type: Int, into numbers: inout [Double]) {
    guard bytes.count >= numbers.count * (type & 15) else { return }
    let isBigEndian = type & 128 != 0
    switch type & 127 {
    case 17: read(bytes, into: &numbers) { (x: UInt8) in Double(Int8(bitPattern: x)) }
    case 18: read(bytes, isBigEndian, into: &numbers) { (x: UInt16) in Double(Int16(bitPattern: x)) }
    case 20: read(bytes, isBigEndian, into: &numbers) { (x: UInt32) in Double(Int32(bitPattern: x)) }
    case 24: read(bytes, isBigEndian, into: &numbers) { (x: UInt64) in Double(Int64(bitPattern: x)) }
    case 33: read(bytes, into: &numbers) { (x: UInt8) in Double(x) }
    case 34: read(bytes, isBigEndian, into: &numbers) { (x: UInt16) in Double(x) }
    case 36: read(bytes, isBigEndian, into: &numbers) { (x: UInt32) in Double(x) }
    case 40: read(bytes, isBigEndian, into: &numbers) { (x: UInt64) in Double(x) }
    case 68: read(bytes, isBigEndian, into: &numbers) { (x: UInt32) in Double(Float(bitPattern: x)) }
    default: read(bytes, isBigEndian, into: &numbers) { (x: UInt64) in Double(bitPattern: x) }
    }
  }

  @inline(__always)
  private static func read<Word: FixedWidthInteger>(
    _ bytes: [UInt8], _ isBigEndian: Bool = false, into numbers: inout [Double], _ value: (Word) -> Double
  ) {
    bytes.withUnsafeBytes { raw in
      numbers.withUnsafeMutableBufferPointer { target in
        for i in target.indices {
          let word = raw.loadUnaligned(fromByteOffset: i * MemoryLayout<Word>.size, as: Word.self)
          target[i] = value(isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word))
        }
      }
    }
  }
}
