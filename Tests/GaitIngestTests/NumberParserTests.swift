import Testing

@testable import GaitIngest

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Reading numbers")
struct NumberParserTests {
  /// A generator of its own seed, so that a failure can be repeated.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// The number at the start of `text` when more text follows it, as in a file.
  private func parsedWithin(_ text: String, followedBy rest: String) -> Double? {
    Array((text + rest).utf8).withUnsafeBufferPointer { bytes in
      let parser = NumberParser(decimalMark: UInt8(ascii: "."))
      if case .number(let value, let next) = parser.number(in: bytes, from: 0), next == text.utf8.count { return value }
      return nil
    }
  }

  private func parsed(_ text: String, mark: Character = ".") -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let parser = NumberParser(decimalMark: mark.asciiValue ?? 0)
      if case .number(let value, let next) = parser.number(in: bytes, from: 0), next == bytes.count { return value }
      return nil
    }
  }

  @Test("random numbers are read as the C library reads them, to the last bit")
  func againstLibrary() {
    var chance = Chance(state: 42)
    for _ in 0..<100_000 {
      var text = Bool.random(using: &chance) ? "-" : ""
      for _ in 0..<Int.random(in: 0...12, using: &chance) { text += String(Int.random(in: 0...9, using: &chance)) }
      text += text.last?.isNumber == true ? "" : "0"
      if Bool.random(using: &chance) {
        text += "."
        for _ in 0..<Int.random(in: 0...14, using: &chance) { text += String(Int.random(in: 0...9, using: &chance)) }
      }
      if Int.random(in: 0..<4, using: &chance) == 0 { text += "e\(Int.random(in: -40...40, using: &chance))" }
      let expected = strtod(text, nil).bitPattern
      #expect(parsed(text)?.bitPattern == expected, "\(text)")
      #expect(parsedWithin(text, followedBy: ",-8.25,1234567")?.bitPattern == expected, "\(text)")
    }
  }

  @Test("every number of digits is read, whatever byte follows it")
  func followingByte() {
    for length in 1...24 {
      let text = String("987654321012345678909876".prefix(length))
      for byte in UInt8.min...UInt8.max where !(48...57).contains(byte) && byte < 128 {
        guard ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) else { continue }
        let rest = String(UnicodeScalar(byte)) + "99999999"
        #expect(parsedWithin(text, followedBy: rest) == strtod(text, nil), "\(length) digits, byte \(byte)")
      }
    }
  }

  @Test(
    "the ends of the range and odd spellings",
    arguments: [
      "0", "-0", "1e22", "1e23", "9007199254740993", "123456789012345678901234567890", "4.9e-324", "1e-400", ".5", "5.",
      "+3.25", "0.000000000000000000000001", "1.7976931348623157e308",
    ])
  func edges(text: String) {
    #expect(parsed(text)?.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test(
    "what is no number is not read as one", arguments: ["", "-", ".", "e5", "1e", "1e+", "abc", "--1", "1.2.3", "0x10"])
  func noNumber(text: String) {
    #expect(parsed(text) == nil)
  }

  @Test("a decimal comma is read where it is the mark")
  func comma() {
    #expect(parsed("-3,75", mark: ",") == -3.75)
    #expect(parsed("123456789012345678901,5", mark: ",") == strtod("123456789012345678901.5", nil))
  }
}
