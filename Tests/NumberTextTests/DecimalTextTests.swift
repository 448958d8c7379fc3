import NumberText
import Testing

@Suite("Numbers as text")
struct DecimalTextTests {
  @Test(
    "a fixed number of decimals, rounded, with a point",
    arguments: [
      (1.5, 0, "2"), (-1.5, 0, "-2"), (0.125, 2, "0.13"), (-0.004, 2, "0.00"), (12.3, 4, "12.3000"),
      (1e-12, 9, "0.000000000"),
      (-0.05, 1, "-0.1"), (123_456_789.5, 1, "123456789.5"), (1e300, 2, "1e+300"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.fixed(value, decimals: decimals) == text)
  }

  @Test("what is no number has no text", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    #expect(DecimalText.fixed(value, decimals: 3) == nil)
  }

  @Test("the number that is rounded is the one that its text reads as")
  func rounded() throws {
    var generator = SystemRandomNumberGenerator()
    for decimals in [0, 2, 3, 4, 9] {
      for _ in 0..<2000 {
        let value = Double.random(in: -1e5...1e5, using: &generator) * (Bool.random(using: &generator) ? 1e-6 : 1)
        let text = try #require(DecimalText.fixed(value, decimals: decimals))
        let rounded = try #require(DecimalText.rounded(value, decimals: decimals))
        #expect(rounded == Double(text) && rounded.sign == Double(text)?.sign, "\(value), \(decimals)")
        #expect(DecimalText.rounded(rounded, decimals: decimals) == rounded)
      }
    }
    #expect(DecimalText.rounded(.nan, decimals: 2) == nil && DecimalText.rounded(1e300, decimals: 2) == 1e300)
  }
}
