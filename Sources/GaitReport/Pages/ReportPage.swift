import GaitPages
import PageLanguage

/// The frame of every report: one HTML file that refers to nothing outside of it.
struct ReportPage {
  var title: String
  /// What stands at the head of every printed page.
  var printedTitle: String
  var content: Markup
  var language: Language

  /// By which the program knows its own reports: the line that they end with in English, which those in other languages
  /// have in their head.
  private static let mark = "RetroGait is research software, not a medical device."

  func html() -> String {
    Markup.page(
      title: title,
      head: """
        \(if: language != .english, "<meta name=\"description\" lang=\"en\" content=\"\(Self.mark)\">\n")\
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>\(Markup(trusted: PageStyle.sheet + PageStyle.margins(printedTitle)))</style>
        """,
      body: "<main>\n\(content)\n</main>", language: language
    ).html
  }

  /// The line that every report ends with.
  static func footer(_ language: Language) -> Markup {
    "<footer><p>\(language("RetroGait is research software, not a medical device."))</p></footer>"
  }
}
