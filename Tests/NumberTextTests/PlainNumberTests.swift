import NumberText
import Testing

@Suite("Numbers as a person reads them")
struct PlainNumberTests {
  @Test("a negative number has a minus sign, and what rounds to zero has no sign")
  func signs() {
    #expect(PlainNumbers.fixed(-1.25, 1) == "−1.3")
    #expect(PlainNumbers.signed(0.126, 2) == "+0.13")
    #expect(PlainNumbers.signed(-0.126, 2) == "−0.13")
    #expect(PlainNumbers.signed(0.004, 2) == "0.00")
    #expect(PlainNumbers.signed(-0.004, 2) == "0.00")
  }

  @Test("what is not known is a dash", arguments: [nil, .nan, Double.infinity])
  func nothing(_ value: Double?) {
    #expect(PlainNumbers.fixed(value, 2) == "–")
    #expect(PlainNumbers.signed(value, 2) == "–")
  }

  @Test("counts and ranges read as one says them")
  func words() {
    #expect(PlainNumbers.count(1, "stride") == "1 stride")
    #expect(PlainNumbers.count(0, "stride") == "0 strides")
    #expect(PlainNumbers.range(30, 30) == "30")
    #expect(PlainNumbers.range(12.5, 18) == "12.5–18")
  }
}
