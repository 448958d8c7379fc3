import GaitPages
import PageLanguage
import RetroGait

/// What surrounds the content of every page.
struct PageFrame {
  var title: String
  /// The way here from the list of people.
  var trail: [(title: String, link: PageLink?)] = []
  var body: Markup
  /// For pages whose script changes something.
  var formToken: String?
  /// What the head of this page has beyond that of all pages.
  var head: Markup = .nothing
  var language: Language

  func html() -> Markup {
    let steps = trail.map { step -> Markup in
      step.link.map { "<li><a href=\"\($0)\">\(step.title)</a></li>" }
        ?? "<li aria-current=\"page\">\(step.title)</li>"
    }
    // What the script calls the values of a chart, whose title it puts in place of the braces.
    let values: Markup = "<meta name=\"chart-values\" content=\"\(language("\("{1}"): values"))\">"
    let token: Markup = formToken.map { "<meta name=\"form-token\" content=\"\($0)\">" } ?? .nothing
    let head: Markup = """
      <link rel="icon" href="\(PageLink(.icon))" type="image/svg+xml">
      <link rel="stylesheet" href="\(PageLink(.style))">
      <script src="\(PageLink(.script))" defer></script>\(values)\(token)\(self.head)
      """
    let content: Markup = """
      <a class="skip" href="#content">\(language("Skip to content"))</a>
      <header class="bar"><a class="brand" href="\(PageLink(.people))">RetroGait</a>
      <nav aria-label="\(language("Pages"))"><a href="\(PageLink(.people))">\(language("People"))</a> <a href="\(PageLink(.upload))">\(language("Add recordings"))</a></nav>
      </header>
      \(steps.isEmpty ? .nothing : "<nav class=\"trail\" aria-label=\"\(language("Where you are"))\"><ol>\(steps.joined(""))</ol></nav>")
      <main id="content" tabindex="-1">
      \(body)
      </main>
      <footer><p>\(language("RetroGait \(RetroGaitVersion.current) is research software, not a medical device.")) \
      <span class="exports"><a href="\(PageLink(.units))">\(LanguagePage.title(in: language))</a></span></p></footer>
      """
    return .page(title: title, head: head, body: content, language: language)
  }
}

/// A page with nothing but a message.
struct MessagePage {
  var title: String
  var message: String
  var language: Language

  func html() -> Markup {
    PageFrame(title: title, body: "<h1>\(title)</h1><p class=\"lead\">\(message)</p>", language: language).html()
  }
}
