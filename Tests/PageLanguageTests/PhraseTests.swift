import Testing

@testable import PageLanguage

struct PhraseTests {
  private static let language = Language(
    code: "xx", ownName: "Xx",
    catalog: Catalog(
      """
      # A remark
      In {1 session|sessions} of {2}
      = {2}: {1 Sitzung|Sitzungen}
      one
      = eins
      {1 warning|warnings} {2:is|are} shown
      = {1 Warnung wird|Warnungen werden} gezeigt
      ~ the clock of {1} stopped at {2} s.
      = die Uhr von {1*} blieb bei {2} s stehen.
      ~ found '{1}' as {2}; choose another
      = {2} „{1}“ gibt es schon.
      """), keepsCapitals: true, date: "{3}.{2}.{1}", dayOfYear: "{3}.{2}.", decimalMark: ",")

  @Test("English text is the phrase as it was written", arguments: [0, 1, 2])
  func english(n: Int) {
    let name = "A. B. {1}"
    let expected = "In \(n) session\(n == 1 ? "" : "s") of \(name)"
    #expect(Language.english("In \(n, "session") of \(name)") == expected)
    #expect(
      Language.english("\(n, "warning") \(for: n, "is", "are") shown")
        == "\(n) warning\(n == 1 ? "" : "s") \(n == 1 ? "is" : "are") shown")
    #expect(Language.english("95 % of {these}, \(n) %") == "95 % of {these}, \(n) %")
  }

  @Test("arguments may change their order, and a number its word")
  func order() {
    #expect(Self.language("In \(1, "session") of \("P")") == "P: 1 Sitzung")
    #expect(Self.language("In \(3, "session") of \("P")") == "P: 3 Sitzungen")
    #expect(Self.language("\(1, "warning") \(for: 1, "is", "are") shown") == "1 Warnung wird gezeigt")
    #expect(Self.language("\(0, "warning") \(for: 0, "is", "are") shown") == "0 Warnungen werden gezeigt")
  }

  @Test("an argument with braces stays as it is")
  func braces() {
    #expect(Self.language("In \(3, "session") of \("{1 x|y}")") == "{1 x|y}: 3 Sitzungen")
  }

  @Test("what a language lacks is in English")
  func lacking() {
    #expect(Self.language("Nothing of \("P")") == "Nothing of P")
    #expect(Self.language.text("Nothing") == "Nothing")
    #expect(Self.language.text("one") == "eins")
  }

  @Test("a finished sentence is found by the words around its arguments")
  func sentences() {
    #expect(Self.language.text("the clock of one stopped at 3.5 s.") == "die Uhr von eins blieb bei 3,5 s stehen.")
    #expect(Self.language.text("the clock of P stopped at 3 s.") == "die Uhr von P blieb bei 3 s stehen.")
    #expect(Self.language.text("the clock of P went on at 3 s.") == "the clock of P went on at 3 s.")
    #expect(Language.english.text("the clock of one stopped at 3 s.") == "the clock of one stopped at 3 s.")
  }

  @Test("a quoted name may have points and blanks in it, and other arguments are parts of one sentence")
  func quoted() {
    #expect(Self.language.text("found 'Dr. A. Meier' as P; choose another") == "P „Dr. A. Meier“ gibt es schon.")
    let other = "found 'P' as one. Look; choose another"
    #expect(Self.language.text(other) == other)
  }

  @Test("a date is written as people of the language write it, and other text is not touched")
  func dates() {
    #expect(Language.german.date("2026-11-03") == "3.11.2026")
    #expect(Language.german.dayOfYear("2026-11-03") == "3.11.")
    #expect(Language.german.date("session 2026-11-03") == "session 2026-11-03")
    #expect(Language.english.date("2026-11-03") == "2026-11-03")
    #expect(Language.english.dayOfYear("2026-11-03") == "11-03")
  }

  @Test("numbers have the decimal mark of the language")
  func numbers() {
    #expect(Language.english.fixed(1.25, 2) == "1.25")
    #expect(Language.german.fixed(1.25, 2) == "1,25")
    #expect(Language.german.signed(0.5, 1) == "+0,5")
    #expect(Language.german.range(1.5, 2) == "1,5–2")
    #expect(Language.german.fixed(nil, 2) == "–")
    #expect(Language.german.number("0.905") == "0,905" && Language.english.number("0.905") == "0.905")
    #expect(Language.german.number("cane 2.5") == "cane 2.5")
  }

  @Test("nouns keep their capitals within a German sentence only")
  func capitals() {
    #expect(Language.english.inSentence("Walking speed") == "walking speed")
    #expect(Self.language.inSentence("Walking speed") == "Walking speed")
  }
}
