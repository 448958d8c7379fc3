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
}
