import PageLanguage
import Testing

@Suite("Units of speeds and lengths")
struct PageUnitsTests {
  private let other = PageUnits(speed: .kilometersPerHour, length: .centimeters)

  @Test("a speed is shown in km/h with its decimals, a length in cm with two fewer, and rates with them")
  func converted() {
    let language = Language.english.with(other)
    let (speed, length) = (language.shown("m/s", decimals: 2), language.shown("m", decimals: 2))
    #expect(speed.text == "km/h" && language.fixed(1, speed) == "3.60" && language.signed(-0.5, speed) == "−1.80")
    #expect(length.text == "cm" && language.fixed(0.804, length) == "80" && language.fixed(nil, length) == "–")
    #expect(language.shown("m/s per min", decimals: 3).text == "km/h per min")
    let rate = language.shown("m per min", decimals: 3)
    #expect(rate.text == "cm per min" && language.signed(0.0123, rate) == "+1.2")
    #expect(length.range(0.5...1.25) == 50...125)
  }

  @Test(
    "other units stay as they are, and so do ways in whole meters",
    arguments: [("m/s²", 1), ("s", 2), ("m", 0), ("%", 0), ("", 0), ("°", 1), ("steps/min", 0), ("min", 1)])
  func kept(unit: String, decimals: Int) {
    let shown = Language.english.with(other).shown(unit, decimals: decimals)
    #expect(shown == ShownUnit(text: unit, decimals: decimals, factor: 1))
  }

  @Test("without a choice, pages have the units of files; a language with other units is another one")
  func defaults() {
    for (unit, decimals) in [("m/s", 2), ("m", 2), ("m", 3)] {
      #expect(Language.english.shown(unit, decimals: decimals) == ShownUnit(text: unit, decimals: decimals, factor: 1))
    }
    #expect(Language.english.with(other) != .english && Language.english.with(.ofFiles) == .english)
  }
}
