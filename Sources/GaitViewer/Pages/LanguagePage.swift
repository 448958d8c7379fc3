import GaitPages
import PageLanguage

/// Where a reader chooses the language of the pages, and the units of speeds and lengths.
struct LanguagePage {
  var language: Language
  var formToken: String
  /// The page that a reader comes from and goes back to.
  var origin: PageLink?

  static func title(in language: Language) -> String { language("Language and units") }

  func html() -> Markup {
    let title = Self.title(in: language)
    let units = language.units
    let languages = Language.all.map { ($0.code, $0.ownName) }
    let speeds = PageUnits.Speed.allCases.map { ($0.rawValue, language.text($0.rawValue)) }
    let lengths = PageUnits.Length.allCases.map { ($0.rawValue, $0.rawValue) }
    let form = PostForm(
      link: PageLink(.chooseUnits), formToken: formToken,
      hidden: origin.map { [("origin", $0.description)] } ?? []
    ).html(
      """
      <div class="fields">
      \(FormField("language", language("Language"), language.code).choice(languages))
      \(FormField("speed", language("Speeds"), units.speed.rawValue).choice(speeds))
      \(FormField("length", language("Lengths of strides"), units.length.rawValue).choice(lengths))
      </div>
      <p><button>\(language("Save"))</button></p>
      """)
    let (speed, length) = (language.text(units.speed.rawValue), units.length.rawValue)
    let shown = language(
      """
      The pages show speeds in \(speed) and lengths of strides in \(length). This browser remembers the choice. A report that \
      you download has the same language and units.
      """)
    let files = language(
      """
      Tables and files for other programs are in English and keep m/s and m. The list of changes keeps the units in which a \
      value was written.
      """)
    let body: Markup = """
      <h1>\(title)</h1>
      <p>\(shown)</p>
      \(form)
      <p class="soft">\(files)</p>
      """
    return PageFrame(
      title: title, trail: [(language("People"), PageLink(.people)), (title, nil)], body: body, language: language
    ).html()
  }
}

extension LanguagePage {
  /// The page of this viewer on which a request was made; `nil` where it came from elsewhere.
  static func origin(of request: ViewerRequest) -> PageLink? {
    guard let referer = request.headers[.referer], let host = request.headers[.host],
      let range = referer.range(of: "://\(host)/")
    else { return nil }
    let page = PageLink(address: "/" + referer[range.upperBound...])
    return page == PageLink(.units) ? nil : page
  }
}
