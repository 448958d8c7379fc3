/// Some of the numbers of a block of bytes, of one of the plain types of HDF5.
struct NumberBytes {
  /// As of `rg_number_type`: bytes of a number, plus 16 (signed), 32 (unsigned) or 64 (floating point), plus 128 if the
  /// most significant byte comes first.
  let type: Int
  let bytes: UnsafeRawBufferPointer

  /// Bytes of one number.
  private var width: Int { type & 15 }

  /// Reads `count` numbers, each `step` numbers behind the one before, from the number `first` on.
  ///
  /// - Returns: Whether they all lie in the bytes; else nothing was read.
  func read(from first: Int, step: Int, count: Int, into target: UnsafeMutablePointer<Double>) -> Bool {
    guard count > 0, first >= 0, step > 0, (first + step * (count - 1) + 1) * width <= bytes.count else {
      return count == 0
    }
    let range = (first, step, count)
    let isBigEndian = type & 128 != 0
    switch type & 127 {
    case 17: words(range, target) { (x: UInt8) in Double(Int8(bitPattern: x)) }
    case 33: words(range, target) { (x: UInt8) in Double(x) }
    case 18: words(range, target, isBigEndian) { (x: UInt16) in Double(Int16(bitPattern: x)) }
    case 34: words(range, target, isBigEndian) { (x: UInt16) in Double(x) }
    case 20: words(range, target, isBigEndian) { (x: UInt32) in Double(Int32(bitPattern: x)) }
    case 36: words(range, target, isBigEndian) { (x: UInt32) in Double(x) }
    case 24: words(range, target, isBigEndian) { (x: UInt64) in Double(Int64(bitPattern: x)) }
    case 40: words(range, target, isBigEndian) { (x: UInt64) in Double(x) }
    case 66: words(range, target, isBigEndian) { (x: UInt16) in Self.half(x) }
    case 68: words(range, target, isBigEndian) { (x: UInt32) in Double(Float(bitPattern: x)) }
    case 72: words(range, target, isBigEndian) { (x: UInt64) in Double(bitPattern: x) }
    default: return false
    }
    return true
  }

  /// The value of an IEEE float of 16 bits.
  private static func half(_ bits: UInt16) -> Double {
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 1023) / 1024
    let magnitude =
      switch exponent {
      case 0: fraction * 0x1p-14
      case 31: fraction == 0 ? Double.infinity : Double.nan
      default: Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
      }
    return bits >> 15 == 1 ? -magnitude : magnitude
  }

  @inline(__always)
  private func words<Word: FixedWidthInteger>(
    _ range: (first: Int, step: Int, count: Int), _ target: UnsafeMutablePointer<Double>, _ isBigEndian: Bool = false,
    _ value: (Word) -> Double
  ) {
    let size = MemoryLayout<Word>.size
    var offset = range.first * size
    if isBigEndian {
      for i in 0..<range.count {
        target[i] = value(Word(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)))
        offset += range.step * size
      }
    } else {
      for i in 0..<range.count {
        target[i] = value(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)))
        offset += range.step * size
      }
    }
  }
}
