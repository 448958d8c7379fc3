#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads decimal numbers from bytes, to the last bit as the C library does, and several times faster.
///
/// Digits are gathered in a 64-bit integer. Up to 2⁵³ it is exact, and so is a power of ten up to 10²², so that one
/// multiplication or division rounds once and correctly (Clinger 1990, doi 10.1145/93542.93557). Everything else goes
/// to `strtod` with a copy of the field.
struct NumberParser {
  /// `.` or `,`.
  let decimalMark: UInt8

  enum Outcome {
    /// A number, and the first byte behind it.
    case number(Double, next: Int)
    /// The field does not begin with a number.
    case notANumber
  }

  private static let powersOfTen: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }
  private static let largestExact: UInt64 = 1 << 53
  /// Digits that fit a 64-bit integer whatever they are.
  private static let safeDigits = 19

  /// The number that begins at `start`.
  @inline(__always)
  func number(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Outcome {
    var p = start
    let end = bytes.count
    guard p < end else { return .notANumber }
    var isNegative = false
    if bytes[p] == UInt8(ascii: "-") {
      isNegative = true
      p += 1
    } else if bytes[p] == UInt8(ascii: "+") {
      p += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    while p < end {
      let digit = bytes[p] &- UInt8(ascii: "0")
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      digits += 1
      p += 1
    }
    if p < end, bytes[p] == decimalMark {
      p += 1
      let fraction = p
      while p < end {
        let digit = bytes[p] &- UInt8(ascii: "0")
        if digit > 9 { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        p += 1
      }
      exponent = fraction - p
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
