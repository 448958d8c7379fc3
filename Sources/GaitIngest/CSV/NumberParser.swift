#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads decimal numbers from bytes, to the last bit as the C library does, and several times faster.
///
/// Digits are gathered in a 64-bit integer, up to eight at a time. Up to 2⁵³ it is exact, and so is a power of ten up
/// to 10²², so that one multiplication or division rounds once and correctly (Clinger 1990, doi 10.1145/93542.93557).
/// Everything else goes to `strtod` with a copy of the field.
struct NumberParser {
  /// `.` or `,`.
  let decimalMark: UInt8

  enum Outcome {
    /// A number, and the first byte behind it.
    case number(Double, next: Int)
    /// The field does not begin with a number.
    case notANumber
  }

  // Literals, so that they are laid out by the compiler and not made at first use.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
  private static let wholePowersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]
  private static let largestExact: UInt64 = 1 << 53
  /// Digits that fit a 64-bit integer whatever they are.
  private static let safeDigits = 19

  /// The number that begins at `start`.
  @inline(__always)
  func number(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Outcome {
    var p = start
    let end = bytes.count
    guard p < end else { return .notANumber }
    let isNegative = bytes[p] == UInt8(ascii: "-")
    if isNegative || bytes[p] == UInt8(ascii: "+") { p += 1 }
    var mantissa: UInt64 = 0
    let whole = p
    p = readDigits(in: bytes, from: p, into: &mantissa)
    var digits = p - whole
    var exponent = 0
    if p < end, bytes[p] == decimalMark {
      let fraction = p + 1
      p = readDigits(in: bytes, from: fraction, into: &mantissa)
      exponent = fraction - p
      digits -= exponent
    }
    guard digits > 0 else { return .notANumber }
    if p < end, bytes[p] | 0x20 == UInt8(ascii: "e") {
      guard let (value, next) = exponentValue(in: bytes, from: p + 1) else { return .notANumber }
      exponent += value
      p = next
    }
    if digits <= Self.safeDigits, mantissa <= Self.largestExact, exponent >= -22, exponent <= 22 {
      let magnitude = Double(mantissa)
      let value =
        exponent < 0 ? magnitude / Self.powersOfTen[-exponent] : magnitude * Self.powersOfTen[exponent]
      return .number(isNegative ? -value : value, next: p)
    }
    return .number(slowValue(in: bytes, start..<p), next: p)
  }

  /// Appends the digits at `start` to `mantissa`, which wraps around if they are too many.
  ///
  /// - Returns: The first byte that is no digit.
  @inline(__always)
  private func readDigits(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, into mantissa: inout UInt64
  ) -> Int {
    var p = start
    let end = bytes.count
    let raw = UnsafeRawBufferPointer(bytes)
    while p + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: p, as: UInt64.self))
      let count = Self.leadingDigits(of: word)
      guard count > 0 else { return p }
      mantissa = mantissa &* Self.wholePowersOfTen[count] &+ Self.value(of: word, digits: count)
      p += count
      if count < 8 { return p }
    }
    while p < end {
      let digit = bytes[p] &- UInt8(ascii: "0")
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      p += 1
    }
    return p
  }

  /// How many of the eight characters in `word`, the first in its lowest byte, are digits before the first that is none.
  @inline(__always)
  private static func leadingDigits(of word: UInt64) -> Int {
    // A byte above '9' gets its highest bit from the sum, one below '0' from the difference; carries and borrows only
    // reach the bytes above the first that is no digit.
    let others = ((word &+ 0x4646_4646_4646_4646) | (word &- 0x3030_3030_3030_3030)) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount &>> 3
  }

  /// The value of the first `digits` (1 to 8) characters in `word`, all of them digits.
  @inline(__always)
  private static func value(of word: UInt64, digits: Int) -> UInt64 {
    // The digits move to the upper bytes, with zeros as leading digits below; then neighbors are joined to pairs,
    // pairs to fours and fours to eight (after Lemire 2021, doi 10.1002/spe.2984).
    let eight = (word &- 0x3030_3030_3030_3030) &<< UInt64(64 - 8 * digits)
    let pairs = eight &* 10 &+ (eight &>> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let upper = (pairs & mask) &* (100 + (1_000_000 << 32))
    let lower = ((pairs &>> 16) & mask) &* (1 + (10_000 << 32))
    return (upper &+ lower) &>> 32
  }

  private func exponentValue(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, Int)? {
    var p = start
    var isNegative = false
    if p < bytes.count, bytes[p] == UInt8(ascii: "-") || bytes[p] == UInt8(ascii: "+") {
      isNegative = bytes[p] == UInt8(ascii: "-")
      p += 1
    }
    var value = 0
    let first = p
    while p < bytes.count {
      let digit = bytes[p] &- UInt8(ascii: "0")
      if digit > 9 { break }
      // Anything larger is zero or infinity all the same.
      value = min(value * 10 + Int(digit), 100_000)
      p += 1
    }
    return p > first ? (isNegative ? -value : value, p) : nil
  }

  private func slowValue(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double {
    var copy = bytes[range].map { CChar(bitPattern: $0 == decimalMark ? UInt8(ascii: ".") : $0) }
    copy.append(0)
    return strtod(copy, nil)
  }
}
