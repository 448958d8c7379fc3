import PageLanguage

extension Markup {
  /// Stands where there is no value.
  package static let dash: Markup = "<span class=\"soft\">–</span>"

  /// A whole page.
  ///
  /// - Parameters:
  ///   - head: What its head has beyond the title: its style, its script.
  ///   - language: The language of its words.
  package static func page(
    title: String, head: Markup, body: Markup, language: Language = .english
  ) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="\(language.code)"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title) – RetroGait</title>
    \(head)</head>
    <body>\(body)</body></html>

    """
  }

  /// A chart in its frame, with what belongs below it.
  package static func figure(_ svg: String, _ below: Markup = .nothing) -> Markup {
    "<figure>\(Markup(trusted: svg))\(below)</figure>"
  }

  /// A link in a list of which one is chosen.
  package static func choice(_ words: String, _ link: Markup, isChosen: Bool) -> Markup {
    "<li><a\(if: isChosen, " aria-current=\"true\"") href=\"\(link)\">\(words)</a></li>"
  }

  /// A value with its interval: `1.23 (1.20 to 1.26)`; a dash where there is no value.
  package static func estimate(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ decimals: Int, in language: Language = .english
  ) -> Markup {
    estimate(value, interval, language) { language.fixed($0, decimals) }
  }

  /// The same of values in the program's unit, as they are shown.
  package static func estimate(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ unit: ShownUnit, in language: Language
  ) -> Markup {
    estimate(value, interval, language) { language.fixed($0, unit) }
  }

  /// A change with its interval and their signs: `+0.12 (−0.02 to +0.26)`; a dash where there is none.
  package static func change(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ decimals: Int, in language: Language = .english
  ) -> Markup {
    estimate(value, interval, language) { language.signed($0, decimals) }
  }

  /// The same of values in the program's unit, as they are shown.
  package static func change(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ unit: ShownUnit, in language: Language
  ) -> Markup {
    estimate(value, interval, language) { language.signed($0, unit) }
  }

  private static func estimate(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ language: Language, _ number: (Double) -> String
  ) -> Markup {
    guard let value else { return .dash }
    guard let interval else { return "\(number(value))" }
    let bounds = "(\(language("\(number(interval.lowerBound)) to \(number(interval.upperBound))")))"
    return "\(number(value)) <span class=\"interval\">\(bounds)</span>"
  }
}
