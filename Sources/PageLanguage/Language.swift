import NumberText

/// The language of a page. It turns English phrases into text.
///
/// What a language lacks stands in English.
public struct Language: Sendable, Hashable {
  /// As in the `lang` of HTML and on the command line: `en`.
  public let code: String
  /// What its speakers call it: `English`.
  public let ownName: String
  /// The units of speeds and lengths on its pages.
  public var units = PageUnits.ofFiles
  /// Whether nouns keep their capitals within a sentence.
  private let keepsCapitals: Bool
  /// Where year, month and day stand in a date, as `{1}`, `{2}` and `{3}`; `nil` for ISO 8601.
  private let date: Template?
  /// The same without the year.
  private let dayOfYear: Template?
  /// Between whole and fraction of a number.
  private let decimalMark: String
  /// Which of the words of a place a number takes.
  private let form: @Sendable (Int) -> Int
  private let template: @Sendable (String) -> Template?
  private let sentence: @Sendable (String) -> (template: Template, arguments: [Phrase.Argument])?

  /// A language whose words are in a catalog.
  ///
  /// - Parameters:
  ///   - date: Template of year, month and day, without leading zeros.
  ///   - dayOfYear: The same without the year.
  ///   - decimalMark: Between whole and fraction of a number.
  ///   - form: Which of its words a number takes: that of one, then that of many, unless the language has more.
  package init(
    code: String, ownName: String, catalog: Catalog, keepsCapitals: Bool, date: String, dayOfYear: String,
    decimalMark: String,
    form: @escaping @Sendable (Int) -> Int = Language.oneOrMany
  ) {
    (self.code, self.ownName) = (code, ownName)
    self.keepsCapitals = keepsCapitals
    self.date = Template(date)
    self.dayOfYear = Template(dayOfYear)
    self.decimalMark = decimalMark
    self.form = form
    template = { catalog.template($0) }
    sentence = { catalog.sentence($0) }
  }

  /// A language whose words come from a function: English, and what tests see pages with.
  package init(
    code: String, ownName: String = "", decimalMark: String = ".", template: @escaping @Sendable (String) -> Template?
  ) {
    (self.code, self.ownName) = (code, ownName)
    keepsCapitals = false
    (date, dayOfYear) = (nil, nil)
    self.decimalMark = decimalMark
    form = Self.oneOrMany
    self.template = template
    sentence = { _ in nil }
  }

  /// 0 for one, 1 for none and for many.
  package static let oneOrMany: @Sendable (Int) -> Int = { $0 == 1 ? 0 : 1 }

  public static let english = Language(code: "en", ownName: "English") { _ in nil }

  /// The languages that pages are written in. A further one is one file in `Languages` and its name here.
  public static let all = [english, german]

  public static func == (a: Language, b: Language) -> Bool { a.code == b.code && a.units == b.units }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(units)
  }

  /// A phrase as text.
  package func callAsFunction(_ phrase: Phrase) -> String {
    let words = template(phrase.template) ?? Template(phrase.template)
    return words.filled(phrase.arguments, form: form, lookUp: parts)
  }

  /// What finished English text is in the language: the title of a measure, a reason, a warning. Text that is not known,
  /// such as a name, stays as it is.
  package func text(_ english: String) -> String {
    if let words = template(english) { return words.filled([], form: form, lookUp: parts) }
    guard let found = sentence(english) else { return sentences(english) }
    let lookedUp = found.template.lookedUp
    let arguments = found.arguments.enumerated().map { k, argument in
      // What a person types, such as `rate=99.8`, is looked up and so keeps its point.
      argument.text.isDecimal && !lookedUp.contains(k + 1)
        ? Phrase.Argument(text: marked(argument.text), number: argument.number) : argument
    }
    return found.template.filled(arguments, form: form, lookUp: parts)
  }

  /// Several sentences, if the language has each of them.
  private func sentences(_ english: String) -> String {
    let all = english.split(separator: ". ")
    guard all.count > 1 else { return english }
    let known = all.enumerated().map { k, words in
      let one = k < all.count - 1 ? words + "." : String(words)
      return (english: one, text: text(one))
    }
    return known.contains { $0.english == $0.text } ? english : known.map(\.text).joined(separator: " ")
  }

  /// Text as a whole, else what stands between its semicolons and commas.
  private func parts(_ english: String) -> String {
    let whole = text(english)
    guard whole == english else { return whole }
    for separator in ["; ", ", "] where english.contains(separator) {
      return english.split(separator: separator).map { parts(String($0)) }.joined(separator: separator)
    }
    return english
  }

  /// The same within a sentence: English without its capitals.
  package func inSentence(_ english: String) -> String {
    keepsCapitals ? text(english) : text(english).lowercased()
  }

  /// A date in ISO 8601 as people write it; other text as it is.
  package func date(_ iso: String) -> String { written(iso, by: date) }

  /// The same without its year.
  package func dayOfYear(_ iso: String) -> String {
    dayOfYear == nil && iso.isDate ? String(iso.dropFirst(5)) : written(iso, by: dayOfYear)
  }

  private func written(_ iso: String, by template: Template?) -> String {
    guard let template, iso.isDate else { return iso }
    let numbers = iso.split(separator: "-").compactMap { Int($0) }
    return template.filled(numbers.map { Phrase.Argument(text: String($0)) }, form: form, lookUp: { $0 })
  }
}

/// Numbers as `PlainNumbers` has them, with the decimal mark of the language.
extension Language {
  /// A fixed number of decimals; a dash where there is no value.
  package func fixed(_ value: Double?, _ decimals: Int) -> String { marked(PlainNumbers.fixed(value, decimals)) }

  /// The same with a plus sign before what is more than 0.
  package func signed(_ value: Double?, _ decimals: Int) -> String { marked(PlainNumbers.signed(value, decimals)) }

  /// Up to one decimal, none if it is 0.
  package func short(_ value: Double) -> String { marked(PlainNumbers.short(value)) }

  /// `12`, or `12–18`.
  package func range(_ low: Double, _ high: Double) -> String { marked(PlainNumbers.range(low, high)) }

  /// A number with a fraction as text that has all its digits, such as `0.905`; other text as it is.
  package func number(_ text: String) -> String { text.isDecimal ? marked(text) : text }

  private func marked(_ number: String) -> String {
    decimalMark == "." ? number : number.replacing(".", with: decimalMark)
  }
}

extension String {
  /// Whether it is a day in ISO 8601: `2026-12-28`.
  fileprivate var isDate: Bool { wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil }
  /// Whether it is a number with a fraction: `−0.25`.
  fileprivate var isDecimal: Bool { wholeMatch(of: /[-−+]?\d+\.\d+/) != nil }
}
